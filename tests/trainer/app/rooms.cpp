#include "tests/trainer/app/rooms.h"
#include "engine/core/moment.h"

#include <imgui.h>

#include <cstdlib>
#include <fstream>

#include "trainer/lessons/package.h"

using engine::core::SteadyTime;

namespace rooms {

namespace fs = std::filesystem;
namespace store = trainer::store;

namespace {

store::Profile open_profile(const std::string& folder) {
  auto profile = store::Profile::open(folder);
  REQUIRE(profile);
  return std::move(*profile);
}

}  // namespace

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "smp-rooms-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  path_ = name;
}

Folder::~Folder() {
  fs::remove_all(path_);
}

void Disk::let(bool answers) {
  const std::lock_guard lock(mutex_);
  answers_ = answers;
  wake_.notify_all();
}

void Disk::pass() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return answers_; });
}

lessons::LessonPackage package(const support::LessonBuilder& lesson) {
  auto loading = lessons::from_text(lesson.text(), lesson.lesson().id);
  for (const auto& finding : loading.findings) MESSAGE(finding.message);
  REQUIRE(loading.package);
  return std::move(*loading.package);
}

Household::Household(const std::vector<support::LessonBuilder>& lessons)
    : profile(open_profile(folder.path())),
      preferences(profile),
      feel(preferences),
      shelf(reader, {folder.path() + "/shelf"}),
      attempts(reader, profile) {
  for (const auto& lesson : lessons) {
    const fs::path at = folder.path() + "/shelf/" + lesson.lesson().id;
    fs::create_directories(at);
    std::ofstream(at / "lesson.toml") << lesson.text();
  }
}

app::House Household::house() {
  return {options, true, picture, profile, preferences, devices, feel, reader, shelf, attempts, saving};
}

std::unique_ptr<app::Sitting> Household::sit(const support::LessonBuilder& lesson, app::Calibrations known) {
  auto sitting = app::Sitting::start(package(lesson), profile, true, kNow, kUnix, std::move(known));
  REQUIRE(sitting);
  saving.watch((*sitting)->recording());
  saving.wait();
  return std::move(*sitting);
}

app::Underway Household::underway(const support::LessonBuilder& lesson, app::Calibrations known) {
  return {.sitting = sit(lesson, std::move(known))};
}

std::vector<store::RecordGlance> Household::records(bool finished) {
  saving.wait();
  attempts.refresh();
  attempts.wait();
  attempts.follow(kNow);
  auto list = attempts.now();
  std::erase_if(list, [&](const auto& record) { return record.finished != finished; });
  return list;
}

app::Next Household::settle(app::Screen& screen) {
  reader.wait();
  return screen.tick(kNow);
}

engine::core::Result<std::unique_ptr<app::Screen>> Household::open(const app::Opener& opener) {
  auto house_now = house();
  auto made = opener(house_now);
  while (made) {
    auto* waiting = dynamic_cast<app::WaitScreen*>(made->get());
    if (waiting == nullptr) break;
    made = waiting->wait()(house_now);
  }
  return made;
}

void Household::connect(const platform::Device& device) {
  devices.follow(platform::DeviceAppeared{device});
}

app::Next Household::give(app::Screen& screen, const platform::InputEvent& event) {
  feel.remember(event);
  devices.follow(event);
  return screen.take(event);
}

void show(app::Screen& screen, SteadyTime now_us, const ui::Frame& frame) {
  screen.place(frame);
  screen.arrive({});
  static_cast<void>(screen.tick(now_us));
}

platform::PointerSample mouse(SteadyTime t_us, Vec2 at) {
  platform::PointerSample sample;
  sample.t_us = t_us;
  sample.server_time = true;
  sample.at = at;
  return sample;
}

platform::PointerSample pen(SteadyTime t_us, Vec2 at, double pressure, const platform::Device& device) {
  auto sample = mouse(t_us, at);
  sample.kind = platform::PointerKind::Pen;
  sample.device = device.id;
  sample.pressure = pressure;
  return sample;
}

platform::PointerSample eraser(SteadyTime t_us, Vec2 at) {
  auto sample = pen(t_us, at, 0.5);
  sample.kind = platform::PointerKind::Eraser;
  return sample;
}

platform::KeyChanged key(char symbol, platform::Modifiers modifiers, bool down) {
  platform::KeyChanged changed;
  changed.t_us = kNow;
  changed.key = platform::Key::Character;
  changed.symbol = symbol;
  changed.down = down;
  changed.modifiers = modifiers;
  return changed;
}

platform::KeyChanged key(platform::Key key, platform::Modifiers modifiers, bool down) {
  platform::KeyChanged changed;
  changed.t_us = kNow;
  changed.key = key;
  changed.down = down;
  changed.modifiers = modifiers;
  return changed;
}

Paper::Paper() {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;  // nothing is written into the working folder
  ImGui::GetIO().DisplaySize = {kFrame.window.w, kFrame.window.h};
  const auto files = ui::installed_fonts();
  auto fonts = ui::Fonts::build(files, 1.0F);
  REQUIRE(fonts);
  ui.fonts = *fonts;
  unsigned char* pixels = nullptr;
  int w = 0, h = 0;
  ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &w, &h);
}

Paper::~Paper() {
  ImGui::DestroyContext();
}

app::Asked Paper::draw(app::Screen& screen, Vec2 at, bool down) {
  app::Asked asked;
  ImGui::GetIO().MousePos = {static_cast<float>(at.x), static_cast<float>(at.y)};
  ImGui::GetIO().MouseDown[0] = down;
  screen.place(kFrame);
  ImGui::NewFrame();
  {
    const ui::Surface surface("root", kFrame.window);
    ui.cursor = true;
    ui.focus.begin_frame();
    screen.draw(ui, asked);
    ui.focus.end_frame();
  }
  ImGui::EndFrame();
  return asked;
}

app::Asked Paper::click(app::Screen& screen, Vec2 at) {
  app::Asked all;
  for (const bool down : {false, true, false})
    for (auto& what : draw(screen, at, down)) all.push_back(std::move(what));
  return all;
}

}  // namespace rooms
