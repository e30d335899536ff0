#include "trainer/robots/performance.h"

#include <algorithm>
#include <utility>

#include "engine/skin/response.h"
#include "trainer/lessons/skin_of_zones.h"
#include "trainer/robots/even_points.h"
#include "trainer/robots/hairline.h"
#include "trainer/robots/needling.h"
#include "trainer/robots/order.h"
#include "trainer/robots/scar_points.h"
#include "trainer/runner/progress.h"
#include "trainer/words/refusals.h"

namespace trainer::robots {

using engine::core::fail;
using engine::core::Mm;
using engine::core::Result;
using engine::core::Seconds;
using engine::core::Seed;
using engine::scalp::CanvasPoint;
using lessons::Lesson;
using runner::Waits;

namespace {

// Where a hand of this skill means to set its dots: less skill keeps less distance, counts worse and
// leaves patches.
EvenPlan plan_of_skill(const Ground& ground, double skill, Seed seed) {
  EvenPlan plan = expert_plan(ground);
  if (skill >= 1.0) return plan;
  const double lack = 1.0 - std::max(0.0, skill);
  const double miscount = 1.0 + 0.35 * lack * engine::core::draw_normal(seed, "robot/miscount", 0);
  plan.count = static_cast<std::size_t>(static_cast<double>(plan.count) * std::clamp(miscount, 0.4, 1.8));
  plan.closest *= 1.0 - 0.35 * lack - 0.5 * lack * lack;
  plan.patchiness = 0.7 * lack;
  plan.mending = std::max(0.0, skill);
  return plan;
}

}  // namespace

Seed seed_of_target(Seed seed, std::size_t target) {
  return engine::core::draw_bits(seed, "robot/target", target);
}

Performance::Performance(std::shared_ptr<const assessment::Site> site, const Maker& maker, double skill,
                         Seed seed)
    : attempt_(runner::begin(std::move(site))),
      maker_(maker),
      skill_(maker.skill.value_or(std::clamp(skill, 0.0, 1.0))),
      seed_(seed),
      player_(hand_for(maker, skill_, seed), lesson().machine, seed) {}

Result<Events> Performance::run() {
  for (std::size_t i = 0; i < lesson().targets.size(); ++i) {
    auto ground = Ground::make(lesson(), attempt_.site->canvas(), i);
    if (!ground) return fail(ground.error());
    grounds_.push_back(std::move(*ground));
  }
  emit(engine::sim::DeviceChanged{{}, engine::sim::DeviceKind::Robot, std::string(maker_.name), true});
  emit(engine::sim::Calibrated{});
  follow();
  for (Waits waits = runner::waits_for(attempt_); waits != Waits::Nothing;
       waits = runner::waits_for(attempt_)) {
    if (auto done = do_what_waits(waits); !done) return fail(done.error());
    follow();
    const runner::Intent next = onward(waits);
    if (runner::goal_of(attempt_, next).finish) break;
    if (auto gone = act(next); !gone) return fail(gone.error());
  }
  return std::move(events_);
}

// ---- the way

Result<void> Performance::do_what_waits(Waits waits) {
  player_.wait(Seconds{waits == Waits::Seen ? 2.0 : 0.5});
  switch (waits) {
    case Waits::Question:
      answer();
      return {};
    case Waits::Line:
      return draw_line();
    case Waits::Needle:
      stretch();
      begin_session();
      return {};
    case Waits::DryNeedle:
      stretch();
      needle_scars();
      return {};
    case Waits::Seen:
    case Waits::Nothing:
      break;
  }
  return {};
}

runner::Intent Performance::onward(Waits waits) const {
  const engine::core::AttemptTime now = player_.now_us();
  if (waits != Waits::Needle && waits != Waits::DryNeedle) return runner::GoOn{now};
  if (runner::onward(attempt_) == runner::Onward::EndSession) return runner::EndSession{now};
  return runner::HandIn{now};
}

Result<void> Performance::act(const runner::Intent& intent) {
  auto events = runner::decide(attempt_, intent, {});
  if (!events) return fail(words::of(events.error()));
  events_.insert(events_.end(), events->begin(), events->end());
  follow();
  return {};
}

void Performance::follow() {
  for (; followed_ < events_.size(); ++followed_) runner::apply(attempt_, events_[followed_]);
}

void Performance::emit(engine::sim::Event event) {
  events_.emplace_back(std::move(event));
}

// Who knows answers; who does not guesses among all of them, as everybody whose work only looks like work.
void Performance::answer() {
  const auto number = *runner::question_now(attempt_);
  const auto& question = attempt_.site->question(number).question;
  if (question.answers.empty()) return;
  player_.wait(Seconds{8.0});
  const double knows = maker_.pattern || maker_.guesses ? 0.0 : skill_;
  const bool known = engine::core::draw_unit(seed_, "robot/knows", number) < knows;
  const auto guess = static_cast<std::int32_t>(
      engine::core::draw_below(seed_, "robot/guess", number, question.answers.size()));
  events_.emplace_back(
      runner::Answered{player_.now_us(), static_cast<std::int32_t>(number), known ? question.right : guess});
}

Result<void> Performance::draw_line() {
  const auto agreed = engine::scalp::resolve_curve(attempt_.site->canvas(), lesson().hairline);
  if (!agreed) return fail(agreed.error());
  player_.wait(Seconds{20.0});
  auto drawn = drawn_hairline(*agreed, attempt_.site->canvas(), skill_, seed_);
  events_.emplace_back(runner::HairlineDrawn{player_.now_us(), std::move(drawn)});
  return {};
}

// ---- the work

// All that this treatment session asks for, once; what earlier ones have left is seen before.
void Performance::begin_session() {
  const std::size_t session = runner::session_now(attempt_);
  if (begun_ == session) return;
  begun_ = session;
  if (!attempt_.skin.healings.empty()) {
    std::vector<CanvasPoint> old;
    for (const auto& dot : attempt_.skin.dots)
      if (engine::sim::is_there(attempt_.skin, dot)) old.push_back(dot.at);
    for (Ground& ground : grounds_) ground.begin_session(runner::session_share(attempt_), old);
  }
  for (std::size_t i = 0; i < grounds_.size(); ++i) work_on(i);
}

std::vector<Vec2> Performance::points_of(std::size_t target) const {
  const Seed seed = seed_of_target(seed_, target + runner::session_now(attempt_) * grounds_.size());
  const Ground& ground = grounds_[target];
  if (maker_.pattern) return maker_.pattern(ground, seed);
  const EvenPlan plan = plan_of_skill(ground, skill_, seed);
  return ground.scars().empty() ? even_points(ground, plan, seed)
                                : scar_points(ground, plan.count, skill_, seed);
}

void Performance::work_on(std::size_t target) {
  const Ground& ground = grounds_[target];
  mix_for(lesson().targets[target]);
  const auto points = in_working_order(points_of(target));
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Vec2 aimed = player_.aimed(ground, points[i]);
    // Skilled hands do not leave the outline by a hair's breadth.
    const bool strays = skill_ >= 0.9 && !ground.region().contains(aimed);
    const auto at = ground.address(strays ? points[i] : aimed);
    if (!at || meets_earlier_zone(*at, target)) continue;
    const Mm way{i > 0 ? glm::length(points[i] - points[i - 1]) : 0.0};
    const double progress = static_cast<double>(i) / static_cast<double>(points.size());
    player_.press(*at, ground.depth_delta() / gives(*at), way, progress, events_);
    done_.push_back({target, *at});
  }
}

// Where the lesson leaves the stretching to the trainee, a hand that has learnt it stretches.
void Performance::stretch() {
  constexpr double kKnowsStretch = 0.4;
  if (lesson().stretch_by != lessons::StretchBy::Own) return;
  engine::skin::Machine machine = attempt_.skin.machine;
  machine.stretch_permille = skill_ >= kKnowsStretch ? lesson().machine.stretch_permille : 0;
  change(machine);
}

void Performance::change(const engine::skin::Machine& machine) {
  if (machine == attempt_.skin.machine) return;
  // What a hand presses it has learnt on taut skin.
  engine::skin::Machine felt = machine;
  felt.stretch_permille = lesson().machine.stretch_permille;
  player_.pick_up(felt);
  emit(engine::sim::MachineChanged{player_.now_us(), machine});
  follow();
}

// Line beside line over every scar; a poor hand leaves some out.
void Performance::needle_scars() {
  constexpr Mm kBetweenLines{0.7};
  constexpr Mm kASecond{20.0};
  constexpr double kLeast = 0.4, kDelta = 0.6;
  if (maker_.pattern == nothing) return;
  for (std::size_t i = 0; i < grounds_.size(); ++i) {
    if (!lessons::is_scarred(lesson(), lesson().targets[i].zone)) continue;
    Stream leaves(seed_of_target(seed_, i), "robot/needling");
    for (const auto& line : needling_lines(grounds_[i], kBetweenLines)) {
      if (leaves.unit() > kLeast + skill_) continue;
      player_.run(line.way, line.length, kDelta / gives(line.way.front()), kASecond, events_);
    }
  }
}

// The shade that the target asks for.
void Performance::mix_for(const lessons::Target& target) {
  const auto milli = target.dilution ? static_cast<std::int32_t>(*target.dilution * 1000.0 + 0.5)
                                     : lesson().machine.dilution_milli;
  engine::skin::Machine machine = attempt_.skin.machine;
  machine.dilution_milli = milli;
  change(machine);
}

// How the skin gives way at a place, 1 where it is healthy: a skilled hand feels it and pushes harder, a
// novice does not.
double Performance::gives(CanvasPoint at) const {
  const auto& canvas = attempt_.site->canvas();
  const auto place = canvas.tissue() != nullptr && !maker_.pattern ? canvas.locate(at) : std::nullopt;
  if (!place) return 1.0;
  return 1.0 + skill_ * (engine::sim::response_at(attempt_.skin, place->tissue, at, place->position).depth /
                             1000.0 -
                         1.0);
}

// Where zones touch, a dot of the one already stands beside the other's: skill sees it.
bool Performance::meets_earlier_zone(CanvasPoint at, std::size_t target) const {
  if (maker_.pattern || skill_ < 0.7) return false;
  const auto flat = grounds_[target].flatten(at);
  const double least = flat ? 0.55 * grounds_[target].spacing_at(*flat).value : 0.0;
  return std::any_of(done_.begin(), done_.end(), [&](const Done& d) {
    return d.target != target && engine::scalp::chord(attempt_.site->canvas(), d.at, at).value < least;
  });
}

}  // namespace trainer::robots
