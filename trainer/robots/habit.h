// What one hand's dots have in common, so that its work can be continued: shown, never scored.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/core/draw.h"
#include "engine/core/units.h"
#include "engine/geometry/region.h"
#include "engine/skin/dot.h"
#include "trainer/assessment/site.h"

namespace trainer::robots {

// Dots nearer than this share of the spacing belong together, and what does not keeps at least that far off.
constexpr double kTogether = 0.5;

// Dots that lie together, most often one alone, as they were set: depth, size, tilt and smear of a dot are
// one.
struct Clump {
  std::vector<engine::skin::Dot> dots;          // at least one
  std::vector<engine::geometry::Vec2> offsets;  // from the first, in spacings of the density asked there
};

struct Habit {
  double density = 1.0;                       // dots placed for each that was asked
  double closest = 0.70;                      // how near clumps come, spacings of its own density, 0..0.75
  double doublets = 0.0;                      // share of dots with a twin within a quarter of the spacing
  double delta_mean = 0.55, delta_sd = 0.03;  // depth over skin thickness
  engine::core::Mm diameter{0.25};            // at the mean depth; deeper is wider, as the needle makes it
  std::int32_t pigment_permille = 1000;
  // Of a hand that was seen at work. Empty: a hand described by the numbers above.
  std::vector<Clump> clumps = {};
  std::vector<double> fullness = {};  // places of kPlace spacings: dots for each expected there, mean 1
};
constexpr double kPlace = 6.0;

// Dots per mm2 asked at a place; 0 where none was.
using Asked = std::function<double(engine::geometry::Vec2)>;

// From dots laid flat (mm), `places` and `dots` of one length and order. `asked_dots` in all, within `box`.
// Fewer than ten dots: an expert's habit.
Habit habit_of(std::span<const engine::geometry::Vec2> places, std::span<const engine::skin::Dot> dots,
               double asked_dots, const Asked& asked, const engine::geometry::Box& box);
// In the largest target of the site.
Habit habit_of(const assessment::Site& site, std::span<const engine::skin::Dot> dots);

// What the hand would set, `dots` of them or a few more, whole clumps, the largest first.
std::vector<Clump> clumps_like(const Habit& habit, std::size_t dots, engine::core::Seed seed);

}  // namespace trainer::robots
