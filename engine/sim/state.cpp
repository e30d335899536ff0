#include "engine/sim/state.h"

#include <algorithm>

#include "engine/scalp/tissue.h"
#include "engine/sim/contact.h"
#include "engine/skin/healing.h"

namespace engine::sim {

using skin::Dot;

namespace {

// Undo never reaches back over a healing: what was done in an earlier treatment session is done.
bool can_withdraw(const State& state, const Dot& dot) {
  return !dot.withdrawn && dot.treatment_session == state.treatment_session;
}

// Half-open range of dot numbers of the latest contact that still shows one.
std::optional<std::pair<std::uint32_t, std::uint32_t>> latest_lift(const State& state) {
  auto end = static_cast<std::uint32_t>(state.dots.size());
  for (auto it = state.lifts.rbegin(); it != state.lifts.rend(); ++it) {
    for (std::uint32_t n = *it; n < end; ++n)
      if (can_withdraw(state, state.dots[n])) return std::pair(*it, end);
    end = *it;
  }
  return std::nullopt;
}

void undo(State& state, UndoScope scope) {
  const auto lift = latest_lift(state);
  if (!lift) return;
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t n = lift->second; n-- > lift->first;) {
    if (!can_withdraw(state, state.dots[n])) continue;
    state.dots[n].withdrawn = true;
    numbers.push_back(n);
    if (scope == UndoScope::Dot) break;
  }
  state.undone.push_back(std::move(numbers));
  state.lifted.reset();
}

void redo(State& state) {
  if (state.undone.empty()) return;
  for (const auto number : state.undone.back()) state.dots[number].withdrawn = false;
  state.undone.pop_back();
}

struct Applier {
  State& state;
  const scalp::Canvas& canvas;

  void operator()(const NeedleMoved& e) const { move_needle(state, e.sample, canvas); }
  void operator()(const ContactInterrupted& e) const { end_contact(state, e.t_us, canvas); }
  void operator()(const MachineChanged& e) const {
    skin::Machine stretched = state.machine;
    stretched.stretch_permille = e.machine.stretch_permille;
    const bool only_stretch = e.machine == stretched && e.machine != state.machine;
    if (!only_stretch) {
      end_contact(state, e.t_us, canvas);
      state.equipped_us = e.t_us;
    }
    state.machine = e.machine;
  }
  void operator()(const DeviceChanged& e) const {
    end_contact(state, e.t_us, canvas);
    state.device = e;
  }
  void operator()(const Calibrated& e) const { state.calibration = e; }
  void operator()(const ViewScaled& e) const { state.px_per_mm_milli = e.px_per_mm_milli; }
  void operator()(const Undone& e) const {
    end_contact(state, e.t_us, canvas);
    undo(state, e.scope);
  }
  void operator()(const Redone&) const { redo(state); }
  void operator()(const Healed& e) const {
    end_contact(state, e.t_us, canvas);
    state.healings.push_back(e.days);
    ++state.treatment_session;
    state.undone.clear();
    state.lifted.reset();
  }
};

}  // namespace

std::int64_t days_healed(const std::vector<std::int32_t>& healings, int from_session, int to_session) {
  std::int64_t days = 0;
  for (int s = std::max(1, from_session); s < to_session && static_cast<std::size_t>(s) <= healings.size();
       ++s)
    days += healings[static_cast<std::size_t>(s) - 1];
  return days;
}

skin::Response response_at(const State& state, scalp::TissueKind tissue, scalp::CanvasPoint at,
                           const scalp::Vec3& position) {
  const skin::Response raw = skin::response_of(tissue, at);
  if (!scalp::is_scar(tissue)) return raw;
  std::int32_t best = 0;
  for (const skin::DryMark& mark : state.dry_marks) {
    const scalp::Vec3 way = mark.position - position;
    if (mark.treatment_session >= state.treatment_session || !skin::works(mark) ||
        glm::dot(way, way) > skin::kDryReach.value * skin::kDryReach.value)
      continue;
    best = std::max(best, skin::relaxation_permille(
                              days_healed(state.healings, mark.treatment_session, state.treatment_session)));
  }
  return skin::relaxed(raw, best);
}

bool is_there(const State& state, const Dot& dot) {
  return !dot.withdrawn &&
         skin::survives(
             dot,
             static_cast<double>(days_healed(state.healings, dot.treatment_session, state.treatment_session)),
             state.healing);
}

void apply(State& state, const Event& event, const scalp::Canvas& canvas) {
  state.t_us = std::max(state.t_us, time_us(event));
  std::visit(Applier{state, canvas}, event);
}

}  // namespace engine::sim
