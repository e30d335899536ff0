// Empty places in a field, and where to put or take dots so that it becomes even.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/core/units.h"
#include "engine/geometry/grid.h"
#include "engine/scoring/field.h"
#include "engine/scoring/pixels.h"

namespace engine::scoring {

struct Hole {
  Vec2 centre{0.0};
  core::Mm radius{};  // to the nearest dot
  bool operator==(const Hole&) const = default;
};

// Which middles a hole may have: where the target is at least `share` of the plateau, and at least half a
// pixel less than `inset` pixels of d_ref / 5 from the border (0 in a region that would lose half of them).
struct HoleRule {
  double share = 0.0;
  int inset = 0;
};

// The way to the largest hole: from the tops of a raster of rough distances to the true tops. What does not
// depend on the dots; the distances come from outside, so that they may be kept while dots come and go.
class HoleSearch {
 public:
  // `asked` must outlive it; its dots are not looked at.
  HoleSearch(const Field& asked, HoleRule rule);

  // A pixel that is at least as far from all dots as its eight neighbours; squared distance in pixels.
  struct Top {
    std::int32_t square = 0;
    std::size_t pixel = 0;
    // widest first
    bool operator<(const Top& o) const { return square != o.square ? square > o.square : pixel < o.pixel; }
  };
  [[nodiscard]] const Pixels& pixels() const { return pixels_; }
  [[nodiscard]] bool judged(std::size_t pixel) const { return judged_[pixel] != 0; }
  // `squares`: squared distance of every pixel to the nearest pixel that holds a dot.
  [[nodiscard]] bool is_top(const std::vector<std::int32_t>& squares, int x, int y) const;

  // The hole that a pixel leads to. Dots farther than `reach` from the pixel's middle have no part in it.
  struct Climb {
    Hole top;
    core::Mm reach{};
  };
  [[nodiscard]] Climb climb(std::size_t pixel, const std::function<double(Vec2)>& nearest) const;

  // `next`: the tops, widest first. `climbed`: where a pixel leads to.
  [[nodiscard]] Hole widest(const std::function<std::optional<Top>()>& next,
                            const std::function<Hole(std::size_t)>& climbed) const;

 private:
  [[nodiscard]] bool is_asked(Vec2 p) const;
  [[nodiscard]] bool is_judged(Vec2 p) const;

  const Field* asked_;
  double share_, d_ref_, inset_mm_ = 0.0;
  Pixels pixels_;
  std::vector<std::uint8_t> judged_;
};

// The largest circle without a dot that the rule allows. Radius to 1e-4 mm; 0 for an empty region or no dots.
Hole largest_hole(const Field& field, HoleRule rule);

// What is looked at: pixels of d_ref / 10 where the target is at least `share` of the plateau, more than
// `inset` pixels from the border (0 in a region that would lose half of them); and what is open: farther than
// `reach` / sqrt(target) from every dot.
struct OpenRule {
  double share, reach;
  int inset;
};
constexpr OpenRule kUncovered{0.0, 1.0, 0};
struct OpenPixels {
  std::size_t judged = 0, open = 0;
  [[nodiscard]] double fraction() const {
    return judged > 0 ? static_cast<double>(open) / static_cast<double>(judged) : 0.0;
  }
};
OpenPixels open_pixels(const Field& field, OpenRule rule);

// At most `count` places, each put into the then largest hole, while there is one of at least `least` of the
// local target distance.
std::vector<Vec2> fill_holes(const Field& field, std::size_t count, double least = 0.5);

// Numbers of `count` dots, each the then most crowded one; ascending. `among`: ascending numbers, the only
// ones that may go.
std::vector<std::uint32_t> spread_out(const Field& field, std::size_t count);
std::vector<std::uint32_t> spread_out(const Field& field, std::size_t count,
                                      const std::vector<std::uint32_t>& among);

}  // namespace engine::scoring
