#include "bench/ranking/places.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/scalp/client.h"
#include "engine/scalp/work_plane.h"
#include "engine/scalp/zone.h"

namespace ranking {

namespace exact = engine::core::exact;
using engine::core::kPi;
using engine::core::Mm;
using engine::scalp::Landmark;
using engine::scoring::Field;

namespace {

Vec2 on_circle(double turns) {
  return {exact::cos(2 * kPi * turns), exact::sin(2 * kPi * turns)};
}

Region of_ring(std::vector<Vec2> ring) {
  return Region::make({{std::move(ring), false}}).value();
}

Region disc() {
  std::vector<Vec2> ring;
  for (int i = 0; i < 96; ++i) ring.push_back(Vec2{30} + 30.0 * on_circle(i / 96.0));
  return of_ring(std::move(ring));
}

// A scar's rim, and within it a mole to leave out.
Region ragged() {
  std::vector<Vec2> ring;
  for (int i = 0; i < 90; ++i)
    ring.push_back(Vec2{30} +
                   (27.0 + 2.0 * exact::sin(1.7 * i) + 1.0 * exact::cos(4.1 * i)) * on_circle(i / 90.0));
  return Region::make({{ring, false}, {{{36, 36}, {42, 35}, {44, 41}, {38, 43}}, true}}).value();
}

// The front of a head, unrolled: a band behind a bent line.
std::vector<Vec2> bent(double y) {
  std::vector<Vec2> line;
  for (int x = 0; x <= 60; x += 2)
    line.push_back({static_cast<double>(x), y + 0.01 * (x - 30.0) * (x - 30.0)});
  return line;
}

Region band(double from, double to) {
  auto ring = bent(from);
  const auto back = bent(to);
  ring.insert(ring.end(), back.rbegin(), back.rend());
  return of_ring(std::move(ring));
}

engine::scalp::PointSpec at(Landmark from, double left, double back) {
  return engine::scalp::FromLandmark{from, Mm{left}, Mm{back}};
}

Region on_head(const engine::scalp::Canvas& head, const engine::scalp::ZoneSpec& spec) {
  const auto zone = engine::scalp::resolve(head, spec);
  if (!zone) {
    fmt::print(stderr, "smp-ranking: zone {}: {}\n", spec.id, zone.error().message);
    std::exit(1);
  }
  const auto plane = engine::scalp::WorkPlane::around(head, engine::scalp::middle(zone->outline));
  std::vector<Vec2> ring;
  for (const auto p : zone->outline) ring.push_back(*plane.flatten(p));
  return of_ring(std::move(ring));
}

void add_heads(std::vector<Place>& places) {
  using namespace engine::scalp;
  const auto man = make_head_canvas({.seed = 8}),
             woman = make_head_canvas(
                 {.sex = Sex::Female, .head_shape = "female_average", .loss_class = "ludwig_2", .seed = 3});
  if (!man || !woman) {
    fmt::print(stderr, "smp-ranking: no head could be made\n");
    std::exit(1);
  }
  places.push_back(
      {"head: crown", 90, 0.3, on_head(*man, {"crown", DiscShape{at(Landmark::Whorl, 0, 0), Mm{26}}})});
  places.push_back(
      {"head: front", 70, 0.0,
       on_head(*man, {"front", BandShape{{at(Landmark::Mfp, -30, 3.4), at(Landmark::Mfp, -10, 0.4),
                                          at(Landmark::Mfp, 0, 0), at(Landmark::Mfp, 10, 0.4),
                                          at(Landmark::Mfp, 30, 3.4)},
                                         Mm{2},
                                         Mm{30}}})});
  places.push_back(
      {"head: temple", 80, 0.9,
       on_head(*man,
               {"temple", PolygonShape{{at(Landmark::FtpLeft, 4, 4), at(Landmark::FtpLeft, -30, 10),
                                        at(Landmark::FtpLeft, -28, 40), at(Landmark::FtpLeft, 2, 36)}}})});
  places.push_back(
      {"head: parting", 110, 0.2,
       on_head(*woman, {"parting", PolygonShape{{at(Landmark::Mfp, -9, 20), at(Landmark::Mfp, 9, 20),
                                                 at(Landmark::Mfp, 9, 45), at(Landmark::Mfp, 9, 70),
                                                 at(Landmark::Mfp, -9, 70), at(Landmark::Mfp, -9, 45)}}})});
}

}  // namespace

std::vector<Place> places() {
  const Region square = Region::rectangle({0, 0}, {60, 60});
  const std::vector<engine::scoring::GradientStep> soft = {
      {engine::core::Mm{5}, 0.30}, {engine::core::Mm{10}, 0.60}, {engine::core::Mm{15}, 0.85}};
  std::vector<Place> all = {
      {"square", 100, 0.0, square},
      {"square", 30, 0.3, square},
      {"square", 60, 0.7, square},
      {"square", 150, 0.1, square},
      {"disc", 100, 0.5, disc()},
      {"ell", 100, 0.2, of_ring({{0, 0}, {60, 0}, {60, 24}, {24, 24}, {24, 60}, {0, 60}})},
      {"strip", 100, 0.1, of_ring({{0, 18}, {60, 21}, {60, 39}, {0, 36}})},
      {"disc", 50, 1.1, disc()},
      {"ragged", 90, 0.4, ragged()},
      {"hairline", 120, 0.0, band(16, 36)},
      {"soft front", 100, 0.0, band(16, 51), bent(16), soft},
      {"soft front", 60, 0.0, band(16, 51), bent(16), soft},
  };
  add_heads(all);
  return all;
}

namespace {

// A place in units of d_ref, turned back: where patterns are made.
struct PlaceFrame {
  Vec2 middle;  // mm
  double d_ref, c, s;
  PlaceFrame(const Place& place, double d)
      : middle(0.5 * (place.region.box().low + place.region.box().high)),
        d_ref(d),
        c(exact::cos(place.turn)),
        s(exact::sin(place.turn)) {}
  [[nodiscard]] Vec2 to_skin(Vec2 p) const {
    return middle + d_ref * Vec2{c * p.x - s * p.y, s * p.x + c * p.y};
  }
  [[nodiscard]] Vec2 to_pattern(Vec2 p) const {
    const Vec2 q = (p - middle) / d_ref;
    return {c * q.x + s * q.y, c * q.y - s * q.x};
  }
};

// Where an eye's hole of three spacings finds room: drawn among the places farthest from every border.
Vec2 hole_in(const Region& region, double d_ref, Seed seed) {
  constexpr int kLooks = 200, kEnough = 8;
  Vec2 best{0.0};
  double deepest = -1.0;
  int found = 0;
  for (std::uint64_t i = 0; i < kLooks && found < kEnough; ++i) {
    const auto& box = region.box();
    const Vec2 p{box.low.x + (box.high.x - box.low.x) * engine::core::draw_unit(seed, "hole x", i),
                 box.low.y + (box.high.y - box.low.y) * engine::core::draw_unit(seed, "hole y", i)};
    if (!region.contains(p)) continue;
    const double deep = std::min(region.border_distance(p).value, 4.5 * d_ref);
    if (deep > deepest) {
      deepest = deep;
      best = p;
    }
    found += deep >= 4.5 * d_ref ? 1 : 0;
  }
  return best;
}

patterns::Ground ground_of(const Place& place, const PlaceFrame& frame,
                           const engine::scoring::TargetDensity& asked, Seed seed) {
  const auto& box = place.region.box();
  std::vector<double> across;  // of places strewn over the region
  double reach = 0.0;
  constexpr int kAcross = 60;
  for (int y = 0; y < kAcross; ++y)
    for (int x = 0; x < kAcross; ++x) {
      const Vec2 p{box.low.x + (box.high.x - box.low.x) * (x + 0.5) / kAcross,
                   box.low.y + (box.high.y - box.low.y) * (y + 0.5) / kAcross};
      if (!place.region.contains(p)) continue;
      const Vec2 q = frame.to_pattern(p);
      across.push_back(q.x);
      reach = std::max({reach, std::fabs(q.x), std::fabs(q.y)});
    }
  std::sort(across.begin(), across.end());
  const double beyond = reach + 3.0;
  patterns::Ground ground{.low = -beyond, .high = beyond};
  ground.third = across[across.size() / 3];
  ground.hole = frame.to_pattern(hole_in(place.region, frame.d_ref, seed));
  if (asked.feathered())
    ground.share = [&asked, frame](Vec2 p) { return asked.at(frame.to_skin(p)) / asked.plateau_per_mm2; };
  return ground;
}

}  // namespace

Field laid(const patterns::Kind& kind, const Place& place, Seed seed) {
  const PlaceFrame frame(place, 10.0 / std::sqrt(place.per_cm2));
  engine::scoring::TargetDensity full{
      .plateau_per_mm2 = place.per_cm2 / 100.0, .line = place.line, .steps = place.steps, .painted = nullptr};
  Field field;
  field.region = place.region;
  field.target = full;
  field.target.plateau_per_mm2 *= kind.asked;
  for (const Vec2 p : kind.make(seed, ground_of(place, frame, full, seed)))
    if (const Vec2 at = frame.to_skin(p); place.region.contains(at))
      field.dots.push_back({.number = static_cast<std::uint32_t>(field.dots.size()), .at = at});
  return field;
}

engine::scoring::Rubric rubric_of(const Place& place) {
  auto rubric = engine::scoring::pad_pattern_rubric();
  if (!place.steps.empty())
    rubric.criteria.push_back({.id = engine::scoring::CriterionId::Feathering, .weight = 20, .minimum = {}});
  return rubric;
}

}  // namespace ranking
