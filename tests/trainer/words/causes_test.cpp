#include "trainer/words/causes.h"

#include <doctest/doctest.h>

#include <set>

#include "engine/scoring/cause_id.h"
#include "tests/support/lessons.h"
#include "trainer/words/say.h"

using namespace trainer;
using namespace trainer::words;
using assessment::CriticalResult;
using assessment::LedgerLine;
using engine::scoring::CauseId;
using engine::scoring::CriterionId;
using engine::scoring::CriticalId;

namespace {

const assessment::Site& site() {
  static const auto made =
      assessment::Site::make(support::field().step(lessons::StepKind::NeedleWork).lesson()).value();
  return *made;
}

LedgerLine line(CauseId cause, std::size_t guilty) {
  return {.criterion = CriterionId::Density, .critical = {}, .cause = cause, .guilty = guilty};
}

bool is_sentence(const std::string& text) {
  const bool begins =
      (text.front() >= 'A' && text.front() <= 'Z') || (text.front() >= '1' && text.front() <= '9');
  return text.size() > 8 && begins && text.back() == '.' && text.find('_') == std::string::npos &&
         text.find('{') == std::string::npos;
}

}  // namespace

TEST_CASE("every cause has a sentence and an advice, for one dot, for many, for none") {
  std::set<std::string> said;
  for (const CauseId cause : engine::scoring::all_causes()) {
    if (cause == CauseId::WrongAnswer || cause == CauseId::NoAnswer) continue;  // of questions
    CAPTURE(name(cause));
    for (const std::size_t guilty : {0U, 1U, 2U, 900U}) {
      const CauseWords words = of(line(cause, guilty), site(), {});
      CHECK(is_sentence(words.cause));
      CHECK(is_sentence(words.advice));
    }
    said.insert(of(line(cause, 1), site(), {}).cause);
  }
  CHECK(said.size() >= 39);  // but for the two without a cause of their own all differ
}

TEST_CASE("one dot and many are told apart, and counted") {
  CHECK(of(line(CauseId::TooDeep, 1), site(), {}).cause == "One dot sits too deep.");
  CHECK(of(line(CauseId::TooDeep, 7), site(), {}).cause == "7 dots sit too deep.");
  CHECK(of(line(CauseId::Gaps, 1), site(), {}).cause == "There is a hole in the field.");
  CHECK(of(line(CauseId::Gaps, 3), site(), {}).cause == "There are holes in the field.");
}

TEST_CASE("names in documents go there and back, and no two causes share one") {
  std::set<std::string_view> names;
  for (const CauseId cause : engine::scoring::all_causes()) {
    CHECK(engine::scoring::cause_from_name(name(cause)) == cause);
    names.insert(name(cause));
  }
  CHECK(names.size() == engine::scoring::kCauseCount);
  CHECK_FALSE(engine::scoring::cause_from_name("no such cause").has_value());
}

TEST_CASE("of several treatment sessions the line says which") {
  LedgerLine l = line(CauseId::Rows, 4);
  l.session = 1;
  CHECK(of(l, site(), {}).cause == "Treatment session 2: 4 dots stand in rows here.");
}

TEST_CASE("the line that holds the total down names its criterion, and advises what its first cause does") {
  for (int i = 0; i < engine::scoring::kCriterionCount; ++i) {
    LedgerLine l = line(CauseId::TooDeep, 5);
    l.kind = LedgerLine::Kind::Weakest;
    l.criterion = static_cast<CriterionId>(i);
    l.at = engine::scalp::CanvasPoint{1, 1};
    const CauseWords words = of(l, site(), {});
    CHECK(words.cause.ends_with(" the total down."));
    if (l.criterion != CriterionId::Theory)
      CHECK(words.advice == of(line(CauseId::TooDeep, 5), site(), {}).advice);
  }
}

TEST_CASE("a critical criterion says the number that decided, and its line says the same") {
  assessment::Assessment a;
  a.critical = {CriticalResult{.id = CriticalId::Blowout,
                               .passed = false,
                               .limit = 0.02,
                               .count = 3,
                               .of = 60,
                               .value = 0.05,
                               .dots = {}}};
  LedgerLine l{.kind = LedgerLine::Kind::Critical, .criterion = {}, .critical = CriticalId::Blowout};
  CHECK(detail(a.critical[0]) == "3 of 60 dots blew out (5.0 %, at most 2.0 %).");
  CHECK(of(l, site(), a).cause == detail(a.critical[0]));
  CHECK(of(l, site(), a).advice.starts_with("Lift much sooner"));
  l.mends = assessment::Mends::Pressure;
  CHECK(of(l, site(), a).advice.starts_with("Press much more lightly"));
}

TEST_CASE("every critical criterion has its words, in the singular too") {
  const auto said = [](CriticalId id, std::size_t count, std::size_t all, double value, double limit) {
    return detail(
        {.id = id, .passed = false, .limit = limit, .count = count, .of = all, .value = value, .dots = {}});
  };
  CHECK(said(CriticalId::OutsideZone, 2, 40, 0.05, 0.03) ==
        "2 of 40 dots lie outside the field (5.0 %, at most 3.0 %).");
  CHECK(said(CriticalId::BelowHairline, 0, 0, 3.24, 2) ==
        "The foremost dot lies 3.2 mm in front of the line (at most 2.0 mm).");
  CHECK(said(CriticalId::NoGo, 1, 0, 0, 0) == "One dot lies where no needle may go (at most 0).");
  CHECK(said(CriticalId::NoGo, 4, 0, 0, 1) == "4 dots lie where no needle may go (at most 1).");
  CHECK(said(CriticalId::WrongAnswers, 1, 1, 0, 0) ==
        "1 of 1 question was answered wrongly or left open (at most 0).");
  CHECK(said(CriticalId::WrongAnswers, 1, 3, 0, 0) ==
        "1 of 3 questions were answered wrongly or left open (at most 0).");
  CHECK(said(CriticalId::Needled, 0, 0, 0.4, 0.8) ==
        "40 % of the scar was needled at the right depth (at least 80 %).");
  CriticalResult deep{
      .id = CriticalId::Needled, .limit = 0.8, .value = 0.9, .marks = 10, .too_deep = 2, .dots = {}};
  CHECK(detail(deep).ends_with("2 of 10 marks went through the skin."));
  CriticalResult shallow{
      .id = CriticalId::Needled, .limit = 0.8, .value = 0.1, .marks = 10, .too_shallow = 3, .dots = {}};
  CHECK(detail(shallow).ends_with("3 of 10 marks are too shallow to relax it."));
}

TEST_CASE("another catalogue says everything, and English comes back") {
  speak([](std::string_view one, std::string_view many, std::size_t n) {
    return many.empty() ? "[" + std::string(one) + "]"
                        : std::to_string(n) + "|" + std::string(n == 1 ? one : many);
  });
  CHECK(of(line(CauseId::Uneven, 0), site(), {}).cause == "[Some parts are fuller than others.]");
  CHECK(of(line(CauseId::TooDeep, 2), site(), {}).cause == "2|2 dots sit too deep.");
  speak({});
  CHECK(of(line(CauseId::TooDeep, 2), site(), {}).cause == "2 dots sit too deep.");
}
