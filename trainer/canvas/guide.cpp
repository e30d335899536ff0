#include "trainer/canvas/guide.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/scalp/head_surface.h"
#include "trainer/assessment/site.h"
#include "trainer/words/say.h"

namespace trainer::canvas {

using engine::core::Radians;
using engine::scalp::Landmark;
using ui::Overlay;
using ui::Point;
using ui::Token;

namespace {

constexpr double kAcross = 0.36, kAlong = 0.44;  // half axes of the head on the map, shares of its square
constexpr double kNoseHeight = -10.0, kNoseDepth = 115.0;  // head space, mm: about the tip of the nose

std::vector<Point> corners_on_map(const engine::scalp::Canvas& canvas, CanvasPoint low, CanvasPoint high,
                                  double yaw) {
  return {on_map(canvas, low, yaw), on_map(canvas, {high.u_um, low.v_um}, yaw), on_map(canvas, high, yaw),
          on_map(canvas, {low.u_um, high.v_um}, yaw)};
}

// A place of the head's map before it is turned: right is the client's left, down is the face.
Point turned(Vec2 p, double yaw) {
  const double c = std::cos(yaw), s = std::sin(yaw);
  return {static_cast<float>(0.5 + p.x * c - p.y * s), static_cast<float>(0.5 + p.y * c + p.x * s)};
}

// The border of the head from above at an azimuth.
Vec2 oval(double theta) {
  const double x = std::sin(theta), y = std::cos(theta);
  return Vec2{x, y} / std::sqrt(x * x / (kAcross * kAcross) + y * y / (kAlong * kAlong));
}

std::vector<Point> outline_on_map(const engine::scalp::Canvas& canvas, double yaw) {
  if (const auto* pad = canvas.pad())
    return corners_on_map(canvas, {},
                          engine::scalp::canvas_point_from_mm({pad->width.value, pad->height.value}), yaw);
  std::vector<Point> outline;
  constexpr int kCorners = 72;
  for (int i = 0; i < kCorners; ++i)
    outline.push_back(turned(oval(2.0 * engine::core::kPi * i / kCorners), yaw));
  return outline;
}

// Two ears and a nose, so that the oval reads as a head.
std::vector<std::vector<Point>> features_on_map(double yaw) {
  std::vector<std::vector<Point>> out;
  for (const double side : {-1.0, 1.0})
    out.push_back({turned({side * kAcross, 0.05}, yaw), turned({side * (kAcross + 0.05), -0.02}, yaw),
                   turned({side * (kAcross + 0.035), -0.11}, yaw),
                   turned({side * (kAcross - 0.01), -0.09}, yaw)});
  out.push_back({turned({-0.045, kAlong - 0.004}, yaw), turned({0.0, kAlong + 0.05}, yaw),
                 turned({0.045, kAlong - 0.004}, yaw)});
  return out;
}

std::string title(const runner::Attempt& attempt, const std::vector<Patch>& patches, std::size_t current,
                  CanvasPoint here) {
  const auto& site = *attempt.site;
  const std::string where =
      site.canvas().head() != nullptr ? place_in_words(*site.canvas().head(), here) : words::say("The pad");
  return patches.size() < 2 ? where : words::say("{}, patch {} of {}", where, current + 1, patches.size());
}

void add_curve(const Lens& lens, const std::vector<CanvasPoint>& points, Token token, ui::CanvasInk& ink) {
  ui::InkLine line{.points = {}, .closed = false, .dashed = true, .token = token};
  for (const CanvasPoint p : points) {
    if (const auto at = lens.project(p)) {
      line.points.push_back(*at);
      continue;
    }
    if (line.points.size() > 1) ink.lines.push_back(line);
    line.points.clear();
  }
  if (line.points.size() > 1) ink.lines.push_back(line);
}

void add_midline(const engine::scalp::Canvas& canvas, const Lens& lens, ui::CanvasInk& ink) {
  std::vector<CanvasPoint> line;
  if (const auto* pad = canvas.pad()) {
    const double x = pad->width.value / 2.0;
    line = {engine::scalp::canvas_point_from_mm({x, 0.0}),
            engine::scalp::canvas_point_from_mm({x, pad->height.value})};
  } else {
    const auto* head = canvas.head();
    const auto front = static_cast<int>(head->reach(Radians{0.0}).value),
               back = static_cast<int>(head->reach(Radians{engine::core::kPi}).value);
    for (int v = -back + 1; v < front; v += 2) line.push_back({0, v * 1000});
  }
  add_curve(lens, line, Token::Warm, ink);
}

void add_landmarks(const engine::scalp::HeadSurface& head, const Lens& lens, ui::CanvasInk& ink) {
  struct Named {
    Landmark name;
    words::Text word;
  };
  constexpr Named kNamed[] = {{Landmark::Mfp, words::Text("mid-frontal point")},
                              {Landmark::Trichion, words::Text("trichion")},
                              {Landmark::Vertex, words::Text("vertex")},
                              {Landmark::Whorl, words::Text("whorl")},
                              {Landmark::FtpLeft, words::Text("temple corner, left")},
                              {Landmark::FtpRight, words::Text("temple corner, right")},
                              {Landmark::Inion, words::Text("inion")}};
  for (const Named& named : kNamed)
    if (const auto at = lens.project(engine::scalp::canvas_point_from_mm(head.landmark(named.name)))) {
      ink.marks.push_back({*at, 6.0F, Token::Warm});
      ink.names.push_back({*at, words::say(named.word), Token::Warm});
    }
}

void add_grid(const Lens& lens, const std::vector<Patch>& patches, ui::CanvasInk& ink) {
  constexpr int kPieces = 12;
  for (const Patch& patch : patches) {
    const CanvasPoint corners[] = {
        patch.low, {patch.high.u_um, patch.low.v_um}, patch.high, {patch.low.u_um, patch.high.v_um}};
    std::vector<CanvasPoint> ring;
    for (int side = 0; side < 4; ++side)
      for (int i = 0; i < kPieces; ++i) {
        const CanvasPoint a = corners[side], b = corners[(side + 1) % 4];
        ring.push_back({a.u_um + (b.u_um - a.u_um) / kPieces * i, a.v_um + (b.v_um - a.v_um) / kPieces * i});
      }
    ring.push_back(ring.front());
    add_curve(lens, ring, Token::Tx, ink);
  }
}

}  // namespace

Point on_map(const engine::scalp::Canvas& canvas, CanvasPoint p, double yaw) {
  const Vec2 mm = engine::scalp::mm_from_canvas_point(p);
  if (const auto* pad = canvas.pad()) {
    const double size = std::max(pad->width.value, pad->height.value);
    return {static_cast<float>((mm.x - pad->width.value / 2.0) / size + 0.5),
            static_cast<float>(0.5 - (mm.y - pad->height.value / 2.0) / size)};
  }
  const double distance = glm::length(mm);
  if (!(distance > 0.0)) return {0.5F, 0.5F};
  const double theta = std::atan2(mm.x, mm.y);
  return turned(oval(theta) * std::min(1.0, distance / canvas.head()->reach(Radians{theta}).value), yaw);
}

ui::NavigatorView make_navigator(const runner::Attempt& attempt, const Lens& lens,
                                 const std::vector<Patch>& patches) {
  const auto& canvas = attempt.site->canvas();
  const double yaw = lens.head() ? lens.camera().yaw.value : 0.0;
  const ui::Point middle = lens.free().centre();
  const CanvasPoint here =
      lens.pick({middle.x, middle.y}).value_or(patches.empty() ? CanvasPoint{} : patches.front().centre);
  const std::size_t current = nearest_patch(patches, here);
  ui::NavigatorView view{.title = title(attempt, patches, current, here),
                         .outline = outline_on_map(canvas, yaw),
                         .here = on_map(canvas, here, yaw),
                         .head = lens.head(),
                         .more_than_one = patches.size() > 1};
  if (canvas.head() != nullptr) view.features = features_on_map(yaw);
  if (canvas.head() != nullptr) view.nose = turned({0.0, kAlong}, yaw);
  for (const auto& target : attempt.site->targets()) {
    std::vector<Point> zone;
    for (const CanvasPoint p : target.zone.outline) zone.push_back(on_map(canvas, p, yaw));
    view.zones.push_back(std::move(zone));
  }
  for (std::size_t i = 0; i < patches.size(); ++i)
    view.patches.push_back({corners_on_map(canvas, patches[i].low, patches[i].high, yaw),
                            is_done(patches[i], attempt), i == current});
  return view;
}

std::string_view cue_of(Overlay overlay) {
  switch (overlay) {
    case Overlay::Template:
      return "template";
    case Overlay::Spacing:
      return "spacing_ring";
    case Overlay::PatchGrid:
      return "";
    case Overlay::Midline:
      return "midline";
    case Overlay::Landmarks:
      return "landmarks";
    case Overlay::Thirds:
      return "thirds";
    case Overlay::NextDot:
      return "next_dot";
    case Overlay::Expert:
      return "expert_ghost";
    case Overlay::DensityMap:
      return "density_map";
    case Overlay::SpacingMap:
      return "density_map";
    case Overlay::DepthMap:
      return "depth_map";
    case Overlay::Rows:
      return "rows";
  }
  return "";
}

bool allowed(const lessons::Lesson& lesson, Overlay overlay) {
  const auto cue = cue_of(overlay);
  return cue.empty() || std::find(lesson.cues.begin(), lesson.cues.end(), cue) != lesson.cues.end();
}

Overlays first_overlays(const lessons::Lesson& lesson) {
  Overlays on;
  for (const Overlay overlay : {Overlay::Template, Overlay::Spacing})
    on[index(overlay)] = allowed(lesson, overlay);
  return on;
}

ui::OverlayListView make_overlay_list(const assessment::Site& site, Overlays on) {
  ui::OverlayListView view;
  for (int i = 0; i < ui::kOverlays; ++i) {
    const auto overlay = static_cast<Overlay>(i);
    if ((overlay == Overlay::Landmarks || overlay == Overlay::Thirds) && site.canvas().head() == nullptr)
      continue;
    view.rows.push_back({overlay, on[index(overlay)], allowed(site.lesson(), overlay)});
    if (on[index(overlay)] && overlay != Overlay::Template) ++view.on_besides_template;
  }
  return view;
}

void add_guides(const runner::Attempt& attempt, const Lens& lens, const std::vector<Patch>& patches,
                Overlays on, ui::CanvasInk& ink) {
  const auto& canvas = attempt.site->canvas();
  if (on[index(Overlay::PatchGrid)]) add_grid(lens, patches, ink);
  if (on[index(Overlay::Midline)]) add_midline(canvas, lens, ink);
  if (on[index(Overlay::Landmarks)] && canvas.head() != nullptr) add_landmarks(*canvas.head(), lens, ink);
}

void add_thirds(const FaceThirds& lines, const Lens& lens, ui::CanvasInk& ink) {
  using words::Text;
  constexpr std::array kWords = {Text("hairline"), Text("brow"), Text("base of the nose"), Text("chin")};
  const Vec3 from = engine::render::eye_position(lens.camera(), lens.viewport());
  const auto origin = lens.picture();
  std::array<std::optional<Point>, 4> ends;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ui::InkLine line{.points = {}, .closed = false, .dashed = true, .token = Token::Warm};
    for (const Vec3& p : lines.at(i)) {
      // The face looks forwards: from behind nothing of it is seen.
      if (from.z <= p.z) continue;
      if (const auto px = engine::render::project(lens.camera(), lens.viewport(), p))
        line.points.push_back({static_cast<float>(px->x) + origin.x, static_cast<float>(px->y) + origin.y});
    }
    if (line.points.size() < 2) continue;
    ends.at(i) = line.points.back();
    ink.names.push_back({line.points.back(), words::say(kWords.at(i)), Token::Warm});
    ink.lines.push_back(std::move(line));
  }
  for (std::size_t i = 0; i + 1 < ends.size(); ++i)
    if (ends.at(i) && ends.at(i + 1)) {
      const auto middle = lines.at(i).size() / 2;
      const double mm = lines.at(i)[middle].y - lines.at(i + 1)[middle].y;
      ink.tags.push_back(
          {{(ends.at(i)->x + ends.at(i + 1)->x) / 2.0F, (ends.at(i)->y + ends.at(i + 1)->y) / 2.0F},
           words::say("{:.0f} mm", mm),
           Token::Tx});
    }
}

void add_places(const Lens& lens, const std::vector<CanvasPoint>& places, engine::core::Mm radius,
                Token token, ui::CanvasInk& ink) {
  for (const CanvasPoint p : places)
    if (const auto at = lens.project(p); at && lens.picture().contains(*at))
      ink.marks.push_back(
          {*at, static_cast<float>(std::max(2.5, radius.value * lens.px_per_mm_at(p))), token});
}

void add_compass(const Lens& lens, ui::CanvasInk& ink) {
  if (!lens.head()) return;
  const Vec3 nose{0.0, kNoseHeight, kNoseDepth};
  const auto axes = engine::render::camera_axes(lens.camera());
  const auto seen = engine::render::project(lens.camera(), lens.viewport(), nose);
  const ui::Rect free = lens.free();
  const bool facing = glm::dot(axes.back, Vec3{0.0, 0.0, 1.0}) > -0.3;
  if (facing && seen &&
      free.contains(
          {static_cast<float>(seen->x) + lens.picture().x, static_cast<float>(seen->y) + lens.picture().y}))
    return;
  const Vec3 way = nose - lens.camera().target;
  const double mirror = lens.camera().mirrored ? -1.0 : 1.0;
  const Vec2 on_screen{mirror * glm::dot(way, axes.right), -glm::dot(way, axes.up)};
  const double size = glm::length(on_screen);
  if (size < 1.0) return;
  const Vec2 d = on_screen / size;
  constexpr double kInside = 26.0;  // px from the border, so that the word fits
  const double across = (free.w / 2.0 - kInside) / std::max(1e-6, std::fabs(d.x)),
               along = (free.h / 2.0 - kInside) / std::max(1e-6, std::fabs(d.y));
  const Vec2 at = Vec2{free.centre().x, free.centre().y} + d * std::min(across, along);
  ink.compass = ui::InkCompass{{static_cast<float>(at.x), static_cast<float>(at.y)},
                               {static_cast<float>(d.x), static_cast<float>(d.y)}};
}

}  // namespace trainer::canvas
