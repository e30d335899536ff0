// Somebody who sees pictures and knows nothing of how they were made: skin with dots, and skin with shaved
// hair, each as it looks from a metre away. Nearer to the hair in tone and in texture is better work. The
// pictures are those of engine/skin/light.h, without mottling and without a lamp.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <vector>

#include "engine/render/hair.h"
#include "engine/scalp/hair.h"
#include "engine/skin/healed.h"
#include "engine/skin/light.h"
#include "tests/support/lessons.h"
#include "trainer/robots/robot.h"
#include "trainer/runner/attempt.h"

using namespace engine;
using skin::Lab;

namespace {

constexpr int kSeeds = 40;
constexpr double kNovice = 0.15;  // as trainer/robots has it
constexpr core::Mm kMetre{1000.0};
// The inner 25 mm of a field of 30, pixels of a screen at arm's length that shows it as from a metre.
constexpr int kSide = 72;
constexpr skin::Raster kRaster{.low = {17.5, 17.5}, .pitch = 0.35, .columns = kSide, .rows = kSide};
const skin::Rgb kSkin{0.60, 0.36, 0.26};  // linear, of type II

using Picture = std::vector<Lab>;

Picture picture(const std::vector<skin::PlacedSpot>& spots) {
  Picture lab;
  for (const skin::Rgb& back : skin::light_back(spots, kRaster, kMetre))
    lab.push_back(skin::lab_of(kSkin * back));
  return lab;
}

Picture of_hair(core::Seed seed) {
  const scalp::Canvas pad(scalp::Pad{.hair = scalp::kFullHair, .seed = seed});
  const auto units = scalp::follicular_units(pad, seed, scalp::growth_of(*pad.pad()), scalp::whole(pad));
  std::vector<skin::PlacedSpot> spots;
  for (const auto& hair :
       render::scalp_stubble(pad, units, {.colour = "brown", .length = core::Mm{0.5}, .seed = seed})) {
    // Seen square, what stands up looks shorter than it is (shaders/splat.vert).
    const double steep = std::max(0.0F, render::kOnSkin - hair.erythema),
                 looks = std::hypot(hair.elongation * std::sqrt(1.0 - steep * steep), steep);
    spots.push_back(
        {geometry::Vec2{hair.position},
         {.sigma = core::Mm{hair.sigma}, .elongation = looks, .density = skin::Rgb(hair.density)}});
  }
  return picture(spots);
}

// Healed, on a client's skin.
Picture of_hand(const std::shared_ptr<const trainer::assessment::Site>& site, double skill, core::Seed seed) {
  const auto attempt =
      trainer::runner::fold(site, trainer::robots::perform(site, "practitioner", skill, seed).value());
  std::vector<skin::PlacedSpot> spots;
  for (const skin::Dot& dot : attempt.skin.dots)
    for (const skin::Spot& spot : skin::spots_of(dot, skin::kHealedDays, {}, false))
      spots.push_back({scalp::mm_from_canvas_point(dot.at), spot});
  return picture(spots);
}

// ---- the viewer

double mean(const Picture& p, double Lab::*part) {
  double sum = 0.0;
  for (const Lab& lab : p) sum += lab.*part / static_cast<double>(p.size());
  return sum;
}

// Of all the hair that was seen.
struct Hair {
  std::array<double, 3> tone{};
  std::vector<double> bands;  // see spectrum()
};

// Power of the lightness in rings of octaves, 0.8 to 12 mm: of the cosine transform, L*^2.
std::vector<double> spectrum(const Picture& p) {
  static const auto wave = [] {
    std::array<std::array<double, kSide>, kSide> t{};
    for (int k = 0; k < kSide; ++k)
      for (int x = 0; x < kSide; ++x)
        t[static_cast<std::size_t>(k)][static_cast<std::size_t>(x)] =
            std::cos(core::kPi * k * (x + 0.5) / kSide) * std::sqrt((k == 0 ? 1.0 : 2.0) / kSide);
    return t;
  }();
  std::vector<double> rows(kSide * kSide, 0.0), bands(4, 0.0);
  for (std::size_t y = 0; y < kSide; ++y)
    for (std::size_t k = 0; k < kSide; ++k)
      for (std::size_t x = 0; x < kSide; ++x) rows[y * kSide + k] += wave[k][x] * p[y * kSide + x].lightness;
  for (std::size_t k = 0; k < kSide; ++k)
    for (std::size_t j = 0; j < kSide; ++j) {
      double value = 0.0;
      for (std::size_t y = 0; y < kSide; ++y) value += wave[j][y] * rows[y * kSide + k];
      const double waves = std::hypot(static_cast<double>(k), static_cast<double>(j)) / 2.0,
                   length = waves > 0.0 ? kSide * kRaster.pitch / waves : 1e9;  // mm
      if (length > 12.8 || length < 0.8) continue;
      const auto band = std::min<std::size_t>(3, static_cast<std::size_t>(std::log2(12.8 / length)));
      bands[band] += value * value / (kSide * kSide);
    }
  return bands;
}

struct Distance {
  double tone = 0.0, texture = 0.0;  // delta E; RMS of the contrasts' differences over octaves, L*
};
Distance distance(const Picture& p, const Hair& hair) {
  Distance d;
  d.tone = std::hypot(mean(p, &Lab::lightness) - hair.tone[0], mean(p, &Lab::red) - hair.tone[1],
                      mean(p, &Lab::yellow) - hair.tone[2]);
  const auto bands = spectrum(p);
  for (std::size_t k = 0; k < bands.size(); ++k) {
    const double off = std::sqrt(bands[k]) - std::sqrt(hair.bands[k]);
    d.texture += off * off / static_cast<double>(bands.size());
  }
  d.texture = std::sqrt(d.texture);
  return d;
}

Hair look_at_hair() {
  Hair hair{.tone = {}, .bands = std::vector<double>(4, 0.0)};
  for (core::Seed seed = 1; seed <= kSeeds; ++seed) {
    const Picture p = of_hair(seed);
    hair.tone[0] += mean(p, &Lab::lightness) / kSeeds;
    hair.tone[1] += mean(p, &Lab::red) / kSeeds;
    hair.tone[2] += mean(p, &Lab::yellow) / kSeeds;
    const auto bands = spectrum(p);
    for (std::size_t k = 0; k < bands.size(); ++k) hair.bands[k] += bands[k] / kSeeds;
  }
  return hair;
}

}  // namespace

namespace {

struct Hands {
  std::vector<Distance> expert, practitioner, novice;  // by seed
};

const Hands& hands() {
  static const Hands all = [] {
    const Hair hair = look_at_hair();
    const auto lesson = support::field(90.0).step(support::StepKind::NeedleWork).lesson();
    const auto site = trainer::assessment::Site::make(lesson).value();
    const auto seen = [&](double skill, core::Seed seed) {
      return distance(of_hand(site, skill, seed), hair);
    };
    Hands h;
    for (core::Seed seed = 1; seed <= kSeeds; ++seed) {
      h.expert.push_back(seen(1.0, seed));
      h.practitioner.push_back(seen(0.6, seed));
      h.novice.push_back(seen(kNovice, seed));
    }
    return h;
  }();
  return all;
}

double tone(const Distance& d) {
  return d.tone;
}
double texture(const Distance& d) {
  return d.texture;
}
// Both are of the size of L*, and weigh alike.
double both(const Distance& d) {
  return std::hypot(d.tone, d.texture);
}

double average(const std::vector<Distance>& all, double (*of)(const Distance&)) {
  double sum = 0.0;
  for (const Distance& d : all) sum += of(d) / static_cast<double>(all.size());
  return sum;
}

int pairs_won(const std::vector<Distance>& better, const std::vector<Distance>& than,
              double (*of)(const Distance&)) {
  int won = 0;
  for (std::size_t k = 0; k < better.size(); ++k) won += of(better[k]) < of(than[k]) ? 1 : 0;
  return won;
}

}  // namespace

TEST_CASE(
    "from a metre away an expert's work is nearer to shaved hair than a novice's, in tone and texture") {
  const Hands& h = hands();
  CHECK(average(h.expert, tone) < 1.5);  // bare skin: more than 5
  CHECK(average(h.novice, tone) > 2.0 * average(h.expert, tone));
  CHECK(average(h.novice, texture) > 2.0 * average(h.expert, texture));
  CHECK(pairs_won(h.expert, h.novice, tone) >= 36);
  CHECK(pairs_won(h.expert, h.novice, texture) >= 36);
}

TEST_CASE("who sees nothing but pictures from a metre ranks expert, practitioner, novice") {
  const Hands& h = hands();
  CHECK(average(h.expert, both) < average(h.practitioner, both));
  CHECK(average(h.practitioner, both) < average(h.novice, both));
  CHECK(pairs_won(h.expert, h.practitioner, both) >= 32);
  CHECK(pairs_won(h.practitioner, h.novice, both) >= 32);
}
