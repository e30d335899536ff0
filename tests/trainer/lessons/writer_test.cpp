#include "trainer/lessons/writer.h"

#include <doctest/doctest.h>

#include "engine/core/draw.h"
#include "tests/trainer/lessons/files.h"
#include "trainer/lessons/reader.h"

using namespace trainer::lessons;
using engine::core::Mm;

namespace {

void reads_back(const Lesson& lesson) {
  const std::string text = write_lesson(lesson);
  CAPTURE(text);
  const Reading reading = read_lesson(text, "written");
  for (const Finding& finding : reading.findings)
    CHECK_MESSAGE(false, finding.key << ": " << finding.message);
  REQUIRE(reading.lesson);
  CHECK(*reading.lesson == lesson);
}

Lesson shipped(const std::string& id) {
  return read_lesson(source_text("lessons/" + id + "/lesson.toml"), "").lesson.value();
}

double between(std::uint64_t n, double low, double high) {
  return low + (high - low) * engine::core::draw_unit(7, "writer", n);
}

}  // namespace

TEST_CASE("what the writer writes of a shipped lesson reads back equal") {
  for (const char* id : {"first-dots", "even-dots", "soft-hairline", "between-hairs"})
    reads_back(shipped(id));
}

TEST_CASE("a lesson that uses every key reads back equal") {
  Lesson lesson = shipped("soft-hairline");
  lesson.title = "Quotes \" and \\ and ä, λ";
  lesson.summary = "Two\nlines\tand a tab";
  lesson.version = 12;
  lesson.undo_allowed = false;
  lesson.device = Needed::Pen;
  lesson.time_limit_s = 900;
  lesson.machine.rate_mhz = 123'456;
  lesson.machine.set_um = 1801;
  lesson.machine.dilution_milli = 13'999;
  lesson.machine.stretch_permille = 333;
  lesson.targets[0].depth = {0.4, 0.7};
  lesson.rubric.pass = 6999;
  lesson.rubric.criteria[0].minimum = 5025;
  lesson.rubric.critical.push_back({engine::scoring::CriticalId::OutsideZone, 0.005});
  lesson.rubric.ramps.naturalness = {0.3, 0.1};
  lesson.rubric.ramps.feather_width = {0.7, 1.0 / 3.0};
  lesson.zones.push_back(
      {"spot", engine::scalp::DiscShape{
                   engine::scalp::FromLandmark{engine::scalp::Landmark::Whorl, Mm{1}, Mm{-2.5}}, Mm{7.5}}});
  lesson.zones.push_back(
      {"corner", engine::scalp::PolygonShape{{engine::scalp::Vec2{0.1, 1e-7}, engine::scalp::Vec2{10, 0},
                                              engine::scalp::Vec2{5, 399.999}}}});
  auto& client = std::get<engine::scalp::Client>(lesson.canvas);
  client.sex = engine::scalp::Sex::Female;
  client.undertone = engine::scalp::Undertone::Warm;
  client.loss_class = "ludwig_2";
  client.seed = 9'007'199'254'740'991;
  reads_back(lesson);
}

TEST_CASE("a lesson on a default pad keeps its pad") {
  Lesson lesson = shipped("even-dots");
  lesson.canvas = engine::scalp::Pad{};
  CHECK(write_lesson(lesson).find("[pad]") != std::string::npos);
  reads_back(lesson);
}

TEST_CASE("random numbers survive the file to the last bit") {
  for (std::uint64_t n = 0; n < 200; ++n) {
    Lesson lesson = shipped("even-dots");
    lesson.targets[0].density_cm2 = between(5 * n, 20, 200);
    lesson.canvas = engine::scalp::Pad{Mm{between(5 * n + 1, 10, 200)}, Mm{between(5 * n + 2, 10, 200)},
                                       Mm{between(5 * n + 3, 0.5, 3)}};
    lesson.machine.rate_mhz = static_cast<std::int32_t>(between(5 * n + 4, 0, 200'000));
    lesson.rubric.pass = static_cast<int>(n * 37 % 8200);
    reads_back(lesson);
  }
}

TEST_CASE("defaults are left out") {
  CHECK(write_lesson(shipped("even-dots")).find("rubric.ramps") == std::string::npos);
  CHECK(write_lesson(shipped("even-dots")).find("undo") == std::string::npos);
}
