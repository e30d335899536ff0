#include "trainer/robots/continuation.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "engine/core/exact_math.h"
#include "engine/geometry/grid.h"
#include "engine/geometry/region.h"
#include "engine/scalp/hair.h"
#include "engine/scalp/head_surface.h"

namespace trainer::robots {

using engine::geometry::Vec2;
using engine::geometry::Vec3;
using engine::scalp::CanvasPoint;
using engine::skin::Dot;

namespace {

constexpr std::size_t kEnough = 10;
constexpr double kExpertNearest = 0.76;  // mean nearest distance of an expert's dots, in square spacings
constexpr double kRandomNearest = 0.50;

// Where the front of the work runs in the chart: a parabola through the mid-frontal point and both temple
// corners.
struct Front {
  double middle_v = 0.0, fall = 0.0;  // v = middle_v - fall u^2
  explicit Front(const engine::scalp::HeadSurface& head) {
    using engine::scalp::Landmark;
    const Vec2 middle = head.landmark(Landmark::Mfp), corner = head.landmark(Landmark::FtpLeft);
    middle_v = middle.y;
    fall = std::max(0.0, (middle.y - corner.y) / std::max(1.0, corner.x * corner.x));
  }
  [[nodiscard]] double behind(Vec2 uv) const { return middle_v - fall * uv.x * uv.x - uv.y; }
};

// Domain 3.6: 30, 60, 85 and 100 per cent.
double feathered(double behind_mm) {
  if (behind_mm < 0.0) return 0.0;
  return behind_mm < 5.0 ? 0.30 : behind_mm < 10.0 ? 0.60 : behind_mm < 15.0 ? 0.85 : 1.0;
}

// Points in space, found again by cell.
class Cells {
 public:
  explicit Cells(double side) : side_(side) {}
  [[nodiscard]] bool any_within(const Vec3& p, double r) const {
    const auto [x, y, z] = cell(p);
    for (std::int64_t i = x - 1; i <= x + 1; ++i)
      for (std::int64_t j = y - 1; j <= y + 1; ++j)
        for (std::int64_t k = z - 1; k <= z + 1; ++k)
          if (const auto found = points_.find(key(i, j, k)); found != points_.end())
            for (const Vec3& q : found->second)
              if (glm::dot(q - p, q - p) < r * r) return true;
    return false;
  }
  void add(const Vec3& p) {
    const auto [x, y, z] = cell(p);
    points_[key(x, y, z)].push_back(p);
  }

 private:
  struct Index {
    std::int64_t x, y, z;
  };
  [[nodiscard]] Index cell(const Vec3& p) const {
    return {static_cast<std::int64_t>(std::floor(p.x / side_)),
            static_cast<std::int64_t>(std::floor(p.y / side_)),
            static_cast<std::int64_t>(std::floor(p.z / side_))};
  }
  static std::int64_t key(std::int64_t x, std::int64_t y, std::int64_t z) {
    return ((x + 100'000) * 200'003 + (y + 100'000)) * 200'003 + (z + 100'000);
  }
  double side_;
  std::unordered_map<std::int64_t, std::vector<Vec3>> points_;  // only looked up, never walked through
};

Dot dot_of(const Habit& habit, CanvasPoint at, const engine::scalp::SurfacePoint& place, std::uint32_t number,
           engine::core::Seed seed) {
  Dot dot;
  dot.number = number;
  dot.at = at;
  dot.thickness_um = static_cast<std::int32_t>(place.skin_thickness.value * 1000.0);
  const double delta = std::clamp(
      habit.delta_mean + habit.delta_sd * engine::core::draw_normal(seed, "continue/depth", number), 0.02,
      1.3);
  dot.deposit_depth_um = static_cast<std::int32_t>(delta * dot.thickness_um);
  dot.diameter_um =
      static_cast<std::int32_t>(habit.diameter.value * 1000.0 *
                                (1.0 + 0.06 * engine::core::draw_normal(seed, "continue/size", number)));
  dot.pigment_permille = habit.pigment_permille;
  return dot;
}

}  // namespace

Habit habit_of(std::span<const Vec2> places, std::span<const Dot> dots, double asked_dots, double per_mm2) {
  Habit habit;
  if (places.size() < kEnough || dots.size() < kEnough || asked_dots <= 0.0) return habit;
  habit.density = std::clamp(static_cast<double>(places.size()) / asked_dots, 0.1, 3.0);
  const double spacing = 1.0 / std::sqrt(per_mm2 * habit.density);
  double nearest = 0.0, twins = 0.0;
  for (const double d : engine::geometry::nearest_distances(places)) {
    nearest += std::min(d, 2.0 * spacing);
    twins += d < 0.25 * spacing ? 1.0 : 0.0;
  }
  const auto n = static_cast<double>(places.size());
  habit.evenness =
      std::clamp((nearest / n / spacing - kRandomNearest) / (kExpertNearest - kRandomNearest), 0.0, 1.0);
  habit.doublets = twins / n / 2.0;
  double sum = 0.0, squares = 0.0, width = 0.0, pigment = 0.0;
  for (const Dot& dot : dots) {
    const double delta = engine::skin::delta(dot);
    sum += delta;
    squares += delta * delta;
    width += dot.diameter_um / 1000.0;
    pigment += dot.pigment_permille;
  }
  const auto m = static_cast<double>(dots.size());
  habit.delta_mean = sum / m;
  habit.delta_sd = std::sqrt(std::max(0.0, squares / m - habit.delta_mean * habit.delta_mean));
  habit.diameter = engine::core::Mm{width / m};
  habit.pigment_permille = static_cast<std::int32_t>(pigment / m);
  return habit;
}

namespace {

// Where work is missing: behind the front line, on the scalp, between the hair that is left, outside what was
// worked.
class Bare {
 public:
  Bare(const engine::scalp::Client& client, const engine::scalp::Canvas& canvas,
       std::span<const std::vector<CanvasPoint>> taken)
      : canvas_(canvas),
        hair_(canvas.head()->implicit().shape(), client.loss_class, client.seed),
        front_(*canvas.head()) {
    for (const auto& outline : taken) {
      std::vector<Vec2> flat;
      for (const CanvasPoint p : outline) flat.push_back(engine::scalp::mm_from_canvas_point(p));
      if (auto region = engine::geometry::Region::make({{flat, false}})) taken_.push_back(std::move(*region));
    }
  }

  struct Spot {
    Vec3 position{0.0};
    double share = 0.0;  // of the full density that is missing there
  };
  [[nodiscard]] Spot at(Vec2 uv) const {
    const double share = feathered(front_.behind(uv));
    if (share <= 0.0 ||
        std::any_of(taken_.begin(), taken_.end(), [&](const auto& region) { return region.contains(uv); }))
      return {};
    const auto position = canvas_.position(engine::scalp::canvas_point_from_mm(uv));
    if (!position || hair_.scalp_share(*position) < 0.6) return {};
    const double missing = 1.0 - hair_.density(*position).value / engine::scalp::kFullHair.value;
    return {*position, share * std::clamp(missing, 0.0, 1.0)};
  }

 private:
  const engine::scalp::Canvas& canvas_;
  engine::scalp::HairMap hair_;
  Front front_;
  std::vector<engine::geometry::Region> taken_;
};

// Skin per square of the chart, about: the chart widens away from the vertex as circles on a ball do.
double skin_of_chart(Vec2 uv) {
  constexpr double kRadiusMm = 95.0;
  const double angle = std::min(2.6, glm::length(uv) / kRadiusMm);
  return angle > 1e-6 ? engine::core::exact::sin(angle) / angle : 1.0;
}

}  // namespace

std::vector<Dot> continuation(const lessons::Lesson& lesson, const engine::scalp::Canvas& canvas,
                              const Habit& habit, std::span<const std::vector<CanvasPoint>> taken,
                              double per_cm2, std::uint32_t first_number, engine::core::Seed seed) {
  std::vector<Dot> dots;
  const auto* client = std::get_if<engine::scalp::Client>(&lesson.canvas);
  if (client == nullptr || canvas.head() == nullptr) return dots;
  constexpr double kReachMm = 230.0;  // of the chart from the vertex
  constexpr double kTriesPerDot =
      6.0;  // places thrown for each dot that is wanted, of which the hand takes those far enough apart
  const double full = per_cm2 * habit.density, spacing = 10.0 / std::sqrt(full);
  const double apart = spacing * (0.05 + 0.65 * habit.evenness);
  const auto tries = static_cast<std::uint64_t>(kTriesPerDot * full / 100.0 * 4.0 * kReachMm * kReachMm);
  const Bare bare(*client, canvas, taken);
  struct Throw {
    Vec2 uv;
    Bare::Spot spot;
  };
  std::vector<Throw> thrown;
  for (std::uint64_t k = 0; k < tries; ++k) {
    const Vec2 uv{kReachMm * (2.0 * engine::core::draw_unit(seed, "continue/u", k) - 1.0),
                  kReachMm * (2.0 * engine::core::draw_unit(seed, "continue/v", k) - 1.0)};
    const double chance = engine::core::draw_unit(seed, "continue/keep", k);
    if (chance > skin_of_chart(uv)) continue;
    const Bare::Spot spot = bare.at(uv);
    if (chance <= skin_of_chart(uv) * spot.share) thrown.push_back({uv, spot});
  }
  const auto wanted = static_cast<std::size_t>(static_cast<double>(thrown.size()) / kTriesPerDot);
  Cells cells(2.0 * spacing);
  std::uint32_t number = first_number;
  for (std::size_t k = 0; k < thrown.size() && dots.size() < wanted; ++k) {
    const auto& [uv, spot] = thrown[k];
    if (cells.any_within(spot.position,
                         std::min(apart / std::sqrt(std::max(0.15, spot.share)), 2.0 * spacing)))
      continue;
    const CanvasPoint at = engine::scalp::canvas_point_from_mm(uv);
    const auto place = canvas.locate(at);
    if (!place) continue;
    cells.add(spot.position);
    dots.push_back(dot_of(habit, at, *place, number++, seed));
    if (engine::core::draw_unit(seed, "continue/twin", k) >= habit.doublets) continue;
    const CanvasPoint twin{at.u_um + static_cast<std::int32_t>(150.0 * spacing),
                           at.v_um + static_cast<std::int32_t>(120.0 * spacing)};
    if (const auto beside = canvas.locate(twin)) dots.push_back(dot_of(habit, twin, *beside, number++, seed));
  }
  return dots;
}

}  // namespace trainer::robots
