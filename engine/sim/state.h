// The skin and the needle after a fold over the log.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/core/moment.h"
#include "engine/scalp/canvas.h"
#include "engine/sim/event.h"
#include "engine/sim/pressure_peak.h"
#include "engine/skin/dot.h"
#include "engine/skin/dry_mark.h"
#include "engine/skin/healing.h"
#include "engine/skin/machine.h"
#include "engine/skin/response.h"

namespace engine::sim {

// A contact in progress (or the last one, which a bouncing switch may resume): what `apply` needs to
// find the next strike.
struct Contact {
  NeedleSample last;             // latest sample
  core::AttemptTime down_us{};   // first sample
  std::int64_t next_strike = 0;  // k: strikes happen at down_us + k / rate
  scalp::CanvasPoint first_at;   // first strike of the open dot
  core::AttemptTime open_us{};   // time of that strike
  std::int64_t strikes = 0;      // fed to the open dot
  bool has_open_dot = false;
  bool streak = false;                             // without pressure, dragged beyond 1 mm: counted once
  bool has_open_mark = false;                      // of a dry needle, the last of State::dry_marks
  std::optional<core::AttemptTime> echo_until_us;  // before it, a worn switch may only have echoed the press
  std::uint16_t hardest = 0;                       // strike of the open dot, 1/8192
  PressurePeak told;                               // what the device reported of it
};

struct State {
  core::AttemptTime t_us{};
  std::vector<skin::Dot> dots;           // by number; withdrawn ones stay, flagged
  std::vector<skin::DryMark> dry_marks;  // in the order of their first strikes; never taken back
  std::optional<Contact> contact;
  std::optional<Contact> lifted;  // the contact that ended last, for a bouncing switch
  skin::Machine machine;
  skin::HealingModel healing;  // of this client
  skin::PigmentTable pigments;
  skin::NeedleTable needles;
  Calibrated calibration;
  DeviceChanged device;
  // when needle, machine or cup changed last; what follows from the events is not in the digest
  core::AttemptTime equipped_us{};
  std::int32_t px_per_mm_milli = 0;
  std::uint16_t treatment_session = 1;
  std::vector<std::int32_t> healings;              // days of healing before treatment sessions 2, 3, ...
  std::vector<std::uint32_t> lifts;                // number of the first dot of each contact that made dots
  std::vector<std::vector<std::uint32_t>> undone;  // stack for redo: dot numbers of each undo
  std::uint32_t contacts_outside = 0;              // presses that hit no canvas (placement)
  std::uint32_t streaks = 0;                       // contacts without pressure dragged beyond 1 mm
};

// The consequences of one event. Cannot fail. Redo is forgotten at the next new dot.
// Calling it again with a copied state and the same events gives an equal state.
void apply(State& state, const Event& event, const scalp::Canvas& canvas);

// Days from the end of one treatment session (1 = the first) to the beginning of another: what a dot of the
// one has healed by then.
std::int64_t days_healed(const std::vector<std::int32_t>& healings, int from_session, int to_session);
// How the skin answers at a place: scarred skin in its own way, better where it was needled and has healed.
skin::Response response_at(const State& state, scalp::TissueKind tissue, scalp::CanvasPoint at,
                           const scalp::Vec3& position);
// Whether the dot is to be seen now: not taken back, and not shed between treatment sessions.
bool is_there(const State& state, const skin::Dot& dot);

}  // namespace engine::sim
