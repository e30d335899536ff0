#include "engine/scoring/field.h"

#include <algorithm>

#include "engine/geometry/polyline.h"

namespace engine::scoring {

double PaintedShare::at(Vec2 low, Vec2 high, Vec2 p) const {
  const Vec2 size = high - low;
  const auto across = [](double share, int count) {
    return std::clamp(share * count - 0.5, 0.0, count - 1.0);
  };
  const double x = across((p.x - low.x) / size.x, columns), y = across((high.y - p.y) / size.y, rows);
  const int x0 = static_cast<int>(x), y0 = static_cast<int>(y), x1 = std::min(x0 + 1, columns - 1),
            y1 = std::min(y0 + 1, rows - 1);
  const double tx = x - x0, ty = y - y0;
  const auto pixel = [&](int i, int j) {
    return static_cast<double>(of_plateau[static_cast<std::size_t>(j) * static_cast<std::size_t>(columns) +
                                          static_cast<std::size_t>(i)]);
  };
  return ((pixel(x0, y0) * (1.0 - tx) + pixel(x1, y0) * tx) * (1.0 - ty) +
          (pixel(x0, y1) * (1.0 - tx) + pixel(x1, y1) * tx) * ty) /
         255.0;
}

double TargetDensity::at(Vec2 p) const {
  if (painted) return plateau_per_mm2 * painted->at(painted_low, painted_high, p);
  if (!feathered()) return plateau_per_mm2;
  const double behind = geometry::signed_distance(line, p);
  if (behind < 0.0) return 0.0;
  for (const GradientStep& step : steps)
    if (behind <= step.to.value) return plateau_per_mm2 * step.share;
  return plateau_per_mm2;
}

Field as_seen(Field field) {
  for (const Vec2 unit : field.hair) field.dots.push_back({.number = kHairNumber, .at = unit});
  for (const FieldDot& old : field.old_dots) field.dots.push_back({.number = kHairNumber, .at = old.at});
  field.grown += field.hair.size() + field.old_dots.size();
  return field;
}

Field with_old_dots(Field field) {
  const auto end = static_cast<std::ptrdiff_t>(field.dots.size());
  field.dots.insert(field.dots.end(), field.old_dots.begin(), field.old_dots.end());
  std::inplace_merge(field.dots.begin(), field.dots.begin() + end, field.dots.end(),
                     [](const FieldDot& a, const FieldDot& b) { return a.number < b.number; });
  return field;
}

std::vector<std::uint32_t> of_this_session(const Field& field, std::vector<std::uint32_t> numbers) {
  const auto& old = field.old_dots;
  std::erase_if(numbers, [&](std::uint32_t number) {
    const auto found = std::lower_bound(old.begin(), old.end(), number,
                                        [](const FieldDot& dot, std::uint32_t n) { return dot.number < n; });
    return found != old.end() && found->number == number;
  });
  return numbers;
}

double hair_per_mm2(const Field& field) {
  return field.region.area() > 0.0 ? static_cast<double>(field.hair.size()) / field.region.area() : 0.0;
}

}  // namespace engine::scoring
