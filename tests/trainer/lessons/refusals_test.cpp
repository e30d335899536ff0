// Every rule of a lesson, one by one: a whole lesson is changed in one place, and the one finding that
// follows names the file, the line on which the fault stands and its key.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/trainer/lessons/files.h"
#include "trainer/lessons/reader.h"
#include "trainer/lessons/sessions.h"
#include "trainer/lessons/skin_of_zones.h"
#include "trainer/lessons/steps.h"

using namespace trainer::lessons;

namespace {

const std::string kWhole = R"(id = "whole"
version = 1
title = "Everything at once"
summary = "A lesson that uses every rule."
objectives = ["Do it"]
treatment = "scar_camouflage"
module = 10
hairline = [[15, 20], [30, 18], [45, 20]]
no_go = ["brow"]

[pad]

[tools]
needle = "1RL-0.25"
needles = ["1RL-0.25", "3RL-0.30"]

[[zones]]
id = "field"
polygon = [[15, 20], [45, 20], [45, 45], [15, 45]]

[[zones]]
id = "brow"
disc = { centre = [30, 8], radius_mm = 3 }

[[zones]]
id = "scar"
band = { curve = [[10, 50], [50, 50]], from_mm = 0, to_mm = 6 }

[[zones]]
id = "spots"
punctate = { polygon = [[2, 22], [12, 22], [12, 45], [2, 45]], per_cm2 = 5, diameter_mm = 0.9 }

[[tissue]]
kind = "raised_scar"
zone = "scar"

[[targets]]
zone = "field"
gradient = [{ to_mm = 5, share = 0.3 }, { to_mm = 10, share = 0.6 }]
depth = { low = 0.4, high = 0.7 }
diameter = { low = 0.2, high = 0.3 }
angle = { low = 70, high = 90 }

[[targets]]
zone = "scar"

[[targets]]
zone = "spots"

[[steps]]
kind = "brief"
title = "Read"

[[steps]]
kind = "drawing"
title = "Draw"

[[steps]]
kind = "theory"
title = "Ask"
text = "How deep?"
answers = ["Too deep", "In the band", "Not at all"]
right = 1
why = "There it stays."
tag = "judgement"

[[steps]]
kind = "needling"
title = "Needle the scar"

[[steps]]
kind = "healing"
title = "Six weeks"
days = 42

[[steps]]
kind = "needle_work"
title = "First visit"
share = 0.5

[[steps]]
kind = "healing"
title = "Twelve days"
days = 12

[[steps]]
kind = "needle_work"
title = "Second visit"
share = 1.0

[[steps]]
kind = "review"
title = "Look"

[rubric]
pass = 70
merit = 80
distinction = 90

[[rubric.criteria]]
id = "density"
weight = 10

[[rubric.criteria]]
id = "hairline"
weight = 10

[[rubric.criteria]]
id = "feathering"
weight = 10

[[rubric.criteria]]
id = "theory"
weight = 10

[[rubric.critical]]
id = "blowout"
limit = 0.02

[[rubric.critical]]
id = "below_hairline"
limit = 2

[[rubric.critical]]
id = "no_go"
limit = 0

[[rubric.critical]]
id = "wrong_answers"
limit = 1

[[rubric.critical]]
id = "needled"
limit = 0.8

[rubric.ramps]
depth_sd = [0.3, 0.1]
)";

int line_of(const std::string& text, const std::string& words) {
  const auto at = text.find(words);
  REQUIRE_MESSAGE(at != std::string::npos, words);
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

struct Rule {
  const char *from, *to;
  const char *key, *code;
  const char* stands;  // words that begin on the line of the finding
};

void broken_by(const Rule& rule) {
  const std::string change = rule.to;
  CAPTURE(change);
  const std::string text = changed(kWhole, rule.from, rule.to);
  const Reading reading = read_lesson(text, "whole/lesson.toml");
  CHECK_FALSE(reading.lesson.has_value());
  std::string all;
  for (const Finding& f : reading.findings) all += sentence(f) + "\n";
  CAPTURE(all);
  REQUIRE(reading.findings.size() == 1);
  const Finding& f = reading.findings[0];
  CHECK(f.key == rule.key);
  CHECK(f.code == rule.code);
  CHECK(f.file == "whole/lesson.toml");
  CHECK(f.severity == "error");
  CHECK(f.line == line_of(text, rule.stands));
  CHECK(f.column >= 1);
  CHECK_FALSE(f.found.empty());
  CHECK_FALSE(f.expected.empty());
  CHECK(f.found != f.expected);
  CHECK_FALSE(f.message.ends_with('.'));  // a clause, put into a sentence with what was found
}

}  // namespace

TEST_CASE("the lesson that is broken below is whole") {
  const Reading reading = read_lesson(kWhole, "");
  for (const Finding& f : reading.findings) FAIL_CHECK(sentence(f));
  REQUIRE(reading.lesson.has_value());
  CHECK(reading.lesson->steps.size() == 9);
  CHECK(has_step(*reading.lesson, StepKind::Needling));
  CHECK(question_steps(*reading.lesson) == std::vector<std::size_t>{2});
  CHECK(forbidden_zones(*reading.lesson) == std::vector<std::string>{"brow"});
  CHECK(is_scarred(*reading.lesson, "scar"));
  CHECK_FALSE(is_scarred(*reading.lesson, "field"));
}

TEST_CASE("rules of places") {
  for (const Rule& rule : {
           Rule{"[[tissue]]\n",
                "[[zones]]\nid = \"scar\"\ndisc = { centre = [50, 40], radius_mm = 2 }\n\n[[tissue]]\n",
                "zones[4].id", "duplicate_id", "id = \"scar\"\ndisc"},
           Rule{"zone = \"field\"\ngradient", "zone = \"feild\"\ngradient", "targets[0].zone", "unknown_zone",
                "zone = \"feild\""},
           Rule{"[[targets]]\nzone = \"spots\"", "[[targets]]\nzone = \"field\"", "targets[2].zone",
                "duplicate_id", "zone = \"field\"\n\n[[steps]]"},
           Rule{"low = 0.4, high = 0.7", "low = 0.7, high = 0.7", "targets[0].depth", "bad_order",
                "depth = {"},
           Rule{"low = 0.2, high = 0.3", "low = 0.4, high = 0.3", "targets[0].diameter", "bad_order",
                "diameter = {"},
           Rule{"low = 70, high = 90", "low = 90, high = 70", "targets[0].angle", "bad_order", "angle = {"},
           Rule{"{ to_mm = 10, share", "{ to_mm = 5, share", "targets[0].gradient[1].to_mm", "bad_order",
                "gradient ="},
           Rule{"zone = \"spots\"\n", "zone = \"spots\"\ndensity_cm2 = 60\n", "targets[2].density_cm2",
                "conflict", "density_cm2 = 60"},
           Rule{"zone = \"spots\"\n", "zone = \"spots\"\npainting = \"a.png\"\n", "targets[2].painting",
                "conflict", "painting = "},
           Rule{"depth = { low", "painting = \"a.png\"\ndepth = { low", "targets[0].painting", "conflict",
                "painting = "},
           Rule{"from_mm = 0, to_mm = 6", "from_mm = 6, to_mm = 6", "zones[2].band.to_mm", "bad_order",
                "band = {"},
           Rule{"from_mm = 0, to_mm = 6", "from_mm = 9, to_mm = 6", "zones[2].band.to_mm", "bad_order",
                "band = {"},
           Rule{"[[15, 20], [45", "[{ from = \"mfp\" }, [45", "zones[0].polygon[0]", "conflict",
                "polygon = [{"},
           Rule{"centre = [30, 8]", "centre = { from = \"mfp\" }", "zones[1].disc.centre", "conflict",
                "disc = {"},
           Rule{"[10, 50], [50, 50]", "[10, 50], { from = \"whorl\" }", "zones[2].band.curve[1]", "conflict",
                "band = {"},
           Rule{"[[2, 22], [12, 22]", "[[2, 22], { from = \"inion\" }", "zones[3].punctate.polygon[1]",
                "conflict", "punctate = {"},
           Rule{"[30, 18], [45, 20]]", "{ from = \"mfp\" }, [45, 20]]", "hairline[1]", "conflict",
                "hairline = ["},
           Rule{"no_go = [\"brow\"]", "no_go = [\"brow\", \"ear\"]", "no_go[1]", "unknown_zone", "no_go ="},
           Rule{"no_go = [\"brow\"]", "no_go = [\"brow\", \"field\"]", "no_go[1]", "conflict", "no_go ="},
           Rule{"zone = \"scar\"\n\n[[targets]]",
                "zone = \"scar\"\n\n[[tissue]]\nkind = \"burn\"\nzone = \"ear\"\n\n"
                "[[targets]]",
                "tissue[1].zone", "unknown_zone", "zone = \"ear\""},
           Rule{"zone = \"scar\"\n\n[[targets]]",
                "zone = \"scar\"\n\n[[tissue]]\nkind = \"burn\"\nzone = \"scar\"\n\n"
                "[[targets]]",
                "tissue[1].zone", "duplicate_id", "zone = \"scar\"\n\n[[targets]]\nzone = \"field\""},
           Rule{"zone = \"scar\"\n\n[[targets]]",
                "zone = \"scar\"\n\n[[tissue]]\nkind = \"keloid\"\nzone = \"field\"\n"
                "\n[[targets]]",
                "tissue[1].zone", "conflict", "zone = \"field\"\n\n[[targets]]"},
           Rule{"zone = \"scar\"\n\n[[targets]]",
                "zone = \"scar\"\n\n[[tissue]]\nkind = \"mole\"\nzone = \"spots\"\n"
                "\n[[targets]]",
                "tissue[1].zone", "conflict", "zone = \"spots\"\n\n[[targets]]"},
       })
    broken_by(rule);
}

TEST_CASE("rules of the rubric") {
  for (const Rule& rule : {
           Rule{"id = \"feathering\"", "id = \"hairline\"", "rubric.criteria[2].id", "duplicate_id",
                "id = \"hairline\"\nweight = 10\n\n[[rubric.criteria]]\nid = \"theory\""},
           Rule{"id = \"below_hairline\"\nlimit = 2", "id = \"blowout\"\nlimit = 0.5",
                "rubric.critical[1].id", "duplicate_id", "id = \"blowout\"\nlimit = 0.5"},
           Rule{"gradient = [{ to_mm = 5, share = 0.3 }, { to_mm = 10, share = 0.6 }]\n", "",
                "rubric.criteria[2].id", "conflict", "id = \"feathering\""},
           Rule{"limit = 0.02", "limit = 1.01", "rubric.critical[0].limit", "out_of_range", "limit = 1.01"},
           Rule{"limit = 0.8", "limit = 80", "rubric.critical[4].limit", "out_of_range", "limit = 80"},
           Rule{"no_go = [\"brow\"]\n", "", "rubric.critical[2].id", "conflict", "id = \"no_go\""},
           Rule{"merit = 80", "merit = 69.99", "rubric.pass", "bad_order", "pass = 70"},
           Rule{"distinction = 90", "distinction = 79.99", "rubric.merit", "bad_order", "merit = 80"},
           Rule{"depth_sd = [0.3, 0.1]", "depth_sd = [0.3, 0.3]", "rubric.ramps.depth_sd", "bad_order",
                "depth_sd ="},
           Rule{"depth_sd = [0.3, 0.1]", "pace = [0, 0]", "rubric.ramps.pace", "bad_order", "pace ="},
       })
    broken_by(rule);
}

TEST_CASE("rules of steps and of the tray") {
  for (const Rule& rule : {
           Rule{"kind = \"drawing\"\ntitle = \"Draw\"", "kind = \"brief\"\ntitle = \"Draw\"", "steps[1].kind",
                "bad_order", "kind = \"brief\"\ntitle = \"Draw\""},
           Rule{"kind = \"drawing\"\ntitle = \"Draw\"", "kind = \"review\"\ntitle = \"Draw\"",
                "steps[1].kind", "bad_order", "kind = \"review\"\ntitle = \"Draw\""},
           Rule{"[[tissue]]\nkind = \"raised_scar\"\nzone = \"scar\"\n\n", "", "steps[3].kind", "conflict",
                "kind = \"needling\""},
           Rule{"kind = \"raised_scar\"", "kind = \"freckles\"", "tissue[0].kind", "not_a_choice",
                "kind = \"freckles\""},
           Rule{"kind = \"healing\"\ntitle = \"Six weeks\"\ndays = 42\n\n[[steps]]\n", "", "steps[4].kind",
                "bad_order", "kind = \"needle_work\"\ntitle = \"First"},
           Rule{"kind = \"drawing\"\ntitle = \"Draw\"", "kind = \"healing\"\ntitle = \"Draw\"",
                "steps[1].kind", "bad_order", "kind = \"healing\"\ntitle = \"Draw\""},
           Rule{"kind = \"review\"\ntitle = \"Look\"", "kind = \"healing\"\ntitle = \"Look\"",
                "steps[8].kind", "bad_order", "kind = \"healing\"\ntitle = \"Look\""},
           Rule{"share = 1.0", "share = 0.5", "steps[7].share", "bad_order",
                "share = 0.5\n\n[[steps]]\nkind = \"review\""},
           Rule{"share = 1.0", "share = 0.25", "steps[7].share", "bad_order", "share = 0.25"},
           Rule{"kind = \"healing\"\ntitle = \"Twelve days\"\ndays = 12\n\n[[steps]]\n", "", "steps[6].share",
                "conflict", "share = 1.0"},
           Rule{"needles = [\"1RL-0.25\", \"3RL-0.30\"]", "needles = [\"3RL-0.30\"]", "tools.needles",
                "conflict", "needles ="},
           Rule{"needle = \"1RL-0.25\"", "needle = \"1RL-0.30\"", "tools.needles", "conflict", "needles ="},
           Rule{"module = 10\n", "module = 9\nno_such = 1\n", "no_such", "unknown_key", "no_such = 1"},
       })
    broken_by(rule);
}

TEST_CASE("rules of questions") {
  for (const Rule& rule : {
           Rule{"text = \"How deep?\"\n", "", "steps[2].text", "missing_key", "[[steps]]\nkind = \"theory\""},
           Rule{"answers = [\"Too deep\", \"In the band\", \"Not at all\"]\n", "", "steps[2].answers",
                "missing_key", "[[steps]]\nkind = \"theory\""},
           Rule{"right = 1\n", "", "steps[2].right", "missing_key", "[[steps]]\nkind = \"theory\""},
           Rule{"why = \"There it stays.\"\n", "", "steps[2].why", "missing_key",
                "[[steps]]\nkind = \"theory\""},
           Rule{"tag = \"judgement\"\n", "", "steps[2].tag", "missing_key", "[[steps]]\nkind = \"theory\""},
           Rule{"right = 1", "right = 3", "steps[2].right", "out_of_range", "right = 3"},
           Rule{"\"In the band\", \"Not at all\"", "\"In the band\", \"In the band\"", "steps[2].answers[2]",
                "duplicate_answer", "answers ="},
           Rule{"title = \"Draw\"\n", "title = \"Draw\"\nwhy = \"Because\"\n", "steps[1].why", "conflict",
                "why = \"Because\""},
           Rule{"title = \"Draw\"\n", "title = \"Draw\"\nright = 0\n", "steps[1].right", "conflict",
                "right = 0"},
           Rule{"title = \"Draw\"\n", "title = \"Draw\"\ntag = \"source\"\n", "steps[1].tag", "conflict",
                "tag = \"source\""},
       })
    broken_by(rule);
}

TEST_CASE("without a hairline all that is measured from it is named, each at its own place") {
  const auto reading = read_lesson(changed(kWhole, "hairline = [[15, 20], [30, 18], [45, 20]]\n", ""), "");
  CHECK_FALSE(reading.lesson.has_value());
  std::vector<std::string> keys;
  for (const Finding& f : reading.findings) {
    CHECK(f.code == "conflict");
    keys.push_back(f.key);
  }
  CHECK(keys == std::vector<std::string>{"targets[0].gradient", "steps[1].kind", "rubric.criteria[1].id",
                                         "rubric.criteria[2].id", "rubric.critical[1].id"});
}

TEST_CASE("without the question its criterion and its critical fault have nothing to judge") {
  const auto from = kWhole.find("[[steps]]\nkind = \"theory\""),
             to = kWhole.find("[[steps]]\nkind = \"needling\"");
  const auto reading = read_lesson(kWhole.substr(0, from) + kWhole.substr(to), "");
  REQUIRE(reading.findings.size() == 2);
  CHECK(reading.findings[0].key == "rubric.criteria[3].id");
  CHECK(reading.findings[1].key == "rubric.critical[3].id");
}

TEST_CASE("faults of one file are told together, by line") {
  std::string text = changed(kWhole, "version = 1", "version = 0");
  text = changed(text, "low = 0.4, high = 0.7", "low = 0.7, high = 0.4");
  text = changed(text, "days = 42", "days = 0");
  text = changed(text, "merit = 80", "merit = 95");
  text = changed(text, "limit = 0.02", "limit = 2.02");
  const auto reading = read_lesson(text, "");
  std::vector<std::string> keys;
  for (const Finding& f : reading.findings) keys.push_back(f.key);
  CHECK(keys == std::vector<std::string>{"version", "targets[0].depth", "steps[4].days", "rubric.merit",
                                         "rubric.critical[0].limit"});
  CHECK(std::is_sorted(reading.findings.begin(), reading.findings.end(),
                       [](const Finding& a, const Finding& b) { return a.line < b.line; }));
}

TEST_CASE("visits, shares and days of the sessions are those of the steps") {
  const auto lesson = read_lesson(kWhole, "").lesson.value();
  const auto sessions = treatment_sessions(lesson);
  REQUIRE(sessions.size() == 2);
  CHECK(sessions[0].share == 0.5);
  CHECK(sessions[0].first_step == 5);
  CHECK(sessions[0].days_before == 42);
  CHECK(sessions[0].visit == 2);
  CHECK(sessions[1].share == 1.0);
  CHECK(sessions[1].first_step == 7);
  CHECK(sessions[1].days_before == 12);
  CHECK(sessions[1].visit == 3);
}

TEST_CASE("a mole or a keloid is forbidden without being named, once, and is no scar to be worked") {
  Lesson lesson;
  lesson.no_go = {"ear", "lump"};
  lesson.tissue = {{engine::scalp::TissueKind::Keloid, "lump"},
                   {engine::scalp::TissueKind::Mole, "dark"},
                   {engine::scalp::TissueKind::FlatScar, "strip"},
                   {engine::scalp::TissueKind::Burn, "burnt"}};
  CHECK(forbidden_zones(lesson) == std::vector<std::string>{"ear", "lump", "dark"});
  for (const char* zone : {"strip", "burnt"}) CHECK(is_scarred(lesson, zone));
  for (const char* zone : {"lump", "dark", "ear", "nothing"}) CHECK_FALSE(is_scarred(lesson, zone));
}
