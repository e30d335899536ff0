// How work begins: anew at a lesson, or where it was broken off.
#include "engine/platform/clock.h"
#include "trainer/app/house.h"
#include "trainer/app/lesson_files.h"
#include "trainer/app/screens/brief_screen.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/first_run_screen.h"
#include "trainer/app/screens/theory_screen.h"
#include "trainer/app/screens/wait_screen.h"
#include "trainer/app/screens/work_screen.h"
#include "trainer/app/sheets/damaged_sheet.h"
#include "trainer/app/sheets/question_sheet.h"
#include "trainer/app/testimony.h"
#include "trainer/store/salvage.h"
#include "trainer/words/saving.h"
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
  if (runner::waits_for(underway.attempt()) == runner::Waits::Seen)
    if (auto done = sitting.act(runner::GoOn{sitting.time(steady_us())}); !done) return fail(done.error());
  if (underway.attempt().finished) return debrief_of(std::move(underway.sitting)).open(house);
  if (underway.question())
    return std::make_unique<TheoryScreen>(std::move(underway), house.picture, house.preferences, false);
  return std::make_unique<WorkScreen>(std::move(underway), house.picture, house.preferences, house.devices,
                                      house.feel, false);
}

Opener going_on(const std::string& record, bool in_copy);

// What comes once the record was opened.
Opener opened(std::unique_ptr<Sitting> opened_sitting) {
  return
      [sat = std::make_shared<std::unique_ptr<Sitting>>(std::move(opened_sitting))](House& house) -> Opened {
        auto sitting = std::move(*sat);
        house.saving.watch(sitting->recording());
        if (sitting->package().lesson.id == kFirstLessonId)
          return std::make_unique<FirstRunScreen>(std::move(sitting), house.picture, house.preferences,
                                                  house.devices, house.feel);
        return screen_of({.sitting = std::move(sitting), .ask_again = {}}, house);
      };
}

// What comes when it could not be.
Opener not_opened(const std::string& record, const engine::core::Error& why) {
  auto good = store::good_part(record);
  if (!good) return refusal(why);
  return [good = std::make_shared<store::Record>(std::move(*good)), record](House&) -> Opened {
    return std::make_unique<DamagedSheet>(*good, going_on(record, true));
  };
}

// Opens the record on another thread, or a copy of its good part, and then the screen that waits in it.
Opener going_on(const std::string& record, bool in_copy) {
  return [record, in_copy](House& house) -> Opened {
    const auto before = house.saving.of(record);  // it may be on its way to the disk still
    const auto work = [record, in_copy, before, timed = house.timed_presses,
                       known = house.preferences.calibrations(), options = writing(house.options)]() {
      if (before != nullptr) before->wait();
      const auto path = in_copy ? store::mend(record) : Result<std::string>(record);
      if (!path) return not_opened(record, path.error());
      auto sitting = Sitting::go_on(*path, timed, steady_us(), unix_s(), known, options);
      return sitting ? opened(std::move(*sitting)) : not_opened(record, sitting.error());
    };
    return std::make_unique<WaitScreen>(house.reader, work, words::bringing_back());
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
    house.saving.watch((*sitting)->recording());
    return screen_of({.sitting = std::move(*sitting), .ask_again = {}}, house);
  };
  return Replace{begin, preparing(package.lesson)};
}

Push continue_work(const std::string& record) {
  return {going_on(record, false)};
}

Replace continue_instead(const std::string& record) {
  return {going_on(record, false)};
}

}  // namespace trainer::app
