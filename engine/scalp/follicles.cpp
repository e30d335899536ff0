#include "engine/scalp/follicles.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "engine/scalp/hair.h"
#include "engine/scalp/head_surface.h"
#include "engine/scalp/tissue.h"

namespace engine::scalp {

namespace {

constexpr std::int32_t kCellUm = 500;  // one candidate in each cell of the address space
constexpr std::int32_t kNodeUm =
    4000;                         // positions are exact at nodes, straight between: 0.03 mm off on a head
constexpr double kApart = 0.597;  // mm: leaves kDensestHair of one candidate in each cell
constexpr int kCellsAround = 3;   // that kApart reaches: cells shrink sideways, away from the vertex
constexpr std::int32_t kFarthestUm = 260'000;

std::int32_t floor_div(std::int32_t a, std::int32_t b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

// Positions and densities over the canvas.
class Ground {
 public:
  Ground(const Canvas& canvas, const UnitDensity& per_cm2, const AddressBox& box)
      : flat_(canvas.pad() != nullptr ? &canvas : nullptr),
        per_cm2_(per_cm2),
        first_u_(floor_div(box.low.u_um, kNodeUm)),
        first_v_(floor_div(box.low.v_um, kNodeUm)),
        columns_(floor_div(box.high.u_um, kNodeUm) - first_u_ + 2),
        rows_(floor_div(box.high.v_um, kNodeUm) - first_v_ + 2) {
    if (flat_ != nullptr) return;
    nodes_.reserve(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
    for (int j = 0; j < rows_; ++j)
      for (int i = 0; i < columns_; ++i) {
        const CanvasPoint at{(first_u_ + i) * kNodeUm, (first_v_ + j) * kNodeUm};
        const auto position = canvas.position(at);
        nodes_.push_back(position ? Node{*position, per_cm2(*position), true} : Node{});
      }
  }

  struct Spot {
    Vec3 position{0.0};
    double density = 0.0;  // units per cm^2
  };
  // Nothing where a corner of the square of nodes lies off the canvas.
  [[nodiscard]] std::optional<Spot> at(CanvasPoint p) const {
    if (flat_ != nullptr) {
      const auto position = flat_->position(p);
      return position ? std::optional(Spot{*position, per_cm2_(*position)}) : std::nullopt;
    }
    const int i = floor_div(p.u_um, kNodeUm) - first_u_, j = floor_div(p.v_um, kNodeUm) - first_v_;
    const Node &a = node(i, j), &b = node(i + 1, j), &c = node(i, j + 1), &d = node(i + 1, j + 1);
    if (!(a.there && b.there && c.there && d.there)) return std::nullopt;
    const double x = (p.u_um - (first_u_ + i) * kNodeUm) / static_cast<double>(kNodeUm),
                 y = (p.v_um - (first_v_ + j) * kNodeUm) / static_cast<double>(kNodeUm);
    const double wa = (1 - x) * (1 - y), wb = x * (1 - y), wc = (1 - x) * y, wd = x * y;
    return Spot{wa * a.position + wb * b.position + wc * c.position + wd * d.position,
                wa * a.density + wb * b.density + wc * c.density + wd * d.density};
  }

 private:
  struct Node {
    Vec3 position{0.0};
    double density = 0.0;
    bool there = false;
  };
  [[nodiscard]] const Node& node(int i, int j) const {
    return nodes_[static_cast<std::size_t>(j) * static_cast<std::size_t>(columns_) +
                  static_cast<std::size_t>(i)];
  }

  const Canvas* flat_;  // a pad, which needs no nodes; else null
  const UnitDensity& per_cm2_;
  std::int32_t first_u_, first_v_;
  int columns_, rows_;
  std::vector<Node> nodes_;
};

// A follicle that could be: the earlier born keeps the later ones away.
struct Candidate {
  CanvasPoint at;
  Vec3 position{0.0};
  double density = 0.0;
  std::uint64_t number = 0;
  std::uint32_t born = std::numeric_limits<std::uint32_t>::max();
  bool there = false;
};

Candidate candidate(core::Seed seed, std::int32_t column, std::int32_t row, const Ground& ground) {
  constexpr std::int64_t kBias = 1 << 20;
  Candidate c;
  c.number = (static_cast<std::uint64_t>(row + kBias) << 24U) | static_cast<std::uint64_t>(column + kBias);
  const std::uint64_t bits = core::draw_bits(seed, "follicle", c.number);
  const auto part = [](std::uint64_t sixteen) {
    return static_cast<std::int32_t>((sixteen & 0xFFFFU) * kCellUm >> 16U);
  };
  c.at = {column * kCellUm + part(bits), row * kCellUm + part(bits >> 16U)};
  c.born = static_cast<std::uint32_t>(bits >> 32U);
  if (const auto spot = ground.at(c.at)) {
    c.position = spot->position;
    c.density = spot->density;
    c.there = true;
  }
  return c;
}

}  // namespace

AddressBox whole(const Canvas& canvas) {
  if (const Pad* pad = canvas.pad())
    return {{0, 0},
            {static_cast<std::int32_t>(std::ceil(pad->width.value * 1000.0)),
             static_cast<std::int32_t>(std::ceil(pad->height.value * 1000.0))}};
  return {{-kFarthestUm, -kFarthestUm}, {kFarthestUm, kFarthestUm}};
}

std::vector<FollicularUnit> follicular_units(const Canvas& canvas, core::Seed seed,
                                             const UnitDensity& per_cm2, const AddressBox& box) {
  std::vector<FollicularUnit> units;
  if (box.low.u_um >= box.high.u_um || box.low.v_um >= box.high.v_um) return units;
  constexpr std::int32_t kMargin = (kCellsAround + 1) * kCellUm;
  const Ground ground(
      canvas, per_cm2,
      {{box.low.u_um - kMargin, box.low.v_um - kMargin}, {box.high.u_um + kMargin, box.high.v_um + kMargin}});
  const std::int32_t first_column = floor_div(box.low.u_um, kCellUm) - kCellsAround,
                     first_row = floor_div(box.low.v_um, kCellUm) - kCellsAround;
  const int columns = floor_div(box.high.u_um, kCellUm) + kCellsAround - first_column + 1,
            rows = floor_div(box.high.v_um, kCellUm) + kCellsAround - first_row + 1;
  std::vector<Candidate> candidates;
  candidates.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  for (int j = 0; j < rows; ++j)
    for (int i = 0; i < columns; ++i)
      candidates.push_back(candidate(seed, first_column + i, first_row + j, ground));
  const auto at = [&](int i, int j) -> const Candidate& {
    return candidates[static_cast<std::size_t>(j) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(i)];
  };
  const auto first_born = [&](int i, int j) {
    const Candidate& own = at(i, j);
    for (int y = j - kCellsAround; y <= j + kCellsAround; ++y)
      for (int x = i - kCellsAround; x <= i + kCellsAround; ++x) {
        const Candidate& other = at(x, y);
        if (!other.there || other.number == own.number || other.born > own.born ||
            (other.born == own.born && other.number > own.number))
          continue;
        const Vec3 d = other.position - own.position;
        if (d.x * d.x + d.y * d.y + d.z * d.z < kApart * kApart) return false;
      }
    return true;
  };
  for (int j = kCellsAround; j < rows - kCellsAround; ++j)
    for (int i = kCellsAround; i < columns - kCellsAround; ++i) {
      const Candidate& c = at(i, j);
      if (!c.there || c.at.u_um < box.low.u_um || c.at.v_um < box.low.v_um || c.at.u_um >= box.high.u_um ||
          c.at.v_um >= box.high.v_um)
        continue;
      const bool grows = core::draw_unit(seed, "follicle kept", c.number) * kDensestHair < c.density;
      if (!grows || !first_born(i, j)) continue;
      // scars and burns are bare
      if (canvas.tissue() != nullptr && canvas.tissue()->at(c.at, c.position) != TissueKind::Healthy)
        continue;
      const double hairs = core::draw_unit(seed, "hairs of a unit", c.number);
      units.push_back({c.at, static_cast<std::uint8_t>(hairs < 0.25 ? 1 : hairs < 0.70 ? 2 : 3), c.number});
    }
  return units;
}

UnitDensity growth_of(const Pad& pad) {
  return [density = pad.hair.value](const Vec3&) { return density; };
}

UnitDensity growth_of(const Client& client) {
  const HairMap hair(shape_of(client).value_or(HeadShape{}), client.loss_class, client.seed);
  return [hair](const Vec3& p) { return hair.density(p).value; };
}

}  // namespace engine::scalp
