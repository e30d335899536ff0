// The screen that stands there while files are read on another thread.
#include "trainer/app/screens/wait_screen.h"

#include "tests/trainer/app/work.h"
#include "trainer/app/sheets/about_sheet.h"

using engine::core::Span;

using namespace rooms;
using ui::Command;

namespace {

// A screen before a disk that does not answer until it is let.
struct Waiting {
  Household home;
  int read = 0, made = 0;
  bool nothing = false;
  std::string refused;  // why there is no screen; empty: there is one
  std::unique_ptr<app::WaitScreen> screen;

  Waiting() {
    home.disk.let(false);
    screen = std::make_unique<app::WaitScreen>(
        home.reader,
        [this]() -> app::Opener {
          ++read;
          if (nothing) return {};
          if (!refused.empty()) return app::refusal({.message = refused});
          return [this](app::House&) -> engine::core::Result<std::unique_ptr<app::Screen>> {
            ++made;
            return std::make_unique<app::AboutSheet>();
          };
        },
        "Bringing back your dots");
    show(*screen);
  }
  app::Next tick_when_read() {
    home.disk.let(true);
    home.reader.wait();
    return screen->tick(kNow);
  }
};

// The corners of what the last frame drew, px.
std::pair<Vec2, Vec2> drawn() {
  ImGui::Render();
  std::pair<Vec2, Vec2> box{Vec2{1e9}, Vec2{-1e9}};
  const ImDrawData& data = *ImGui::GetDrawData();
  for (int i = 0; i < data.CmdListsCount; ++i)
    for (const ImDrawVert& vertex : data.CmdLists[i]->VtxBuffer) {
      const Vec2 at{vertex.pos.x, vertex.pos.y};
      box = {glm::min(box.first, at), glm::max(box.second, at)};
    }
  return box;
}

}  // namespace

TEST_CASE("while the disk does not answer it stays, however long that takes, and asks for frames") {
  Waiting w;
  for (int s = 0; s < 3600; s += 60) CHECK(stays(w.screen->tick(kNow + s * kSecond)));
  CHECK(w.screen->moving());
  CHECK(w.read == 0);
  CHECK(w.made == 0);
}

TEST_CASE("what comes at once is not announced, what takes longer is said in the middle of the window") {
  Waiting w;
  w.screen->tick(kNow);
  w.screen->tick(kNow + Span{199'999});
  CHECK(w.screen->words().empty());
  w.screen->tick(kNow + Span{200'000});
  CHECK(w.screen->words() == "Bringing back your dots");
  Paper paper;
  CHECK(paper.click(*w.screen, {640, 400}).empty());  // it has no controls
  const auto [low, high] = drawn();
  CHECK((low.x + high.x) / 2 == doctest::Approx(640).epsilon(0.02));
  CHECK((low.y + high.y) / 2 == doctest::Approx(400).epsilon(0.02));
  CHECK(high.x - low.x > 100);  // a sentence, not a letter
}

TEST_CASE("who does not want to wait goes back, by key or by intent; nothing else means anything to it") {
  Waiting w;
  for (const auto command : {Command::Onward, Command::Needle, Command::Undo, Command::OpenHelp})
    CHECK_FALSE(w.screen->can(command));
  CHECK(stays(w.home.give(*w.screen, platform::PointerPressed{mouse(kNow, {640, 400})})));
  CHECK(stays(w.home.give(*w.screen, key(platform::Key::Escape))));  // keys are the stack's
  CHECK_FALSE(w.screen->owns({640, 400}));
  for (const auto command : {Command::Back, Command::GoHome}) {
    CHECK(w.screen->can(command));
    CHECK(is<app::Pop>(w.screen->act({.command = command})).said.empty());
  }
  CHECK(w.made == 0);
}

TEST_CASE("when it is read the screen that is made of it takes its place, once") {
  Waiting w;
  const auto next = w.tick_when_read();
  const auto& place = is<app::Replace>(next);
  CHECK(w.read == 1);
  CHECK(place.announce.empty());
  CHECK(w.made == 0);  // nothing is made before it is to lie on top
  CHECK(opened<app::AboutSheet>(place.open, w.home) != nullptr);
  CHECK(w.made == 1);
  CHECK(stays(w.screen->tick(kNow)));  // there is no second one to hand over
}

TEST_CASE("what was read and gives no screen leads back to the one below") {
  Waiting w;
  w.nothing = true;
  CHECK(is<app::Pop>(w.tick_when_read()).said.empty());
}

TEST_CASE("why there is no screen is told to the one below, and nothing stays in between") {
  Waiting w;
  w.refused = "the record is damaged";
  const auto next = w.tick_when_read();
  auto house = w.home.house();
  const auto screen = is<app::Replace>(next).open(house);
  REQUIRE_FALSE(screen);
  CHECK(screen.error().message == w.refused);
  w.screen->arrive(screen.error().message);  // as the stack tells whoever lies there still
  CHECK(is<app::Pop>(w.screen->tick(kNow)).said == w.refused);
}

TEST_CASE("why nothing came is told to whoever asked for it by name, too") {
  Waiting waiting;
  waiting.refused = "the record cannot be read";
  std::string told;
  waiting.screen->tell_refusal([&](const std::string& why) { told = why; });
  const app::Next next = waiting.tick_when_read();
  auto house = waiting.home.house();
  const auto made = is<app::Replace>(next).open(house);
  REQUIRE_FALSE(made);
  CHECK(told.empty());
  waiting.screen->arrive(made.error().message);
  CHECK(is<app::Pop>(waiting.screen->tick(kNow)).said == "the record cannot be read");
  CHECK(told == "the record cannot be read");
}
