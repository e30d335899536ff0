#include "engine/scalp/follicles.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <optional>
#include <utility>

#include "engine/scalp/follicle_ground.h"
#include "engine/scalp/hair.h"
#include "engine/scalp/tissue.h"

namespace engine::scalp {

namespace {

// Units settle round by round, where none that settled before is near. The wide rounds leave kFullHair of
// them, as even as chance allows; hair that is denser than that stands between them.
constexpr int kWideRounds = 8, kRounds = 10;
constexpr double kApart = 0.854, kApartBetween = 0.60;  // mm
constexpr double kSettleBetween = 32.4;                 // per cm2, in the rounds after the wide ones
constexpr std::int32_t kCellUm = 1000;  // each cell of the address space brings a candidate in each round
// Of cells, that kApart reaches: they shrink sideways, away from the vertex.
constexpr int kFarthestReach = 3;
constexpr std::int32_t kFarthestUm = 260'000;

struct Candidate {
  CanvasPoint at;
  Vec3 position{0.0};
  double density = 0.0;
  std::uint64_t number = 0;
  std::uint64_t born = 0;  // the earlier born keeps the later ones of its round away
  int reach = 1;           // cells
  int next = -1;           // of the settled in the same cell
};

constexpr std::uint64_t number_of(CanvasPoint cell, int round) {
  constexpr std::int64_t kBias = 1 << 20;
  const auto row = static_cast<std::uint64_t>(cell.v_um + kBias),
             column = static_cast<std::uint64_t>(cell.u_um + kBias);
  return ((row << 24U) | column) << 4U | static_cast<std::uint64_t>(round);
}

std::optional<Candidate> candidate(core::Seed seed, const FollicleGround& ground, CanvasPoint cell,
                                   int round) {
  Candidate c{.number = number_of(cell, round)};
  const std::uint64_t bits = core::draw_bits(seed, "follicle", c.number);
  const auto part = [](std::uint64_t sixteen) {
    return static_cast<std::int32_t>((sixteen & 0xFFFFU) * kCellUm >> 16U);
  };
  c.at = {cell.u_um * kCellUm + part(bits), cell.v_um * kCellUm + part(bits >> 16U)};
  c.born = bits >> 32U;
  const auto spot = ground.at(c.at);
  // as many on each mm2 of skin, wherever it lies in the chart
  if (!spot || (spot->area < 1.0 && core::draw_unit(seed, "follicle of the chart", c.number) >= spot->area))
    return std::nullopt;
  c.position = spot->position;
  c.density = spot->density;
  constexpr double kSure = 0.95;  // squares of the ground differ from their neighbours
  c.reach = std::min(static_cast<int>(std::ceil(kApart / (kSure * spot->least))), kFarthestReach);
  return c;
}

// What has settled in a box of cells. Cells at its border lack neighbours: a unit is right from
// kFarthestReach cells a round inwards.
class Settlement {
 public:
  Settlement(core::Seed seed, const FollicleGround& ground, CanvasPoint low, CanvasPoint high)
      : seed_(seed),
        ground_(ground),
        low_(low),
        columns_(high.u_um - low.u_um + 1),
        rows_(high.v_um - low.v_um + 1),
        first_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), -1) {
    for (int j = 0; j < rows_; ++j)
      for (int i = 0; i < columns_; ++i)
        if (ground.bears({(low.u_um + i) * kCellUm, (low.v_um + j) * kCellUm})) cells_.emplace_back(i, j);
    for (int round = 0; round < kRounds; ++round) settle(round);
  }

  [[nodiscard]] const std::vector<Candidate>& units() const { return settled_; }

 private:
  [[nodiscard]] std::size_t index(int i, int j) const {
    return static_cast<std::size_t>(j) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(i);
  }
  // Whether `near` says yes to a cell within reach.
  template <typename Near>
  [[nodiscard]] bool any_around(int i, int j, int reach, const Near& near) const {
    for (int y = std::max(j - reach, 0); y <= std::min(j + reach, rows_ - 1); ++y)
      for (int x = std::max(i - reach, 0); x <= std::min(i + reach, columns_ - 1); ++x)
        if (near(index(x, y))) return true;
    return false;
  }
  void settle(int round);

  core::Seed seed_;
  const FollicleGround& ground_;
  CanvasPoint low_;  // of cells
  int columns_, rows_;
  std::vector<std::pair<int, int>> cells_;  // that bear hair
  std::vector<int> first_;                  // of the settled of a cell; -1: none
  std::vector<Candidate> settled_;
};

bool within(const Candidate& a, const Candidate& b, double apart) {
  const Vec3 d = a.position - b.position;
  return glm::dot(d, d) < apart * apart;
}

void Settlement::settle(int round) {
  const double apart = round < kWideRounds ? kApart : kApartBetween;
  struct Open {
    Candidate candidate;
    int i, j;
  };
  std::vector<Open> open;
  std::vector<int> open_in(first_.size(), -1);
  for (const auto& [i, j] : cells_) {
    const auto c = candidate(seed_, ground_, {low_.u_um + i, low_.v_um + j}, round);
    const auto taken = [&](std::size_t cell) {
      for (int k = first_[cell]; k >= 0; k = settled_[static_cast<std::size_t>(k)].next)
        if (within(*c, settled_[static_cast<std::size_t>(k)], apart)) return true;
      return false;
    };
    if (!c || any_around(i, j, c->reach, taken)) continue;
    open_in[index(i, j)] = static_cast<int>(open.size());
    open.push_back({*c, i, j});
  }
  for (const Open& own : open) {
    const Candidate& c = own.candidate;
    const auto comes_before = [&](std::size_t cell) {
      if (open_in[cell] < 0) return false;
      const Candidate& other = open[static_cast<std::size_t>(open_in[cell])].candidate;
      return std::pair(other.born, other.number) < std::pair(c.born, c.number) && within(c, other, apart);
    };
    if (any_around(own.i, own.j, c.reach, comes_before)) continue;
    int& first = first_[index(own.i, own.j)];
    settled_.push_back(c);
    settled_.back().next = std::exchange(first, static_cast<int>(settled_.size()) - 1);
  }
}

// Loss takes units one by one, wherever they stand.
bool grows(core::Seed seed, const Candidate& c) {
  const bool wide = (c.number & 0xFU) < kWideRounds;
  const double density = std::min(c.density, kDensestHair),
               share = wide ? density / kFullHair.value : (density - kFullHair.value) / kSettleBetween;
  return core::draw_unit(seed, "follicle kept", c.number) < share;
}

std::uint8_t hairs_of(core::Seed seed, std::uint64_t number) {
  const double drawn = core::draw_unit(seed, "hairs of a unit", number);
  return drawn < 0.26 ? 1 : drawn < 0.71 ? 2 : drawn < 0.97 ? 3 : 4;
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
  constexpr int kMargin = kRounds * kFarthestReach;
  const CanvasPoint low{floor_div(box.low.u_um, kCellUm) - kMargin,
                        floor_div(box.low.v_um, kCellUm) - kMargin},
      high{floor_div(box.high.u_um, kCellUm) + kMargin, floor_div(box.high.v_um, kCellUm) + kMargin};
  const FollicleGround ground(
      canvas, per_cm2,
      {{low.u_um * kCellUm, low.v_um * kCellUm}, {(high.u_um + 1) * kCellUm, (high.v_um + 1) * kCellUm}});
  const Settlement settlement(seed, ground, low, high);
  for (const Candidate& c : settlement.units()) {
    if (c.at.u_um < box.low.u_um || c.at.v_um < box.low.v_um || c.at.u_um >= box.high.u_um ||
        c.at.v_um >= box.high.v_um || !grows(seed, c))
      continue;
    // scars and burns are bare
    if (canvas.tissue() != nullptr && canvas.tissue()->at(c.at, c.position) != TissueKind::Healthy) continue;
    units.push_back({c.at, hairs_of(seed, c.number), c.number});
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
