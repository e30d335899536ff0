#include "trainer/robots/robot.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "engine/sim/state.h"
#include "engine/skin/response.h"
#include "trainer/lessons/sessions.h"
#include "trainer/lessons/skin_of_zones.h"
#include "trainer/robots/cheats.h"
#include "trainer/robots/even_points.h"
#include "trainer/robots/ground.h"
#include "trainer/robots/hairline.h"
#include "trainer/robots/hand.h"
#include "trainer/robots/needling.h"
#include "trainer/robots/order.h"
#include "trainer/robots/scar_points.h"

namespace trainer::robots {

using engine::core::fail;
using engine::core::Result;
using engine::core::Seed;
using engine::scalp::Canvas;
using engine::scalp::CanvasPoint;
using lessons::Lesson;
using lessons::StepKind;

namespace {

enum class Grip { Skilled, Macro, Frantic };

struct Maker {
  std::string_view name;
  bool cheat;
  std::string_view summary;
  std::optional<double> skill;  // nothing: as asked
  Pattern pattern;              // null: placed with skill
  Grip grip;
  bool guesses = false;  // the answers to questions
};

constexpr double kNoviceSkill = 0.15;

constexpr std::array kMakers = {
    Maker{"expert", false, "Even, unordered work at the density asked, in the depth band", 1.0, nullptr,
          Grip::Skilled},
    Maker{"practitioner", false, "A hand of the skill given, from 0 (never held a needle) to 1 (expert)",
          std::nullopt, nullptr, Grip::Skilled},
    Maker{"novice", false, "A first week: patchy, doubled, unsteady in depth", kNoviceSkill, nullptr,
          Grip::Skilled, true},
    Maker{"grid", true, "A perfect square grid", 1.0, square_grid, Grip::Macro},
    Maker{"hex", true, "A perfect triangular grid", 1.0, hexagonal_grid, Grip::Macro},
    Maker{"rows", true, "Straight rows, random along them", 1.0, rows, Grip::Macro},
    Maker{"random", true, "Every dot anywhere, without looking at the others", 1.0, random_points,
          Grip::Macro},
    Maker{"one-dot", true, "A single dot", 1.0, one_dot, Grip::Macro},
    Maker{"idle", true, "No dot at all", 1.0, nothing, Grip::Macro},
    Maker{"spam", true, "Three times too many, as fast as a key repeats", 1.0, spam, Grip::Frantic},
    Maker{"copy-paste", true, "A small piece of good work, repeated", 1.0, copied_tile, Grip::Macro},
    Maker{"border-only", true, "The right number, all along the outline", 1.0, border_only, Grip::Macro},
    Maker{"density-only", true, "The right density everywhere, set in pairs", 1.0, density_only, Grip::Macro},
};

const Maker* find(std::string_view name) {
  const auto found =
      std::find_if(kMakers.begin(), kMakers.end(), [&](const Maker& m) { return m.name == name; });
  return found == kMakers.end() ? nullptr : &*found;
}

engine::core::Error unknown(std::string_view kind) {
  std::string message = "unknown robot '" + std::string(kind) + "', expected one of";
  for (const Maker& maker : kMakers) message += " " + std::string(maker.name);
  return {.message = std::move(message), .field = "kind"};
}

Seed seed_of_target(Seed seed, std::size_t target) {
  return engine::core::draw_bits(seed, "robot/target", target);
}

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

Hand hand_for(const Maker& maker, double skill, Seed seed) {
  switch (maker.grip) {
    case Grip::Macro:
      return machine_hand();
    case Grip::Frantic:
      return frantic_hand();
    case Grip::Skilled:
      break;
  }
  return hand_of_skill(skill, seed);
}

class Performance {
 public:
  Performance(const Lesson& lesson, const Canvas& canvas, const Maker& maker, double skill, Seed seed)
      : lesson_(lesson),
        canvas_(canvas),
        maker_(maker),
        skill_(maker.skill.value_or(std::clamp(skill, 0.0, 1.0))),
        seed_(seed),
        machine_(lesson.machine),
        sessions_(lessons::treatment_sessions(lesson)),
        player_(hand_for(maker, skill_, seed), lesson.machine, seed) {}

  Result<Events> run() {
    for (std::size_t i = 0; i < lesson_.targets.size(); ++i) {
      auto ground = Ground::make(lesson_, canvas_, i);
      if (!ground) return fail(ground.error());
      grounds_.push_back(std::move(*ground));
    }
    if (lesson_.stretch_by == lessons::StretchBy::Own) machine_.stretch_permille = 0;
    machine_.dry = !lesson_.steps.empty() && lesson_.steps.front().kind == StepKind::Needling;
    skin_.machine = machine_;
    if (const auto* client = std::get_if<engine::scalp::Client>(&lesson_.canvas))
      skin_.healing = engine::skin::healing_of(*client, lesson_.equipment.healing);
    skin_.pigments = lesson_.equipment.pigments;
    skin_.needles = lesson_.equipment.needles;
    emit(engine::sim::DeviceChanged{0, engine::sim::DeviceKind::Robot, std::string(maker_.name), true});
    emit(engine::sim::Calibrated{});
    for (std::size_t step = 0; step < lesson_.steps.size(); ++step)
      if (auto done = enter(step); !done) return fail(done.error());
    return std::move(events_);
  }

 private:
  void emit(engine::sim::Event event) { events_.emplace_back(std::move(event)); }

  // Steps of needle work of this treatment session before that step.
  [[nodiscard]] std::size_t turns_before(std::size_t step) const {
    const std::size_t first = sessions_[session_].first_step;
    std::size_t turns = 0;
    for (std::size_t i = first; i < step; ++i) turns += lesson_.steps[i].kind == StepKind::NeedleWork ? 1 : 0;
    return turns;
  }
  [[nodiscard]] std::size_t end_of_session() const {
    const auto first = lesson_.steps.begin() + static_cast<std::ptrdiff_t>(sessions_[session_].first_step);
    return static_cast<std::size_t>(
        std::find_if(first, lesson_.steps.end(),
                     [](const lessons::Step& s) { return s.kind == StepKind::Healing; }) -
        lesson_.steps.begin());
  }

  // The review comes after the work is handed in: no robot enters it.
  Result<void> enter(std::size_t step) {
    const StepKind kind = lesson_.steps[step].kind;
    if (kind == StepKind::Review) return {};
    if (step > 0)
      events_.emplace_back(runner::StepEntered{player_.now_us(), static_cast<std::int32_t>(step)});
    player_.wait(kind == StepKind::Brief ? 2.0 : 0.5);
    if (kind == StepKind::Drawing) return draw_line();
    if (kind == StepKind::Theory) answer(step);
    if (kind == StepKind::NeedleWork || kind == StepKind::Needling) prepare(kind == StepKind::Needling);
    if (kind == StepKind::NeedleWork) work(step);
    if (kind == StepKind::Needling) needle_scars();
    if (kind == StepKind::Healing) heal(lesson_.steps[step].days);
    return {};
  }

  // What the skin has kept is seen before the next treatment session begins.
  void heal(std::int32_t days) {
    emit(engine::sim::Healed{player_.now_us(), days});
    for (; folded_ < events_.size(); ++folded_)
      if (const auto* event = std::get_if<engine::sim::Event>(&events_[folded_]))
        engine::sim::apply(skin_, *event, canvas_);
    std::vector<CanvasPoint> old;
    for (const auto& dot : skin_.dots)
      if (engine::sim::is_there(skin_, dot)) old.push_back(dot.at);
    const auto visit = static_cast<int>(skin_.treatment_session);
    while (session_ + 1 < sessions_.size() && sessions_[session_ + 1].visit <= visit) ++session_;
    for (Ground& ground : grounds_) ground.begin_session(sessions_[session_].share, old);
  }

  // Who knows answers; who does not guesses among all of them, as everybody whose work only looks like work.
  void answer(std::size_t step) {
    const auto& question = lesson_.steps[step].question;
    const auto number = static_cast<std::uint64_t>(question_++);
    if (question.answers.empty()) return;
    player_.wait(8.0);
    const double knows = maker_.pattern || maker_.guesses ? 0.0 : skill_;
    const bool known = engine::core::draw_unit(seed_, "robot/knows", number) < knows;
    const auto guess = static_cast<std::int32_t>(
        engine::core::draw_below(seed_, "robot/guess", number, question.answers.size()));
    events_.emplace_back(runner::Answered{player_.now_us(), static_cast<std::int32_t>(number),
                                          known ? question.right : guess});
  }

  Result<void> draw_line() {
    if (lesson_.hairline.empty()) return {};
    const auto agreed = engine::scalp::resolve_curve(canvas_, lesson_.hairline);
    if (!agreed) return fail(agreed.error());
    player_.wait(20.0);
    auto drawn = drawn_hairline(*agreed, canvas_, skill_, seed_);
    events_.emplace_back(runner::HairlineDrawn{player_.now_us(), std::move(drawn)});
    return {};
  }

  // Several needle-work steps share the targets in their order.
  void work(std::size_t step) {
    const std::size_t steps = turns_before(end_of_session());
    const std::size_t turn = turns_before(step);
    for (std::size_t i = 0; i < grounds_.size(); ++i)
      if (i * steps / grounds_.size() == turn) work_on(i);
  }

  std::vector<Vec2> points_of(std::size_t target) const {
    const Seed seed = seed_of_target(seed_, target + session_ * grounds_.size());
    const Ground& ground = grounds_[target];
    if (maker_.pattern) return maker_.pattern(ground, seed);
    const EvenPlan plan = plan_of_skill(ground, skill_, seed);
    return ground.scars().empty() ? even_points(ground, plan, seed)
                                  : scar_points(ground, plan.count, skill_, seed);
  }

  void work_on(std::size_t target) {
    const Ground& ground = grounds_[target];
    mix_for(lesson_.targets[target]);
    const auto points = in_working_order(points_of(target));
    for (std::size_t i = 0; i < points.size(); ++i) {
      const Vec2 aimed = player_.aimed(ground, points[i]);
      // Skilled hands do not leave the outline by a hair's breadth.
      const bool strays = skill_ >= 0.9 && !ground.region().contains(aimed);
      const auto at = ground.address(strays ? points[i] : aimed);
      if (!at || meets_earlier_zone(*at, target)) continue;
      const double way = i > 0 ? glm::length(points[i] - points[i - 1]) : 0.0;
      const double progress = static_cast<double>(i) / static_cast<double>(points.size());
      player_.press(*at, ground.depth_delta() / gives(*at), way, progress, events_);
      done_.push_back({target, *at});
    }
  }

  // A dry needle for scars. Where the lesson leaves the stretching to the trainee, a hand that has learnt it
  // stretches.
  void prepare(bool dry) {
    constexpr double kKnowsStretch = 0.4;
    engine::skin::Machine machine = machine_;
    machine.dry = dry;
    if (lesson_.stretch_by == lessons::StretchBy::Own)
      machine.stretch_permille = skill_ >= kKnowsStretch ? lesson_.machine.stretch_permille : 0;
    change(machine);
  }
  void change(const engine::skin::Machine& machine) {
    if (machine == machine_) return;
    machine_ = machine;
    // What a hand presses it has learnt on taut skin.
    engine::skin::Machine felt = machine;
    felt.stretch_permille = lesson_.machine.stretch_permille;
    player_.pick_up(felt);
    emit(engine::sim::MachineChanged{player_.now_us(), machine_});
  }

  // Line beside line over every scar; a poor hand leaves some out.
  void needle_scars() {
    constexpr double kLineMm = 0.7, kMmPerS = 20.0, kLeast = 0.4, kDelta = 0.6;
    if (maker_.pattern == nothing) return;
    for (std::size_t i = 0; i < grounds_.size(); ++i) {
      if (!lessons::is_scarred(lesson_, lesson_.targets[i].zone)) continue;
      Stream leaves(seed_of_target(seed_, i), "robot/needling");
      for (const auto& line : needling_lines(grounds_[i], kLineMm)) {
        if (leaves.unit() > kLeast + skill_) continue;
        player_.run(line.way, line.mm, kDelta / gives(line.way.front()), kMmPerS, events_);
      }
    }
  }

  // The shade that the target asks for.
  void mix_for(const lessons::Target& target) {
    const auto milli = target.dilution ? static_cast<std::int32_t>(*target.dilution * 1000.0 + 0.5)
                                       : lesson_.machine.dilution_milli;
    engine::skin::Machine machine = machine_;
    machine.dilution_milli = milli;
    change(machine);
  }

  // How the skin gives way at a place, 1 where it is healthy: a skilled hand feels it and pushes harder, a
  // novice does not.
  [[nodiscard]] double gives(CanvasPoint at) const {
    const auto place = canvas_.tissue() != nullptr && !maker_.pattern ? canvas_.locate(at) : std::nullopt;
    if (!place) return 1.0;
    return 1.0 +
           skill_ *
               (engine::sim::response_at(skin_, place->tissue, at, place->position).depth / 1000.0 - 1.0);
  }

  // Where zones touch, a dot of the one already stands beside the other's: skill sees it.
  [[nodiscard]] bool meets_earlier_zone(CanvasPoint at, std::size_t target) const {
    if (maker_.pattern || skill_ < 0.7) return false;
    const auto flat = grounds_[target].flatten(at);
    const double least = flat ? 0.55 * grounds_[target].spacing_at(*flat) : 0.0;
    return std::any_of(done_.begin(), done_.end(), [&](const Done& d) {
      return d.target != target && engine::scalp::chord_mm(canvas_, d.at, at) < least;
    });
  }

  struct Done {
    std::size_t target;
    CanvasPoint at;
  };

  const Lesson& lesson_;
  const Canvas& canvas_;
  const Maker& maker_;
  double skill_;
  Seed seed_;
  engine::skin::Machine machine_;  // as the robot has set it up
  std::vector<lessons::TreatmentSession> sessions_;
  std::size_t session_ = 0;
  engine::sim::State skin_;  // from the events up to `folded_`
  std::size_t folded_ = 0;
  std::int32_t question_ = 0;  // the next, counted from 0
  Player player_;
  std::vector<Ground> grounds_;
  std::vector<Done> done_;
  Events events_;
};

}  // namespace

std::vector<RobotKind> kinds() {
  std::vector<RobotKind> list;
  for (const Maker& maker : kMakers)
    list.push_back({std::string(maker.name), maker.cheat, std::string(maker.summary)});
  return list;
}

Result<std::vector<runner::AttemptEvent>> perform(const Lesson& lesson, const Canvas& canvas,
                                                  std::string_view kind, double skill, Seed seed) {
  const Maker* maker = find(kind);
  if (!maker) return fail(unknown(kind));
  return Performance(lesson, canvas, *maker, skill, seed).run();
}

std::vector<CanvasPoint> expert_points(const Lesson& lesson, const Canvas& canvas, std::size_t target_index,
                                       Seed seed, double share, const std::vector<CanvasPoint>& old) {
  auto ground = Ground::make(lesson, canvas, target_index);
  if (!ground) return {};
  ground->begin_session(share, old);
  std::vector<CanvasPoint> addresses;
  const Seed own = seed_of_target(seed, target_index);
  const EvenPlan plan = expert_plan(*ground);
  for (const Vec2 p : in_working_order(ground->scars().empty() ? even_points(*ground, plan, own)
                                                               : scar_points(*ground, plan.count, 1.0, own)))
    if (const auto at = ground->address(p)) addresses.push_back(*at);
  return addresses;
}

}  // namespace trainer::robots
