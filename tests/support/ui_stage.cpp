#include "tests/support/ui_stage.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <filesystem>
#include <map>
#include <stdexcept>

namespace support {

using ui::Point;
using ui::Rect;

namespace {

// Fonts take longer to build than all else, so there is one context a scale; it lives as long as the program.
struct Room {
  ImGuiContext* context = nullptr;
  ui::Fonts fonts;
};

Room make_room(float scale) {
  Room room;
  room.context = ImGui::CreateContext();
  ImGui::SetCurrentContext(room.context);
  ImGui::GetIO().IniFilename = nullptr;  // nothing is written into the working folder
  ImGui::GetIO().LogFilename = nullptr;
  auto fonts = ui::Fonts::build(ui::installed_fonts(), scale);
  if (!fonts) throw std::runtime_error(fonts.error().message);
  room.fonts = *fonts;
  unsigned char* pixels = nullptr;
  int w = 0, h = 0;
  ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &w, &h);
  ui::set_bare_style(scale);
  return room;
}

const Room& room_of(float scale) {
  static std::map<float, Room> rooms;
  const auto found = rooms.find(scale);
  return found != rooms.end() ? found->second : rooms.emplace(scale, make_room(scale)).first->second;
}

Rect common(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
          std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

std::string words_of(const Rect& r) {
  return fmt::format("[{:.0f} {:.0f} {:.0f} {:.0f}]", r.x, r.y, r.right(), r.bottom());
}

// The strokes of letters within their line: what may stand above or below is left out, so that lines set
// tightly do not count as overlapping.
Rect strokes(const ui::DrawnText& text) {
  const Rect seen = common(text.at, text.clip);
  return {seen.x + 1, seen.y + 0.22F * seen.h, std::max(0.0F, seen.w - 2), 0.56F * seen.h};
}

int next_number() {
  static int number = 0;
  return ++number;
}

}  // namespace

std::string words_of(const StageSize& s) {
  return fmt::format("{} x {} at {}{}", s.width, s.height, s.scale, s.left_handed ? ", left hand" : "");
}

std::vector<StageSize> stage_sizes(float least_width_pt, float least_height_pt) {
  constexpr std::pair<float, float> kWindows[] = {{960, 600},   {1280, 720},  {1280, 800}, {1440, 900},
                                                  {1920, 1080}, {2560, 1440}, {3840, 2160}};
  std::vector<StageSize> sizes;
  for (const auto& [w, h] : kWindows)
    for (const float scale : {1.0F, 1.5F, 2.0F, 3.0F})
      for (const bool left : {false, true})
        if (w / scale >= least_width_pt && h / scale >= least_height_pt) sizes.push_back({w, h, scale, left});
  return sizes;
}

UiStage::UiStage(const StageSize& size, Draw draw)
    : size_(size), draw_(std::move(draw)), name_(fmt::format("stage {}", next_number())) {
  const Room& room = room_of(size.scale);
  ImGui::SetCurrentContext(room.context);
  ui_.scale = size.scale;
  ui_.left_handed = size.left_handed;
  ui_.fonts = room.fonts;
  ui_.drawn = &drawn_;
  step({}, false);
  step({}, false);  // scrollers know how much they hold from the second frame on
}

UiStage::~UiStage() {
  ImGui::SetCurrentContext(nullptr);
}

ui::Frame UiStage::frame() const {
  return {{0, 0, size_.width, size_.height}, size_.scale, size_.left_handed};
}

Heard UiStage::step(std::optional<Point> mouse, bool down, float wheel) {
  ImGui::SetCurrentContext(room_of(size_.scale).context);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {size_.width, size_.height};
  io.DeltaTime = 1.0F / 60;
  io.MousePos = mouse ? ImVec2{mouse->x, mouse->y} : ImVec2{-FLT_MAX, -FLT_MAX};
  io.MouseDown[0] = down;
  io.MouseWheel = wheel;
  drawn_ = {};
  Heard intents;
  ui_.focus.begin_frame();
  ImGui::NewFrame();
  {
    const ui::Surface surface(name_.c_str(), frame().window);
    draw_(ui_, frame(), intents);
  }
  ImGui::Render();
  ui_.focus.end_frame();
  vertices_.clear();
  const ImDrawData& data = *ImGui::GetDrawData();
  for (int l = 0; l < data.CmdListsCount; ++l)
    for (const ImDrawVert& v : data.CmdLists[l]->VtxBuffer) vertices_.push_back({v.col, {v.pos.x, v.pos.y}});
  return intents;
}

ui::DrawnFrame UiStage::drawn() {
  step({}, false);
  return drawn_;
}

std::vector<std::string> UiStage::controls() {
  std::vector<std::string> ids;
  for (const auto& control : drawn().controls)
    if (control.enabled) ids.push_back(control.id);
  return ids;
}

const ui::DrawnControl* UiStage::find(const std::string& id) const {
  for (const auto& control : drawn_.controls)
    if (control.id == id) return &control;
  return nullptr;
}

bool UiStage::bring(const std::string& id) {
  step({}, false);
  for (int turn = 0; turn < 200; ++turn) {
    const auto* control = find(id);
    if (control == nullptr) return false;
    const Point middle = control->at.centre();
    if (control->clip.contains(middle)) return true;
    const bool below = middle.y >= control->clip.bottom();
    step(control->clip.centre(), false, below ? -1.0F : 1.0F);
    step(control->clip.centre(), false);
  }
  return false;
}

Heard UiStage::click_at(Point at) {
  Heard all;
  for (const bool down : {false, true, false})
    for (auto& intent : step(at, down)) all.push_back(std::move(intent));
  return all;
}

Heard UiStage::click(const std::string& id) {
  if (!bring(id)) throw std::runtime_error("there is no \"" + id + "\" that can be brought into view");
  return click_at(find(id)->at.centre());
}

Heard UiStage::drag(Point from, Point to) {
  Heard all = step(from, false);
  constexpr int kSteps = 4;
  for (int i = 0; i <= kSteps; ++i) {
    const float t = static_cast<float>(i) / kSteps;
    for (auto& intent : step(Point{from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t}, true))
      all.push_back(std::move(intent));
  }
  step(to, false);
  return all;
}

Heard UiStage::hover(Point at) {
  step(at, false);
  return step(at, false);
}

Heard UiStage::enter(const std::string& id) {
  ui_.focus.at = 0;
  step({}, false);
  for (std::size_t turn = 0; turn <= drawn_.controls.size(); ++turn) {
    ui_.focus.move(1);
    step({}, false);
    const auto* control = find(id);
    if (control == nullptr || !control->focused) continue;
    step({}, false);  // it is scrolled to
    if (!find(id)->clip.contains(find(id)->at.centre()))
      throw std::runtime_error("\"" + id + "\" is in focus and out of sight");
    ui_.focus.press = true;
    auto intents = step({}, false);
    ui_.focus.at = 0;
    return intents;
  }
  throw std::runtime_error("Tab never comes to \"" + id + "\"");
}

Heard UiStage::press_all_blocked() {
  ui_.blocked = true;
  step({}, false);
  Heard all;
  std::vector<Point> places;
  for (const auto& control : drawn_.controls) places.push_back(control.at.centre());
  for (const Point& at : places)
    for (auto& intent : click_at(at)) all.push_back(std::move(intent));
  ui_.focus.move(1);
  ui_.focus.press = true;
  for (auto& intent : step({}, false)) all.push_back(std::move(intent));
  ui_.blocked = false;
  step({}, false);
  return all;
}

std::vector<std::string> UiStage::faults() {
  step({}, false);
  std::vector<std::string> out;
  const Rect window = frame().window;
  const auto within = [&](const Rect& at, const Rect& clip, const std::string& what) {
    const bool scrolls = clip.h < window.h - 1;
    if (at.x < clip.x - 1.5F || at.right() > clip.right() + 1.5F)
      out.push_back(what + " sticks out sideways: " + words_of(at) + " of " + words_of(clip));
    if (!scrolls && (at.y < -1 || at.bottom() > window.bottom() + 1))
      out.push_back(what + " sticks out of the window: " + words_of(at));
  };
  for (const auto& c : drawn_.controls) within(c.at, c.clip, "the control \"" + c.id + "\"");
  for (const auto& t : drawn_.texts) within(t.at, t.clip, "the text \"" + t.words + "\"");
  for (std::size_t i = 0; i < drawn_.controls.size(); ++i)
    for (std::size_t j = i + 1; j < drawn_.controls.size(); ++j) {
      const auto &a = drawn_.controls[i], &b = drawn_.controls[j];
      if (common(a.at, a.clip).inset(0.5F).overlaps(common(b.at, b.clip).inset(0.5F)))
        out.push_back(fmt::format("\"{}\" {} lies on \"{}\" {}", a.id, words_of(a.at), b.id, words_of(b.at)));
    }
  for (std::size_t i = 0; i < drawn_.texts.size(); ++i)
    for (std::size_t j = i + 1; j < drawn_.texts.size(); ++j) {
      const auto &a = drawn_.texts[i], &b = drawn_.texts[j];
      if (strokes(a).overlaps(strokes(b)))
        out.push_back(fmt::format("the text \"{}\" {} is written over \"{}\" {}", a.words, words_of(a.at),
                                  b.words, words_of(b.at)));
    }
  return out;
}

int UiStage::vertices_of(ui::Colour c) const {
  return static_cast<int>(std::count_if(vertices_.begin(), vertices_.end(),
                                        [wanted = ui::im(c)](const auto& v) { return v.colour == wanted; }));
}

Rect UiStage::box_of(ui::Colour c) const {
  return box_of(c, {-1e6F, -1e6F, 2e6F, 2e6F});
}

Rect UiStage::box_of(ui::Colour c, const Rect& part) const {
  std::optional<Point> low, high;
  for (const Vertex& v : vertices_) {
    if (v.colour != ui::im(c) || !part.contains(v.at)) continue;
    low = low ? Point{std::min(low->x, v.at.x), std::min(low->y, v.at.y)} : v.at;
    high = high ? Point{std::max(high->x, v.at.x), std::max(high->y, v.at.y)} : v.at;
  }
  return low ? Rect{low->x, low->y, high->x - low->x, high->y - low->y} : Rect{};
}

bool only_command(const Heard& intents, ui::Command command) {
  const auto* said = only<ui::Command>(intents);
  return said != nullptr && *said == command;
}

}  // namespace support
