// A lesson laid on its canvas: areas, dots, lines and places by hand, and the pictures that come with it.
#include <doctest/doctest.h>
#include <png.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/draw.h"
#include "engine/scoring/smooth.h"
#include "trainer/lessons/check.h"
#include "trainer/lessons/laid_target.h"
#include "trainer/lessons/package.h"
#include "trainer/lessons/painting.h"
#include "trainer/lessons/picture.h"

using namespace trainer::lessons;
using doctest::Approx;
using engine::core::Mm;
using engine::scalp::BandShape;
using engine::scalp::Canvas;
using engine::scalp::DiscShape;
using engine::scalp::Pad;
using engine::scalp::PolygonShape;
using engine::scalp::PunctateShape;
using engine::scalp::Vec2;
using engine::scalp::ZoneSpec;

namespace {

constexpr double kPi = std::numbers::pi;

ZoneSpec box(const std::string& id, Vec2 low, Vec2 high) {
  return {id, PolygonShape{{low, Vec2{high.x, low.y}, high, Vec2{low.x, high.y}}}};
}
// 30 x 20 mm at 40 dots a square centimetre: 240 dots.
Lesson field() {
  Lesson lesson;
  lesson.canvas = Pad{};
  lesson.zones = {box("field", {15, 20}, {45, 40})};
  lesson.targets = {{.zone = "field", .density_cm2 = 40.0}};
  return lesson;
}
LaidTarget laid(const Lesson& lesson, const Canvas& canvas, std::size_t target = 0) {
  return lay_out(lesson, canvas, lesson.targets[target]).value();
}
std::string refusal(const Lesson& lesson) {
  const auto canvas = make_canvas(lesson);
  if (!canvas) return canvas.error().message;
  const auto site = lay_out(lesson, *canvas, lesson.targets[0]);
  return site ? "" : site.error().field + ": " + site.error().message;
}

Bytes png(std::uint32_t width, std::uint32_t height, std::uint32_t format,
          const std::vector<std::uint8_t>& pixels) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  header.width = width;
  header.height = height;
  header.format = format;
  png_alloc_size_t size = 0;
  REQUIRE(png_image_write_to_memory(&header, nullptr, &size, 0, pixels.data(), 0, nullptr) != 0);
  Bytes bytes(size);
  REQUIRE(png_image_write_to_memory(&header, bytes.data(), &size, 0, pixels.data(), 0, nullptr) != 0);
  bytes.resize(size);
  return bytes;
}

}  // namespace

// ---- where and how many

TEST_CASE("a target on a pad is its zone, its area times its density, nothing grown in it") {
  const Lesson lesson = field();
  const Canvas canvas = make_canvas(lesson).value();
  const auto site = laid(lesson, canvas);
  CHECK(site.region.area() == Approx(600.0));
  CHECK(site.density.plateau_per_mm2 == Approx(0.4));
  CHECK(site.density.constant());
  CHECK(dots_to_place(site) == Approx(240.0));
  CHECK(asked_dots(lesson, canvas, lesson.targets[0]).value() == Approx(240.0));
  CHECK(site.centre == engine::scalp::CanvasPoint{30'000, 30'000});
  CHECK(site.hair.empty());
  CHECK(site.hair_beside.empty());
  CHECK(site.scars.empty());
}

TEST_CASE("a no-go zone inside is a hole, one on the border a bite, one beside changes nothing") {
  struct Cut {
    ZoneSpec zone;
    double area;
  };
  const double disc = 72.0 / 2.0 * std::sin(2.0 * kPi / 72.0) * 9.0;  // of 72 corners, 3 mm
  for (const auto& [zone, area] :
       {Cut{{"spot", DiscShape{Vec2{30, 30}, Mm{3}}}, 600.0 - disc},
        Cut{{"spot", DiscShape{Vec2{15, 30}, Mm{3}}}, 600.0 - disc / 2},
        Cut{{"spot", DiscShape{Vec2{7, 7}, Mm{3}}}, 600.0}, Cut{box("spot", {10, 30}, {50, 35}), 450.0}}) {
    Lesson lesson = field();
    lesson.zones.push_back(zone);
    lesson.no_go = {"spot"};
    const Canvas canvas = make_canvas(lesson).value();
    const auto site = laid(lesson, canvas);
    CHECK(site.region.area() == Approx(area).epsilon(1e-3));
    CHECK(dots_to_place(site) == Approx(0.4 * area).epsilon(1e-3));
    CHECK(lay_out_forbidden(lesson, canvas, "spot").value().region.area() > 10.0);
  }
}

TEST_CASE("a mole is kept off without being named") {
  Lesson lesson = field();
  lesson.zones.push_back({"mole", DiscShape{Vec2{30, 30}, Mm{2}}});
  lesson.tissue = {{engine::scalp::TissueKind::Mole, "mole"}};
  const Canvas canvas = make_canvas(lesson).value();
  CHECK(laid(lesson, canvas).region.area() < 600.0 - 12.0);
  CHECK_FALSE(laid(lesson, canvas).region.contains({30, 30}));
}

TEST_CASE("what cannot be laid out names the key or the zone") {
  Lesson lesson = field();
  lesson.targets[0].zone = "elsewhere";
  CHECK(refusal(lesson) == "targets.zone: no zone has the id \"elsewhere\"");
  lesson = field();
  lesson.zones[0] = box("field", {15, 20}, {75, 40});
  CHECK(refusal(lesson) == "zone 'field': a point lies outside the canvas");
  lesson = field();
  lesson.zones.push_back(box("all", {10, 10}, {50, 50}));
  lesson.no_go = {"all"};
  CHECK(refusal(lesson).starts_with("zone 'field': the no-go zones, the scars and this zone: "));
  lesson = field();
  lesson.no_go = {"nobody"};
  CHECK(refusal(lesson) == "no_go: no zone has the id \"nobody\"");
  lesson = field();
  lesson.hairline = {Vec2{10, 10}, Vec2{90, 10}};
  CHECK(refusal(lesson).starts_with("hairline: "));
}

TEST_CASE("behind the agreed line fewer are asked, whichever way it was told") {
  Lesson lesson = field();
  lesson.hairline = {Vec2{5, 20}, Vec2{30, 20}, Vec2{55, 20}};
  lesson.targets[0].gradient = {{engine::core::Mm{5}, 0.30}, {engine::core::Mm{10}, 0.60}};
  const Canvas canvas = make_canvas(lesson).value();
  const auto site = laid(lesson, canvas);
  CHECK(site.density.feathered());
  // 30 mm wide: 5 mm of 0.30, 5 of 0.60, 10 of 1.
  CHECK(dots_to_place(site) == Approx(0.4 * 30 * (5 * 0.3 + 5 * 0.6 + 10)).epsilon(2e-3));
  std::reverse(lesson.hairline.begin(), lesson.hairline.end());
  const auto turned = laid(lesson, canvas);
  CHECK(turned.hairline.front().x < turned.hairline.back().x);
  CHECK(dots_to_place(turned) == Approx(dots_to_place(site)));
}

TEST_CASE("printed hair fills its zone, counts as what is there, and beside it as far as blending looks") {
  Lesson lesson = field();
  lesson.canvas = Pad{.hair = engine::core::PerCm2{30}, .seed = 3};
  const Canvas canvas = make_canvas(lesson).value();
  const auto site = laid(lesson, canvas);
  CHECK(static_cast<double>(site.hair.size()) == Approx(180.0).epsilon(0.15));  // 6 square centimetres
  CHECK(dots_to_place(site) == Approx(240.0 - static_cast<double>(site.hair.size())));
  CHECK(site.roots.size() == site.hair.size() + site.hair_beside.size());
  for (const auto at : site.hair) CHECK(site.region.contains(at));
  for (const auto at : site.hair_beside) {
    CHECK_FALSE(site.region.contains(at));
    CHECK(site.region.border_distance(at).value <= engine::scoring::kBlend.value);
  }
}

TEST_CASE("punctate scars ask for one and a half dots each, and cut themselves out of the skin round them") {
  Lesson lesson = field();
  lesson.zones.push_back(
      {"spots", PunctateShape{{Vec2{20, 22}, Vec2{40, 22}, Vec2{40, 38}, Vec2{20, 38}}, 10, Mm{0.9}, 1}});
  lesson.targets.push_back({.zone = "spots"});
  const Canvas canvas = make_canvas(lesson).value();
  const auto spots = laid(lesson, canvas, 1);
  CHECK(spots.scars.middles.size() == 32);
  CHECK(spots.scars.radius.value == Approx(0.45));
  CHECK(dots_to_place(spots) == Approx(48.0));
  // Polygons of 24 corners that reach 0.25 mm beyond the rim.
  const double each = 24.0 / 2.0 * std::sin(2.0 * kPi / 24.0) * 0.7 * 0.7;
  CHECK(spots.region.area() == Approx(32 * each).epsilon(1e-6));
  CHECK(laid(lesson, canvas, 0).region.area() == Approx(600.0 - 32 * each).epsilon(1e-4));
}

TEST_CASE("what is checked is the sum over the targets, at fifty dots a minute") {
  const std::string text = R"(id = "two"
version = 1
title = "Two"
summary = "Two fields."
objectives = ["Do it"]
treatment = "practice"
module = 10
[pad]
[[zones]]
id = "a"
polygon = [[5, 5], [25, 5], [25, 25], [5, 25]]
[[zones]]
id = "b"
polygon = [[30, 5], [50, 5], [50, 35], [30, 35]]
[[targets]]
zone = "a"
density_cm2 = 50
[[targets]]
zone = "b"
density_cm2 = 40
[[steps]]
kind = "needle_work"
title = "Place"
[rubric]
pass = 70
merit = 80
distinction = 90
[[rubric.criteria]]
id = "density"
weight = 10
)";
  const Checked checked = check_text(text, "two");
  CHECK(checked.ok());
  REQUIRE(checked.targets.size() == 2);
  CHECK(checked.targets[0].dots == Approx(200.0));
  CHECK(checked.targets[1].dots == Approx(240.0));
  CHECK(checked.targets[1].area_mm2 == Approx(600.0));
  CHECK(checked.dots == Approx(440.0));
  CHECK(checked.minutes == Approx(8.8));
}

TEST_CASE("asked dots of any density are those of adding up small squares") {
  engine::scoring::TargetDensity density;
  density.plateau_per_mm2 = 0.8;
  density.line = {{-50, -5}, {0, 3}, {50, -5}};
  density.steps = {{engine::core::Mm{6}, 0.25}, {engine::core::Mm{14}, 0.7}};
  const auto region =
      engine::geometry::Region::make({{{{-20, 0}, {20, -4}, {24, 25}, {-15, 30}}, false}}).value();
  double sum = 0.0;
  for (double y = -5; y < 31; y += 0.05)
    for (double x = -21; x < 25; x += 0.05)
      if (region.contains({x + 0.025, y + 0.025})) sum += 0.0025 * density.at({x + 0.025, y + 0.025});
  CHECK(asked_dots(region, density) == Approx(sum).epsilon(3e-3));
  CHECK(asked_dots({}, density) == 0.0);
}

// ---- pictures

TEST_CASE("a picture comes back pixel by pixel, whatever its format was") {
  std::vector<std::uint8_t> rgba;
  for (std::uint64_t i = 0; i < 4 * 6 * 5; ++i)
    rgba.push_back(static_cast<std::uint8_t>(engine::core::draw_below(1, "p", i, 256)));
  const auto picture = read_picture(png(6, 5, PNG_FORMAT_RGBA, rgba));
  REQUIRE(picture.has_value());
  CHECK(picture->width == 6);
  CHECK(picture->height == 5);
  CHECK(picture->rgba == rgba);
  const auto grey = read_picture(png(2, 1, PNG_FORMAT_GRAY, {0, 200}));
  REQUIRE(grey.has_value());
  CHECK(grey->rgba == std::vector<std::uint8_t>{0, 0, 0, 255, 200, 200, 200, 255});
}

TEST_CASE("what is no picture, or too large a one, is refused before its pixels are read") {
  CHECK(read_picture(Bytes{}).error().message.starts_with("the picture cannot be read"));
  CHECK_FALSE(read_picture(Bytes{1, 2, 3, 4, 5, 6, 7, 8, 9}).has_value());
  Bytes cut = png(40, 40, PNG_FORMAT_RGBA, std::vector<std::uint8_t>(6400, 77));
  for (const std::size_t length : {std::size_t{10}, std::size_t{30}, cut.size() / 2, cut.size() - 13})
    CHECK_FALSE(read_picture(std::span(cut).first(length)).has_value());
  const auto wide =
      png(kMostPicturePixels + 1, 1, PNG_FORMAT_GRAY, std::vector<std::uint8_t>(kMostPicturePixels + 1));
  CHECK(read_picture(wide).error().message == "the picture has 2049 x 1 pixels");
  CHECK(read_picture(
      png(kMostPicturePixels, 1, PNG_FORMAT_GRAY, std::vector<std::uint8_t>(kMostPicturePixels))));
}

TEST_CASE("in a painting what is transparent asks for nothing, and darkness is what is asked") {
  const auto share = read_painting(png(2, 2, PNG_FORMAT_GA, {0, 255, 0, 0, 0, 128, 255, 255}));
  REQUIRE(share.has_value());
  CHECK(share->columns == 2);
  CHECK(share->rows == 2);
  CHECK(share->of_plateau == std::vector<std::uint8_t>{255, 0, 128, 0});
  CHECK_FALSE(read_painting(png(1, 1, PNG_FORMAT_GA, {0, 0})).has_value());  // nothing but air
  CHECK(read_painting(
      png(kMostPaintedPixels, 1, PNG_FORMAT_GRAY, std::vector<std::uint8_t>(kMostPaintedPixels))));
}

// ---- packages

TEST_CASE("files of any bytes come back from a package, and the same files are the same bytes") {
  PackageFiles files;
  for (std::uint64_t i = 0; i < 12; ++i) {
    Bytes bytes;
    for (std::uint64_t k = 0; k < 40 * i; ++k)
      bytes.push_back(static_cast<std::uint8_t>(engine::core::draw_below(i, "byte", k, 256)));
    files["folder-" + std::to_string(i % 3) + "/file_" + std::to_string(i) + ".bin"] = bytes;
  }
  const auto bytes = packed(files);
  REQUIRE(bytes.has_value());
  CHECK(unpacked(*bytes).value() == files);
  CHECK(packed(unpacked(*bytes).value()).value() == *bytes);
  CHECK(unpacked(packed({}).value_or(Bytes{})).value_or(PackageFiles{}).empty());
}

TEST_CASE("a package of wrong names is not made, and too many files are none") {
  for (const char* name : {"", "/a", "a/", "../a", "a b", "\u00e4"}) {
    CHECK_FALSE(packed({{name, {1}}}).has_value());
    CHECK_FALSE(name_fault(name).empty());
  }
  PackageFiles many;
  for (std::size_t i = 0; i <= kMostEntries; ++i) many["f" + std::to_string(i)] = {};
  CHECK(packed(many).error().message == "a package holds at most 1,000 files");
  CHECK(packed({{"big", Bytes(kMostPackageBytes)}}).error().message ==
        "the package would be larger than 8 MiB");
}
