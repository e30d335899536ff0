#include "trainer/app/sitting.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "trainer/app/lesson_files.h"
#include "trainer/app/review.h"
#include "trainer/store/record.h"

using engine::core::AttemptTime;
using engine::core::Span;
using engine::core::SteadyTime;
using engine::core::WallTime;

using namespace trainer;
namespace fs = std::filesystem;

namespace {

struct Place {
  fs::path folder;
  Place() {
    std::string name = (fs::temp_directory_path() / "smp-sitting-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder = name;
  }
  ~Place() { fs::remove_all(folder); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
};

void press(app::Sitting& s, SteadyTime& steady, engine::scalp::CanvasPoint at) {
  for (const bool contact : {true, false}) {
    steady += Span{contact ? 400'000 : 150'000};
    REQUIRE(s.act(runner::MoveNeedle{
        {.t_us = s.time(steady), .at = at, .pressure = {}, .tilt = {}, .contact = contact}}));
  }
}

}  // namespace

TEST_CASE("what is done is in the record, and goes on where it stopped") {
  const Place place;
  auto profile = store::Profile::open(place.folder.string());
  REQUIRE(profile);
  auto package = app::first_lesson();
  REQUIRE(package);
  SteadyTime steady{77'000'000};
  std::string record;
  {
    auto sitting = app::Sitting::start(*package, *profile, true, steady, WallTime{1'700'000'000});
    REQUIRE(sitting);
    record = (*sitting)->record();
    for (int i = 0; i < 5; ++i) press(**sitting, steady, {95'000 + 2'000 * i, 50'000});
    (*sitting)->close();
    (*sitting)->recording()->wait();
    CHECK((*sitting)->recording()->saved().kept.closed);
    CHECK((*sitting)->recording()->saved().dots_saved == 5);
  }
  auto again = app::Sitting::go_on(record, true, SteadyTime{999'000'000}, WallTime{1'700'000'100});
  REQUIRE(again);
  CHECK((*again)->attempt().skin.dots.size() == 5);
  CHECK((*again)->attempt().skin.dots[0].deposit_depth_um > 400);
  const auto t = (*again)->time(SteadyTime{999'000'000});
  CHECK(t == (*again)->attempt().skin.t_us);
  steady = SteadyTime{999'000'000};
  press(**again, steady, {100'000, 55'000});
  REQUIRE((*again)->act(runner::Finish{(*again)->time(steady)}));
  (*again)->close();
  auto seen = app::Sitting::look_at(record);
  REQUIRE(seen);
  CHECK((*seen)->attempt().skin.dots.size() == 6);
  CHECK((*seen)->read_only());
  REQUIRE((*seen)->attempt().finished);
  const app::Review live(**again), later(**seen);
  CHECK(live.result_line() == later.result_line());
}

TEST_CASE("a preview records nothing and allows nothing") {
  auto package = app::first_lesson();
  REQUIRE(package);
  auto sitting = app::Sitting::demonstration(*package);
  REQUIRE(sitting);
  CHECK_FALSE((*sitting)->act(runner::NextStep{AttemptTime{0}}));
  CHECK((*sitting)->events().empty());
}

TEST_CASE("replay shows the work as it was at the playhead, backwards and forwards") {
  const Place place;
  auto profile = store::Profile::open(place.folder.string());
  REQUIRE(profile);
  auto package = app::first_lesson();
  REQUIRE(package);
  SteadyTime steady{1'000'000};
  auto sitting = app::Sitting::start(*package, *profile, true, steady, WallTime{1'700'000'000});
  REQUIRE(sitting);
  for (int i = 0; i < 8; ++i) press(**sitting, steady, {94'000 + 1'600 * i, 50'000});
  REQUIRE((*sitting)->act(runner::Finish{(*sitting)->time(steady)}));
  app::Review review(**sitting);
  CHECK(review.shown().skin.dots.size() == 8);
  review.seek({});
  CHECK(review.shown().skin.dots.empty());
  review.seek((*sitting)->attempt().skin.dots[3].closed_us);
  CHECK(review.shown().skin.dots.size() == 4);
  review.step_dot(1);
  CHECK(review.shown().skin.dots.size() == 5);
  review.step_dot(-1);
  CHECK(review.shown().skin.dots.size() == 4);
}

TEST_CASE("the total so far comes when the field is nearly done, and is what Finish gives") {
  const Place place;
  auto profile = store::Profile::open(place.folder.string());
  auto package = app::first_lesson();
  REQUIRE(profile);
  REQUIRE(package);
  SteadyTime steady{5'000'000};
  auto sitting = app::Sitting::start(*package, *profile, true, steady, WallTime{1'700'000'000});
  REQUIRE(sitting);
  app::Sitting& s = **sitting;
  for (int i = 0; i < 64; ++i) {
    if (i < 54) CHECK_FALSE(s.total_so_far().has_value());
    press(s, steady, {93'400 + 1'880 * (i % 8) + 150 * (i % 3), 43'400 + 1'880 * (i / 8) + 120 * (i % 5)});
  }
  REQUIRE(s.total_so_far().has_value());
  REQUIRE(s.act(runner::Undo{s.time(steady), engine::sim::UndoScope::Lift}));
  const auto so_far = s.total_so_far();
  REQUIRE(s.act(runner::Finish{s.time(steady + Span{1'000'000})}));
  REQUIRE(s.attempt().finished.has_value());
  CHECK(so_far == s.attempt().finished->total_hundredths);
}

TEST_CASE(
    "every change of device brings its calibration, and a new one holds at once and comes back with its "
    "device") {
  const Place place;
  auto profile = store::Profile::open(place.folder.string());
  REQUIRE(profile);
  auto package = app::first_lesson();
  REQUIRE(package);
  SteadyTime steady{1'000'000};
  const engine::sim::Calibrated slow{.press_time_permille = 1400};
  auto sitting =
      app::Sitting::start(*package, *profile, true, steady, WallTime{1'700'000'000}, {{"mouse", slow}});
  REQUIRE(sitting);
  auto& s = **sitting;
  const auto& now = s.attempt().skin.calibration;
  CHECK(now.press_time_permille == 1400);
  press(s, steady, {95'000, 50'000});
  s.use_device(engine::sim::DeviceKind::Key, "key D", s.time(steady));
  CHECK(now.press_time_permille == 1400);  // the needle key is the mouse's
  s.note(engine::sim::Event{
      engine::sim::DeviceChanged{s.time(steady), engine::sim::DeviceKind::Pen, "pen", true}});
  CHECK(now == engine::sim::Calibrated{.t_us = s.attempt().skin.t_us});
  s.calibrate("pen", {.maximum_pressure = 5000}, s.time(steady));
  CHECK(now.maximum_pressure == 5000);
  s.calibrate("mouse", {.press_time_permille = 800}, s.time(steady));  // another device's: later
  CHECK(now.maximum_pressure == 5000);
  s.use_device(engine::sim::DeviceKind::Mouse, "mouse", s.time(steady));
  CHECK(now.press_time_permille == 800);
  CHECK(now.maximum_pressure == engine::sim::kFullPressure);
  press(s, steady, {97'000, 50'000});
  s.close();
  s.recording()->wait();
  std::size_t devices = 0;
  const auto record = store::read_record(s.record(), store::ReadMode::Strict);
  REQUIRE(record);
  for (std::size_t i = 0; i + 1 < record->events.size(); ++i) {
    const auto* of_sim = std::get_if<engine::sim::Event>(&record->events[i]);
    if (of_sim == nullptr || !std::holds_alternative<engine::sim::DeviceChanged>(*of_sim)) continue;
    ++devices;
    CHECK(
        std::holds_alternative<engine::sim::Calibrated>(std::get<engine::sim::Event>(record->events[i + 1])));
  }
  CHECK(devices == 4);
  // The same press is as deep as the calibration says: 150 ms of a hand of 210 ms, and of one of 120 ms.
  const auto& dots = s.attempt().skin.dots;
  REQUIRE(dots.size() == 2);
  CHECK(dots[0].deposit_depth_um < dots[1].deposit_depth_um);
}

TEST_CASE("while it pauses no time passes, and it goes on where it stood") {
  const Place place;
  auto profile = store::Profile::open(place.folder.string());
  REQUIRE(profile);
  auto package = app::first_lesson();
  REQUIRE(package);
  SteadyTime steady{77'000'000};
  auto made = app::Sitting::start(*package, *profile, true, steady, WallTime{1'700'000'000});
  REQUIRE(made);
  auto& s = **made;
  press(s, steady, {95'000, 50'000});
  steady += Span{1'000'000};
  const auto before = s.time(steady);
  s.pause(steady);
  s.pause(steady + Span{9'000'000});  // means nothing
  CHECK(s.time(steady - Span{100'000}) == before - Span{100'000});
  CHECK(s.time(steady + Span{40'000'000}) == before);
  s.calibrate("mouse", {.press_time_permille = 1200}, s.time(steady + Span{40'000'000}));
  CHECK(s.attempt().skin.t_us == before);
  steady += Span{60'000'000};
  s.resume(steady);
  CHECK(s.time(steady) == before);
  CHECK(s.time(steady + Span{2'000'000}) == before + Span{2'000'000});
  s.resume(steady + Span{5'000'000});  // it goes on already
  CHECK(s.time(steady + Span{5'000'000}) == before + Span{5'000'000});
  press(s, steady, {97'000, 50'000});
  CHECK(s.attempt().skin.t_us == before + Span{550'000});
}
