#include "trainer/app/first_minutes.h"

#include "engine/core/draw.h"
#include "trainer/assessment/site.h"
#include "trainer/robots/robot.h"
#include "trainer/runner/progress.h"

namespace trainer::app {

using engine::skin::Dot;
using ui::FirstPart;

namespace {

constexpr engine::core::Mm kFarFromCross{2.0};
constexpr CanvasPoint kFirstCross{50'000, 50'000};
// A hand that goes on to the next place, never in a row; all within 8 mm of the first (judgement).
constexpr std::array<CanvasPoint, ui::kCrosses> kCrossPlaces{{kFirstCross,
                                                              {54'600, 52'300},
                                                              {51'400, 56'200},
                                                              {45'800, 54'300},
                                                              {47'300, 48'200},
                                                              {43'300, 44'700},
                                                              {49'200, 43'000},
                                                              {55'300, 45'900},
                                                              {57'400, 49'700},
                                                              {52'900, 47'100}}};
constexpr CanvasPoint kWindowLow{92'500, 42'500};
constexpr std::int32_t kBetweenUm = 75'000;  // crosses to the left, the window to the right
}  // namespace

CanvasPoint window_low() {
  return kWindowLow;
}

std::optional<CanvasPoint> FirstMinutes::cross() const {
  if (state_.part != FirstPart::Touch && state_.part != FirstPart::Crosses) return std::nullopt;
  if (state_.answers.size() >= kCrossPlaces.size()) return std::nullopt;
  return kCrossPlaces[state_.answers.size()];
}

namespace {

// Closed dots that are there and lie among the crosses, or on the window's side of the pad.
std::vector<const Dot*> closed_dots(const runner::Attempt& attempt, bool among_crosses) {
  const auto& dots = attempt.skin.dots;
  const bool open = attempt.skin.contact && attempt.skin.contact->has_open_dot;
  std::vector<const Dot*> list;
  for (std::size_t i = 0; i + (open ? 1 : 0) < dots.size(); ++i)
    if (!dots[i].withdrawn && (dots[i].at.u_um < kBetweenUm) == among_crosses) list.push_back(&dots[i]);
  return list;
}

FirstPart part_of(std::int32_t step, bool touched) {
  if (step == 0) return touched ? FirstPart::Crosses : FirstPart::Touch;
  return step == 1 ? FirstPart::Window : FirstPart::Compare;
}

}  // namespace

void FirstMinutes::follow(const runner::Attempt& attempt) {
  state_.answers.clear();
  state_.stray.reset();
  for (const Dot* dot : closed_dots(attempt, true)) {
    if (state_.answers.size() == kCrossPlaces.size()) break;
    const ui::CrossAnswer answer{
        .miss = engine::scalp::chord(attempt.site->canvas(), dot->at, kCrossPlaces[state_.answers.size()]),
        .depth = engine::core::Mm{dot->deposit_depth_um / 1000.0},
        .state = depth_state(*dot, attempt.site->depth_band_at(dot->at)),
        .measured = dot->depth_source == engine::skin::DepthSource::Measured,
        .known = dot->depth_source != engine::skin::DepthSource::Unknown};
    // A dot far from its cross is answered, and the cross stays.
    const bool stray = answer.miss > kFarFromCross;
    state_.stray = stray ? std::optional(answer) : std::nullopt;
    if (!stray) state_.answers.push_back(answer);
  }
  state_.part = part_of(attempt.step, !state_.answers.empty());
  state_.window_touched = !closed_dots(attempt, false).empty();
  const auto progress = runner::progress(attempt);
  state_.window_dots = progress.placed;
  state_.window_asked = progress.asked;
}

FirstMinutes::Onward FirstMinutes::next() const {
  return state_.part == FirstPart::Compare ? Onward::Leave : Onward::NextStep;
}

FirstMinutes::Onward FirstMinutes::skip() const {
  return state_.part == FirstPart::Touch || state_.part == FirstPart::Compare ? Onward::Leave
                                                                              : Onward::NextStep;
}

FirstMinutes::Place FirstMinutes::place() const {
  const CanvasPoint w = kWindowLow;
  switch (state_.part) {
    case FirstPart::Touch:
    case FirstPart::Crosses:
      return {{kFirstCross.u_um, kFirstCross.v_um}, kFirstCross, false};
    case FirstPart::Window:
      return {{w.u_um - 2'000, w.v_um - 2'000},
              {w.u_um + kWindowUm + 2'000, w.v_um + kWindowUm + 2'000},
              false,
              28.0};
    case FirstPart::Compare:
      return {{w.u_um - 3'000, w.v_um - 3'000},
              {w.u_um + kBesideUm + kWindowUm + 3'000, w.v_um + kWindowUm + 3'000},
              true};
  }
  return {};
}

std::vector<Dot> expert_beside(const runner::Attempt& attempt) {
  std::vector<Dot> dots;
  const auto& site = *attempt.site;
  for (const CanvasPoint& p : robots::expert_points(site.lesson(), site.canvas(), 0, robots::kExpertSeed)) {
    Dot dot;
    dot.number = static_cast<std::uint32_t>(dots.size());
    dot.at = {p.u_um + kBesideUm, p.v_um};
    if (const auto place = site.canvas().locate(p))
      dot.thickness_um = static_cast<std::int32_t>(place->skin_thickness.value * 1000.0 + 0.5);
    // In the middle of the band, with a steady hand's scatter.
    const double scatter =
        engine::core::draw_normal(robots::kExpertSeed, "depth of the expert beside", dot.number);
    dot.deposit_depth_um =
        static_cast<std::int32_t>(engine::skin::kBandMiddle / 1000.0 * dot.thickness_um + 40.0 * scatter);
    dot.diameter_um = 250;
    dots.push_back(dot);
  }
  return dots;
}

}  // namespace trainer::app
