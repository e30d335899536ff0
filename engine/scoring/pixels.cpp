#include "engine/scoring/pixels.h"

namespace engine::scoring {

namespace {

// Of both lists only what is in both, the second's ends drawn in.
void narrow(const std::vector<PixelRun>& runs, const std::vector<PixelRun>& by, int drawn_in,
            std::vector<PixelRun>& out) {
  out.clear();
  std::size_t j = 0;
  for (const PixelRun run : runs) {
    while (j < by.size() && by[j].x1 - drawn_in < run.x0) ++j;
    for (std::size_t k = j; k < by.size() && by[k].x0 + drawn_in <= run.x1; ++k)
      if (const PixelRun both{std::max(run.x0, by[k].x0 + drawn_in), std::min(run.x1, by[k].x1 - drawn_in)};
          both.x0 <= both.x1)
        out.push_back(both);
  }
}

}  // namespace

InnerRuns::InnerRuns(const Region& region, const Pixels& pixels, int inset)
    : region_(&region), pixels_(pixels), inset_(inset), rows_(static_cast<std::size_t>(2 * inset + 1)) {
  for (int row = -inset; row < inset; ++row) read(row);
}

void InnerRuns::read(int row) {
  auto& runs = rows_[static_cast<std::size_t>(row + inset_) % rows_.size()];
  runs.clear();
  if (row < 0 || row >= pixels_.rows) return;
  region_->row_spans(pixels_.middle(0, row).y, spans_);
  for (const auto& [from, to] : spans_)
    if (const PixelRun run{pixels_.first_from(from), pixels_.first_from(to) - 1}; run.x0 <= run.x1)
      runs.push_back(run);
}

const std::vector<PixelRun>& InnerRuns::next() {
  read(row_ + inset_);
  const auto row_of = [&](int row) -> const std::vector<PixelRun>& {
    return rows_[static_cast<std::size_t>(row + inset_) % rows_.size()];
  };
  runs_ = row_of(row_);
  for (int dy = -inset_; dy <= inset_; ++dy) {
    const int half = static_cast<int>(std::sqrt(static_cast<double>(inset_ * inset_ - dy * dy)));
    narrow(runs_, row_of(row_ + dy), half, narrowed_);
    runs_.swap(narrowed_);
  }
  ++row_;
  return runs_;
}

int fitting_inset(const Region& region, const Pixels& pixels, int inset) {
  const auto count = [&](int by) {
    InnerRuns rows(region, pixels, by);
    std::int64_t sum = 0;
    for (int y = 0; y < pixels.rows; ++y)
      for (const PixelRun run : rows.next()) sum += run.x1 - run.x0 + 1;
    return sum;
  };
  return 2 * count(inset) >= count(0) ? inset : 0;
}

}  // namespace engine::scoring
