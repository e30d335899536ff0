// Which screen an event or an order is for, and what comes to lie on top: without a window.
#include "trainer/app/screen_stack.h"

#include "tests/trainer/app/hosted.h"
#include "trainer/app/sheets/about_sheet.h"
#include "trainer/app/sheets/help_sheet.h"

using namespace rooms;
using platform::Key;
using ui::Command;

namespace {

std::string with(const char* what, Command command) {
  return what + std::to_string(static_cast<int>(command));
}

app::Opener refusing() {
  return [](app::House&) -> engine::core::Result<std::unique_ptr<app::Screen>> {
    return engine::core::fail("there is none");
  };
}

}  // namespace

TEST_CASE("what is opened lies on top, is placed before it arrives, and the focus begins anew") {
  Hosted host;
  host.begin();
  host.focus_now.at = 7;
  auto& room = host.put(host.opener("room"));
  CHECK(room.placed);
  CHECK(host.log == std::vector<std::string>{"home arrives", "room arrives"});
  CHECK(host.focus_now.at == 0);
  CHECK_FALSE(host.stack.sheet());
  CHECK(&host.stack.room() == &host.stack.top());
}

TEST_CASE("push, replace and pop change what lies on top") {
  Hosted host;
  host.begin();
  host.stack.follow(app::Push{host.opener("room")});
  host.stack.follow(app::Replace{host.opener("other")});
  CHECK(host.wrote("room gone"));
  host.stack.follow(app::Pop{.said = "done"});
  CHECK(host.wrote("other gone"));
  CHECK(host.log.back() == "home arrives: done");
  host.stack.follow(app::Pop{});  // the lowest never goes
  CHECK(host.log.back() == "home arrives");
}

TEST_CASE("a pop that wants something done asks the one below, or whoever does it for all") {
  Hosted host;
  host.begin().able = Command::FinishNow;
  host.put(host.sheet("sheet"));
  host.stack.follow(app::Pop{.said = {}, .then = Command::FinishNow});
  CHECK(host.log.back() == with("home does ", Command::FinishNow));
  host.put(host.sheet("sheet"));
  host.stack.follow(app::Pop{.said = {}, .then = Command::OpenAbout});
  CHECK(host.shows<app::AboutSheet>());
}

TEST_CASE("opening that takes seconds is announced, and what was typed meanwhile is dropped") {
  Hosted host;
  host.begin();
  host.stack.follow(app::Push{host.opener("room"), "Preparing the client"});
  CHECK(host.log ==
        std::vector<std::string>{"home arrives", "announced Preparing the client", "room arrives"});
  CHECK(host.dropped == 1);
  host.stack.follow(app::Push{host.opener("quick")});
  CHECK(host.dropped == 1);
}

TEST_CASE("what cannot be opened is told to the one that lies there, which stays") {
  Hosted host;
  host.begin();
  host.put(host.opener("room"));
  for (const app::Next& next : {app::Next{app::Push{refusing()}}, app::Next{app::Replace{refusing()}}}) {
    host.stack.follow(next);
    CHECK(host.log.back().find("room arrives: there is none") == 0);
  }
  CHECK_FALSE(host.stack.push(refusing()));
  CHECK_FALSE(host.wrote("room gone"));
}

TEST_CASE("what stays may want a frame and may say why") {
  Hosted host;
  host.begin();
  host.stack.follow(app::Stay{.redraw = true});
  CHECK(host.redraws == 1);
  host.stack.follow(app::Stay{.said = "not now"});
  CHECK(host.redraws == 1);
  CHECK(host.log.back() == "home arrives: not now");
}

TEST_CASE("another size is asked of the window, and said where it cannot be") {
  Hosted host;
  host.begin();
  host.stack.follow(app::Rescale{1.5});
  CHECK(host.scale == 1.5);
  host.cannot_rescale = true;
  host.stack.follow(app::Rescale{2.0});
  CHECK(host.scale == 1.5);
  CHECK(host.log.back() == "home arrives: no fonts");
  host.stack.follow(app::Quit{});
  CHECK(host.gone);
}

TEST_CASE("of what the controls of a frame asked, nothing is asked of a screen that has gone") {
  Hosted host;
  host.begin();
  host.put(host.opener("room"));
  int asked = 0;
  const app::Asked all{[&]() -> app::Next { return ++asked, app::Stay{}; },
                       [&]() -> app::Next { return ++asked, app::Pop{}; },
                       [&]() -> app::Next { return ++asked, app::Stay{}; }};
  host.stack.follow_all(all);
  CHECK(asked == 2);
}

TEST_CASE("a key asks the screen on top first, then what means the same everywhere") {
  Hosted host;
  host.begin().able = Command::OpenHelp;
  host.stack.handle(key(Key::F1));
  CHECK(host.log.back() == with("home does ", Command::OpenHelp));
  host.top().able = Command::Onward;
  host.stack.handle(key(Key::F1));
  CHECK(host.shows<app::HelpSheet>());
}

TEST_CASE("a key with several meanings is whatever the screen can") {
  Hosted host;
  host.begin().able = Command::TogglePlay;
  host.stack.handle(key(Key::Space));
  CHECK(host.log.back() == with("home does ", Command::TogglePlay));
  host.top().able = Command::MoveByHand;
  host.stack.handle(key(Key::Space));
  CHECK(host.log.back() == with("home does ", Command::MoveByHand));
  host.top().able = Command::Proceed;
  const auto before = host.log;
  host.stack.handle(key(Key::Space));
  CHECK(host.log == before);
}

TEST_CASE("left-handed keys are those of the settings") {
  Hosted host;
  host.begin().able = Command::Undo;
  const auto before = host.log;
  host.stack.handle(key('u'));
  CHECK(host.log == before);
  host.home.preferences.change([](auto& s) { s.left_handed = true; });
  host.stack.handle(key('u'));
  CHECK(host.log.back() == with("home does ", Command::Undo));
}

TEST_CASE("a key that comes up ends what it held in the room, whatever lies above it") {
  Hosted host;
  host.begin();
  host.put(host.opener("room"));
  host.put(host.sheet("sheet"));
  host.stack.handle(key('s', {}, false));
  CHECK(host.wrote(with("room ends ", Command::Stretch)));
  CHECK_FALSE(host.wrote(with("sheet ends ", Command::Stretch)));
  const auto before = host.log;
  host.stack.handle(key('z', {}, false));  // is not held
  CHECK(host.log == before);
}

TEST_CASE("Enter presses the control in focus, Escape leaves it, and both are the screen's without one") {
  Hosted host;
  host.begin().able = Command::Proceed;
  host.focus_now.at = 3;
  host.stack.handle(key(Key::Enter));
  CHECK(host.focus_now.press);
  CHECK_FALSE(host.wrote(with("home does ", Command::Proceed)));
  host.stack.handle(key(Key::Escape));
  CHECK(host.focus_now.at == 0);
  host.stack.handle(key(Key::Enter));
  CHECK(host.wrote(with("home does ", Command::Proceed)));
}

TEST_CASE("Tab walks the controls, F11 fills the screen") {
  Hosted host;
  host.begin();
  host.focus_now.order = {11, 12, 13};
  host.stack.handle(key(Key::Tab));
  const auto first = host.focus_now.at;
  CHECK(first != 0);
  host.stack.handle(key(Key::Tab));
  CHECK(host.focus_now.at != first);
  platform::Modifiers shift;
  shift.shift = true;
  host.stack.handle(key(Key::Tab, shift));
  CHECK(host.focus_now.at == first);
  host.stack.handle(key(Key::F11));
  CHECK(host.full_screens == 1);
}

TEST_CASE("what lets go reaches the room below a sheet, presses and the wheel do not") {
  Hosted host;
  host.begin();
  host.put(host.sheet("sheet"));
  const auto reaches = [&](const platform::InputEvent& event) {
    host.log.clear();
    host.stack.handle(event);
    CHECK(host.wrote("sheet event " + std::to_string(event.index())));
    return host.wrote("home event " + std::to_string(event.index()));
  };
  CHECK(reaches(platform::PointerMoved{}));
  CHECK(reaches(platform::PointerReleased{}));
  CHECK(reaches(platform::FocusLost{}));
  CHECK(reaches(platform::WindowHidden{}));
  CHECK(reaches(platform::WindowResized{}));
  CHECK(reaches(platform::PointerLeft{}));
  CHECK(reaches(platform::DeviceGone{}));
  CHECK(reaches(platform::ProximityChanged{}));
  CHECK_FALSE(reaches(platform::PointerPressed{}));
  CHECK_FALSE(reaches(platform::WheelTurned{}));
}

TEST_CASE("without a sheet an event is told once") {
  Hosted host;
  host.begin();
  host.put(host.opener("room"));
  host.log.clear();
  host.stack.handle(platform::PointerMoved{});
  CHECK(host.log == std::vector<std::string>{"room event 0"});
}

TEST_CASE("a window that is to close hides first, so that the needle is lifted, and goes") {
  Hosted host;
  host.begin();
  host.put(host.opener("room"));
  host.put(host.sheet("sheet"));
  host.log.clear();
  host.stack.handle(platform::CloseAsked{});
  CHECK(host.gone);
  const platform::InputEvent hidden = platform::WindowHidden{};
  CHECK(host.log == std::vector<std::string>{"room event " + std::to_string(hidden.index())});
}

TEST_CASE("the room below a sheet lives on; those below it do not") {
  Hosted host;
  host.begin();
  host.put(host.opener("room"));
  host.put(host.sheet("sheet"));
  host.log.clear();
  host.stack.tick(kNow);
  CHECK(host.log == std::vector<std::string>{"room tick", "sheet tick"});
}

TEST_CASE("a room that goes in its turn takes the sheets above it along") {
  Hosted host;
  host.begin();
  auto& room = host.put(host.opener("room"));
  host.put(host.sheet("sheet"));
  room.next = app::Replace{host.opener("debrief")};
  host.log.clear();
  host.stack.tick(kNow);
  CHECK(host.log == std::vector<std::string>{"room tick", "sheet gone", "room gone", "debrief arrives"});
  CHECK_FALSE(host.stack.sheet());
}

TEST_CASE("something moves where the sheet or the room below it does") {
  Hosted host;
  auto& home = host.begin();
  auto& room = host.put(host.opener("room"));
  auto& sheet = host.put(host.sheet("sheet"));
  CHECK_FALSE(host.stack.moving());
  home.moves = true;
  CHECK_FALSE(host.stack.moving());
  room.moves = true;
  CHECK(host.stack.moving());
  room.moves = false;
  sheet.moves = true;
  CHECK(host.stack.moving());
}

TEST_CASE("what lives in the graphics context is told from the top when it goes and comes") {
  Hosted host;
  host.begin();
  host.put(host.opener("room"));
  host.log.clear();
  REQUIRE(host.stack.graphics(app::Graphics::Lost));
  REQUIRE(host.stack.graphics(app::Graphics::Back));
  CHECK(host.log == std::vector<std::string>{"room lost", "home lost", "room back", "home back"});
}
