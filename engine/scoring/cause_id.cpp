#include "engine/scoring/cause_id.h"

#include <algorithm>

namespace engine::scoring {

namespace {

struct Row {
  CauseId id;
  std::string_view name;
  bool too_little = false, unfinished = false;
};

constexpr std::array<Row, kCauseCount> kCauses = {{
    {CauseId::Unknown, "unknown"},
    {CauseId::NotEnoughData, "not_enough_data"},
    {CauseId::TooSparse, "too_sparse", true, true},
    {CauseId::TooDense, "too_dense"},
    {CauseId::Uneven, "uneven"},
    {CauseId::TooEven, "too_even"},
    {CauseId::Clumps, "clumps"},
    {CauseId::OverOldDot, "over_old_dot"},
    {CauseId::Gaps, "gaps", true, true},
    {CauseId::Rows, "rows"},
    {CauseId::Grid, "grid"},
    {CauseId::TooDeep, "too_deep"},
    {CauseId::TooShallow, "too_shallow", true},
    {CauseId::DepthSpread, "depth_spread"},
    {CauseId::DepthDrift, "depth_drift"},
    {CauseId::TooHigh, "too_high", true},
    {CauseId::TooLow, "too_low"},
    {CauseId::TooStraight, "too_straight"},
    {CauseId::Asymmetric, "asymmetric"},
    {CauseId::OffLine, "off_line"},
    {CauseId::WrongDirection, "wrong_direction"},
    {CauseId::NothingDrawn, "nothing_drawn"},
    {CauseId::FrontTooDense, "front_too_dense"},
    {CauseId::FrontTooSparse, "front_too_sparse", false, true},
    {CauseId::HardEdge, "hard_edge"},
    {CauseId::EdgeTooWide, "edge_too_wide"},
    {CauseId::TooSmall, "too_small"},
    {CauseId::TooLarge, "too_large"},
    {CauseId::TooSlanted, "too_slanted"},
    {CauseId::TooSteep, "too_steep"},
    {CauseId::TooDark, "too_dark"},
    {CauseId::TooLight, "too_light"},
    {CauseId::SpacingChanged, "spacing_changed"},
    {CauseId::DepthChanged, "depth_changed"},
    {CauseId::Outside, "outside"},
    {CauseId::Forbidden, "forbidden"},
    {CauseId::OnHair, "on_hair"},
    {CauseId::BareScars, "bare_scars", false, true},
    {CauseId::CrowdedScars, "crowded_scars"},
    {CauseId::RingedScars, "ringed_scars"},
    {CauseId::BesideScars, "beside_scars"},
    {CauseId::WrongAnswer, "wrong_answer"},
    {CauseId::NoAnswer, "no_answer"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kCauses.size(); ++i)
    if (static_cast<std::size_t>(kCauses[i].id) != i) return false;
  return true;
}
static_assert(in_order(), "a row stands where its id counts");

constexpr auto kIds = [] {
  std::array<CauseId, kCauseCount> ids{};
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = kCauses[i].id;
  return ids;
}();

const Row& row(CauseId id) {
  return kCauses[static_cast<std::size_t>(id)];
}

}  // namespace

std::string_view name(CauseId id) {
  return row(id).name;
}

std::optional<CauseId> cause_from_name(std::string_view text) {
  const auto found =
      std::find_if(kCauses.begin(), kCauses.end(), [&](const Row& r) { return r.name == text; });
  return found == kCauses.end() ? std::nullopt : std::optional(found->id);
}

std::span<const CauseId> all_causes() {
  return kIds;
}

bool is_too_little(CauseId id) {
  return row(id).too_little;
}

bool is_unfinished(CauseId id) {
  return row(id).unfinished;
}

}  // namespace engine::scoring
