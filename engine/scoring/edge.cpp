#include "engine/scoring/edge.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/geometry/polyline.h"
#include "engine/scoring/rubric.h"

namespace engine::scoring {

namespace {

constexpr double kColumn = 4.0, kPitch = 0.2, kInFront = 15.0;  // mm
// a column holds at least this share of a full one's area: the zone's ends are ragged
constexpr double kFilled = 0.5;

struct Counts {
  double area = 0.0, asked = 0.0, dots = 0.0;
  std::optional<double> foremost;
};

class Columns {
 public:
  explicit Columns(const Field& field)
      : line_(field.target_hairline),
        counts_(static_cast<std::size_t>(std::ceil(geometry::length(line_) / kColumn))) {}
  Counts& at(Vec2 p) {
    return counts_[std::min(counts_.size() - 1,
                            static_cast<std::size_t>(geometry::nearest_arc(line_, p) / kColumn))];
  }
  [[nodiscard]] const std::vector<Counts>& all() const { return counts_; }

 private:
  const std::vector<Vec2>& line_;
  std::vector<Counts> counts_;
};

// Where the density is full for sure, also of work that lies some millimetres too far back: the last quarter.
double full_from(const Field& field) {
  double deepest = 0.0;
  for (const auto& ring : field.region.rings())
    for (const Vec2 p : ring.points)
      deepest = std::max(deepest, geometry::signed_distance(field.target_hairline, p));
  const double steps = field.target.steps.empty() ? 0.0 : field.target.steps.back().to.value;
  return std::max(steps, 0.75 * deepest);
}

template <class Visit>
void for_places(const Field& field, Visit visit) {
  const auto& box = field.region.box();
  std::vector<std::pair<double, double>> spans;
  for (double y = box.low.y + kPitch / 2; y < box.high.y; y += kPitch) {
    field.region.row_spans(y, spans);
    for (const auto& [x0, x1] : spans)
      for (double x = box.low.x + kPitch * (std::ceil((x0 - box.low.x) / kPitch - 0.5) + 0.5); x < x1;
           x += kPitch)
        visit(Vec2{x, y});
  }
}

// About the straight line that fits the first dots best.
std::optional<double> scatter(const std::vector<FrontEdge::Column>& columns) {
  constexpr double kLeastColumns = 5.0;
  double n = 0.0, s = 0.0, t = 0.0, ss = 0.0, st = 0.0, tt = 0.0;
  for (const auto& c : columns) {
    if (!c.foremost) continue;
    n += 1.0;
    s += c.arc.value;
    t += c.foremost->value;
    ss += c.arc.value * c.arc.value;
    st += c.arc.value * c.foremost->value;
    tt += c.foremost->value * c.foremost->value;
  }
  if (n < kLeastColumns) return std::nullopt;
  const double across = ss - s * s / n, both = st - s * t / n, along = tt - t * t / n;
  return std::sqrt(std::max(0.0, along - (across > 0.0 ? both * both / across : 0.0)) / (n - 2.0));
}

// Of the first of dots at random in a column: the chance of none up to t is exp(-column x integral of the
// density).
double scatter_at_random(const TargetDensity& target) {
  constexpr double kStep = 0.05, kFarthest = 60.0;  // mm
  double expected = 0.0, mean = 0.0, square = 0.0;
  for (double t = 0.5 * kStep; t < kFarthest && expected < 40.0; t += kStep) {
    const auto step = std::find_if(target.steps.begin(), target.steps.end(),
                                   [&](const GradientStep& g) { return t < g.to.value; });
    expected += kColumn * kStep * target.plateau_per_mm2 * (step == target.steps.end() ? 1.0 : step->share);
    const double none = core::exact::exp(-expected);
    mean += kStep * none;
    square += 2.0 * kStep * t * none;
  }
  return std::sqrt(std::max(0.0, square - mean * mean));
}

std::optional<FrontEdge::Roughness> roughness(const std::vector<FrontEdge::Column>& columns,
                                              const TargetDensity& target) {
  const auto made = scatter(columns);
  if (!made || target.steps.empty()) return std::nullopt;
  return FrontEdge::Roughness{core::Mm{*made}, core::Mm{scatter_at_random(target)}};
}

}  // namespace

FrontEdge front_edge(const Field& field) {
  if (field.target_hairline.size() < 2 || field.dots.size() < field.needed(kLeastOfEdge)) return {};
  Columns columns(field);
  Counts full;
  const double from = full_from(field);
  for_places(field, [&](Vec2 p) {
    const double behind = geometry::signed_distance(field.target_hairline, p);
    Counts& column = columns.at(p);
    column.area += kPitch * kPitch;
    column.asked += kPitch * kPitch * field.target.at(p);
    if (behind >= from) full.area += kPitch * kPitch;
  });
  const auto count = [&](const FieldDot& dot) {
    const double behind = geometry::signed_distance(field.target_hairline, dot.at);
    if (behind < -kInFront) return;
    Counts& column = columns.at(dot.at);
    column.dots += 1.0;
    column.foremost = std::min(column.foremost.value_or(behind), behind);
    if (behind >= from) full.dots += 1.0;
  };
  for (const FieldDot& dot : field.dots) count(dot);
  for (const FieldDot& dot : field.strays.dots)
    if (geometry::signed_distance(field.target_hairline, dot.at) < 0.0) count(dot);
  if (!(full.area > 0.0) || !(full.dots > 0.0)) return {};
  const double density = full.dots / full.area;
  double largest = 0.0;
  for (const Counts& c : columns.all()) largest = std::max(largest, c.area);
  FrontEdge edge;
  for (std::size_t i = 0; i < columns.all().size(); ++i) {
    const Counts& c = columns.all()[i];
    if (c.area < kFilled * largest) continue;
    const double missing = c.asked / field.target.plateau_per_mm2 - c.dots / density;  // mm^2 of full density
    edge.columns.push_back({core::Mm{(static_cast<double>(i) + 0.5) * kColumn}, core::Mm{missing / kColumn},
                            c.foremost ? std::optional(core::Mm{*c.foremost}) : std::nullopt});
  }
  edge.roughness = roughness(edge.columns, field.target);
  return edge;
}

}  // namespace engine::scoring
