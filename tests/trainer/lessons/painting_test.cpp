// Densities painted as a picture.
#include "trainer/lessons/painting.h"

#include <doctest/doctest.h>
#include <png.h>

#include <algorithm>

#include "tests/trainer/lessons/files.h"
#include "trainer/lessons/check.h"
#include "trainer/lessons/laid_target.h"
#include "trainer/lessons/package.h"

using namespace trainer::lessons;

namespace {

Bytes png(std::uint32_t width, std::uint32_t height, const std::vector<std::uint8_t>& grey) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  header.width = width;
  header.height = height;
  header.format = PNG_FORMAT_GRAY;
  png_alloc_size_t size = 0;
  REQUIRE(png_image_write_to_memory(&header, nullptr, &size, 0, grey.data(), 0, nullptr) != 0);
  Bytes bytes(size);
  REQUIRE(png_image_write_to_memory(&header, bytes.data(), &size, 0, grey.data(), 0, nullptr) != 0);
  bytes.resize(size);
  return bytes;
}

// The lesson of even dots with a painting, packed with `files` besides.
Loading painted(const std::string& name, PackageFiles files) {
  std::string text = source_text("lessons/even-dots/lesson.toml");
  const auto at = text.find("[[targets]]");
  REQUIRE(at != std::string::npos);
  text.insert(text.find('\n', at) + 1, "painting = \"" + name + "\"\n");
  files["lesson.toml"] = Bytes(text.begin(), text.end());
  auto bytes = packed(files);
  REQUIRE(bytes.has_value());
  return from_bytes(*bytes, "lesson.toml");
}

Bytes halves() {
  return png(2, 2, {0, 255, 0, 255});
}  // black on the left

}  // namespace

TEST_CASE("black asks for the full density, white for none, the top of the picture lies at the top") {
  const auto share = read_painting(png(2, 2, {0, 255, 102, 255}));
  REQUIRE(share.has_value());
  const engine::geometry::Vec2 low{10, 20}, high{30, 40};
  CHECK(share->at(low, high, {12, 38}) == doctest::Approx(1.0));
  CHECK(share->at(low, high, {28, 38}) == doctest::Approx(0.0));
  CHECK(share->at(low, high, {12, 22}) == doctest::Approx(0.6));
  CHECK(share->at(low, high, {20, 35}) == doctest::Approx(0.5));
  CHECK(share->at(low, high, {-100, 35}) == doctest::Approx(1.0));
}

TEST_CASE("a lesson's painting is laid over the box of its zone") {
  const auto loading = painted("thin.png", {{"thin.png", halves()}});
  REQUIRE(loading.package.has_value());
  const Lesson& lesson = loading.package->lesson;
  const auto canvas = make_canvas(lesson).value();
  const auto site = lay_out(lesson, canvas, lesson.targets[0]).value();
  CHECK_FALSE(site.density.constant());
  const auto& box = site.region.box();
  CHECK(site.density.at({box.low.x + 1, box.low.y + 1}) == doctest::Approx(site.density.plateau_per_mm2));
  CHECK(site.density.at({box.high.x - 1, box.low.y + 1}) == 0.0);
  CHECK(asked_dots(site.region, site.density) ==
        doctest::Approx(0.5 * site.region.area() * site.density.plateau_per_mm2).epsilon(0.01));
}

TEST_CASE(
    "a painting that is missing, no picture, too large, white, or beside a gradient is an error at its key") {
  const auto refused = [](const Loading& loading, const std::string& why) {
    REQUIRE_FALSE(loading.package.has_value());
    const auto found = std::find_if(loading.findings.begin(), loading.findings.end(), [&](const Finding& f) {
      return f.message.find(why) != std::string::npos;
    });
    REQUIRE(found != loading.findings.end());
    CHECK(found->key == "targets[0].painting");
    CHECK(found->line > 0);
    CHECK(found->code == "bad_picture");
  };
  refused(painted("thin.png", {}), "holds no such picture");
  Bytes broken = halves();
  broken.resize(40);
  refused(painted("thin.png", {{"thin.png", broken}}), "cannot be read");
  refused(painted("thin.png", {{"thin.png", png(1025, 1, std::vector<std::uint8_t>(1025, 0))}}), "1025 x 1");
  refused(painted("thin.png", {{"thin.png", png(2, 1, {255, 255})}}), "all white");
}
