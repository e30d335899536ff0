#include "trainer/canvas/heat.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/scoring/density.h"
#include "engine/scoring/naturalness.h"
#include "trainer/assessment/fields.h"
#include "trainer/words/counts.h"
#include "trainer/words/say.h"

namespace trainer::canvas {

namespace scoring = engine::scoring;
using engine::skin::Dot;
using ui::Overlay;

namespace {

constexpr double kSignedFrom = 0.32;  // log2 of 1.25: a quarter too much or too little
constexpr double kSignPitchMm = 10.0;
constexpr double kEvenNearest = 0.76;  // mean distance to the nearest dot in even work, in square spacings

struct Session {
  const assessment::Site& site;
  std::size_t number;  // from 0
  std::vector<scoring::Field> fields;
};

std::optional<HeatCell> cell_at(const assessment::SiteTarget& target, const engine::scalp::Canvas& canvas,
                                Vec2 at, double side) {
  HeatCell cell;
  constexpr std::array<Vec2, 4> kCorners = {Vec2{-0.5, -0.5}, Vec2{0.5, -0.5}, Vec2{0.5, 0.5},
                                            Vec2{-0.5, 0.5}};
  for (std::size_t k = 0; k < kCorners.size(); ++k) {
    const auto address = target.plane.address(at + side * kCorners.at(k));
    const auto place = address ? canvas.position(*address) : std::nullopt;
    if (!place) return std::nullopt;
    cell.corners.at(k) = *place;
  }
  const auto address = target.plane.address(at);
  const auto middle = address ? canvas.locate(*address) : std::nullopt;
  if (!middle) return std::nullopt;
  cell.middle = middle->position;
  cell.normal = middle->normal;
  return cell;
}

// One cell in each square centimetre carries the sign.
bool carries_sign(Vec2 at, double side, double value) {
  const auto near_pitch = [&](double x) {
    const double off = x - kSignPitchMm * std::round(x / kSignPitchMm);
    return off > -side / 2.0 && off <= side / 2.0;  // of two cells as near on either side the one before it
  };
  return std::fabs(value) > kSignedFrom && near_pitch(at.x) && near_pitch(at.y);
}

void density_map(const Session& session, HeatMap& map) {
  const auto& targets = session.site.targets();
  for (std::size_t t = 0; t < targets.size(); ++t) {
    if (!targets[t].scars.empty()) continue;
    // Hair and the dots of earlier sessions fill the skin too.
    const scoring::LocalDensity local(
        scoring::as_seen(session.fields[session.site.part_of(t, session.number)]));
    for (const auto& spot : local.cells()) {
      auto cell = cell_at(targets[t], session.site.canvas(), spot.at, local.d_ref().value);
      if (!cell) continue;
      cell->value = scoring::log_ratio(spot.density, spot.target);
      cell->sign = carries_sign(spot.at, local.d_ref().value, cell->value);
      cell->words =
          words::say("{:.0f} per cm\u00b2, {:.0f} asked", 100.0 * spot.density, 100.0 * spot.target);
      map.cells.push_back(std::move(*cell));
    }
  }
  map.legend = {words::say("Density"), {words::say("half"), words::say("right"), words::say("double")}};
}

// Every dot of the session's work with a value of its own.
template <class Value>
void dot_map(const runner::Attempt& attempt, HeatMap& map, const Value& value) {
  for (const Dot& dot : attempt.skin.dots) {
    const auto place =
        engine::sim::is_there(attempt.skin, dot) ? attempt.site->canvas().locate(dot.at) : std::nullopt;
    const auto target = place ? attempt.site->target_at(dot.at) : std::nullopt;
    if (!target) continue;
    HeatDot spot{.at = place->position, .normal = place->normal};
    if (!value(dot, *target, spot)) continue;
    map.dots.push_back(std::move(spot));
  }
}

void depth_map(const runner::Attempt& attempt, HeatMap& map) {
  dot_map(attempt, map, [&](const Dot& dot, std::size_t target, HeatDot& spot) {
    if (dot.depth_source == engine::skin::DepthSource::Unknown) return false;
    const auto band = attempt.site->targets()[target].target.depth;
    const double delta = engine::skin::delta(dot), half = (band.high - band.low) / 2.0;
    spot.value = delta < band.low    ? (delta - band.low) / half
                 : delta > band.high ? (delta - band.high) / half
                                     : 0.0;
    spot.words = words::say("{:.2f} mm, right is {:.2f}\u2013{:.2f}", dot.deposit_depth_um / 1000.0,
                            band.low * dot.thickness_um / 1000.0, band.high * dot.thickness_um / 1000.0);
    return true;
  });
  map.legend = {words::say("Depth"),
                {words::say("too light"), words::say("in band"), words::say("too deep")}};
}

void spacing_map(const Session& session, const runner::Attempt& attempt, HeatMap& map) {
  struct Near {
    double nearest = 0.0, even = 0.0;
  };
  std::vector<std::optional<Near>> near(attempt.skin.dots.size());
  for (std::size_t t = 0; t < session.site.targets().size(); ++t) {
    const auto& field = session.fields[session.site.part_of(t, session.number)];
    if (field.dots.size() < 2 || !field.scars.empty()) continue;
    const auto seen = scoring::as_seen(field);
    const scoring::LocalDensity local(seen);
    for (std::size_t i = 0; i < seen.own(); ++i)
      near[field.dots[i].number] =
          Near{local.nearest()[i], kEvenNearest / std::sqrt(std::max(1e-6, local.target(field.dots[i].at)))};
  }
  dot_map(attempt, map, [&](const Dot& dot, std::size_t, HeatDot& spot) {
    const auto& found = near[dot.number];
    if (!found || !std::isfinite(found->nearest)) return false;
    spot.value = -engine::core::exact::log2(std::max(0.01, found->nearest / found->even));
    spot.words = words::say("{:.2f} mm to the nearest, {:.2f} is even", found->nearest, found->even);
    return true;
  });
  map.legend = {words::say("Spacing"), {words::say("too far"), words::say("even"), words::say("too close")}};
}

void rows_map(const Session& session, const runner::Attempt& attempt, HeatMap& map) {
  std::vector<bool> in_rows(attempt.skin.dots.size(), false);
  for (std::size_t t = 0; t < session.site.targets().size(); ++t) {
    const auto& field = session.fields[session.site.part_of(t, session.number)];
    if (!field.scars.empty() || field.dots.size() < scoring::naturalness_needs(field)) continue;
    for (const auto& cause :
         scoring::naturalness(field, scoring::measure_repeats(field, scoring::Ramps{})).causes)
      for (const auto number : cause.dots) in_rows.at(number) = true;
  }
  std::size_t count = 0;
  dot_map(attempt, map, [&](const Dot& dot, std::size_t, HeatDot& spot) {
    const bool row = in_rows[dot.number];
    spot.value = row ? 0.8 : 0.0;
    spot.words = row ? words::say("part of a row") : words::say("no row here");
    count += row ? 1 : 0;
    return true;
  });
  map.legend = {words::dots_in_rows(count), {"", words::say("free"), words::say("row")}};
}

}  // namespace

HeatMap make_heat(const runner::Attempt& attempt, Overlay map) {
  HeatMap heat;
  const auto work = runner::work_of(attempt);
  const Session session{*attempt.site, attempt.site->session_of_visit(work.healings.size() + 1),
                        assessment::make_fields(*attempt.site, work)};
  switch (map) {
    case Overlay::DensityMap:
      density_map(session, heat);
      break;
    case Overlay::DepthMap:
      depth_map(attempt, heat);
      break;
    case Overlay::SpacingMap:
      spacing_map(session, attempt, heat);
      break;
    case Overlay::Rows:
      rows_map(session, attempt, heat);
      break;
    default:
      break;
  }
  return heat;
}

void add_heat(const HeatMap& map, const Lens& lens, std::optional<Vec2> pointer, ui::CanvasInk& ink) {
  const auto& camera = lens.camera();
  const auto viewport = lens.viewport();
  const auto origin = lens.picture();
  const Vec3 from = engine::render::eye_position(camera, viewport);
  const auto faces = [&](const Vec3& at, const Vec3& normal) {
    return camera.kind == engine::render::CameraKind::Pad || glm::dot(from - at, normal) > 0.0;
  };
  const auto seen = [&](const Vec3& at) -> std::optional<ui::Point> {
    const auto p = engine::render::project(camera, viewport, at);
    return p ? std::optional(
                   ui::Point{static_cast<float>(p->x) + origin.x, static_cast<float>(p->y) + origin.y})
             : std::nullopt;
  };
  double nearest = 14.0;  // px: farther from the pointer nothing is named
  const auto name = [&](ui::Point at, const std::string& words) {
    if (!pointer) return;
    const double d = std::hypot(at.x - pointer->x, at.y - pointer->y);
    if (d >= nearest) return;
    nearest = d;
    ink.heat->value = ui::InkTag{{at.x, at.y - 26.0F}, words};
  };
  ink.heat.emplace();
  ink.heat->legend = map.legend;
  for (const HeatCell& cell : map.cells) {
    if (!faces(cell.middle, cell.normal)) continue;
    ui::InkHeatCell out{.value = cell.value, .sign = cell.sign};
    bool whole = true;
    for (std::size_t k = 0; k < 4; ++k) {
      const auto p = seen(cell.corners.at(k));
      whole = whole && p;
      if (p) out.corners.at(k) = *p;
    }
    if (!whole) continue;
    name({(out.corners[0].x + out.corners[2].x) / 2, (out.corners[0].y + out.corners[2].y) / 2}, cell.words);
    ink.heat->cells.push_back(out);
  }
  for (const HeatDot& dot : map.dots) {
    const auto p = faces(dot.at, dot.normal) ? seen(dot.at) : std::nullopt;
    if (!p || !origin.contains(*p)) continue;
    const double radius =
        std::max(2.5, dot.radius.value * engine::render::px_per_mm_at(camera, viewport, dot.at));
    name(*p, dot.words);
    ink.heat->dots.push_back({*p, static_cast<float>(radius), dot.value});
  }
}

}  // namespace trainer::canvas
