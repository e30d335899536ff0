// Distances between two curves as continuous polylines, in mm. Every function needs at least two points a
// curve.
#pragma once

#include <span>
#include <vector>

#include "engine/geometry/vec.h"

namespace engine::geometry {

using Curve = std::span<const Vec2>;

// Drops points nearer than 0.01 mm to the one before.
std::vector<Vec2> without_repeats(Curve curve);
// The same, then simplified to 0.02 mm (Douglas-Peucker).
std::vector<Vec2> cleaned(Curve curve);

double hausdorff(Curve p, Curve q);      // largest of both directions, to 1e-6
double hausdorff_95(Curve p, Curve q);   // largest of the two directed 95th percentiles by arc length
double mean_distance(Curve p, Curve q);  // ASSD: both integrals over both lengths
double signed_offset(Curve p,
                     Curve q);  // mean distance of p, positive where p lies above (+y) its nearest of q
double frechet(Curve p,
               Curve q);  // continuous (Alt and Godau), to 1e-6; some 30 looks at every pair of segments
double discrete_frechet(Curve p, Curve q);  // over vertices; one look at every pair
double tangent_difference(Curve p,
                          Curve q);  // mean absolute angle, radians: 400 chords at equal shares of length
bool reversed(Curve p, Curve q);     // p fits q better the other way round

}  // namespace engine::geometry
