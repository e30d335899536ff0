// Two people who press differently go through the device check and then work: what each means by light, right
// and firm is what stands in the record, and the score says so.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/core/moment.h"
#include "tests/support/lessons.h"
#include "trainer/app/device_check.h"
#include "trainer/app/sitting.h"
#include "trainer/lessons/package.h"

using engine::core::Span;
using engine::core::SteadyTime;
using engine::core::WallTime;

using namespace trainer;
using namespace engine::platform;
using engine::geometry::Vec2;
using engine::skin::DepthState;
namespace fs = std::filesystem;

namespace {

const Device kPen{
    .id = 7, .kind = PointerKind::Pen, .name = "A pen", .path = "X11, XInput 2", .pressure = true};

// Shares of the pen's full pressure.
struct User {
  const char* name;
  double light, comfortable, firm;
};
constexpr User kSoft{"soft", 0.10, 0.20, 0.45}, kFirm{"firm", 0.40, 0.68, 0.90};

PointerSample sample(SteadyTime t_us, Vec2 at, double pressure) {
  return {.t_us = t_us,
          .at = at,
          .pressure = pressure,
          .tilt_deg = {},
          .twist = {},
          .kind = PointerKind::Pen,
          .device = kPen.id};
}

// The check as this hand goes through it; no two presses are quite alike.
engine::sim::Calibrated calibration_of(const User& user) {
  app::DeviceCheck check(kPen, 14.0);
  SteadyTime now_us{1'000'000};
  const auto press = [&](Vec2 at, double pressure, Span length_us) {
    check.press(kPen, sample(now_us, at, pressure * 0.4));
    for (const SteadyTime end = now_us + length_us; now_us < end; now_us += Span{10'000})
      check.move(sample(now_us, at, pressure));
    check.release(sample(now_us, at, 0.0));
    now_us += Span{200'000};
  };
  check.press(kPen, sample(now_us, {400, 300}, user.comfortable));
  for (int i = 0; i <= 80; ++i, now_us += Span{10'000})
    check.move(sample(now_us, {300 + 100 * std::cos(i * 0.0785), 300 + 100 * std::sin(i * 0.0785)},
                      user.comfortable));
  check.release(sample(now_us, {400, 300}, 0.0));
  now_us += Span{200'000};
  press({200, 200}, user.light, Span{900'000});
  press({200, 200}, user.firm, Span{900'000});
  for (int i = 0; i < engine::sim::kTapsAsked; ++i)
    press({200.0 + 40 * i, 200}, user.comfortable, Span{60'000});
  for (int i = 0; i < engine::sim::kComfortableAsked; ++i)
    press({200.0 + 20 * i, 300}, user.comfortable * (1.0 + 0.03 * (i % 5 - 2)), Span{150'000});
  REQUIRE(check.done());
  CHECK(check.report().findings.empty());
  return check.report().calibration;
}

// A square to fill at one depth; the hand may press beside it.
std::string lesson() {
  using engine::scoring::CriterionId;
  return support::LessonBuilder("depth")
      .target(support::square("square", 20, 40), 25.0)
      .step(support::StepKind::NeedleWork)
      .judged(CriterionId::Density, 50)
      .judged(CriterionId::Depth, 50)
      .text();
}

struct Place {
  fs::path folder;
  Place() {
    std::string name = (fs::temp_directory_path() / "smp-hands-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder = name;
    fs::create_directories(folder / "depth");
    std::ofstream(folder / "depth/lesson.toml") << lesson();
  }
  ~Place() { fs::remove_all(folder); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
};

// A lesson in which the hand presses lightly, as is comfortable and firmly, beside the square, and then fills
// it as is comfortable. What comes back is read from the record.
struct Done {
  engine::sim::Calibrated recorded;
  std::vector<engine::skin::Dot> dots;
  int depth_score = -1;
};
Done lesson_of(const User& user, const app::Calibrations& calibrations) {
  const Place place;
  auto profile = store::Profile::open(place.folder.string());
  REQUIRE(profile);
  auto loaded = lessons::load_package((place.folder / "depth").string());
  REQUIRE(loaded.package);
  SteadyTime now_us{5'000'000};
  auto sitting =
      app::Sitting::start(*loaded.package, *profile, true, now_us, WallTime{1'700'000'000}, calibrations);
  REQUIRE(sitting);
  auto& s = **sitting;
  s.use_device(engine::sim::DeviceKind::Pen, kPen.name, s.time(now_us));
  const auto press = [&](double u_mm, double v_mm, double pressure) {
    const auto at = engine::scalp::canvas_point_from_mm({u_mm, v_mm});
    for (int i = 0; i <= 15; ++i, now_us += Span{10'000}) {
      const double rise = std::min(1.0, 0.4 + 0.2 * i);
      REQUIRE(s.act(runner::MoveNeedle{{.t_us = s.time(now_us),
                                        .at = at,
                                        .pressure = static_cast<std::uint16_t>(8192 * pressure * rise),
                                        .tilt = {},
                                        .contact = i < 15}}));
    }
    now_us += Span{250'000};
  };
  press(10, 10, user.light);
  press(12, 10, user.comfortable);
  press(14, 10, user.firm);
  for (int i = 0; i < 100; ++i)
    press(21.0 + i % 10 * 2.0 + 0.3 * (i % 3 - 1), 21.0 + i / 10 * 2.0 + 0.3 * (i / 3 % 3 - 1),
          user.comfortable * (1.0 + 0.03 * (i % 5 - 2)));
  REQUIRE(s.act(runner::Finish{s.time(now_us)}));
  const std::string record = s.record();
  s.close();
  s.recording()->wait();
  auto seen = app::Sitting::look_at(record);
  REQUIRE(seen);
  Done done{.recorded = (*seen)->attempt().skin.calibration, .dots = (*seen)->attempt().skin.dots};
  for (const auto& criterion : runner::assess((*seen)->attempt()).criteria)
    if (criterion.id == engine::scoring::CriterionId::Depth) {
      CHECK_FALSE(criterion.simulated);
      done.depth_score = criterion.score.value_or(-1);
    }
  return done;
}

}  // namespace

TEST_CASE("after the check both hands get the depths that they mean, in the record and in the score") {
  for (const User& user : {kSoft, kFirm}) {
    CAPTURE(user.name);
    const auto calibration = calibration_of(user);
    const Done done = lesson_of(user, {{kPen.name, calibration}});
    CHECK(done.recorded.curve_gamma_permille == calibration.curve_gamma_permille);
    CHECK(done.recorded.maximum_pressure == calibration.maximum_pressure);
    REQUIRE(done.dots.size() == 103);
    const DepthState light = depth_state(done.dots[0], engine::skin::kDepthBand),
                     firm = depth_state(done.dots[2], engine::skin::kDepthBand);
    CHECK((light == DepthState::Shallow || light == DepthState::Epidermal));
    CHECK(depth_state(done.dots[1], engine::skin::kDepthBand) == DepthState::Target);
    CHECK((firm == DepthState::Deep || firm == DepthState::Blowout));
    CHECK(engine::skin::delta(done.dots[1]) == doctest::Approx(0.55).epsilon(0.04));
    for (std::size_t i = 3; i < done.dots.size(); ++i)
      CHECK(depth_state(done.dots[i], engine::skin::kDepthBand) == DepthState::Target);
    CHECK(done.depth_score > 9500);
  }
}

TEST_CASE("without the check, or with that of the other hand, they miss the band") {
  CHECK(lesson_of(kSoft, {}).depth_score < 5000);
  CHECK(lesson_of(kFirm, {}).depth_score < 5000);
  CHECK(lesson_of(kSoft, {{kPen.name, calibration_of(kFirm)}}).depth_score < 5000);
  CHECK(lesson_of(kFirm, {{kPen.name, calibration_of(kSoft)}}).depth_score < 5000);
}
