// What skin with dots and hairs on it sends back, as numbers and without a picture: the same law that the
// renderer draws (docs/domain.md 7). Pure, the same on every build.
//
// Light passes the layer of pigment or hair twice: on its way in, wherever it falls, and on its way out,
// after it has wandered in the dermis. With t(x) the light that passes once, skin sends back t(x) (G * t)(x)
// of what it would send back bare, G being the lobe of kWander. What a spot takes on one way, integrated over
// its area, is what every level of detail must keep: where spots lie without regard to each other, the mean
// of t is exp(-n W) whatever their shapes (Campbell's theorem), with n spots per mm2 that take W mm2 each.
// Twice that comes off, less the light that a spot would have taken both times.
#pragma once

#include <span>
#include <vector>

#include "engine/core/units.h"
#include "engine/skin/mark.h"

namespace engine::skin {

// How far light wanders sideways in the dermis before it leaves: the standard deviation of a Gaussian in
// place of the profile of d'Eon and Luebke, the same in every channel (judgement; docs/domain.md 7).
constexpr core::Mm kWander{0.45};

// A spot reaches this many sigmas; round a fresh dot its red halo goes kHalo times as far. From kHairFrom in
// elongation on a mark is drawn as a hair is: a Gaussian without a plateau. The shader has the same numbers.
constexpr double kReach = 2.2, kHalo = 2.6, kHairFrom = 1.6;
// Optical density of the halo in its middle, and per channel (haemoglobin; bare_skin.h).
constexpr double kHaloDensity = 0.50;

// Share of the centre's density at a squared distance in sigmas^2, 0..1.
double density_share(double elongation, double r2);
// Of the halo, in units of kHaloDensity.
double halo_share(double r2);

// Area that would have to be black to take as much light on one way as the spot does, mm2 per channel.
Rgb light_taken(const Spot& spot);

struct PlacedSpot {
  geometry::Vec2 at{0.0};  // mm, on skin laid flat
  Spot spot;
};
// What comes back, as a share of what the bare skin would send, 0..1 per channel.
// From an area that holds these spots, as a mean:
Rgb light_back(std::span<const Spot> spots, double area_mm2);
// From round one place, as an eye sees it that far away and tells one minute of arc apart. Cost: all spots.
Rgb light_back(std::span<const PlacedSpot> spots, geometry::Vec2 place, core::Mm distance);

// From places in rows, `low` in the middle of the first, as a picture seen from that far away: row by row.
struct Raster {
  geometry::Vec2 low{0.0};
  double pitch = 0.35;  // mm, > 0
  int columns = 0, rows = 0;
};
std::vector<Rgb> light_back(std::span<const PlacedSpot> spots, const Raster& raster, core::Mm distance);

// CIE 1976, white D65, of a linear RGB reflectance >= 0.
struct Lab {
  double lightness = 0.0, red = 0.0, yellow = 0.0;  // L*, a*, b*
};
Lab lab_of(const Rgb& reflectance);
// How much skin of that reflectance shifts when that share comes back: what a patch stands out by.
Lab shift(const Rgb& skin, const Rgb& back);

}  // namespace engine::skin
