#include <doctest/doctest.h>

#include "tests/trainer/lessons/files.h"
#include "trainer/lessons/nearest.h"
#include "trainer/lessons/reader.h"
#include "trainer/lessons/sessions.h"

using namespace trainer::lessons;

namespace {

std::string even_dots() {
  return source_text("lessons/even-dots/lesson.toml");
}
std::string hairline() {
  return source_text("lessons/soft-hairline/lesson.toml");
}

void breaks(const std::string& text, const std::string& key, const std::string& code) {
  const Reading reading = read_lesson(text, "");
  CHECK_FALSE(reading.lesson);
  REQUIRE_FALSE(reading.findings.empty());
  for (const Finding& finding : reading.findings) CAPTURE(finding.message);
  CHECK(reading.findings.size() == 1);
  CHECK(reading.findings[0].key == key);
  CHECK(reading.findings[0].code == code);
  CHECK(reading.findings[0].line > 0);
}

const std::string kSquare = "\n[[zones]]\nid = \"square\"\ndisc = { centre = [30, 30], radius_mm = 5 }\n";

}  // namespace

TEST_CASE("ids are used once") {
  breaks(even_dots() + kSquare, "zones[1].id", "duplicate_id");
  breaks(changed(even_dots(), "id = \"gaps\"", "id = \"clumps\""), "rubric.criteria[3].id", "duplicate_id");
  breaks(hairline() + "\n[[rubric.critical]]\nid = \"blowout\"\nlimit = 0.1\n", "rubric.critical[2].id",
         "duplicate_id");
}

TEST_CASE("a zone has one target") {
  breaks(even_dots() + "\n[[targets]]\nzone = \"square\"\n", "targets[1].zone", "duplicate_id");
}

TEST_CASE("a target whose zone is misread is not blamed for it") {
  breaks(changed(even_dots(), "id = \"square\"", "id = \"Square\""), "zones[0].id", "bad_text");
}

TEST_CASE("bands and gradients go forward") {
  breaks(changed(even_dots(), "low = 0.38", "low = 0.72"), "targets[0].depth", "bad_order");
  breaks(changed(hairline(), "to_mm = 10, share = 0.60", "to_mm = 5, share = 0.60"),
         "targets[0].gradient[1].to_mm", "bad_order");
  breaks(changed(hairline(), "from_mm = 0, to_mm = 25", "from_mm = 30, to_mm = 25"), "zones[0].band.to_mm",
         "bad_order");
}

TEST_CASE("bands of size and angle go upwards") {
  const std::string depth = "depth = { low = 0.38, high = 0.72 }";
  breaks(changed(even_dots(), depth, depth + "\ndiameter = { low = 0.4, high = 0.2 }"), "targets[0].diameter",
         "bad_order");
  breaks(changed(even_dots(), depth, depth + "\nangle = { low = 85, high = 45 }"), "targets[0].angle",
         "bad_order");
}

TEST_CASE("a no-go zone exists, is not to be worked, and is there when a critical fault asks for it") {
  const std::string module = "module = 4\n", critical = "\n[[rubric.critical]]\nid = \"no_go\"\nlimit = 0\n";
  breaks(changed(even_dots(), module, module + "no_go = [\"brow\"]\n"), "no_go[0]", "unknown_zone");
  breaks(changed(even_dots(), module, module + "no_go = [\"square\"]\n"), "no_go[0]", "conflict");
  breaks(even_dots() + critical, "rubric.critical[0].id", "conflict");
  std::string brow = kSquare;
  brow = changed(brow, "square", "brow");
  const Reading good =
      read_lesson(changed(even_dots(), module, module + "no_go = [\"brow\"]\n") + brow + critical, "");
  REQUIRE(good.lesson);
  CHECK(good.lesson->no_go == std::vector<std::string>{"brow"});
}

TEST_CASE("marks do not fall") {
  breaks(changed(even_dots(), "merit = 82", "merit = 74"), "rubric.pass", "bad_order");
  breaks(changed(even_dots(), "distinction = 90", "distinction = 81"), "rubric.merit", "bad_order");
}

TEST_CASE("a ramp has two ends") {
  breaks(even_dots() + "\n[rubric.ramps]\ndepth_sd = [1, 1]\n", "rubric.ramps.depth_sd", "bad_order");
}

TEST_CASE("what compares with a hairline needs one") {
  const std::string weight = "\n[[rubric.criteria]]\nweight = 5\nid = ";
  breaks(even_dots() + weight + "\"hairline\"\n", "rubric.criteria[5].id", "conflict");
  breaks(changed(even_dots(), "kind = \"brief\"", "kind = \"drawing\""), "steps[0].kind", "conflict");
  breaks(changed(even_dots(), "density_cm2 = 40", "gradient = [{ to_mm = 5, share = 0.3 }]"),
         "targets[0].gradient", "conflict");
  breaks(even_dots() + "\n[[rubric.critical]]\nid = \"below_hairline\"\nlimit = 8\n", "rubric.critical[0].id",
         "conflict");
}

TEST_CASE("a hairline that is misread is not called missing as well") {
  breaks(changed(hairline(), "left_mm = -24, back_mm = 2.4", "left_mm = -24, bak_mm = 2.4"),
         "hairline[0].bak_mm", "unknown_key");
}

TEST_CASE("feathering needs a gradient") {
  std::string text = hairline();
  const auto from = text.find("gradient = [");
  text.erase(from, text.find("]\n", from) + 2 - from);
  breaks(text, "rubric.criteria[1].id", "conflict");
}

TEST_CASE("shares stay below one, millimetres need not") {
  breaks(changed(hairline(), "limit = 0.02", "limit = 2"), "rubric.critical[0].limit", "out_of_range");
}

TEST_CASE("steps come in an order that makes sense") {
  breaks(changed(even_dots(), "kind = \"review\"", "kind = \"brief\""), "steps[2].kind", "bad_order");
  breaks(changed(even_dots(), "kind = \"brief\"", "kind = \"review\""), "steps[0].kind", "bad_order");
}

TEST_CASE("targets need a step of needle work") {
  breaks(changed(hairline(), "kind = \"needle_work\"", "kind = \"drawing\""), "steps", "conflict");
}

TEST_CASE("a pad has no landmarks") {
  breaks(changed(even_dots(), "[[15, 15]", "[{ from = \"mfp\" }"), "zones[0].polygon[0]", "conflict");
}

TEST_CASE("places on a client who varies are named from landmarks") {
  const std::string varied =
      changed(source_text("lessons/soft-hairline/lesson.toml"), "seed = 8\n", "seed = 8\nvary = true\n");
  CHECK(read_lesson(varied, "").findings.empty());
  breaks(changed(varied, "{ from = \"mfp\", left_mm = -24, back_mm = 2.4 }", "[-24, 92]"), "hairline[0]",
         "conflict");
}

TEST_CASE("the needle in the machine lies on the tray") {
  breaks(changed(even_dots(), "needles = [\"1RL-0.25\", ", "needles = ["), "tools.needles", "conflict");
}

TEST_CASE("the nearest name is the one that was meant, or none") {
  const std::vector<std::string> names{"width_mm", "height_mm", "skin_thickness_mm"};
  CHECK(nearest("widht_mm", names) == "width_mm");
  CHECK(nearest("hieght_mm", names) == "height_mm");
  CHECK(nearest("colour", names).empty());
  CHECK(nearest("", names).empty());
  CHECK(nearest(std::string(100'000, 'x'), names).empty());
}

TEST_CASE("healing parts needle work, and each session adds to the one before") {
  const std::string three = source_text("lessons/three-sessions/lesson.toml");
  CHECK(read_lesson(three, "").lesson.has_value());
  breaks(changed(three, "share = 0.70", "share = 0.30"), "steps[3].share", "bad_order");
  breaks(changed(three, "share = 0.70", "share = 1.2"), "steps[3].share", "out_of_range");
  breaks(changed(even_dots(), "kind = \"needle_work\"",
                 "kind = \"healing\"\ntitle = \"Wait\"\n\n[[steps]]\nkind = \"needle_work\""),
         "steps[1].kind", "bad_order");
  breaks(changed(even_dots(), "[rubric]", "[rubric]\njudged_at = \"2 years\""), "rubric.judged_at",
         "not_a_choice");
}

TEST_CASE("needling works a scar, and heals before any pigment") {
  const std::string needled = source_text("lessons/needled-scar/lesson.toml");
  const auto reading = read_lesson(needled, "");
  REQUIRE(reading.lesson.has_value());
  const auto sessions = treatment_sessions(*reading.lesson);
  REQUIRE(sessions.size() == 1);
  CHECK(sessions[0].visit == 2);
  CHECK(sessions[0].days_before == 42);
  CHECK(sessions[0].first_step == 3);
  breaks(changed(needled, "[[tissue]]\nkind = \"raised_scar\"\nzone = \"scar\"\n\n", ""), "steps[1].kind",
         "conflict");
  breaks(changed(needled, "kind = \"healing\"\ntitle = \"Six weeks\"\ndays = 42\n\n[[steps]]\n", ""),
         "steps[2].kind", "bad_order");
  breaks(changed(needled, "id = \"needled\"\nlimit = 0.8", "id = \"needled\"\nlimit = 2"),
         "rubric.critical[0].limit", "out_of_range");
  breaks(even_dots() + "\n[[rubric.critical]]\nid = \"needled\"\nlimit = 0.8\n", "rubric.critical[0].id",
         "conflict");
}

TEST_CASE("no lesson before module 10 asks for taper or stroke") {
  const std::string late = source_text("lessons/strip-scar/lesson.toml");
  CHECK(read_lesson(changed(late, "set_mm = 1.8", "set_mm = 1.8\nstroke_mm = 2.5"), "").findings.empty());
  breaks(changed(even_dots(), "set_mm = 1.8", "set_mm = 1.8\nstroke_mm = 2.5"), "tools.stroke_mm",
         "too_early");
  const std::string taper = changed(even_dots(), "needles = [\"1RL-0.25\", ", "needles = [\"1RL-0.25LT\", ");
  breaks(changed(taper, "needle = \"1RL-0.25\"", "needle = \"1RL-0.25LT\""), "tools.needle", "too_early");
}

TEST_CASE("visits for needling are no treatment session; sessions after them keep their visits") {
  Lesson lesson;
  lesson.steps = {{StepKind::Needling, "", ""},
                  {StepKind::Healing, "", "", 1.0, 30},
                  {StepKind::NeedleWork, "", "", 0.5},
                  {StepKind::Healing, "", "", 1.0, 12},
                  {StepKind::NeedleWork, "", "", 1.0}};
  const auto sessions = treatment_sessions(lesson);
  REQUIRE(sessions.size() == 2);
  CHECK(sessions[0].visit == 2);
  CHECK(sessions[1].visit == 3);
  CHECK(sessions[1].days_before == 12);
  CHECK(sessions[1].share == 1.0);
  lesson.steps = {{StepKind::NeedleWork, "", ""}};
  CHECK(treatment_sessions(lesson).size() == 1);
  CHECK(treatment_sessions(lesson)[0].visit == 1);
  CHECK(treatment_sessions(Lesson{}).size() == 1);
}
