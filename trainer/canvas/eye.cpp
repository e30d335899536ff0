#include "trainer/canvas/eye.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <locale>
#include <sstream>

#include "trainer/canvas/poses.h"

namespace trainer::canvas {

namespace render = engine::render;
using engine::core::SteadyTime;

void Eye::look_at(CanvasPoint p, double points_per_mm, SteadyTime now_us) {
  fly_to(square_to(lens_, p, points_per_mm), now_us);
}

void Eye::fit(CanvasPoint low, CanvasPoint high, SteadyTime now_us) {
  fly_to(over_part(lens_, low, high), now_us);
}

void Eye::look_from_afar(CanvasPoint p, double points_per_mm, SteadyTime now_us) {
  fly_to(from_afar(lens_, p, points_per_mm), now_us);
}

void Eye::whole(SteadyTime now_us) {
  fly_to(canvas::whole(lens_), now_us);
}

void Eye::whole_or_back(SteadyTime now_us) {
  if (before_whole_) {
    const Camera back = *before_whole_;
    return fly_to(back, now_us);
  }
  const Camera here = lens_.camera();
  whole(now_us);
  before_whole_ = here;
}

void Eye::stand(int view, SteadyTime now_us) {
  fly_to(from_side(lens_, view), now_us);
}

void Eye::fly_to(const Camera& goal, SteadyTime now_us) {
  before_whole_.reset();
  flight_.start(lens_.camera(), goal, now_us);
  if (cuts_) jump();
}

bool Eye::fly(SteadyTime now_us) {
  const auto there = flight_.follow(now_us);
  if (there) lens_.set(*there);
  return there.has_value();
}

void Eye::jump() {
  if (const auto goal = flight_.goal()) lens_.set(*goal);
  flight_.end();
}

std::string Eye::words() const {
  const Camera c = flight_.goal().value_or(lens_.camera());
  return fmt::format("{:.3f} {:.3f} {:.3f} {:.4f} {:.5f} {:.5f} {:.5f}", c.target.x, c.target.y, c.target.z,
                     c.px_per_mm / lens_.scale(), c.yaw.value, c.pitch.value, c.roll.value);
}

bool Eye::recall(const std::string& words) {
  std::istringstream in(words);
  in.imbue(std::locale::classic());
  Camera c = lens_.camera();
  double points = 0;
  if (!(in >> c.target.x >> c.target.y >> c.target.z >> points >> c.yaw.value >> c.pitch.value >>
        c.roll.value))
    return false;
  for (const double value : {c.target.x, c.target.y, c.target.z, c.yaw.value, c.pitch.value, c.roll.value})
    if (!(std::fabs(value) < 1000)) return false;
  if (!(points > 0.1 && points < 100)) return false;
  c.px_per_mm = std::clamp(points * lens_.scale(), render::kMinPxPerMm, render::kMaxPxPerMm);
  flight_.end();
  lens_.set(c);
  return true;
}

}  // namespace trainer::canvas
