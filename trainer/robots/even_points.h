// Points as an expert sets them: as many as asked, evenly and without order, never nearer to each
// other than a share of the local spacing (Poisson-disc by random sequential insertion), and then the
// largest holes filled with dots from the most crowded places.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/core/draw.h"
#include "trainer/robots/ground.h"

namespace trainer::robots {

struct EvenPlan {
  std::size_t count = 0;    // points
  double closest = 0.70;    // of 1 / sqrt(density); 0.77 is the most that random insertion reaches
  double patchiness = 0.0;  // 0: follows the density asked; 1: some places get none, others twice as many
  double mending = 1.0;     // share of the holes looked for and filled, 0..1
};

// Fewer than asked only where `closest` leaves no place even at four fifths of it.
std::vector<Vec2> even_points(const Ground& ground, const EvenPlan& plan, engine::core::Seed seed);

// The plan of an expert: the asked count at 0.70.
EvenPlan expert_plan(const Ground& ground);

}  // namespace trainer::robots
