#include "trainer/robots/even_points.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "trainer/robots/bins.h"
#include "trainer/robots/stream.h"

namespace trainer::robots {

using engine::core::Mm;

namespace {

constexpr double kInset = 0.12;      // of the spacing: nobody aims at the outline itself
constexpr double kCellShare = 0.2;   // pitch of cells, of the spacing on the plateau
constexpr double kShelfStep = 0.05;  // densities within this share of the plateau are one shelf
constexpr int kTries = 300;          // for one point before it is content with less room
constexpr double kLessRoom = 0.97;
constexpr double kLeastRoom = 0.80;
constexpr double kMostMended = 0.12;    // of all points
constexpr double kHole = 1.15;          // of the local spacing: a larger empty radius is filled
constexpr double kUnevenPatchMm = 7.0;  // size of the patches of an uneven hand
constexpr int kRings = 2;               // bins are as wide as the widest spacing

// Ground of about the same density, which gets its own share of the points.
struct Shelf {
  std::vector<Cell> cells;
  double mass = 0.0;  // sum of densities
  std::size_t placed = 0;
  bool full = false;
};

std::vector<Shelf> shelves(const std::vector<Cell>& cells, double plateau) {
  std::map<int, Shelf> by_density;
  for (const Cell& cell : cells) {
    if (cell.density <= 0.0) continue;
    Shelf& shelf = by_density[static_cast<int>(std::floor(cell.density / (plateau * kShelfStep) + 0.5))];
    shelf.cells.push_back(cell);
    shelf.mass += cell.density;
  }
  std::vector<Shelf> list;
  for (auto& [key, shelf] : by_density) list.push_back(std::move(shelf));
  return list;
}

double spacing(const Cell& cell) {
  return 1.0 / std::sqrt(cell.density);
}

double widest_spacing(const std::vector<Cell>& cells) {
  double widest = 0.0;
  for (const Cell& cell : cells)
    if (cell.density > 0.0) widest = std::max(widest, spacing(cell));
  return widest;
}

class Placer {
 public:
  Placer(const Ground& ground, const EvenPlan& plan, engine::core::Seed seed)
      : ground_(ground),
        plan_(plan),
        pitch_(kCellShare / std::sqrt(ground.plateau())),
        cells_(ground.cells(Mm{pitch_}, Mm{kInset / std::sqrt(ground.plateau())})),
        shelves_(shelves(cells_, ground.plateau())),
        bins_(ground.region().box(), Mm{std::max(pitch_, widest_spacing(cells_))}),
        seed_(seed),
        darts_(seed, "robot/dart") {
    Shelf nowhere;  // a zone too thin for a cell has no shelf
    for (const Vec2 unit : ground.standing())
      stand(unit, shelves_.empty() ? nowhere : *shelf_of(ground.density_at(unit)));
  }

  std::vector<Vec2> run() {
    while (bins_.points().size() < standing() + plan_.count) {
      Shelf* shelf = next_shelf();
      if (!shelf) break;
      place(*shelf);
    }
    fill_holes();
    return {bins_.points().begin() + static_cast<std::ptrdiff_t>(standing()), bins_.points().end()};
  }

 private:
  // hairs and old dots, the first of the points
  [[nodiscard]] std::size_t standing() const { return ground_.standing().size(); }

  void stand(Vec2 p, Shelf& shelf) {
    bins_.add(p);
    spacings_.push_back(ground_.spacing_at(p).value);
    ++shelf.placed;
  }

  // The one with the nearest mean density.
  [[nodiscard]] Shelf* shelf_of(double density) {
    const auto off = [density](const Shelf& shelf) {
      return std::fabs(shelf.mass / static_cast<double>(shelf.cells.size()) - density);
    };
    return &*std::min_element(shelves_.begin(), shelves_.end(),
                              [&](const Shelf& a, const Shelf& b) { return off(a) < off(b); });
  }

  // The one that lags most behind its share.
  Shelf* next_shelf() {
    double mass = 0.0;
    for (const Shelf& shelf : shelves_) mass += shelf.mass;
    Shelf* best = nullptr;
    double most = -std::numeric_limits<double>::infinity();
    for (Shelf& shelf : shelves_) {
      const double lag = shelf.mass / mass * static_cast<double>(bins_.points().size() + 1) -
                         static_cast<double>(shelf.placed);
      if (shelf.full || lag <= most) continue;
      most = lag;
      best = &shelf;
    }
    return best;
  }

  void place(Shelf& shelf) {
    for (double room = plan_.closest; room >= plan_.closest * kLeastRoom; room *= kLessRoom) {
      for (int i = 0; i < kTries; ++i) {
        const auto p = dart(shelf, room);
        if (!p) continue;
        stand(*p, shelf);
        return;
      }
      if (plan_.closest <= 0.0) break;
    }
    shelf.full = true;
  }

  std::optional<Vec2> dart(const Shelf& shelf, double room) {
    const Cell& cell = shelf.cells[darts_.below(shelf.cells.size())];
    const double x = cell.centre.x + pitch_ * (darts_.unit() - 0.5);
    const double y = cell.centre.y + pitch_ * (darts_.unit() - 0.5);
    const bool wanted = plan_.patchiness <= 0.0 || 2.0 * darts_.unit() < liking({x, y});
    if (!wanted || !ground_.region().contains({x, y}) || !has_room({x, y}, room)) return std::nullopt;
    return Vec2{x, y};
  }

  // What an uneven hand makes of the ground: mean 1, by patches.
  [[nodiscard]] double liking(Vec2 p) const {
    const auto column =
        static_cast<std::uint64_t>(std::floor((p.x - ground_.region().box().low.x) / kUnevenPatchMm));
    const auto row =
        static_cast<std::uint64_t>(std::floor((p.y - ground_.region().box().low.y) / kUnevenPatchMm));
    const double u = engine::core::draw_unit(seed_, "robot/patch", row * 100'000 + column);
    return 1.0 + plan_.patchiness * (2.0 * u - 1.0);
  }

  [[nodiscard]] bool has_room(Vec2 p, double room) const {
    const double own = ground_.spacing_at(p).value;
    bool free = true;
    bins_.near(p, kRings, [&](std::size_t other) {
      const double least = room * 0.5 * (own + spacings_[other]);
      const Vec2 d = bins_.points()[other] - p;
      free = free && d.x * d.x + d.y * d.y >= least * least;
    });
    return free;
  }

  void fill_holes() {
    const double rounds =
        plan_.mending * kMostMended * static_cast<double>(bins_.points().size() - standing());
    for (int round = 0; round < static_cast<int>(rounds); ++round) {
      const auto hole = largest_hole();
      if (!hole) return;
      const auto donor = most_crowded(hole->density);
      if (!donor) return;
      bins_.move(*donor, hole->centre);
      spacings_[*donor] = ground_.spacing_at(hole->centre).value;
    }
  }

  [[nodiscard]] std::optional<Cell> largest_hole() const {
    std::optional<Cell> largest;
    double most = kHole;
    for (const Cell& cell : cells_) {
      if (cell.density <= 0.0) continue;
      const double empty =
          bins_.nearest(cell.centre, kRings).value_or(Mm{3.0 * spacing(cell)}).value / spacing(cell);
      if (empty <= most) continue;
      most = empty;
      largest = cell;
    }
    return largest;
  }

  // The point with least room on ground of about this density.
  [[nodiscard]] std::optional<std::size_t> most_crowded(double density) const {
    std::optional<std::size_t> worst;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = standing(); i < spacings_.size(); ++i) {
      const double own = 1.0 / (spacings_[i] * spacings_[i]);
      if (std::fabs(own - density) > 2.0 * kShelfStep * ground_.plateau()) continue;
      const double room = crowding(i);
      if (room >= least) continue;
      least = room;
      worst = i;
    }
    return worst;
  }

  // Mean distance to the neighbours within two spacings, weighted to the near ones, in spacings.
  [[nodiscard]] double crowding(std::size_t i) const {
    const Vec2 p = bins_.points()[i];
    double press = 0.0;
    bins_.near(p, kRings, [&](std::size_t other) {
      const double d = glm::length(bins_.points()[other] - p) / spacings_[i];
      if (other != i && d < 2.0) press += (2.0 - d) * (2.0 - d);
    });
    return -press;
  }

  const Ground& ground_;
  const EvenPlan& plan_;
  double pitch_;
  std::vector<Cell> cells_;
  std::vector<Shelf> shelves_;
  Bins bins_;
  std::vector<double> spacings_;  // by number of the point
  engine::core::Seed seed_;
  Stream darts_;
};

}  // namespace

std::vector<Vec2> even_points(const Ground& ground, const EvenPlan& plan, engine::core::Seed seed) {
  return Placer(ground, plan, seed).run();
}

EvenPlan expert_plan(const Ground& ground) {
  return {.count = static_cast<std::size_t>(std::floor(ground.asked() + 0.5))};
}

}  // namespace trainer::robots
