// A question on the screen: which row looks how in which state, and what stands where.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/lessons.h"
#include "tests/support/ui_checks.h"
#include "trainer/ui/theory/theory_screen.h"

using namespace trainer;
using namespace trainer::ui;
using support::UiStage;
using support::writes;

namespace {

using Looks = std::vector<AnswerLook>;
constexpr auto kOpen = AnswerLook::Open, kChosen = AnswerLook::Chosen, kRight = AnswerLook::Right,
               kWrong = AnswerLook::Wrong, kOther = AnswerLook::Other;

// Four answers, the third is right.
runner::Attempt paper() {
  auto lesson = support::LessonBuilder().step(support::question(2, 4)).step(support::question(0, 2)).lesson();
  lesson.practical = false;
  return runner::begin(assessment::Site::make(lesson).value());
}
runner::Attempt answered(int choice) {
  auto a = paper();
  a.answers[0] = assessment::Answer{.choice = choice};
  a.latest_answers[0] = a.answers[0];
  return a;
}
Looks looks(const TheoryView& v) {
  Looks out;
  for (const auto& row : v.rows) out.push_back(row.look);
  return out;
}
Looks looks(const runner::Attempt& a, const TheoryPanel& panel = {}) {
  return looks(make_theory_view(a, 0, panel));
}
UiStage::Draw drawing(const TheoryView& view) {
  return [view](Ui& ui, const Frame& f, TheoryIntents& intents) {
    draw_theory(ui, brief_layout(f), view, intents);
  };
}
Colour col(Token t) {
  return colour(Theme::Dark, t);
}
Rect control(UiStage& stage, const std::string& id) {
  for (const auto& c : stage.drawn().controls)
    if (c.id == id) return c.at;
  return {};
}

}  // namespace

TEST_CASE("rows of an open question: all open, or one chosen") {
  CHECK(looks(paper()) == Looks{kOpen, kOpen, kOpen, kOpen});
  for (int i = 0; i < 4; ++i) {
    Looks wanted(4, kOpen);
    wanted[static_cast<std::size_t>(i)] = kChosen;
    CHECK(looks(paper(), {.chosen = i}) == wanted);
  }
}

TEST_CASE("rows of an answered question: the right one, the given one if it was wrong, and others") {
  CHECK(looks(answered(2)) == Looks{kOther, kOther, kRight, kOther});
  CHECK(looks(answered(0)) == Looks{kWrong, kOther, kRight, kOther});
  CHECK(looks(answered(3)) == Looks{kOther, kOther, kRight, kWrong});
  // What is chosen meanwhile does not matter any more.
  CHECK(looks(answered(0), {.chosen = 1}) == looks(answered(0)));
}

TEST_CASE("asked again it is the later answer that is shown, and the first that counts") {
  auto a = answered(0);
  CHECK(looks(a, {.again = true}) == Looks{kOpen, kOpen, kOpen, kOpen});
  CHECK(looks(a, {.chosen = 1, .again = true}) == Looks{kOpen, kChosen, kOpen, kOpen});
  a.latest_answers[0] = assessment::Answer{.choice = 3};
  const TheoryPanel done{.again = true, .answered = true};
  CHECK(looks(a, done) == Looks{kOther, kOther, kRight, kWrong});
  CHECK_FALSE(make_theory_view(a, 0, done).right);
  a.latest_answers[0] = assessment::Answer{.choice = 2};
  CHECK(make_theory_view(a, 0, done).right);
  CHECK(a.answers[0]->choice == 0);
}

TEST_CASE("each question is its own: an answer to one leaves the other open") {
  const auto v = make_theory_view(answered(2), 1, {});
  CHECK(v.over.find("2 of 2") != std::string::npos);
  CHECK(looks(v) == Looks{kOpen, kOpen});
  CHECK_FALSE(v.answered);
}

TEST_CASE("the verdict of a wrong answer counts the right one from one") {
  CHECK(make_theory_view(answered(0), 0, {}).verdict.find('3') != std::string::npos);
  CHECK(make_theory_view(answered(2), 0, {}).verdict.find('3') == std::string::npos);
}

TEST_CASE("it may be asked again once it was answered the first time, and is marked when it shall be") {
  CHECK_FALSE(make_theory_view(paper(), 0, {}).may_ask_again);
  CHECK(make_theory_view(answered(0), 0, {}).may_ask_again);
  CHECK(make_theory_view(answered(0), 0, {.later = true}).later);
  CHECK_FALSE(make_theory_view(answered(0), 0, {.again = true, .answered = true}).may_ask_again);
}

TEST_CASE("whose word the reasons are: published, or a judgement") {
  auto lesson = support::LessonBuilder().step(support::question(0)).lesson();
  lesson.practical = false;
  const auto tag = [&](lessons::Basis basis) {
    lesson.steps[0].question.basis = basis;
    lesson.steps[0].question.source = "a paper";
    auto a = runner::begin(assessment::Site::make(lesson).value());
    a.answers[0] = assessment::Answer{.choice = 0};
    return make_theory_view(a, 0, {}).tag;
  };
  CHECK(tag(lessons::Basis::Source) == "Source");
  CHECK(tag(lessons::Basis::Judgement) == "Judgement");
}

TEST_CASE("answers stand one below the other, numbered from one, at least 48 points high") {
  UiStage stage({1280, 800}, drawing(make_theory_view(paper(), 0, {})));
  float before = 0;
  for (int i = 0; i < 4; ++i) {
    const Rect r = control(stage, "answer " + std::to_string(i));
    CHECK(r.h >= 48);
    CHECK(r.y > before);
    before = r.bottom();
    CHECK(writes(stage, std::to_string(i + 1)));
  }
  CHECK(writes(stage, "1\u20134 choose"));
}

TEST_CASE("a long answer makes its row higher, not its words shorter") {
  auto v = make_theory_view(paper(), 0, {});
  v.rows[1].text =
      "An answer that goes on for longer than a row is wide, because it says not only what is so, but also "
      "why, and under which circumstances it would be otherwise, so that it needs several lines.";
  UiStage stage({1280, 800}, drawing(v));
  CHECK(control(stage, "answer 1").h > control(stage, "answer 0").h + 20);
  for (const auto& text : stage.drawn().texts) CHECK_FALSE(text.cut);
}

TEST_CASE("in a wide window a row is no longer than can be read: 760 points") {
  UiStage stage({3840, 2160}, drawing(make_theory_view(paper(), 0, {})));
  CHECK(control(stage, "answer 0").w == 760);
}

TEST_CASE("every row keeps its number, which the verdict names; the right one has a tick beside its word") {
  const auto v = make_theory_view(answered(0), 0, {});
  UiStage stage({1280, 1000}, drawing(v));
  std::vector<std::string> words;
  for (const auto& text : stage.drawn().texts) words.push_back(text.words);
  const auto count = [&](const char* word) { return std::count(words.begin(), words.end(), word); };
  CHECK(count("1") == 1);
  CHECK(count("2") == 1);
  CHECK(count("3") == 1);
  CHECK(v.verdict.find("3") != std::string::npos);
  CHECK(count("4") == 1);
  CHECK(count("right") == 1);
  CHECK(count("your answer") == 1);
}

TEST_CASE("the verdict has the colour of its meaning, and the reasons stand below all answers") {
  for (const int choice : {2, 0}) {
    const auto v = make_theory_view(answered(choice), 0, {});
    UiStage stage({1280, 1000}, drawing(v));
    Rect verdict, why;
    for (const auto& text : stage.drawn().texts) {
      if (text.words == v.verdict) verdict = text.at;
      if (text.words == v.why) why = text.at;
    }
    REQUIRE(verdict.w > 0);
    CHECK(stage.box_of(col(choice == 2 ? Token::Ac : Token::Over), verdict).w > 0.8F * verdict.w);
    CHECK(why.y > verdict.y);
    UiStage open({1280, 1000}, drawing(make_theory_view(paper(), 0, {})));
    CHECK(verdict.y > control(open, "answer 3").bottom());
    CHECK_FALSE(writes(open, v.why));
  }
}

TEST_CASE("trouble in saving is said below the question, in the colour of a warning") {
  auto v = make_theory_view(paper(), 0, {});
  v.saving = "The answer is not saved.";
  UiStage stage({1280, 1000}, drawing(v));
  CHECK(writes(stage, v.saving));
  CHECK(stage.vertices_of(col(Token::Over)) > 0);
}
