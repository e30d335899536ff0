// Gauges: their numbers follow from the dots.
#include "trainer/ui/work/gauges.h"
#include "engine/core/moment.h"
#include "trainer/runner/feedback.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "tests/support/ui_checks.h"

using engine::core::AttemptTime;
using engine::core::Span;

using namespace trainer;
using namespace trainer::ui;
using support::StepKind;
using support::UiStage;

namespace {

runner::Attempt attempt(const lessons::Lesson& lesson) {
  return runner::begin(assessment::Site::make(lesson).value());
}
runner::Attempt with(std::vector<engine::skin::Dot> dots) {
  auto a = attempt(support::field().step(StepKind::NeedleWork).lesson());
  a.skin.dots = std::move(dots);
  if (!a.skin.dots.empty()) a.skin.t_us = a.skin.dots.back().closed_us;
  return a;
}
// Dots at these seconds.
runner::Attempt at_seconds(const std::vector<double>& seconds) {
  std::vector<engine::skin::Dot> dots;
  for (const double s : seconds) {
    auto d = support::dot(static_cast<std::uint32_t>(dots.size()),
                          {20.0 + 0.5 * static_cast<double>(dots.size()), 20});
    d.t_us = AttemptTime{static_cast<std::int64_t>(s * 1e6)};
    d.closed_us = d.t_us + Span{100'000};
    dots.push_back(d);
  }
  return with(dots);
}
DepthView depth(const runner::Attempt& a) {
  return make_gauges(a, std::nullopt, 14).depth;
}
std::vector<double> every(double seconds, int count) {
  std::vector<double> times;
  for (int i = 0; i < count; ++i) times.push_back(seconds * i);
  return times;
}

}  // namespace

TEST_CASE("without a dot there is no depth to show, only where it should be") {
  const auto v = depth(with({}));
  CHECK_FALSE(v.now.has_value());
  CHECK(v.trail.empty());
  CHECK(v.low < v.high);
  CHECK(v.high < v.over);
}

TEST_CASE("the number shown is the last dot's, the trail the last 36, oldest first") {
  std::vector<engine::skin::Dot> dots;
  for (std::uint32_t i = 0; i < 50; ++i)
    dots.push_back(support::dot(i, {16.0 + 0.5 * i, 20}, 0.30 + 0.01 * i));
  const auto v = depth(with(dots));
  REQUIRE(v.trail.size() == 36);
  CHECK(v.now->value == doctest::Approx(dots.back().deposit_depth_um / 1000.0));
  CHECK(v.trail.front().depth.value == doctest::Approx(dots[14].deposit_depth_um / 1000.0));
  CHECK(v.trail.back().state == engine::skin::depth_state(dots.back(), engine::skin::kDepthBand));
}

TEST_CASE("dots taken back leave the trail") {
  auto dots = support::in_rows(3, 1, {20, 20}, 2.0);
  dots[2].withdrawn = true;
  dots[1].deposit_depth_um = 500;
  const auto v = depth(with(dots));
  CHECK(v.trail.size() == 2);
  CHECK(v.now->value == doctest::Approx(0.5));
}

TEST_CASE("a dot still open has no depth yet") {
  auto a = with(support::in_rows(2, 1, {20, 20}, 2.0));
  a.skin.contact = engine::sim::Contact{};
  a.skin.contact->has_open_dot = true;
  CHECK(depth(a).trail.size() == 1);
  a.skin.contact->has_open_dot = false;
  CHECK(depth(a).trail.size() == 2);
}

TEST_CASE("the band is that of the lesson on the skin of the last dot, thin or thick") {
  for (const std::int32_t thickness : {900, 1180, 1480}) {
    auto d = support::dot(0, {20, 20});
    d.thickness_um = thickness;
    const auto v = depth(with({d}));
    CHECK(v.low.value == doctest::Approx(0.38 * thickness / 1000.0));
    CHECK(v.high.value == doctest::Approx(0.72 * thickness / 1000.0));
    CHECK(v.over.value == doctest::Approx(0.95 * thickness / 1000.0));
  }
  auto lesson = support::field().step(StepKind::NeedleWork).lesson();
  lesson.targets[0].depth = {0.40, 0.60};
  auto a = attempt(lesson);
  a.skin.dots = {support::dot(0, {20, 20})};
  CHECK(depth(a).high.value == doctest::Approx(0.60 * 1.18));
}

TEST_CASE("before the first dot the band is that of the skin that will be worked, and no dot makes it jump") {
  for (const double skin_mm : {0.9, 1.18, 1.48}) {
    auto lesson = support::field();
    lesson.pad(60, 60, skin_mm).step(StepKind::NeedleWork);
    auto a = attempt(lesson.lesson());
    const auto before = depth(a), over = make_gauges(a, {}, 14, false, {{20'000, 20'000}}).depth;
    CHECK(before.low.value == doctest::Approx(0.38 * skin_mm));
    CHECK(before.high.value == doctest::Approx(0.72 * skin_mm));
    CHECK(before.over.value == doctest::Approx(0.95 * skin_mm));
    CHECK(over.low == before.low);
    auto d = support::dot(0, {20, 20});
    d.thickness_um = static_cast<std::int32_t>(1000 * skin_mm + 0.5);
    a.skin.dots = {d};
    CHECK(depth(a).low.value == doctest::Approx(before.low.value));
  }
}

TEST_CASE("the band follows the needle from healthy skin into a scar and from target to target") {
  auto lesson = support::LessonBuilder("two")
                    .target(support::square("plain", 10, 20), 40.0)
                    .target(support::square("scar", 30, 40), 40.0)
                    .tissue(engine::scalp::TissueKind::RaisedScar, "scar")
                    .step(StepKind::NeedleWork)
                    .lesson();
  lesson.targets[1].depth = {0.40, 0.60};
  const auto a = attempt(lesson);
  const auto at = [&](std::int32_t um) { return make_gauges(a, {}, 14, false, {{um, um}}).depth; };
  CHECK(at(15'000).low.value == doctest::Approx(0.38 * 1.18));
  CHECK(at(35'000).low.value == doctest::Approx(0.40 * 1.3 * 1.18));
  CHECK(at(35'000).high.value == doctest::Approx(0.60 * 1.3 * 1.18));
  // Beside the canvas nothing is known of it: the first target's.
  CHECK(at(-5'000).low.value == doctest::Approx(0.38 * 1.18));
}

TEST_CASE("a press in progress is told by its own skin and state at every depth") {
  const auto a = with({});
  double before = -1.0;
  for (double delta = 0.0; delta < 1.2; delta += 0.05) {
    const auto v = make_gauges(a, Pressing{.delta = delta, .thickness = engine::core::Mm{1.48}}, 14).depth;
    CHECK(v.pressing);
    CHECK(v.now->value == doctest::Approx(delta * 1.48));
    CHECK(v.now->value > before);
    before = v.now->value;
    engine::skin::Dot d;
    d.thickness_um = 1480;
    d.deposit_depth_um = static_cast<std::int32_t>(delta * 1480 + 0.5);
    // At the very edges of the bands either rounding is right.
    bool edge = false;
    for (const double bound : {0.08, 0.38, 0.72, 0.95}) edge = edge || std::fabs(delta - bound) < 0.002;
    if (!edge) CHECK(v.state == engine::skin::depth_state(d, engine::skin::kDepthBand));
  }
}

TEST_CASE("depth is called simulated by what the last dot was made with") {
  auto d = support::dot(0, {20, 20});
  for (const auto& [source, simulated] : std::initializer_list<std::pair<engine::skin::DepthSource, bool>>{
           {engine::skin::DepthSource::Measured, false},
           {engine::skin::DepthSource::Simulated, true},
           {engine::skin::DepthSource::Unknown, true}}) {
    d.depth_source = source;
    CHECK(depth(with({d})).simulated == simulated);
  }
}

TEST_CASE("of a tap without a length no depth is shown, and the trail holds only what is known") {
  auto known = support::dot(0, {20, 20}), tap = support::dot(1, {22, 20});
  tap.depth_source = engine::skin::DepthSource::Unknown;
  const auto after_tap = depth(with({known, tap}));
  CHECK_FALSE(after_tap.known);
  CHECK_FALSE(after_tap.now);
  CHECK(after_tap.trail.size() == 1);
  std::swap(known.number, tap.number);
  const auto after_press = depth(with({tap, known}));
  CHECK(after_press.known);
  CHECK(after_press.now);
}

TEST_CASE("steady work has the pace of its clock, whatever the clock") {
  for (const double seconds : {0.5, 1.0, 1.5, 3.0}) {
    const auto pace = make_gauges(at_seconds(every(seconds, 20)), {}, 14).pace;
    CHECK(pace.per_minute == doctest::Approx(60.0 / seconds));
    CHECK(pace.word == "steady");
  }
}

TEST_CASE("three dots are no pace yet, four are") {
  CHECK(make_gauges(at_seconds(every(1, 3)), {}, 14).pace.per_minute == 0.0);
  CHECK(make_gauges(at_seconds(every(1, 3)), {}, 14).pace.word.empty());
  CHECK(make_gauges(at_seconds(every(1, 4)), {}, 14).pace.per_minute == doctest::Approx(60.0));
}

TEST_CASE("a pace that doubles is quickening, the same backwards slowing") {
  std::vector<double> faster{0, 2, 4, 6, 8, 9, 10, 11, 12}, slower{0, 1, 2, 3, 4, 6, 8, 10, 12};
  const auto up = make_gauges(at_seconds(faster), {}, 14).pace,
             down = make_gauges(at_seconds(slower), {}, 14).pace;
  CHECK(up.word != down.word);
  CHECK(up.word != "steady");
  CHECK(down.word != "steady");
  CHECK(up.per_minute == doctest::Approx(down.per_minute));
}

TEST_CASE("ages of dots are counted from now, and only the last 24 are kept") {
  const auto pace = make_gauges(at_seconds(every(1, 40)), {}, 14).pace;
  REQUIRE(pace.ago.size() == 24);
  CHECK(pace.ago.back().value == doctest::Approx(0.1));
  for (std::size_t i = 1; i < pace.ago.size(); ++i)
    CHECK((pace.ago[i - 1] - pace.ago[i]).value == doctest::Approx(1.0));
}

TEST_CASE("dots at one moment are no division by nothing") {
  const auto pace = make_gauges(at_seconds({1, 1, 1, 1, 1, 1}), {}, 14).pace;
  CHECK(std::isfinite(pace.per_minute));
}

TEST_CASE("the spacing band scales with the density asked: four times as dense, half as far") {
  const auto band = [](double density) {
    return make_gauges(attempt(support::field(density).step(StepKind::NeedleWork).lesson()), {}, 14).spacing;
  };
  const auto thin = band(25), dense = band(100);
  CHECK(thin.near.value == doctest::Approx(2 * dense.near.value));
  CHECK(thin.next.value == doctest::Approx(2 * dense.next.value));
  CHECK(thin.far.value == doctest::Approx(2 * dense.far.value));
  CHECK(dense.near.value == doctest::Approx(0.55));  // 100 per cm2 are 1 mm apart
}

TEST_CASE("the nearest dot is told in millimetres, and nothing of a single one") {
  CHECK(make_gauges(with(support::in_rows(2, 1, {20, 20}, 1.25)), {}, 14).spacing.nearest->value ==
        doctest::Approx(1.25).epsilon(0.01));
  CHECK_FALSE(make_gauges(with({support::dot(0, {20, 20})}), {}, 14).spacing.nearest.has_value());
}

TEST_CASE("coverage counts what lies in the field and beside it") {
  auto dots = support::in_rows(6, 1, {16, 20}, 2.0);
  dots.push_back(support::dot(6, {5, 5}));
  dots.push_back(support::dot(7, {55, 5}));
  dots[0].withdrawn = true;
  const auto c = make_gauges(with(dots), {}, 14).coverage;
  CHECK(c.placed == 5);
  CHECK(c.outside == 2);
  CHECK(c.asked == 360);
  CHECK(c.session.empty());
}

TEST_CASE("the session is told only where there are several") {
  const auto v = make_gauges(attempt(support::field().sessions({0.3, 0.6, 1.0}).lesson()), {}, 14);
  CHECK(v.coverage.session.find("1") != std::string::npos);
  CHECK(v.coverage.session.find("3") != std::string::npos);
  CHECK(v.coverage.asked == 108);  // three tenths of 360
}

TEST_CASE("the working zoom follows the densest target, is at least 14, and 24 into scars") {
  const auto zoom = [](double density) {
    return working_zoom(attempt(support::field(density).step(StepKind::NeedleWork).lesson()));
  };
  CHECK(zoom(40) == doctest::Approx(14.0));
  CHECK(zoom(100) == doctest::Approx(15.0));
  CHECK(zoom(144) == doctest::Approx(18.0));
  const auto two = attempt(support::LessonBuilder()
                               .target(support::square("a", 5, 20), 30)
                               .target(support::square("b", 30, 50), 144)
                               .step(StepKind::NeedleWork)
                               .lesson());
  CHECK(working_zoom(two) == doctest::Approx(18.0));
  CHECK(peak_density_per_mm2(two) == doctest::Approx(1.44));
}

TEST_CASE("it warns below two thirds of the working zoom and not above") {
  const auto a = with({});
  CHECK(make_gauges(a, {}, 9.3).zoom_in);
  CHECK_FALSE(make_gauges(a, {}, 9.4).zoom_in);
}

TEST_CASE("the mark of a sentence is that of a dot in band only when nothing is wrong") {
  runner::DotFeedback good;
  good.on_target = true;
  CHECK(feedback_mark(good) == DepthState::Target);
  const auto changed = [&](auto change) {
    auto f = good;
    change(f);
    return feedback_mark(f);
  };
  CHECK(changed([](auto& f) { f.forbidden = true; }) == DepthState::Blowout);
  CHECK(changed([](auto& f) { f.on_target = false; }) != DepthState::Target);
  CHECK(changed([](auto& f) { f.crowded = true; }) != DepthState::Target);
  CHECK(changed([](auto& f) { f.far = true; }) != DepthState::Target);
  for (const auto state : {DepthState::Epidermal, DepthState::Shallow, DepthState::Deep, DepthState::Blowout})
    CHECK(changed([&](auto& f) { f.depth = state; }) == state);
  CHECK(changed([](auto& f) { f.forbidden = true, f.depth = DepthState::Shallow; }) == DepthState::Blowout);
}

TEST_CASE("states have words of their own; too little and too much differ in colour") {
  std::vector<std::string> words;
  for (int i = 0; i < 5; ++i) words.emplace_back(state_word(static_cast<DepthState>(i)));
  std::sort(words.begin(), words.end());
  CHECK(std::unique(words.begin(), words.end()) == words.end());
  CHECK(state_token(DepthState::Shallow) == state_token(DepthState::Epidermal));
  CHECK(state_token(DepthState::Shallow) != state_token(DepthState::Deep));
  CHECK(state_token(DepthState::Deep) != state_token(DepthState::Blowout));
}

TEST_CASE("gauges are drawn within their rectangles, whatever their numbers") {
  for (const double mm : {0.0, 0.01, 0.62, 1.5, 3.0})
    for (const double thick : {0.5, 1.18, 2.5}) {
      DepthView d;
      d.now = engine::core::Mm{mm};
      d.low = engine::core::Mm{0.38 * thick};
      d.high = engine::core::Mm{0.72 * thick};
      d.over = engine::core::Mm{0.95 * thick};
      d.trail.assign(36, {engine::core::Mm{mm}, DepthState::Deep});
      d.shift_permille = -120;
      SpacingView s;
      s.nearest = engine::core::Mm{mm};
      using engine::core::Seconds;
      PaceView p{{Seconds{0}, Seconds{1}, Seconds{2}, Seconds{40}}, 1234.0, "quickening"};
      CoverageView c{1000, 360, 12, "so far 84.20", {}, {}};
      for (const float scale : {1.0F, 2.0F}) {
        UiStage stage({1280 * scale, 800 * scale, scale}, [&](Ui& ui, const Frame&, Intents&) {
          const auto r = [&](float y, float h) { return Rect{ui.px(40), ui.px(y), ui.px(248), ui.px(h)}; };
          draw_depth_block(ui, r(40, 400), d);
          draw_spacing(ui, r(460, 80), s);
          draw_pace(ui, r(540, 80), p);
          draw_coverage(ui, r(620, 80), c);
        });
        CAPTURE(mm);
        CAPTURE(thick);
        for (const auto& fault : stage.faults()) FAIL_CHECK(fault);
        for (const auto& text : stage.drawn().texts) {
          CHECK(text.at.x >= 40 * scale - 2);
          CHECK(text.at.right() <= 288 * scale + 2);
        }
      }
    }
}

TEST_CASE("session, dots outside and total never stand on each other; the session gives way to both") {
  for (const bool session : {false, true})
    for (const int outside : {0, 3})
      for (const bool total : {false, true}) {
        const CoverageView c{120, 360, outside, total ? "so far 84.20" : "", session ? "session 1 of 3" : "",
                             {}};
        UiStage stage({}, [&](Ui& ui, const Frame&, Intents&) { draw_coverage(ui, {40, 40, 248, 64}, c); });
        for (const auto& fault : stage.faults()) FAIL_CHECK(fault);
        CHECK(support::writes(stage, "session 1 of 3") == (session && (outside == 0 || !total)));
        CHECK(support::writes(stage, "so far 84.20") == total);
      }
}
