#include "trainer/robots/hairline.h"

#include <algorithm>
#include <array>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "trainer/robots/stream.h"

namespace trainer::robots {

using engine::geometry::Vec2;
using engine::scalp::CanvasPoint;

namespace {

constexpr double kPointMm = 1.0;

// How far off the line, at a share of its length: a shift, a slope and three waves.
class Error {
 public:
  Error(double skill, engine::core::Seed seed) {
    const double lack = 1.0 - std::clamp(skill, 0.0, 1.0);
    Stream stream(seed, "robot/hairline");
    shift_ = lack * 8.0 * stream.between(-1.0, 1.0);
    slope_ = lack * 10.0 * stream.between(-1.0, 1.0);
    for (Wave& wave : waves_) {
      wave.height = (0.10 + lack * 0.9) * stream.between(0.3, 1.0);
      wave.phase = stream.unit();
    }
  }

  [[nodiscard]] double at(double share) const {
    double sum = shift_ + slope_ * (share - 0.5);
    double turns = 1.0;
    for (const Wave& wave : waves_) {
      sum += wave.height * engine::core::exact::sin(2.0 * engine::core::kPi * (turns * share + wave.phase));
      turns *= 2.3;
    }
    return sum;
  }

 private:
  struct Wave {
    double height = 0.0, phase = 0.0;
  };
  double shift_ = 0.0, slope_ = 0.0;
  std::array<Wave, 3> waves_;
};

// Points of the line no nearer than `kPointMm`, its ends kept.
std::vector<Vec2> thinned(const std::vector<CanvasPoint>& line) {
  std::vector<Vec2> kept;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Vec2 p = engine::scalp::mm_from_canvas_point(line[i]);
    if (kept.empty() || i + 1 == line.size() || glm::length(p - kept.back()) >= kPointMm) kept.push_back(p);
  }
  return kept;
}

Vec2 normal(const std::vector<Vec2>& line, std::size_t i) {
  const Vec2 along = line[std::min(i + 1, line.size() - 1)] - line[i == 0 ? 0 : i - 1];
  const double length = glm::length(along);
  return length > 0.0 ? Vec2{-along.y, along.x} / length : Vec2{0.0, 1.0};
}

}  // namespace

std::vector<CanvasPoint> drawn_hairline(const std::vector<CanvasPoint>& agreed,
                                        const engine::scalp::Canvas& canvas, double skill,
                                        engine::core::Seed seed) {
  const std::vector<Vec2> line = thinned(agreed);
  const Error error(skill, seed);
  std::vector<CanvasPoint> drawn;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const double share =
        line.size() > 1 ? static_cast<double>(i) / static_cast<double>(line.size() - 1) : 0.0;
    CanvasPoint p = engine::scalp::canvas_point_from_mm(line[i] + error.at(share) * normal(line, i));
    if (!canvas.locate(p)) p = engine::scalp::canvas_point_from_mm(line[i]);
    drawn.push_back(p);
  }
  return drawn;
}

}  // namespace trainer::robots
