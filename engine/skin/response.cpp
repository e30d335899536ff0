#include "engine/skin/response.h"

#include <algorithm>

#include "engine/core/draw.h"

namespace engine::skin {

namespace {

constexpr std::int32_t kBurnCellUm = 2000;

std::int32_t cell(std::int32_t um) {
  return um >= 0 ? um / kBurnCellUm : -((-um + kBurnCellUm - 1) / kBurnCellUm);
}

std::int32_t between(std::int32_t low, std::int32_t high, double share) {
  return low + static_cast<std::int32_t>((high - low) * share + 0.5);
}

Response burn(scalp::CanvasPoint at) {
  const auto where = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(cell(at.u_um))) << 32U) |
                     static_cast<std::uint32_t>(cell(at.v_um));
  const double tough = core::draw_unit(where, "skin/burn tough", 0),
               keeps = core::draw_unit(where, "skin/burn keeps", 0);
  return {
      .thickness = 850, .depth = between(650, 1050, tough), .spread = 1150, .kept = between(500, 700, keeps)};
}

}  // namespace

Response response_of(scalp::TissueKind tissue, scalp::CanvasPoint at) {
  using scalp::TissueKind;
  switch (tissue) {
    case TissueKind::Healthy:
    case TissueKind::Mole:
      return {};
    case TissueKind::FlatScar:
      return {.thickness = 950, .depth = 900, .spread = 1050, .kept = 800};
    case TissueKind::RaisedScar:
    case TissueKind::Keloid:
      return {.thickness = 1300, .depth = 750, .spread = 950, .kept = 800};
    case TissueKind::SunkenScar:
      return {.thickness = 750, .depth = 1000, .spread = 1400, .kept = 600};
    case TissueKind::Burn:
      return burn(at);
  }
  return {};
}

std::int32_t relaxation_permille(std::int64_t days) {
  constexpr std::int64_t kFrom = 14, kFull = 42, kMost = 500;
  return static_cast<std::int32_t>(kMost * (std::clamp(days, kFrom, kFull) - kFrom) / (kFull - kFrom));
}

Response relaxed(Response r, std::int32_t permille) {
  for (std::int32_t* part : {&r.thickness, &r.depth, &r.spread, &r.kept})
    *part += (1000 - *part) * permille / 1000;
  return r;
}

}  // namespace engine::skin
