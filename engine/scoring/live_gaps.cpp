#include "engine/scoring/live_gaps.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "engine/geometry/distance_transform.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

using geometry::kFarAway;

LiveOpenPixels::LiveOpenPixels(const Field& asked, OpenRule rule)
    : pixels_(asked.region, reference_distance(asked.target).value / 10),
      constant_(asked.target.constant()),
      reach_(rule.reach * reference_distance(asked.target).value),
      is_judged_(pixels_.size(), 0),
      dots_(pixels_.size(), 0) {
  if (!constant_) radius_.assign(pixels_.size(), 0.0);
  const auto judge = [&](int x, int y) {
    const std::size_t pixel = pixels_.index(x, y);
    const double target = constant_ ? 0.0 : asked.target.at(pixels_.middle(x, y));
    if (!constant_ && target < rule.share * asked.target.plateau_per_mm2) return;
    is_judged_[pixel] = 1;
    ++count_.judged;
    if (constant_) return;
    radius_[pixel] = rule.reach / std::sqrt(target);
    reach_ = std::max(reach_, radius_[pixel]);
  };
  InnerRuns rows(asked.region, pixels_, fitting_inset(asked.region, pixels_, rule.inset));
  for (int y = 0; y < pixels_.rows; ++y)
    for (const PixelRun run : rows.next())
      for (int x = run.x0; x <= run.x1; ++x) judge(x, y);
  count_.open = count_.judged;
}

void LiveOpenPixels::cover(std::size_t pixel, bool add) {
  if (is_judged_[pixel] == 0) return;
  auto& dots = dots_[pixel];
  if (add && dots++ == 0) --count_.open;
  if (!add && --dots == 0) ++count_.open;
}

void LiveOpenPixels::move(Vec2 dot, bool add) {
  // A pixel's diagonal more, so that no pixel that reaches the dot is missed; constant fields take the disc
  // as it is.
  const double r = constant_ ? reach_ : reach_ + 1.5 * pixels_.pitch;
  for_disc(pixels_, dot, r, [&](int y, int x0, int x1) {
    for (int x = x0; x <= x1; ++x) {
      const std::size_t pixel = pixels_.index(x, y);
      if (!constant_) {
        const Vec2 d = dot - pixels_.middle(x, y);
        if (!(d.x * d.x + d.y * d.y <= radius_[pixel] * radius_[pixel])) continue;
      }
      cover(pixel, add);
    }
  });
}

LiveHole::LiveHole(const Field& asked, HoleRule rule, const DotGrid& dots)
    : search_(asked, rule),
      dots_(&dots),
      marks_(search_.pixels().size(), 0),
      squares_(search_.pixels().size(), kFarAway),
      tile_columns_((search_.pixels().columns + kTile - 1) / kTile),
      tile_rows_((search_.pixels().rows + kTile - 1) / kTile),
      tiles_(static_cast<std::size_t>(tile_columns_) * static_cast<std::size_t>(tile_rows_)) {}

void LiveHole::load(const std::vector<Vec2>& places) {
  if (places.empty()) return;
  std::vector<std::uint8_t> marked(marks_.size(), 0);
  for (const Vec2 place : places) {
    const auto [x, y] = search_.pixels().holding(place);
    const std::size_t pixel = search_.pixels().index(x, y);
    marked[pixel] = 1;
    if (marks_[pixel]++ == 0) ++marked_;
  }
  squares_ = geometry::squared_distances(marked, search_.pixels().columns, search_.pixels().rows);
}

void LiveHole::move(Vec2 dot, bool add) {
  const auto [x, y] = search_.pixels().holding(dot);
  auto& marks = marks_[search_.pixels().index(x, y)];
  if (add && marks++ == 0) {
    ++marked_;
    nearer(x, y);
  }
  if (!add && --marks == 0) {
    --marked_;
    farther(x, y);
  }
  const auto columns = static_cast<std::size_t>(search_.pixels().columns);
  std::erase_if(climbs_, [&](const auto& entry) {
    const Vec2 start = search_.pixels().middle(static_cast<int>(entry.first % columns),
                                               static_cast<int>(entry.first / columns));
    return glm::length(dot - start) <= entry.second.reach.value;
  });
}

// A tile's tops depend on the pixels round it too.
void LiveHole::touch(int x, int y) {
  for (int j = std::max(0, y - 1) / kTile; j <= std::min(search_.pixels().rows - 1, y + 1) / kTile; ++j)
    for (int i = std::max(0, x - 1) / kTile; i <= std::min(search_.pixels().columns - 1, x + 1) / kTile; ++i)
      tiles_[static_cast<std::size_t>(j) * static_cast<std::size_t>(tile_columns_) +
             static_cast<std::size_t>(i)]
          .dirty = true;
}

// No pixel is farther from its mark than the farthest is from its own.
int LiveHole::farthest() const {
  std::int32_t most = 0;
  for (const Tile& tile : tiles_) most = std::max(most, tile.most);
  const auto side = static_cast<double>(std::max(search_.pixels().columns, search_.pixels().rows));
  return static_cast<int>(std::min(2.0 * side, std::ceil(std::sqrt(static_cast<double>(most)))));
}

template <class Visit>
void LiveHole::for_reached(int cx, int cy, Visit visit) {
  const Pixels& pixels = search_.pixels();
  const int reach = farthest();
  for (int y = std::max(0, cy - reach); y <= std::min(pixels.rows - 1, cy + reach); ++y)
    for (int x = std::max(0, cx - reach); x <= std::min(pixels.columns - 1, cx + reach); ++x)
      visit(x, y, squares_[pixels.index(x, y)], (x - cx) * (x - cx) + (y - cy) * (y - cy));
}

void LiveHole::nearer(int cx, int cy) {
  for_reached(cx, cy, [this](int x, int y, std::int32_t& known, std::int32_t square) {
    if (square >= known) return;
    known = square;
    touch(x, y);
  });
}

// The pixels that were nearest to the mark that is gone look for another.
void LiveHole::farther(int cx, int cy) {
  if (marked_ == 0) {
    std::fill(squares_.begin(), squares_.end(), kFarAway);
    for (Tile& tile : tiles_) tile = {};
    return;
  }
  for_reached(cx, cy, [this](int x, int y, std::int32_t& known, std::int32_t square) {
    if (known != square) return;
    known = square_of(x, y);
    touch(x, y);
    auto& most = tile_of(x, y).most;
    most = std::max(most, known);
  });
}

// The nearest marked pixel is near the nearest dot: both distances differ by two half diagonals at most.
std::int32_t LiveHole::square_of(int x, int y) const {
  const Pixels& pixels = search_.pixels();
  const Vec2 at = pixels.middle(x, y);
  std::int32_t best = kFarAway;
  dots_->within(at, dots_->nearest(at) + 1.5 * pixels.pitch, [&](std::uint32_t, Vec2 dot, double) {
    const auto [i, j] = pixels.holding(dot);
    best = std::min(best, (i - x) * (i - x) + (j - y) * (j - y));
  });
  return best;
}

void LiveHole::find_tops(std::size_t index) {
  Tile& tile = tiles_[index];
  tile.dirty = false;
  tile.most = 0;
  tile.tops.clear();
  const Pixels& pixels = search_.pixels();
  const int x0 = static_cast<int>(index % static_cast<std::size_t>(tile_columns_)) * kTile,
            y0 = static_cast<int>(index / static_cast<std::size_t>(tile_columns_)) * kTile;
  for (int y = y0; y < std::min(pixels.rows, y0 + kTile); ++y)
    for (int x = x0; x < std::min(pixels.columns, x0 + kTile); ++x) {
      tile.most = std::max(tile.most, squares_[pixels.index(x, y)]);
      if (search_.is_top(squares_, x, y))
        tile.tops.push_back({squares_[pixels.index(x, y)], pixels.index(x, y)});
    }
  std::sort(tile.tops.begin(), tile.tops.end());
}

Hole LiveHole::largest() {
  for (std::size_t i = 0; i < tiles_.size(); ++i)
    if (tiles_[i].dirty) find_tops(i);
  // The tops of all tiles, widest first.
  struct Entry {
    HoleSearch::Top top;
    std::size_t tile, next;
  };
  const auto later = [](const Entry& a, const Entry& b) { return b.top < a.top; };
  std::vector<Entry> heap;
  for (std::size_t i = 0; i < tiles_.size(); ++i)
    if (!tiles_[i].tops.empty()) heap.push_back({tiles_[i].tops.front(), i, 1});
  std::make_heap(heap.begin(), heap.end(), later);
  const auto next = [&]() -> std::optional<HoleSearch::Top> {
    if (heap.empty()) return std::nullopt;
    std::pop_heap(heap.begin(), heap.end(), later);
    const Entry entry = heap.back();
    heap.pop_back();
    const auto& tops = tiles_[entry.tile].tops;
    if (entry.next < tops.size()) {
      heap.push_back({tops[entry.next], entry.tile, entry.next + 1});
      std::push_heap(heap.begin(), heap.end(), later);
    }
    return entry.top;
  };
  if (climbs_.size() > kMostKept) climbs_.clear();
  return search_.widest(next, [&](std::size_t pixel) {
    const auto kept = climbs_.find(pixel);
    if (kept != climbs_.end()) return kept->second.top;
    const auto climb = search_.climb(pixel, [this](Vec2 p) { return dots_->nearest(p); });
    climbs_.emplace(pixel, climb);
    return climb.top;
  });
}

}  // namespace engine::scoring
