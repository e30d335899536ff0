#include "trainer/canvas/still.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "trainer/assessment/site.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"

namespace trainer::canvas {

namespace render = engine::render;
using engine::core::fail;
using engine::core::Result;
using engine::geometry::Vec2;
using engine::scalp::CanvasPoint;
using render::Camera;
using render::StandardView;
using render::Viewport;

namespace {

constexpr double kMacroMm = 16.0, kDotMm = 6.0;  // height of the picture on the skin
constexpr double kZoneMargin = 1.15;

struct Named {
  const char* name;
  StandardView view;
};
constexpr std::array kNamed = {
    Named{"front", StandardView::Front}, Named{"left", StandardView::Left},
    Named{"right", StandardView::Right}, Named{"top", StandardView::Top},
    Named{"back", StandardView::Back},   Named{"three_quarter", StandardView::ThreeQuarter}};

// Square to the skin, so that `height_mm` of it fill the picture from top to bottom.
Result<Camera> close_up(const engine::scalp::Canvas& canvas, CanvasPoint at, double height_mm,
                        Viewport viewport) {
  const auto where = canvas.locate(at);
  if (!where) return fail(words::say("the place lies outside the canvas"));
  Camera camera;
  camera.px_per_mm = viewport.height / height_mm;
  camera.target = where->position;
  if (canvas.pad() != nullptr) return camera;
  camera.kind = render::CameraKind::Head;
  return render::look_square(camera, where->position, where->normal);
}

Result<Camera> whole_zone(const assessment::Site& site, const std::string& id, Viewport viewport) {
  for (const auto& target : site.targets()) {
    if (target.zone.id != id) continue;
    const auto& box = target.region.box();
    const Vec2 size = (box.high - box.low) * kZoneMargin;
    const double height = std::max(size.y, size.x * viewport.height / viewport.width);
    return close_up(site.canvas(),
                    target.plane.address((box.low + box.high) / 2.0).value_or(target.zone.outline.front()),
                    height, viewport);
  }
  // Zones that are no targets can be looked at too: moles, scars beside the work.
  std::vector<std::string> known;
  for (const auto& spec : site.lesson().zones) {
    known.push_back(spec.id);
    if (spec.id != id) continue;
    const auto zone = engine::scalp::resolve(site.canvas(), spec);
    if (!zone) return fail(zone.error());
    const CanvasPoint middle = engine::scalp::middle(zone->outline);
    double reach = 1.0;
    for (const auto& p : zone->outline)
      if (site.canvas().locate(p) && site.canvas().locate(middle))
        reach = std::max(reach, engine::scalp::chord(site.canvas(), middle, p).value);
    return close_up(site.canvas(), middle, 2.0 * reach * kZoneMargin, viewport);
  }
  return fail(known.empty() ? words::say("the lesson has no zone '{}'; it has none", id)
                            : words::say("the lesson has no zone '{}'; it has {}", id, words::listed(known)));
}

// The visible dot nearest to the middle of them all, so that there is something to see; else a zone's middle.
CanvasPoint middle_of_work(const runner::Attempt& attempt) {
  std::int64_t u = 0, v = 0, count = 0;
  for (const auto& dot : attempt.skin.dots) {
    if (dot.withdrawn) continue;
    u += dot.at.u_um;
    v += dot.at.v_um;
    ++count;
  }
  const auto& site = *attempt.site;
  if (count == 0 && !site.targets().empty()) {
    const auto& target = site.targets().front();
    return target.plane.address((target.region.box().low + target.region.box().high) / 2.0)
        .value_or(target.zone.outline.front());
  }
  if (count == 0) return {};
  CanvasPoint best;
  std::int64_t nearest = std::numeric_limits<std::int64_t>::max();
  for (const auto& dot : attempt.skin.dots) {
    const std::int64_t du = dot.at.u_um - u / count, dv = dot.at.v_um - v / count;
    if (dot.withdrawn || du * du + dv * dv >= nearest) continue;
    nearest = du * du + dv * dv;
    best = dot.at;
  }
  return best;
}

struct CameraFor {
  const runner::Attempt& attempt;
  Viewport viewport;

  Result<Camera> operator()(StandardView view) const {
    if (const auto* pad = attempt.site->canvas().pad())
      return render::fit_pad({pad->width.value, pad->height.value}, viewport);
    return render::standard_view(view, viewport);
  }
  Result<Camera> operator()(const Macro&) const {
    return close_up(attempt.site->canvas(), middle_of_work(attempt), kMacroMm, viewport);
  }
  Result<Camera> operator()(const ZoneView& view) const {
    return whole_zone(*attempt.site, view.id, viewport);
  }
  Result<Camera> operator()(const DotView& view) const {
    if (view.number >= attempt.skin.dots.size())
      return fail(words::say("there is no dot {}; this record has {}, counted from 0", view.number,
                             attempt.skin.dots.size()));
    return close_up(attempt.site->canvas(), attempt.skin.dots[view.number].at, kDotMm, viewport);
  }
};

}  // namespace

Result<StillView> parse_view(const std::string& text) {
  for (const Named& named : kNamed)
    if (text == named.name) return named.view;
  if (text == "macro") return Macro{};
  if (text.starts_with("zone:") && text.size() > 5) return ZoneView{text.substr(5)};
  if (text.starts_with("dot:")) {
    DotView view;
    const auto [end, error] = std::from_chars(text.data() + 4, text.data() + text.size(), view.number);
    if (error == std::errc{} && end == text.data() + text.size()) return view;
  }
  return fail(words::say(
      "expected front, left, right, top, back, three_quarter, macro, zone:ID or dot:N; found '{}'", text));
}

Result<Camera> still_camera(const runner::Attempt& attempt, const StillView& view, Viewport viewport) {
  return std::visit(CameraFor{attempt, viewport}, view);
}

}  // namespace trainer::canvas
