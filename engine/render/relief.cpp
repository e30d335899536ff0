#include "engine/render/relief.h"

#include <algorithm>
#include <cmath>

#include "engine/core/draw.h"
#include "engine/core/units.h"

namespace engine::render {
namespace {

constexpr int kCells = 44;         // fields of the relief along one side: about 0.55 mm each
constexpr int kPores = 420;        // a tile of 24 x 24 mm: 73 per cm2, about one per follicular unit
constexpr int kFinePores = 1500;   // of sweat
constexpr double kFurrow = 0.014;  // mm deep
constexpr double kGrain = 0.005;   // half of the height of the grain
constexpr double kPoreDepth = 0.045, kFinePoreDepth = 0.012;
constexpr double kTexelMm = kReliefTile.value / kReliefSize;
constexpr double kTurn = 2.0 * core::kPi;

using Field = std::vector<float>;

double smooth(double t) {
  return t * t * (3.0 - 2.0 * t);
}
// Of a place at most one tile away: a million texels ask, and a division each would be half of the work.
int wrap(int k, int n) {
  return k < 0 ? k + n : k >= n ? k - n : k;
}
std::size_t texel(int x, int y) {
  return static_cast<std::size_t>(wrap(y, kReliefSize)) * kReliefSize +
         static_cast<std::size_t>(wrap(x, kReliefSize));
}

struct Seeds {
  std::vector<double> x, y;
};

Seeds cell_seeds() {
  Seeds seeds;
  for (std::uint64_t k = 0; k < kCells * kCells; ++k) {
    seeds.x.push_back(core::draw_unit(5, "relief cell x", k));
    seeds.y.push_back(core::draw_unit(5, "relief cell y", k));
  }
  return seeds;
}

// Distance to the border of the nearest cell, in cells (Worley's second minus first).
double furrow_distance(const Seeds& seeds, double x, double y) {
  const int cx = static_cast<int>(std::floor(x)), cy = static_cast<int>(std::floor(y));
  double first = 81.0, second = 81.0;
  for (int j = -1; j <= 1; ++j) {
    for (int i = -1; i <= 1; ++i) {
      const auto k = static_cast<std::size_t>(wrap(cy + j, kCells) * kCells + wrap(cx + i, kCells));
      const double dx = cx + i + seeds.x[k] - x, dy = cy + j + seeds.y[k] - y;
      const double d = dx * dx + dy * dy;
      second = std::min(second, std::max(first, d));
      first = std::min(first, d);
    }
  }
  return std::sqrt(second) - std::sqrt(first);
}

// Value noise of period 1 with `cells` cells along a side, 0..1.
double noise(double u, double v, int cells) {
  const double x = u * cells, y = v * cells;
  const int ix = static_cast<int>(std::floor(x)), iy = static_cast<int>(std::floor(y));
  const double fx = smooth(x - ix), fy = smooth(y - iy);
  const auto at = [&](int i, int j) {
    const int k = wrap(iy + j, cells) * cells + wrap(ix + i, cells);
    std::uint32_t h = static_cast<std::uint32_t>(k) * 7919U + static_cast<std::uint32_t>(cells) * 104729U;
    h = (h ^ (h >> 16)) * 0x7feb352dU;
    h = (h ^ (h >> 15)) * 0x846ca68bU;
    return (h ^ (h >> 16)) * (1.0 / 4294967296.0);
  };
  return std::lerp(std::lerp(at(0, 0), at(1, 0), fx), std::lerp(at(0, 1), at(1, 1), fx), fy);
}

// Of a column of cells, so that no row of them can be made out.
struct Bend {
  double phase, lift;
};

// How deep a furrow is there, 0..1.3. They are shallow, with round shoulders, and broken: there in places and
// gone in others, or skin looks like leather or a net.
double furrow(const Seeds& seeds, double u, double v, const Bend& bend) {
  const double depth = smooth(std::clamp(1.7 * noise(u, v, 31) - 0.45, 0.0, 1.0)) * (0.3 + noise(u, v, 9));
  if (depth <= 0.0) return 0.0;
  const double shift = 0.35 * std::sin(v * kTurn * 5.0 + bend.phase);
  const double d = furrow_distance(seeds, u * kCells + shift, v * kCells + bend.lift);
  return depth * (1.0 - smooth(std::min(d / 0.55, 1.0)));
}

Field cellular_height() {
  const Seeds seeds = cell_seeds();
  Field height(static_cast<std::size_t>(kReliefSize) * kReliefSize);
  for (int x = 0; x < kReliefSize; ++x) {
    const double u = (x + 0.5) / kReliefSize;
    const Bend bend{std::sin(u * kTurn * 3.0), 0.35 * std::sin(u * kTurn * 4.0)};
    for (int y = 0; y < kReliefSize; ++y) {
      const double v = (y + 0.5) / kReliefSize;
      // What breaks the highlight between furrows is a fine grain.
      const double grain = 0.6 * noise(u, v, 90) + 0.4 * noise(u, v, 190) - 0.5;
      height[texel(x, y)] =
          static_cast<float>(kFurrow * (1.0 - furrow(seeds, u, v, bend)) + 2.0 * kGrain * grain);
    }
  }
  return height;
}

void press_pore(Field& height, double px, double py, double radius_mm, double depth_mm) {
  const int reach = static_cast<int>(radius_mm * 2.4 / kTexelMm) + 2;
  const int cx = static_cast<int>(px * kReliefSize), cy = static_cast<int>(py * kReliefSize);
  for (int j = -reach; j <= reach; ++j) {
    for (int i = -reach; i <= reach; ++i) {
      const double d2 = (i * i + j * j) * kTexelMm * kTexelMm / (radius_mm * radius_mm);
      height[texel(cx + i, cy + j)] -= static_cast<float>(depth_mm * std::exp(-d2));
    }
  }
}

std::uint8_t to_byte(double value) {
  return static_cast<std::uint8_t>(std::clamp(value * 255.0 + 0.5, 0.0, 255.0));
}

}  // namespace

std::vector<std::uint8_t> make_relief_tile() {
  Field height = cellular_height();
  for (std::uint64_t k = 0; k < kPores; ++k) {
    const double x = core::draw_unit(5, "pore x", k), y = core::draw_unit(5, "pore y", k);
    press_pore(height, x, y, 0.05 + 0.05 * core::draw_unit(5, "pore radius", k),
               kPoreDepth * (0.5 + 0.5 * core::draw_unit(5, "pore depth", k)));
  }
  for (std::uint64_t k = 0; k < kFinePores; ++k)
    press_pore(height, core::draw_unit(5, "fine pore x", k), core::draw_unit(5, "fine pore y", k), 0.04,
               kFinePoreDepth);
  std::vector<std::uint8_t> out;
  out.reserve(4 * height.size());
  for (int y = 0; y < kReliefSize; ++y) {
    for (int x = 0; x < kReliefSize; ++x) {
      const double gx = (height[texel(x + 1, y)] - height[texel(x - 1, y)]) / (2.0 * kTexelMm);
      const double gy = (height[texel(x, y + 1)] - height[texel(x, y - 1)]) / (2.0 * kTexelMm);
      const double u = static_cast<double>(x) / kReliefSize, v = static_cast<double>(y) / kReliefSize;
      const double mottle = 0.45 * noise(u, v, 6) + 0.3 * noise(u, v, 13) + 0.25 * noise(u, v, 29);
      out.push_back(to_byte(0.5 + 0.65 * gx));
      out.push_back(to_byte(0.5 + 0.65 * gy));
      out.push_back(to_byte((height[texel(x, y)] + kPoreDepth) / (kFurrow + kGrain + kPoreDepth)));
      out.push_back(to_byte(mottle));
    }
  }
  return out;
}

}  // namespace engine::render
