// What a brief tells of a lesson, by numbers and by rows.
#include <doctest/doctest.h>

#include "tests/support/lessons.h"
#include "trainer/ui/brief/brief_screen.h"

using namespace trainer;
using namespace trainer::ui;
using support::LessonBuilder;
using support::question;
using support::square;
using support::StepKind;

namespace {

BriefView brief(const lessons::Lesson& lesson) {
  return make_brief_view(*assessment::Site::make(lesson).value());
}
// The value of the fact; "-" without it.
std::string fact(const BriefView& view, const std::string& name) {
  for (const auto& row : view.facts)
    if (row.name == name) return row.value;
  return "-";
}
std::size_t count(const BriefView& view, const std::string& name) {
  std::size_t n = 0;
  for (const auto& row : view.facts) n += row.name == name ? 1 : 0;
  return n;
}

}  // namespace

TEST_CASE("minutes count fifty dots and two questions a minute, and never less than one") {
  CHECK(asked_minutes(0) == 1);
  CHECK(asked_minutes(24) == 1);
  CHECK(asked_minutes(50) == 1);
  CHECK(asked_minutes(74) == 1);
  CHECK(asked_minutes(75) == 2);
  CHECK(asked_minutes(700) == 14);
  CHECK(asked_minutes(0, 4) == 2);
  CHECK(asked_minutes(100, 6) == 5);
}

TEST_CASE("more dots never take less time, and questions add to it") {
  for (int dots = 0; dots < 1200; dots += 7) {
    CHECK(asked_minutes(dots + 7) >= asked_minutes(dots));
    CHECK(asked_minutes(dots, 3) >= asked_minutes(dots));
    CHECK(asked_minutes(dots) - dots / 50 <= 1);
  }
}

TEST_CASE("what is asked is told in dots, in questions, or in both") {
  const auto words = [](const lessons::Lesson& lesson) {
    return asked_words(*assessment::Site::make(lesson).value());
  };
  const auto dots = words(support::field().step(StepKind::NeedleWork).lesson());
  CHECK(dots.find("360") != std::string::npos);
  auto paper = LessonBuilder().step(question(0)).step(question(1)).lesson();
  paper.practical = false;
  CHECK(words(paper).find("2 question") == 0);
  const auto both = words(support::field().step(StepKind::NeedleWork).step(question(0)).lesson());
  CHECK(both.find("360") != std::string::npos);
  CHECK(both.find("1 question") != std::string::npos);
}

TEST_CASE("shares of the weight are per cent of the sum, rounded, row by row in the lesson's order") {
  using engine::scoring::CriterionId;
  const auto view = brief(support::field()
                              .step(StepKind::NeedleWork)
                              .judged(CriterionId::Density, 1)
                              .judged(CriterionId::Depth, 2)
                              .judged(CriterionId::Gaps, 5)
                              .lesson());
  REQUIRE(view.judged.size() == 3);
  CHECK(view.judged[0].value == "12 %");  // 12.5, to even
  CHECK(view.judged[1].value == "25 %");
  CHECK(view.judged[2].value == "62 %");
}

TEST_CASE("a pad is told by its sides and its skin, its hair only where some is printed") {
  const auto bare = brief(
      LessonBuilder().pad(80, 60, 1.5).target(square("f", 10, 40), 40).step(StepKind::NeedleWork).lesson());
  CHECK(fact(bare, "Practice pad").find("80") == 0);
  CHECK(fact(bare, "Practice pad").find("60") != std::string::npos);
  CHECK(fact(bare, "Skin").find("1.50") == 0);
  CHECK(fact(bare, "Hair") == "-");
  auto lesson = support::field().step(StepKind::NeedleWork).lesson();
  lesson.canvas = engine::scalp::Pad{.hair = engine::core::PerCm2{60}};
  CHECK(fact(brief(lesson), "Hair").find("60") == 0);
}

TEST_CASE("a client is told by sex, age, loss, skin and hair") {
  engine::scalp::Client client;
  client.sex = engine::scalp::Sex::Female;
  client.age = 47;
  client.skin_type = 4;
  client.skin = engine::scalp::SkinKind::Oily;
  client.loss_class = "ludwig_2";
  client.hair_colour = "dark_brown";
  const auto view = brief(
      LessonBuilder().client(client).target(square("top", -15, 15), 40).step(StepKind::NeedleWork).lesson());
  CHECK(fact(view, "Client").find("47") != std::string::npos);
  CHECK(fact(view, "Loss") == "Ludwig 2");
  CHECK(fact(view, "Skin").find("4") != std::string::npos);
  CHECK(fact(view, "Skin").find("oily") != std::string::npos);
  CHECK(fact(view, "Hair") == "Dark brown");
  CHECK(fact(view, "Practice pad") == "-");
}

TEST_CASE("every scar and mark stands there with its place") {
  using engine::scalp::TissueKind;
  auto builder = support::field();
  builder.step(StepKind::NeedleWork);
  const std::pair<TissueKind, const char*> kAll[] = {
      {TissueKind::FlatScar, "old_cut"}, {TissueKind::Burn, "left-side"}, {TissueKind::Mole, "mole"}};
  double low = 2;
  for (const auto& [kind, zone] : kAll) {
    builder.zone(square(zone, low, low + 3)).tissue(kind, zone);
    low += 4;
  }
  const auto view = brief(builder.lesson());
  CHECK(fact(view, "Flat scar") == "Old cut");
  CHECK(fact(view, "Burn") == "Left side");
  CHECK(fact(view, "Mole") == "Mole");
  CHECK(fact(view, "No needle") == "Mole");  // a mole is never treated
}

TEST_CASE("the tray is told, a hand tool as one, and the own hand only where it holds the skin") {
  auto lesson = support::field().step(StepKind::NeedleWork).lesson();
  const auto usual = brief(lesson);
  CHECK(fact(usual, "Needle").find("1RL-0.25") == 0);
  CHECK(fact(usual, "Machine").find("100") == 0);
  CHECK(fact(usual, "Stretch") == "-");
  lesson.machine.rate_mhz = 0;
  lesson.stretch_by = lessons::StretchBy::Own;
  const auto by_hand = brief(lesson);
  CHECK(fact(by_hand, "Machine").find("100") == std::string::npos);
  CHECK(fact(by_hand, "Stretch") != "-");
}

TEST_CASE("one density is one number, several are a range") {
  CHECK(fact(brief(support::field(45).step(StepKind::NeedleWork).lesson()), "Density").find("45 ") == 0);
  const auto two = fact(brief(LessonBuilder()
                                  .target(square("a", 5, 20), 30)
                                  .target(square("b", 30, 50), 70)
                                  .step(StepKind::NeedleWork)
                                  .lesson()),
                        "Density");
  CHECK(two.find("30") == 0);
  CHECK(two.find("70") != std::string::npos);
}

TEST_CASE("a limit of time, shades asked and places for no needle are told where there are any") {
  auto lesson = support::field()
                    .no_go(square("hair_line", 50, 55))
                    .no_go(square("ear", 2, 6))
                    .step(StepKind::NeedleWork)
                    .lesson();
  lesson.targets[0].dilution = 20;
  lesson.time_limit_s = 605;
  const auto view = brief(lesson);
  CHECK(fact(view, "Time").find("10:05") != std::string::npos);
  CHECK(fact(view, "Shade") == "20 : 1");
  CHECK(count(view, "No needle") == 2);
  const auto plain = brief(support::field().step(StepKind::NeedleWork).lesson());
  CHECK(fact(plain, "Time") == "-");
  CHECK(fact(plain, "Shade") == "-");
  CHECK(count(plain, "No needle") == 0);
}

TEST_CASE("steps that are worked stand in the way, questions in a row as one, the rest not") {
  const auto view = brief(support::field()
                              .step(StepKind::Brief)
                              .step(StepKind::Drawing, "Line")
                              .step(question(0))
                              .step(question(1))
                              .step(question(0))
                              .step(StepKind::NeedleWork, "Dots")
                              .step(question(0))
                              .step(StepKind::Healing)
                              .step(StepKind::NeedleWork, "More")
                              .step(StepKind::Review)
                              .lesson());
  REQUIRE(view.steps.size() == 5);
  CHECK(view.steps[0].name == "Line");
  CHECK(view.steps[1].name.find("3") != std::string::npos);
  CHECK(view.steps[2].name == "Dots");
  CHECK(view.steps[4].name == "More");
}

TEST_CASE("the instructor's words are those of all briefs, in order") {
  auto lesson =
      support::field().step(StepKind::Brief).step(StepKind::NeedleWork).step(StepKind::Brief).lesson();
  lesson.steps[0].text = "First.";
  lesson.steps[2].text = "Last.";
  CHECK(brief(lesson).words == "First. Last.");
  lesson.steps[0].text = lesson.steps[2].text = "";
  CHECK(brief(lesson).words.empty());
}

TEST_CASE("the key that stretches the skin is the one of the hand that presses it") {
  auto lesson = support::field().lesson();
  lesson.stretch_by = lessons::StretchBy::Own;
  const auto site = assessment::Site::make(lesson).value();
  CHECK(fact(make_brief_view(*site), "Stretch") == "your own hand, key S");
  CHECK(fact(make_brief_view(*site, true), "Stretch") == "your own hand, key K");
}

TEST_CASE("a paper needs no tray, and there is no work to watch") {
  auto paper = LessonBuilder().step(question(0)).lesson();
  CHECK(brief(paper).watch);
  CHECK(fact(brief(paper), "Needle") != "-");
  paper.practical = false;
  CHECK_FALSE(brief(paper).watch);
  for (const char* name : {"Needle", "Pigment", "Machine"}) CHECK(fact(brief(paper), name) == "-");
}
