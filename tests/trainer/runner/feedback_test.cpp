// What is true of the last dot, and how far the work has come. Facts only: how they are said is tried
// elsewhere.
#include <cmath>

#include "engine/core/moment.h"
#include "engine/scoring/spacing.h"
#include "tests/trainer/runner/person.h"
#include "trainer/runner/feedback.h"
#include "trainer/runner/progress.h"

using engine::core::Span;

using namespace trainer;
using namespace trainer::runner;
using engine::skin::DepthState;
using runner_test::Person;
using runner_test::StepKind;

namespace {

constexpr double kDensity = 40.0;  // per cm2
const double kRef = engine::scoring::reference_distance(kDensity / 100.0).value;

support::LessonBuilder plain() {
  support::LessonBuilder lesson("plain");
  lesson.target(support::square("field", 20, 40), kDensity).step(StepKind::NeedleWork);
  return lesson;
}

// Four dots at the right distance from each other, then one so far from the first, away from the others.
DotFeedback after_one_at(double distance_mm) {
  Person p(plain());
  p.tap(30, 30);
  for (const double x : {32.0, 34.0, 36.0}) p.tap(x, 30);
  p.tap(30 - distance_mm, 30);
  return last_dot_feedback(p.attempt).value();
}

}  // namespace

TEST_CASE("without a dot nothing is said, and nothing of a dot that is open or taken back") {
  Person p(plain());
  CHECK_FALSE(last_dot_feedback(p.attempt));
  p.tap(25, 25);
  p.tap(30, 30);
  p.t += Span{500'000};
  p.move(35, 35, true);
  CHECK(last_dot_feedback(p.attempt)->number == 1);
  p.t += Span{150'000};
  p.move(35, 35, false);
  CHECK(last_dot_feedback(p.attempt)->number == 2);
  p.act(Undo{p.t});
  CHECK(last_dot_feedback(p.attempt)->number == 1);
}

TEST_CASE("the first dot has no neighbour, and is neither near nor far") {
  Person p(plain());
  p.tap(30, 30);
  const auto f = last_dot_feedback(p.attempt).value();
  CHECK_FALSE(f.nearest);
  CHECK_FALSE(f.doublet);
  CHECK_FALSE(f.crowded);
  CHECK_FALSE(f.far);
  CHECK(f.on_target);
}

TEST_CASE("near and far are shares of the distance that the density means") {
  using namespace engine::scoring;
  struct Row {
    double share;
    bool doublet, crowded, far;
  };
  for (const Row& row :
       {Row{kDoubletShare - 0.02, true, true, false}, Row{kDoubletShare + 0.02, false, true, false},
        Row{kCrowdedShare - 0.02, false, true, false}, Row{kCrowdedShare + 0.02, false, false, false},
        Row{kNextShare, false, false, false}, Row{kGapShare - 0.02, false, false, false},
        Row{kGapShare + 0.02, false, false, true}}) {
    CAPTURE(row.share);
    const auto f = after_one_at(row.share * kRef);
    CHECK(f.nearest->value == doctest::Approx(row.share * kRef).epsilon(0.01));
    CHECK(f.doublet == row.doublet);
    CHECK(f.crowded == row.crowded);
    CHECK(f.far == row.far);
  }
}

TEST_CASE("nobody is far from the others before there are some") {
  Person p(plain());
  p.tap(21, 21);
  p.tap(39, 39);
  CHECK_FALSE(last_dot_feedback(p.attempt)->far);
  p.tap(39, 21);
  CHECK_FALSE(last_dot_feedback(p.attempt)->far);
  p.tap(21, 39);
  CHECK(last_dot_feedback(p.attempt)->far);
}

TEST_CASE("depth is told with the band of that skin, and by what it was measured") {
  struct Row {
    Span dwell_us;
    DepthState state;
  };
  for (const Row& row : {Row{Span{20'000}, DepthState::Epidermal}, Row{Span{50'000}, DepthState::Shallow},
                         Row{Span{150'000}, DepthState::Target}, Row{Span{350'000}, DepthState::Deep},
                         Row{Span{500'000}, DepthState::Blowout}}) {
    Person p(plain());
    p.tap(30, 30, row.dwell_us);
    const auto f = last_dot_feedback(p.attempt).value();
    CHECK(f.depth == row.state);
    CHECK_FALSE(f.measured);
    CHECK(f.low.value == doctest::Approx(0.38 * 1.18));
    CHECK(f.high.value == doctest::Approx(0.72 * 1.18));
  }
  Person pen(plain());
  pen.tap(30, 30, Span{150'000}, 3'700);
  CHECK(last_dot_feedback(pen.attempt)->measured);
  Person own(plain().with([](lessons::Lesson& l) { l.targets[0].depth = {0.5, 0.6}; }));
  own.tap(30, 30);
  CHECK(last_dot_feedback(own.attempt)->high.value == doctest::Approx(0.6 * 1.18));
}

TEST_CASE("outside is outside, and where no needle may go it is said too") {
  Person p(plain().no_go(support::square("mole", 28, 30)));
  p.tap(10, 10);
  CHECK_FALSE(last_dot_feedback(p.attempt)->on_target);
  CHECK_FALSE(last_dot_feedback(p.attempt)->forbidden);
  p.tap(29, 29);
  CHECK(last_dot_feedback(p.attempt)->forbidden);
  support::LessonBuilder free("free");
  free.step(StepKind::NeedleWork);
  Person anywhere(free);
  anywhere.tap(10, 10);
  CHECK(last_dot_feedback(anywhere.attempt)->on_target);  // nothing is asked
}

TEST_CASE("of a dot on a healed one that is told, until another of today lies nearer") {
  support::LessonBuilder lesson("two");
  lesson.target(support::square("field", 20, 40), kDensity).sessions({0.5, 1.0}, 12);
  Person p(lesson);
  for (int i = 0; i < 25; ++i) p.tap(21 + 3.5 * (i % 5), 21 + 3.5 * (i / 5));
  p.act(EndSession{p.t});
  const auto& dots = p.attempt.skin.dots;
  const auto kept = std::find_if(dots.begin(), dots.end(),
                                 [&](const auto& d) { return engine::sim::is_there(p.attempt.skin, d); });
  REQUIRE(kept != dots.end());
  const double x = kept->at.u_um / 1000.0, y = kept->at.v_um / 1000.0;
  p.tap(x + 0.4, y);
  CHECK(last_dot_feedback(p.attempt)->over_old);
  CHECK(last_dot_feedback(p.attempt)->doublet);
  p.tap(x + 0.5, y);
  CHECK_FALSE(last_dot_feedback(p.attempt)->over_old);
}

TEST_CASE("progress counts what is there: inside, outside, taken back") {
  Person p(plain());
  CHECK(progress(p.attempt).asked == 160);
  p.taps(10);
  p.tap(10, 10);
  p.act(Undo{p.t});
  p.tap(11, 11);
  const auto now = progress(p.attempt);
  CHECK(now.placed == 10);
  CHECK(now.outside == 1);
  CHECK(now.session == 0);
  CHECK(now.kept == 0);
  CHECK_FALSE(now.nearly_done);
}

TEST_CASE("nearly done is nine in ten, not one dot before") {
  support::LessonBuilder small("small");
  small.target(support::square("field", 20, 30), kDensity).step(StepKind::NeedleWork);
  Person p(small);
  REQUIRE(progress(p.attempt).asked == 40);
  p.taps(35);
  CHECK_FALSE(progress(p.attempt).nearly_done);
  p.tap(29, 29);
  CHECK(progress(p.attempt).nearly_done);
}

TEST_CASE("where nothing is asked nothing is nearly done") {
  support::LessonBuilder free("free");
  free.step(StepKind::NeedleWork);
  Person p(free);
  p.tap(30, 30);
  CHECK(progress(p.attempt).asked == 0);
  CHECK_FALSE(progress(p.attempt).nearly_done);
}

TEST_CASE("every session asks for its share of what the skin shall keep") {
  support::LessonBuilder lesson("three");
  lesson.target(support::square("field", 20, 40), kDensity).sessions({0.3, 0.7, 1.0}, 12);
  Person p(lesson);
  const double shares[] = {0.3, 0.7, 1.0};
  for (std::size_t session = 0; session < 3; ++session) {
    CHECK(session_now(p.attempt) == session);
    CHECK(session_share(p.attempt) == shares[session]);
    CHECK(progress(p.attempt).asked == doctest::Approx(160 * shares[session]).epsilon(0.02));
    if (session < 2) p.act(EndSession{p.t});
  }
}
