#include "engine/scoring/naturalness.h"

#include <algorithm>
#include <cmath>

#include "engine/core/units.h"
#include "engine/geometry/grid.h"
#include "engine/scoring/copies.h"
#include "engine/scoring/periodogram.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

namespace {

constexpr std::size_t kLeastDots = 60;
constexpr std::size_t kLeastInDisc = 15;
constexpr double kDiscRadius = 7.0;   // d_ref: about 150 dots
constexpr double kNullLevel = 10.0;   // / N is what chance gives
constexpr int kAreaRaster = 48;       // across a disc
constexpr std::size_t kMostNamed = 400;
constexpr Ramp kCopied{0.60, 0.30};   // share of dots with a twin at one displacement; chance: 0.05

struct Disc {
  Vec2 centre{0.0};
  double points = 100.0;
  double coherence = 0.0;
  std::vector<std::uint32_t> dots;
};

// Part of the disc that lies in the region, mm^2.
double clipped_area(const Region& region, Vec2 centre, double radius) {
  if (region.contains(centre) && region.border_distance(centre) >= radius) return core::kPi * radius * radius;
  const double pitch = 2.0 * radius / kAreaRaster;
  int inside = 0;
  for (int y = 0; y < kAreaRaster; ++y)
    for (int x = 0; x < kAreaRaster; ++x) {
      const Vec2 d{(x + 0.5) * pitch - radius, (y + 0.5) * pitch - radius};
      if (d.x * d.x + d.y * d.y <= radius * radius && region.contains(centre + d)) ++inside;
    }
  return inside * pitch * pitch;
}

Disc judge_disc(const Field& field, const geometry::Grid& grid, Vec2 centre, double radius, const Ramps& ramps) {
  Disc disc{.centre = centre, .dots = {}};
  std::vector<std::size_t> indices;
  grid.within(centre, radius, [&](std::size_t i, double) { indices.push_back(i); });
  std::sort(indices.begin(), indices.end());  // dot order: the sums must not depend on the cells
  std::vector<Vec2> places;
  for (const std::size_t i : indices) {
    places.push_back(field.dots[i].at);
    disc.dots.push_back(field.dots[i].number);
  }
  if (places.size() < kLeastInDisc) return disc;
  const double area = clipped_area(field.region, centre, radius);
  if (!(area > 0.0)) return disc;
  const double count = static_cast<double>(places.size());
  disc.coherence = strongest_period(places, centre, radius, count / area).coherence;
  disc.points = ramp(disc.coherence - kNullLevel / count, ramps.naturalness);
  return disc;
}

// Centres at a pitch of one radius, spread evenly over the box.
std::vector<double> centres(double low, double high, double radius) {
  const int count = std::max(1, static_cast<int>(std::floor((high - low) / radius + 0.5)));
  std::vector<double> list;
  for (int i = 0; i < count; ++i) list.push_back(low + (high - low) * (i + 0.5) / count);
  return list;
}

std::vector<Disc> judge_discs(const Field& field, const Ramps& ramps) {
  std::vector<Vec2> points;
  for (const FieldDot& dot : field.dots) points.push_back(dot.at);
  const double d_ref = reference_distance(field.target), radius = kDiscRadius * d_ref;
  const geometry::Grid grid(points, 2.0 * d_ref);
  std::vector<Disc> discs;
  for (const double y : centres(field.region.box().low.y, field.region.box().high.y, radius))
    for (const double x : centres(field.region.box().low.x, field.region.box().high.x, radius)) {
      Disc disc = judge_disc(field, grid, {x, y}, radius, ramps);
      if (disc.dots.size() >= kLeastInDisc) discs.push_back(std::move(disc));
    }
  return discs;
}

}  // namespace

CriterionResult naturalness(const Field& field, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Naturalness, .score = {}, .metrics = {}, .causes = {}};
  if (field.dots.size() < field.needed(kLeastDots)) return result;
  std::vector<Disc> discs = judge_discs(field, ramps);
  if (discs.empty()) return result;
  std::stable_sort(discs.begin(), discs.end(), [](const Disc& a, const Disc& b) { return a.points < b.points; });
  const std::size_t quarter = std::max<std::size_t>(1, discs.size() / 4);
  double all = 0.0, worst = 0.0, coherence = 0.0;
  for (std::size_t i = 0; i < discs.size(); ++i) {
    all += discs[i].points;
    coherence += discs[i].coherence;
    if (i < quarter) worst += discs[i].points;
  }
  const double count = static_cast<double>(discs.size());
  Copy copy = strongest_copy(field);
  const double by_discs = 0.5 * all / count + 0.5 * worst / static_cast<double>(quarter), by_copy = ramp(copy.share, kCopied);
  result.score = hundredths(std::min(by_discs, by_copy));
  result.metrics = {{"coherence_mean", coherence / count}, {"coherence_worst", discs.front().coherence}, {"copied", copy.share}};
  if (*result.score == 10000) return result;
  if (by_copy < by_discs) {
    result.causes = {{.id = "grid", .size = copy.share, .at = copy.at, .radius_mm = glm::length(copy.shift), .dots = std::move(copy.dots), .fix = {}}};
    return result;
  }
  Disc& place = discs.front();
  // A lattice has equal peaks in several directions: nearly all discs are hit. Rows are local or one-sided.
  const bool everywhere = all / count < 25.0 && place.coherence > 0.5;
  if (place.dots.size() > kMostNamed) place.dots.resize(kMostNamed);
  result.causes = {{.id = everywhere ? "grid" : "rows", .size = place.coherence, .at = place.centre,
                    .radius_mm = kDiscRadius * reference_distance(field.target), .dots = std::move(place.dots), .fix = {}}};
  return result;
}

}  // namespace engine::scoring
