#include "engine/scalp/follicles.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

using namespace engine::scalp;
using engine::core::Mm;
using engine::core::PerCm2;

namespace {

Canvas pad_with(double per_cm2) {
  return Canvas{Pad{.width = Mm{50}, .height = Mm{50}, .hair = PerCm2{per_cm2}, .seed = 4}};
}

std::vector<FollicularUnit> on(const Canvas& pad) {
  return follicular_units(pad, 4, growth_of(*pad.pad()), whole(pad));
}

}  // namespace

TEST_CASE("as many units grow as asked, to the border, never two in one place") {
  for (const double asked : {20.0, 78.0, 100.0}) {
    const auto units = on(pad_with(asked));
    CHECK(static_cast<double>(units.size()) / 25.0 == doctest::Approx(asked).epsilon(0.06));
    double nearest = 1e9;
    std::size_t at_border = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
      at_border += units[i].at.u_um < 1000 || units[i].at.u_um > 49'000 ? 1U : 0U;
      for (std::size_t j = 0; j < i; ++j)
        nearest = std::min(nearest, chord(pad_with(asked), units[i].at, units[j].at).value);
    }
    CHECK(nearest >= 0.59);
    // of one square centimetre
    CHECK(static_cast<double>(at_border) == doctest::Approx(asked).epsilon(0.25));
  }
  CHECK(on(pad_with(0.0)).empty());
  CHECK(on(pad_with(150.0)).size() == on(pad_with(100.0)).size());  // kDensestHair
}

TEST_CASE("a unit is there or not, whichever box is asked for") {
  const Canvas pad = pad_with(78.0);
  std::set<std::uint64_t> all, parts;
  for (const auto& unit : on(pad)) all.insert(unit.number);
  for (const std::int32_t u : {0, 17'300})
    for (const auto& unit :
         follicular_units(pad, 4, growth_of(*pad.pad()), {{u, 0}, {u == 0 ? 17'300 : 50'000, 50'000}}))
      CHECK(parts.insert(unit.number).second);
  CHECK(all == parts);
}

// Distances from each unit to its nearest, off the border: the mean over the mean spacing.
TEST_CASE("full hair stands evenly: no clumps and no holes, and no lattice") {
  const Canvas pad = pad_with(78.0);
  const auto units = on(pad);
  double sum = 0.0, farthest_empty = 0.0;
  int inner = 0;
  const auto nearest_to = [&](CanvasPoint p, std::size_t but) {
    double nearest = 1e9;
    for (std::size_t k = 0; k < units.size(); ++k)
      if (k != but) nearest = std::min(nearest, chord(pad, p, units[k].at).value);
    return nearest;
  };
  const auto off_border = [](CanvasPoint p) {
    return std::min({p.u_um, p.v_um, 50'000 - p.u_um, 50'000 - p.v_um}) > 2'000;
  };
  for (std::size_t k = 0; k < units.size(); ++k) {
    if (!off_border(units[k].at)) continue;
    const double nearest = nearest_to(units[k].at, k);
    sum += nearest;
    ++inner;
  }
  for (std::int32_t u = 2'000; u <= 48'000; u += 500)
    for (std::int32_t v = 2'000; v <= 48'000; v += 500)
      farthest_empty = std::max(farthest_empty, nearest_to({u, v}, units.size()));
  const double mean = sum / inner, spacing = 10.0 / std::sqrt(78.0);
  CHECK(mean / spacing > 0.80);  // 0.50 where units stand at random, 0.66 for a thinned field
  CHECK(mean / spacing < 0.95);  // 1.07 on a lattice of triangles
  CHECK(farthest_empty < 1.2);   // mm, to the nearest unit: no bald spot that an eye finds
}

TEST_CASE("a head keeps its sides and loses its crown") {
  Client client;
  client.loss_class = "norwood_6";
  const Canvas head = make_head_canvas(client).value();
  const auto units = follicular_units(head, client.seed, growth_of(client), whole(head));
  CHECK(units.size() > 10'000);
  CHECK(units.size() < 40'000);
  const auto near = [&](CanvasPoint at, std::int32_t um) {
    return std::count_if(units.begin(), units.end(), [&](const auto& unit) {
      return std::abs(unit.at.u_um - at.u_um) < um && std::abs(unit.at.v_um - at.v_um) < um;
    });
  };
  CHECK(near({0, 0}, 10'000) == 0);
  client.loss_class = "none";
  const auto full = follicular_units(head, client.seed, growth_of(client), whole(head));
  CHECK(full.size() > 38'000);
  CHECK(full.size() < 56'000);
}
