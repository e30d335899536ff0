#include "trainer/app/saving_watch.h"

#include <utility>

namespace trainer::app {

using engine::core::Span;
using engine::core::SteadyTime;

namespace {

constexpr Span kStays{3'000'000};       // of a banner, after all is safe
constexpr Span kEndsSilently{300'000};  // a disk that is well has everything by then

}  // namespace

std::optional<ui::BannerView> SavingWatch::due(SteadyTime now_us) {
  if (const auto facts = saving_.facts()) {
    in_danger_us_ = now_us;
    return ui::make_banner(*facts);
  }
  if (!banner_ || saving_.let_go() || now_us - in_danger_us_ >= kStays) return std::nullopt;
  return ui::all_saved_banner();
}

SavingWatch::Turn SavingWatch::turn(SteadyTime now_us, bool needle_down, bool sheet) {
  const auto changed = saving_.follow();
  Turn turn{.closed = changed.closed, .redraw = changed.said};
  if (auto now = due(now_us); now != banner_) {
    banner_ = std::move(now);
    turn.redraw = true;
  }
  if (!needle_down) room_ = banner_.has_value();
  if (!needle_down && !sheet && saving_.cannot_begin()) turn.ask = ui::SavingWhy::Begin;
  if (!turn.ask && !needle_down && !sheet && saving_.lost_place()) turn.ask = ui::SavingWhy::Look;
  if (!wanted_) return turn;
  if (!since_) since_ = now_us;
  ended_ = saving_.may_end();
  if (!ended_ && !banner_ && now_us - *since_ < kEndsSilently) return turn;
  wanted_ = false;
  since_.reset();
  if (!ended_) turn.ask = ui::SavingWhy::Quit;
  return turn;
}

}  // namespace trainer::app
