// One table of every event's fields, ranges and tag: writing, reading and checking all walk it.
// Private to the codec. Times are written by the codec itself, as deltas.
#pragma once

#include <concepts>
#include <limits>
#include <variant>

#include "engine/sim/calibration_limits.h"
#include "engine/skin/stroke.h"
#include "trainer/runner/event.h"
#include "trainer/store/limits.h"

namespace trainer::store {

// Tags are part of the format and never change their meaning.
enum class EventTag : std::uint8_t {
  NeedleRun = 1,
  ContactInterrupted = 2,
  MachineChanged = 3,
  DeviceChanged = 4,
  CalibratedBefore = 5,
  ViewScaled = 6,
  Undone = 7,
  Redone = 8,
  Healed = 9,
  Calibrated = 10,
  SittingStarted = 16,
  StepEntered = 17,
  Answered = 18,
  HairlineDrawn = 19,
  CueUsed = 20,
  Finished = 21
};

template <class T>
constexpr T kLowest = std::numeric_limits<T>::min();
template <class T>
constexpr T kHighest = std::numeric_limits<T>::max();

// Ranges: engine/sim/event.h and engine/skin/machine.h.
template <class A>
void fields(A&, engine::sim::ContactInterrupted&) {}
template <class A>
void fields(A& a, engine::sim::MachineChanged& e) {
  a.integer("needle points", e.machine.needle.points, 1, 9);
  a.integer("needle diameter", e.machine.needle.diameter_um, 180, 350);
  a.choice("needle taper", e.machine.needle.taper, engine::skin::Taper::Short);
  a.integer("rate", e.machine.rate_mhz, 0, 200'000);
  a.integer("set-out", e.machine.set_um, 0, 3500);
  a.text("pigment", e.machine.pigment, kMaxPigment);
  a.integer("dilution", e.machine.dilution_milli, 0, 40'000);
  a.integer("stretch", e.machine.stretch_permille, 0, 1000);
  a.integer("stroke", e.machine.stroke_um, engine::skin::kLeastStrokeUm, engine::skin::kMostStrokeUm);
  a.flag(e.machine.dry);
}
template <class A>
void fields(A& a, engine::sim::DeviceChanged& e) {
  a.choice("device", e.kind, engine::sim::DeviceKind::File);
  a.text("device name", e.name, kMaxDeviceName);
  a.flag(e.timed_presses);
}
// What a calibration held before devices were checked; still read.
template <class A>
void fields_before(A& a, engine::sim::Calibrated& e) {
  a.integer("minimum pressure", e.minimum_pressure, 0, engine::sim::kFullPressure);
  a.integer("pressure curve", e.curve_gamma_permille, 1, 10'000);
  a.integer("press time scale", e.press_time_permille, engine::sim::kLeastPressTime,
            engine::sim::kMostPressTime);
  a.integer("depth offset", e.depth_offset_permille, -engine::sim::kMostDepthOffset,
            engine::sim::kMostDepthOffset);
}
template <class A>
void fields(A& a, engine::sim::Calibrated& e) {
  fields_before(a, e);
  a.integer("maximum pressure", e.maximum_pressure, 1, engine::sim::kFullPressure);
  a.integer("upright, to the right", e.upright.x_ddeg, -450, 450);
  a.integer("upright, upwards", e.upright.y_ddeg, -450, 450);
}
template <class A>
void fields(A& a, engine::sim::ViewScaled& e) {
  a.integer("scale of the view", e.px_per_mm_milli, 0, kHighest<std::int32_t>);
}
template <class A>
void fields(A& a, engine::sim::Undone& e) {
  a.choice("undo scope", e.scope, engine::sim::UndoScope::Dot);
}
template <class A>
void fields(A&, engine::sim::Redone&) {}
template <class A>
void fields(A& a, engine::sim::Healed& e) {
  a.integer("days", e.days, 0, 36'500);
}
template <class A>
void fields(A& a, runner::SittingStarted& e) {
  a.integer("wall clock", e.unix_s.s, kLowest<std::int64_t>, kHighest<std::int64_t>);
}
template <class A>
void fields(A& a, runner::StepEntered& e) {
  a.integer("step", e.step, 0, kHighest<std::int32_t>);
}
template <class A>
void fields(A& a, runner::Answered& e) {
  a.integer("question", e.question, 0, kHighest<std::int32_t>);
  a.integer("choice", e.choice, -1, kHighest<std::int32_t>);
}
template <class A>
void fields(A& a, runner::HairlineDrawn& e) {
  a.points("hairline", e.points, kMaxHairlinePoints);
}
template <class A>
void fields(A& a, runner::CueUsed& e) {
  a.text("cue", e.cue, kMaxCue);
}
template <class A>
void fields(A& a, runner::Finished& e) {
  a.integer("total", e.total_hundredths, -1, 10'000);
  a.text("digest", e.digest, kMaxDigestText);
}

template <class Event>
constexpr EventTag tag_of() {
  using namespace engine::sim;
  if constexpr (std::same_as<Event, ContactInterrupted>)
    return EventTag::ContactInterrupted;
  else if constexpr (std::same_as<Event, MachineChanged>)
    return EventTag::MachineChanged;
  else if constexpr (std::same_as<Event, DeviceChanged>)
    return EventTag::DeviceChanged;
  else if constexpr (std::same_as<Event, Calibrated>)
    return EventTag::Calibrated;
  else if constexpr (std::same_as<Event, ViewScaled>)
    return EventTag::ViewScaled;
  else if constexpr (std::same_as<Event, Undone>)
    return EventTag::Undone;
  else if constexpr (std::same_as<Event, Redone>)
    return EventTag::Redone;
  else if constexpr (std::same_as<Event, Healed>)
    return EventTag::Healed;
  else if constexpr (std::same_as<Event, runner::SittingStarted>)
    return EventTag::SittingStarted;
  else if constexpr (std::same_as<Event, runner::StepEntered>)
    return EventTag::StepEntered;
  else if constexpr (std::same_as<Event, runner::Answered>)
    return EventTag::Answered;
  else if constexpr (std::same_as<Event, runner::HairlineDrawn>)
    return EventTag::HairlineDrawn;
  else if constexpr (std::same_as<Event, runner::CueUsed>)
    return EventTag::CueUsed;
  else
    return EventTag::Finished;
}

// Calls visit with the innermost event, whichever of the two logs it belongs to.
template <class Visit>
decltype(auto) visit_event(const runner::AttemptEvent& event, Visit&& visit) {
  if (const auto* of_sim = std::get_if<engine::sim::Event>(&event)) return std::visit(visit, *of_sim);
  return std::visit(
      [&](const auto& inner) {
        if constexpr (std::same_as<std::remove_cvref_t<decltype(inner)>, engine::sim::Event>)
          return std::visit(visit, inner);
        else
          return visit(inner);
      },
      event);
}

}  // namespace trainer::store
