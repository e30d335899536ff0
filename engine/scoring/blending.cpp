#include "engine/scoring/blending.h"

namespace engine::scoring {

namespace {

std::vector<LocalDensity::Cell> cells_by_hair(const LocalDensity& local) {
  std::vector<LocalDensity::Cell> cells;
  for (const auto& cell : local.cells())
    if (cell.by_hair) cells.push_back(cell);
  return cells;
}

}  // namespace

CellMeasure measure_blend(const Field& field, const LocalDensity& local) {
  return measure_cells(field, cells_by_hair(local));
}

CriterionResult score_blending(std::size_t dots, const CellMeasure& cells, const Ramps& ramps) {
  CriterionResult result = score_density(dots, cells, ramps);
  result.id = CriterionId::Blending;
  return result;
}

CriterionResult blending(const Field& field, const LocalDensity& local, const CellMeasure& cells,
                         const Ramps& ramps) {
  CriterionResult result = score_blending(field.placed(), cells, ramps);
  if (!result.score || *result.score == 10000) return result;
  result.causes = {{.id = cells.sign.sum() > 0.0 ? CauseId::TooDense : CauseId::TooSparse,
                    .size = cells.sign.sum() / cells.targets,
                    .at = worst_cell(cells_by_hair(local), allowance(field.layer, cells.expected)),
                    .radius = core::Mm{3.0 * local.d_ref()},
                    .dots = {},
                    .fix = {}}};
  return result;
}

}  // namespace engine::scoring
