// Every choice, switch, text, list and shape of a lesson, one by one, as docs/lesson-format.md has them; what
// is none is refused at its place.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "tests/trainer/lessons/fields.h"

using namespace trainer::lessons;
using namespace lesson_fields;

namespace {

struct Words {
  Where where;
  const char* key;
  std::vector<const char*> choices;
};
const Words kChoices[] = {
    {kTop, "treatment", {"practice", "shaved_look", "density", "scar_camouflage"}},
    {kTop, "device", {"any", "pen"}},
    {kOfClient, "sex", {"male", "female"}},
    {kOfClient, "undertone", {"cool", "neutral", "warm"}},
    {kOfClient, "skin", {"dry", "normal", "oily"}},
    {kOfClient, "sun", {"protected", "indoors", "mixed", "outdoors"}},
    {kOfClient, "aftercare", {"careful", "careless"}},
    {kOfClient, "hair_colour", {"black", "dark_brown", "brown", "blond", "red", "grey"}},
    {kOfClient, "loss_class", {"none", "norwood_1", "norwood_7", "ludwig_1", "ludwig_3"}},
    {kTools, "stretch_by", {"assistant", "own"}},
    {kStep, "kind", {"brief", "drawing", "needle_work", "needling", "theory", "healing", "review"}},
    {kRubric, "judged_at", {"fresh", "4w", "6w", "1y", "2y", "3y", "5y"}},
};

constexpr std::pair<Where, const char*> kSwitches[] = {
    {kTop, "practical"}, {kTop, "undo"}, {kOfClient, "smoker"}, {kOfClient, "vary"}};

struct Texts {
  Where where;
  const char* key;
  std::size_t most;
  bool lines = false;  // more than one may be
};
constexpr Texts kTexts[] = {{kTop, "title", 80},       {kTop, "summary", 400, true}, {kTools, "pigment", 32},
                            {kStep, "title", 80},      {kStep, "text", 1000, true},  {kStep, "source", 300},
                            {kStep, "why", 1000, true}};

}  // namespace

TEST_CASE("every choice takes its words, and no other, and none in capitals") {
  for (const Words& w : kChoices) {
    for (const char* choice : w.choices) {
      // What a kind of step needs besides is asked by the rules, under other keys.
      CAPTURE(choice);
      for (const Finding& f : findings_of(w.where, w.key, fmt::format("\"{}\"", choice)))
        CHECK(f.code != "not_a_choice");
    }
    refuses(w.where, w.key, "\"something\"", "not_a_choice");
    refuses(w.where, w.key, "\"\"", "not_a_choice");
    std::string loud = w.choices[0];
    loud[0] = static_cast<char>(std::toupper(loud[0]));
    if (loud != w.choices[0]) refuses(w.where, w.key, fmt::format("\"{}\"", loud), "not_a_choice");
    refuses(w.where, w.key, "3", "wrong_type");
    refuses(w.where, w.key, "[\"a\"]", "wrong_type");
  }
}

TEST_CASE("a choice that is nearly right is told which is meant") {
  const auto found = findings_of(kTop, "treatment", "\"practise\"");
  REQUIRE(found.size() == 1);
  CHECK(found[0].expected.find("practice") != std::string::npos);
}

TEST_CASE("switches are on or off and nothing else") {
  for (const auto& [where, key] : kSwitches) {
    for (const char* value : {"0", "1", "\"true\"", "[true]"}) refuses(where, key, value, "wrong_type");
    for (const char* value : {"true", "false"})
      for (const Finding& f : findings_of(where, key, value)) CHECK(f.code != "wrong_type");
  }
}

TEST_CASE("texts are as long as they may be and not longer, not empty, and of one line where one is meant") {
  for (const Texts& t : kTexts) {
    const auto quoted = [](const std::string& s) { return "\"" + s + "\""; };
    const auto bad = [&](const std::string& value) {
      const auto found = findings_of(t.where, t.key, value);
      return !found.empty() &&
             (found[0].code == "bad_text" || found[0].code == "limit" || found[0].code == "out_of_range");
    };
    CAPTURE(t.key);
    CHECK_FALSE(bad(quoted(std::string(t.most, 'x'))));
    CHECK(bad(quoted(std::string(t.most + 1, 'x'))));
    CHECK(bad("\"\""));
    CHECK(bad(quoted("two\\nlines")) == !t.lines);
    CHECK(bad(quoted("a bell \\u0007")));
    refuses(t.where, t.key, "12", "wrong_type");
  }
}

TEST_CASE("letters of any script stand in texts, counted as they are stored") {
  takes(kTop, "title", "\"Weiche Haarlinie \u00fc\u00df \u7dda\"");
  CHECK_FALSE(findings_of(kTop, "title", "\"" + std::string(78, 'x') + "\u7dda\"").empty());  // 81 bytes
}

TEST_CASE("ids are of small letters, digits, hyphens and underscores, a letter first") {
  for (const char* id : {"a", "even-dots", "a1-2", "even_dots"}) takes(kTop, "id", fmt::format("\"{}\"", id));
  for (const char* id : {"0", "-a", "_a", "Even", "even dots", "even_dots!", "\u00fc", "a/b", "../a", "a.b"})
    refuses(kTop, "id", fmt::format("\"{}\"", id), "bad_text");
  takes(kTop, "id", "\"" + std::string(64, 'a') + "\"");
  refuses(kTop, "id", "\"" + std::string(65, 'a') + "\"", "out_of_range");
  refuses(kTop, "id", "\"\"", "out_of_range");
}

TEST_CASE("needles are named by points and width, with a taper or without") {
  for (const char* needle : {"1RL-0.25", "3RL-0.30", "9RL-0.35", "1RL-0.18", "1RL-0.25LT", "1RL-0.25ST"})
    takes(kTools, "needle", fmt::format("\"{}\"", needle));
  refuses(kTools, "needle", "\"\"", "out_of_range");
  for (const char* needle : {"RL-0.25", "1RL", "0RL-0.25", "10RL-0.25", "1RL-0.17", "1RL-0.36", "1RL-0.25XT",
                             "1rl-0.25", "1RL-0.25 "})
    refuses(kTools, "needle", fmt::format("\"{}\"", needle), "bad_text");
}

TEST_CASE("lists have their least and most, and what is in them is looked at one by one") {
  const auto strings = [](std::size_t n) {
    std::string all = "[";
    for (std::size_t i = 0; i < n; ++i) all += fmt::format("{}\"Objective {}\"", i == 0 ? "" : ", ", i);
    return all + "]";
  };
  takes(kTop, "objectives", strings(1));
  takes(kTop, "objectives", strings(12));
  CHECK_FALSE(findings_of(kTop, "objectives", strings(13)).empty());
  CHECK_FALSE(findings_of(kTop, "objectives", "[]").empty());
  const auto found = findings_of(kTop, "objectives", "[\"one\", 2, \"three\"]");
  REQUIRE(found.size() == 1);
  CHECK(found[0].key == "objectives[1]");
  CHECK(found[0].code == "wrong_type");
  takes(kTop, "cues", "[\"spacing_ring\", \"depth_bar\"]");
  CHECK(findings_of(kTop, "cues", "[\"spacing_ring\", \"ring\"]").at(0).key == "cues[1]");
  takes(kTools, "needles", "[\"1RL-0.25\", \"3RL-0.30\"]");
  CHECK(findings_of(kTools, "needles", "[\"1RL-0.25\", \"x\"]").at(0).key == "tools.needles[1]");
}

TEST_CASE("bands have both their ends, in range") {
  for (const auto& [key, good, low, high] :
       std::initializer_list<std::tuple<const char*, const char*, const char*, const char*>>{
           {"depth", "{ low = 0.3, high = 0.6 }", "{ low = 0.07, high = 0.6 }", "{ low = 0.3, high = 0.96 }"},
           {"diameter", "{ low = 0.2, high = 0.4 }", "{ low = 0.04, high = 0.4 }",
            "{ low = 0.2, high = 1.1 }"},
           {"angle", "{ low = 70, high = 90 }", "{ low = 19, high = 90 }", "{ low = 70, high = 91 }"}}) {
    takes(kTarget, key, good);
    CHECK(findings_of(kTarget, key, low).at(0).key == std::string("targets[0].") + key + ".low");
    CHECK(findings_of(kTarget, key, high).at(0).key == std::string("targets[0].") + key + ".high");
    CHECK(findings_of(kTarget, key, "{ low = 0.3 }").at(0).code == "missing_key");
    std::string more = good;
    more.replace(more.find('}'), 1, ", middle = 0.5 }");
    CHECK(findings_of(kTarget, key, more).at(0).code == "unknown_key");
    refuses(kTarget, key, "[0.3, 0.6]", "wrong_type");
  }
}

TEST_CASE("shapes of zones have what they need") {
  const auto zone = [](const std::string& lines) {
    std::string text = base(kPad);
    const std::string polygon = "polygon = [[15, 15], [45, 15], [45, 45], [15, 45]]";
    return read_lesson(text.replace(text.find(polygon), polygon.size(), lines), "lesson.toml");
  };
  const auto code = [&](const std::string& lines) {
    const auto reading = zone(lines);
    return reading.findings.empty() ? std::string()
                                    : reading.findings[0].key + " " + reading.findings[0].code;
  };
  CHECK(code("disc = { centre = [30, 30], radius_mm = 5 }").empty());
  CHECK(code("band = { curve = [[10, 20], [50, 20]], from_mm = 0, to_mm = 10 }").empty());
  CHECK(code("disc = { centre = [30, 30], radius_mm = 0.2 }") == "zones[0].disc.radius_mm out_of_range");
  CHECK(code("disc = { centre = [30], radius_mm = 5 }").find("zones[0].disc.centre") == 0);
  CHECK(code("disc = { radius_mm = 5 }") == "zones[0].disc.centre missing_key");
  CHECK(code("band = { curve = [[10, 20]], from_mm = 0, to_mm = 10 }").find("zones[0].band.curve") == 0);
  CHECK(code("polygon = [[1, 1], [2, 2]]").find("zones[0].polygon") == 0);
  CHECK(code("polygon = [[1, 1], [401, 2], [3, 3]]").find("zones[0].polygon[1]") == 0);
  CHECK_FALSE(zone("").lesson.has_value());  // a zone without a shape
  CHECK_FALSE(zone("disc = { centre = [30, 30], radius_mm = 5 }\npolygon = [[1, 1], [9, 1], [5, 9]]").lesson);
  for (const char* lines :
       {"punctate = { polygon = [[9, 9], [40, 9], [20, 40]], per_cm2 = 0.5, diameter_mm = 0.9 }",
        "punctate = { polygon = [[9, 9], [40, 9], [20, 40]], per_cm2 = 5, diameter_mm = 1.3 }",
        "punctate = { polygon = [[9, 9], [40, 9]], per_cm2 = 5, diameter_mm = 0.9 }"})
    CHECK_FALSE(zone(lines).lesson.has_value());
}

TEST_CASE("a key that must be there is missed by its name") {
  for (const auto& [line, key] : std::initializer_list<std::pair<const char*, const char*>>{
           {"id = \"base\"\n", "id"},
           {"title = \"Base\"\n", "title"},
           {"summary = \"A lesson to be changed.\"\n", "summary"},
           {"objectives = [\"Do it\"]\n", "objectives"},
           {"treatment = \"practice\"\n", "treatment"},
           {"module = 10\n", "module"},
           {"title = \"Place\"\n", "steps[0].title"},
           {"kind = \"needle_work\"\n", "steps[0].kind"},
           {"weight = 10\n", "rubric.criteria[0].weight"},
           {"id = \"density\"\n", "rubric.criteria[0].id"},
           {"zone = \"field\"\n", "targets[0].zone"}}) {
    std::string text = base(kPad);
    text.erase(text.find(line), std::string(line).size());
    const auto reading = read_lesson(text, "lesson.toml");
    CAPTURE(key);
    CHECK_FALSE(reading.lesson.has_value());
    const bool missed = std::any_of(reading.findings.begin(), reading.findings.end(), [&](const Finding& f) {
      return f.key == key && f.code == "missing_key";
    });
    CHECK(missed);
  }
}

TEST_CASE("a canvas is a pad or a client, not both and not neither") {
  CHECK_FALSE(read_lesson(base(""), "lesson.toml").lesson.has_value());
  CHECK_FALSE(read_lesson(base(kPad + kClient), "lesson.toml").lesson.has_value());
}

TEST_CASE("an unknown key is refused in every section") {
  for (const Where& where :
       {kTop, kOfPad, kOfClient, kTools, kZone, kTarget, kStep, kRubric, kCriterion, kRamps}) {
    const auto found = findings_of(where, "flavour", "1");
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "unknown_key");
  }
}
