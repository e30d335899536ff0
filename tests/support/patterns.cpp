#include "tests/support/patterns.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/geometry/grid.h"

namespace patterns {

namespace exact = engine::core::exact;
using engine::core::draw_normal;
using engine::core::draw_unit;
using engine::core::kPi;
using engine::geometry::Grid;

namespace {

Vec2 drawn_in(Seed seed, const char* x, const char* y, std::uint64_t i, const Ground& s) {
  const double u = draw_unit(seed, x, i), v = draw_unit(seed, y, i);
  return {s.low + s.side() * u, s.low + s.side() * v};
}

Vec2 jittered(Vec2 p, Seed seed, std::uint64_t i, double by) {
  const double x = draw_normal(seed, "jitter x", i), y = draw_normal(seed, "jitter y", i);
  return p + Vec2{x, y} * by;
}

Dots lattice(Seed seed, const Ground& s, double across, double down, bool shifted, double jitter) {
  Dots dots;
  int row = 0;
  for (double y = s.low + 0.5 * down; y < s.high; y += down, ++row)
    for (double x = s.low + (shifted && row % 2 == 1 ? across : 0.5 * across); x < s.high; x += across)
      dots.push_back(jittered({x, y}, seed, dots.size(), jitter * across));
  return dots;
}

}  // namespace

Dots poisson_disc(Seed seed, const Ground& s, double distance, double density) {
  constexpr double kLeastShare = 0.1;  // the widest distance is 3.2 times the narrowest
  const auto room = [&](Vec2 p) { return distance / std::sqrt(std::max(s.share_at(p), kLeastShare)); };
  const double cell = distance, widest = s.share ? distance / std::sqrt(kLeastShare) : distance;
  const int side = static_cast<int>(s.side() / cell) + 1, reach = static_cast<int>(std::ceil(widest / cell));
  std::vector<Dots> cells(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
  const auto at = [&](int x, int y) -> Dots& {
    return cells[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x)];
  };
  const auto free = [&](Vec2 p, int cx, int cy) {
    const double own = room(p);
    for (int y = std::max(0, cy - reach); y <= std::min(side - 1, cy + reach); ++y)
      for (int x = std::max(0, cx - reach); x <= std::min(side - 1, cx + reach); ++x)
        if (std::any_of(at(x, y).begin(), at(x, y).end(), [&](Vec2 q) {
              return glm::length(p - q) < (s.share ? 0.5 * (own + room(q)) : distance);
            }))
          return false;
    return true;
  };
  // What is asked of the whole square, from a raster of one look a unit.
  double asked = 0.0;
  for (double y = s.low + 0.5; y < s.high; y += 1.0)
    for (double x = s.low + 0.5; x < s.high; x += 1.0) asked += s.share_at({x, y});
  const auto wanted = static_cast<std::size_t>(density * (s.share ? asked : s.side() * s.side()) + 0.5);
  Dots dots;
  for (std::uint64_t i = 0; dots.size() < wanted && i < 600 * wanted; ++i) {
    const Vec2 p = drawn_in(seed, "disc x", "disc y", i, s);
    if (s.share && draw_unit(seed, "disc share", i) >= s.share_at(p)) continue;
    const int cx = std::min(side - 1, static_cast<int>((p.x - s.low) / cell)),
              cy = std::min(side - 1, static_cast<int>((p.y - s.low) / cell));
    if (!free(p, cx, cy)) continue;
    at(cx, cy).push_back(p);
    dots.push_back(p);
  }
  return dots;
}

Dots thinned_to_share(const Dots& dots, Seed seed, const Ground& s) {
  if (!s.share) return dots;
  Dots kept;
  for (std::size_t i = 0; i < dots.size(); ++i)
    if (draw_unit(seed, "share", i) < s.share_at(dots[i])) kept.push_back(dots[i]);
  return kept;
}

Dots thinned_by_wave(const Dots& dots, Seed seed, double amplitude) {
  const double phase = 2.0 * kPi * draw_unit(seed, "phase", 0);
  Dots kept;
  for (std::size_t i = 0; i < dots.size(); ++i) {
    const double wave = exact::sin(2.0 * kPi * dots[i].x / 20.0 + phase) *
                        exact::sin(2.0 * kPi * dots[i].y / 20.0 + 1.3 * phase);
    if (draw_unit(seed, "thin", i) < (1.0 + amplitude * wave) / (1.0 + amplitude)) kept.push_back(dots[i]);
  }
  return kept;
}

Dots thinned_by_plane_wave(const Dots& dots, Seed seed, double amplitude) {
  const double phase = 2.0 * kPi * draw_unit(seed, "phase", 0), turn = kPi * draw_unit(seed, "turn", 0);
  const Vec2 along{exact::cos(turn), exact::sin(turn)};
  Dots kept;
  for (std::size_t i = 0; i < dots.size(); ++i) {
    const double wave = exact::sin(2.0 * kPi * glm::dot(dots[i], along) / 20.0 + phase);
    if (draw_unit(seed, "thin", i) < (1.0 + amplitude * wave) / (1.0 + amplitude)) kept.push_back(dots[i]);
  }
  return kept;
}

Dots random(Seed seed, const Ground& s) {
  Dots dots;
  const auto count = static_cast<std::uint64_t>(s.side() * s.side());
  for (std::uint64_t i = 0; i < count; ++i) dots.push_back(drawn_in(seed, "x", "y", i, s));
  return dots;
}

Dots clusters(Seed seed, const Ground& s, double dots_each, double spread) {
  const Ground wide{s.low - 4.0 * spread, s.high + 4.0 * spread};
  const auto parents = static_cast<std::uint64_t>(wide.side() * wide.side() / dots_each + 0.5);
  Dots dots;
  for (std::uint64_t i = 0; i < parents; ++i) {
    const Vec2 centre = drawn_in(seed, "parent x", "parent y", i, wide);
    // A Poisson number of children, by multiplying uniforms (Knuth).
    const double limit = exact::exp(-dots_each);
    double product = 1.0;
    for (std::uint64_t n = 0; (product *= draw_unit(seed, "children", 1000 * i + n)) > limit; ++n)
      dots.push_back(jittered(centre, seed, dots.size(), spread));
  }
  return dots;
}

Dots square_grid(Seed seed, const Ground& s, double jitter) {
  return lattice(seed, s, 1.0, 1.0, false, jitter);
}

Dots hexagonal_grid(Seed seed, const Ground& s, double jitter) {
  const double across = std::sqrt(2.0 / std::sqrt(3.0));  // density 1
  return lattice(seed, s, across, across * std::sqrt(3.0) / 2.0, true, jitter);
}

Dots rows(Seed seed, const Ground& s, double jitter, double arc_radius) {
  Dots dots;
  const double middle = 0.5 * (s.low + s.high),
               sag = arc_radius > 0.0 ? s.side() * s.side() / (8.0 * arc_radius) : 0.0;
  const auto each = static_cast<std::uint64_t>(s.side());
  for (double y = std::floor(s.low - sag); y < s.high; y += 1.0)
    for (std::uint64_t i = 0; i < each; ++i) {
      const auto n = static_cast<std::uint64_t>(dots.size());
      const double x = s.low + s.side() * draw_unit(seed, "along", n),
                   bend = arc_radius > 0.0 ? (x - middle) * (x - middle) / (2.0 * arc_radius) : 0.0;
      dots.push_back({x, y + bend + jitter * draw_normal(seed, "across", n)});
    }
  return dots;
}

Dots relaxed(Seed seed, const Ground& s, int rounds) {
  Dots dots = poisson_disc(seed, s, 0.7);
  constexpr double kPitch = 0.1;
  const int side = static_cast<int>(s.side() / kPitch);
  for (int round = 0; round < rounds; ++round) {
    const Grid grid(dots, 1.0);
    std::vector<Vec2> sums(dots.size(), Vec2{0.0});
    std::vector<double> weights(dots.size(), 0.0);
    for (int y = 0; y < side; ++y)
      for (int x = 0; x < side; ++x) {
        const Vec2 p{s.low + (x + 0.5) * kPitch, s.low + (y + 0.5) * kPitch};
        std::size_t owner = 0;
        double nearest = 1e9;
        for (double r = 1.5; nearest > r * r && r < 20.0; r *= 2.0)
          grid.within(p, r, [&](std::size_t i, double d2) {
            if (d2 < nearest) {
              nearest = d2;
              owner = i;
            }
          });
        // Where Lloyd's rounds settle, dots per area go with the square root of the weight.
        const double weight = s.share_at(p) * s.share_at(p);
        sums[owner] += weight * p;
        weights[owner] += weight;
      }
    for (std::size_t i = 0; i < dots.size(); ++i)
      if (weights[i] > 0.0) dots[i] = sums[i] / weights[i];
  }
  return dots;
}

Dots with_twins(const Dots& dots, Seed seed, const Ground& s, int one_in) {
  Dots out;
  for (std::size_t i = 0; i < dots.size(); ++i) {
    out.push_back(dots[i]);
    if (i % static_cast<std::size_t>(one_in) != 0) continue;
    const double turn = 2.0 * kPi * draw_unit(seed, "turn", i),
                 away = 0.2 * draw_unit(seed, "away", i) / std::sqrt(std::max(0.1, s.share_at(dots[i])));
    out.push_back(dots[i] + away * Vec2{exact::cos(turn), exact::sin(turn)});
  }
  return out;
}

Dots stamped(Seed seed, const Ground& s, double tile) {
  const Dots one = poisson_disc(seed, Ground{0.0, tile}, 0.7);
  Dots dots;
  for (double y = std::floor(s.low / tile) * tile; y < s.high; y += tile)
    for (double x = std::floor(s.low / tile) * tile; x < s.high; x += tile)
      for (const Vec2 p : one) dots.push_back(p + Vec2{x, y});
  return dots;
}

std::vector<Kind> kinds() {
  const auto expert = [](Seed seed, const Ground& s) { return poisson_disc(seed, s, 0.70); };
  return {
      {"expert, 0.65",
       97,
       100,
       {},
       1.0,
       [](Seed seed, const Ground& s) { return poisson_disc(seed, s, 0.65); }},
      {"expert, 0.70", 97, 100, {}, 1.0, expert},
      {"expert, 0.75",
       97,
       100,
       {},
       1.0,
       [](Seed seed, const Ground& s) { return poisson_disc(seed, s, 0.75); }},
      {"slightly uneven",
       88,
       97,
       {"uneven", "gaps"},
       1.0,
       [](Seed seed, const Ground& s) {
         return thinned_by_wave(poisson_disc(seed, s, 0.65, 1.1), seed, 0.10);
       }},
      {"patchy",
       75,
       92,
       {"too_sparse", "too_dense", "uneven", "gaps"},
       1.0,
       [](Seed seed, const Ground& s) {
         return thinned_by_wave(poisson_disc(seed, s, 0.62, 1.3), seed, 0.30);
       }},
      {"slightly uneven, plane",
       88,
       97,
       {"uneven", "gaps"},
       1.0,
       [](Seed seed, const Ground& s) {
         return thinned_by_plane_wave(poisson_disc(seed, s, 0.65, 1.1), seed, 0.10);
       }},
      {"patchy, plane",
       75,
       92,
       {"too_sparse", "too_dense", "uneven", "gaps"},
       1.0,
       [](Seed seed, const Ground& s) {
         return thinned_by_plane_wave(poisson_disc(seed, s, 0.62, 1.3), seed, 0.30);
       }},
      {"a third in rows",
       0,
       70,
       {"rows"},
       1.0,
       [expert](Seed seed, const Ground& s) {
         Dots dots;
         for (const Vec2 p : expert(seed, s))
           if (p.x > s.third) dots.push_back(p);
         for (const Vec2 p : thinned_to_share(rows(seed, s, 0.05), seed, s))
           if (p.x <= s.third) dots.push_back(p);
         return dots;
       }},
      {"10 % double hits",
       0,
       70,
       {"clumps"},
       1.0,
       [expert](Seed seed, const Ground& s) { return with_twins(expert(seed, s), seed, s, 10); }},
      {"random",
       0,
       35,
       {"clumps", "uneven"},
       1.0,
       [](Seed seed, const Ground& s) { return thinned_to_share(random(seed, s), seed, s); }},
      {"loose clusters",
       0,
       25,
       {"clumps", "gaps", "too_sparse", "too_dense"},
       1.0,
       [](Seed seed, const Ground& s) { return thinned_to_share(clusters(seed, s, 2.5, 1.2), seed, s); }},
      {"medium clusters",
       0,
       15,
       {"clumps", "gaps", "too_sparse", "too_dense"},
       1.0,
       [](Seed seed, const Ground& s) { return thinned_to_share(clusters(seed, s, 8.0, 0.9), seed, s); }},
      {"tight clusters",
       0,
       10,
       {"clumps", "gaps", "too_sparse", "too_dense"},
       1.0,
       [](Seed seed, const Ground& s) { return thinned_to_share(clusters(seed, s, 15.0, 0.6), seed, s); }},
      {"square grid",
       0,
       35,
       {"grid", "rows"},
       1.0,
       [](Seed seed, const Ground& s) { return thinned_to_share(square_grid(seed, s, 0.0), seed, s); }},
      {"square grid, 0.1",
       0,
       35,
       {"grid", "rows"},
       1.0,
       [](Seed seed, const Ground& s) { return thinned_to_share(square_grid(seed, s, 0.1), seed, s); }},
      {"hexagonal grid",
       0,
       35,
       {"grid", "rows"},
       1.0,
       [](Seed seed, const Ground& s) { return thinned_to_share(hexagonal_grid(seed, s, 0.0), seed, s); }},
      {"hexagonal grid, 0.1",
       0,
       35,
       {"grid", "rows"},
       1.0,
       [](Seed seed, const Ground& s) { return thinned_to_share(hexagonal_grid(seed, s, 0.1), seed, s); }},
      {"straight rows",
       0,
       35,
       {"rows", "grid"},
       1.0,
       [](Seed seed, const Ground& s) { return thinned_to_share(rows(seed, s, 0.08), seed, s); }},
      {"rows in arcs",
       0,
       35,
       {"rows"},
       1.0,
       [](Seed seed, const Ground& s) { return thinned_to_share(rows(seed, s, 0.08, 30.0), seed, s); }},
      {"over-dense x1.8", 0, 45, {"too_dense"}, 1.0 / 1.8, expert},
      {"under-dense x0.5", 0, 45, {"too_sparse"}, 2.0, expert},
      {"too even", 85, 95, {"too_even"}, 1.0, [](Seed seed, const Ground& s) { return relaxed(seed, s, 8); }},
      {"a hole of 3",
       60,
       85,
       {"gaps"},
       1.0,
       [expert](Seed seed, const Ground& s) {
         Dots dots = expert(seed, s);
         std::erase_if(dots, [&](Vec2 p) { return glm::length(p - s.hole) < 3.0; });
         return dots;
       }},
      {"copied tile",
       0,
       70,
       {"grid", "rows", "gaps", "clumps"},
       1.0,
       [](Seed seed, const Ground& s) { return thinned_to_share(stamped(seed, s, 10.0), seed, s); }},
  };
}

}  // namespace patterns
