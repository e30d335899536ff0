// How work begins: anew at a lesson, or where it was broken off.
#include "engine/platform/clock.h"
#include "trainer/app/house.h"
#include "trainer/app/lesson_files.h"
#include "trainer/app/screens/brief_screen.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/first_run_screen.h"
#include "trainer/app/screens/theory_screen.h"
#include "trainer/app/screens/work_screen.h"
#include "trainer/app/sheets/question_sheet.h"
#include "trainer/app/testimony.h"
#include "trainer/words/say.h"

namespace trainer::app {

using engine::core::fail;
using engine::core::Result;
using engine::platform::steady_us;
using engine::platform::unix_s;

namespace {

using Opened = Result<std::unique_ptr<Screen>>;

// The brief was read on the screen before; what heals has healed when one comes back.
Opened screen_of(Underway underway, House& house) {
  auto& sitting = *underway.sitting;
  if (runner::waits_for(underway.attempt()) == runner::Waits::Reading)
    if (auto done = sitting.act(runner::GoOn{sitting.time(steady_us())}); !done) return fail(done.error());
  if (underway.attempt().finished) return debrief_of(std::move(underway.sitting)).open(house);
  if (underway.question())
    return std::make_unique<TheoryScreen>(std::move(underway), house.picture, house.preferences, false);
  return std::make_unique<WorkScreen>(std::move(underway), house.picture, house.preferences, house.devices,
                                      house.feel, false);
}

Opener continuing(const std::string& record) {
  return [record](House& house) -> Opened {
    auto sitting = Sitting::go_on(record, house.timed_presses, steady_us(), unix_s(),
                                  house.preferences.calibrations(), writing(house.options));
    if (!sitting) return fail(sitting.error());
    if ((*sitting)->package().lesson.id == kFirstLessonId)
      return std::make_unique<FirstRunScreen>(std::move(*sitting), house.picture, house.preferences,
                                              house.devices, house.feel);
    return screen_of({.sitting = std::move(*sitting), .ask_again = {}}, house);
  };
}

}  // namespace

Next start_work(const lessons::LessonPackage& package, const Devices& devices) {
  if (package.lesson.device == lessons::Needed::Pen && !devices.pen_at_hand())
    return question_sheet(ui::make_pen_question(devices.label()));
  const auto begin = [package](House& house) -> Opened {
    auto sitting = Sitting::start(package, house.profile, house.timed_presses, steady_us(), unix_s(),
                                  house.preferences.calibrations(), writing(house.options));
    if (!sitting) return fail(sitting.error());
    return screen_of({.sitting = std::move(*sitting), .ask_again = {}}, house);
  };
  return Replace{begin, preparing(package.lesson)};
}

Push continue_work(const std::string& record) {
  return {continuing(record), words::say("Bringing your work back\u2026")};
}

Replace continue_instead(const std::string& record) {
  return {continuing(record), words::say("Bringing your work back\u2026")};
}

}  // namespace trainer::app
