// Gaps while dots come and go: which pixels are too far from every dot, and the largest hole.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "engine/scoring/dot_grid.h"
#include "engine/scoring/gaps.h"
#include "engine/scoring/holes.h"

namespace engine::scoring {

// How many pixels have no dot within their reach; the same count as open_pixels.
class LiveOpenPixels {
 public:
  // `asked` must outlive it.
  LiveOpenPixels(const Field& asked, OpenRule rule);
  void move(Vec2 dot, bool add);
  [[nodiscard]] OpenPixels count() const { return count_; }

 private:
  void cover(std::size_t pixel, bool add);

  Pixels pixels_;
  bool constant_;
  double reach_;  // of the farthest-reaching pixel, mm
  std::vector<std::uint8_t> is_judged_;
  std::vector<std::uint32_t> dots_;  // within reach of each pixel
  std::vector<double> radius_;       // of each pixel, mm; empty when they are all alike
  OpenPixels count_;
};

// The same hole as largest_hole.
class LiveHole {
 public:
  // `asked` and `dots` must outlive it.
  LiveHole(const Field& asked, HoleRule rule, const DotGrid& dots);
  // All at once what is in `dots` now: these places. Only while it is new.
  void load(const std::vector<Vec2>& places);
  // After the dot has come into `dots`, or left it.
  void move(Vec2 dot, bool add);
  [[nodiscard]] Hole largest();  // of at least one dot

 private:
  void nearer(int x, int y);
  void farther(int x, int y);
  [[nodiscard]] std::int32_t square_of(int x, int y) const;
  void touch(int x, int y);
  void find_tops(std::size_t tile);
  [[nodiscard]] int farthest() const;  // an upper bound of the distance of a pixel to its mark
  template <class Visit>
  void for_reached(int x, int y, Visit visit);

  static constexpr int kTile = 32;
  static constexpr std::size_t kMostKept = 4096;

  HoleSearch search_;
  const DotGrid* dots_;
  std::vector<std::uint16_t> marks_;   // dots in each pixel
  std::vector<std::int32_t> squares_;  // squared distance to the nearest marked pixel
  int tile_columns_, tile_rows_;
  struct Tile {
    bool dirty = true;
    std::int32_t most = 2'000'000'000;  // not less than any of its squares
    std::vector<HoleSearch::Top> tops;
  };
  [[nodiscard]] Tile& tile_of(int x, int y) {
    return tiles_[static_cast<std::size_t>(y / kTile) * static_cast<std::size_t>(tile_columns_) +
                  static_cast<std::size_t>(x / kTile)];
  }
  std::vector<Tile> tiles_;
  std::unordered_map<std::size_t, HoleSearch::Climb> climbs_;  // by pixel
  std::size_t marked_ = 0;
};

}  // namespace engine::scoring
