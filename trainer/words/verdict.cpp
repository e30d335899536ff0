#include "trainer/words/verdict.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "trainer/assessment/judged.h"
#include "trainer/words/causes.h"
#include "trainer/words/counts.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"

namespace trainer::words {

using assessment::Assessment;
using assessment::Grade;

namespace {

std::string not_finished_yet(const assessment::Site& site, const Assessment& a) {
  const auto& s = a.progress;
  const int worth = (s.asked * assessment::kFinishedPercent + 99) / 100, more = std::max(1, worth - s.there);
  const auto placed = static_cast<std::size_t>(s.there), asked = static_cast<std::size_t>(s.asked);
  return together({site.sessions().size() > 1 ? session_not_finished(s.session + 1, placed, asked)
                                              : not_finished(placed, asked),
                   more_make_it_worth_judging(static_cast<std::size_t>(more))});
}

}  // namespace

std::string label(engine::scoring::CriterionId criterion) {
  constexpr std::array<Text, engine::scoring::kCriterionCount> kLabels = {
      Text("Density"),    Text("Evenness"),  Text("No clumps"), Text("No gaps"),  Text("No rows"),
      Text("Feathering"), Text("Hairline"),  Text("Depth"),     Text("Dot size"), Text("Shade"),
      Text("Angle"),      Text("Placement"), Text("Pace"),      Text("Blending"), Text("Theory")};
  return say(kLabels[static_cast<std::size_t>(criterion)]);
}

std::string points_text(int hundredths) {
  const int size = std::abs(hundredths);
  return fmt::format("{}{}.{:02}", hundredths < 0 ? "\u2212" : "", size / 100, size % 100);
}

std::string verdict(const assessment::Site& site, const Assessment& a) {
  if (!a.finished) return not_finished_yet(site, a);
  if (!a.total) return say("There is nothing here that can be judged.");
  const auto broken =
      std::find_if(a.critical.begin(), a.critical.end(), [](const auto& c) { return !c.passed; });
  if (broken != a.critical.end()) return say("Not yet. {}", detail(*broken));
  if (a.grade == Grade::Distinction) return say("Passed with distinction.");
  const std::string total = points_text(*a.total), pass = points_text(site.lesson().rubric.pass);
  if (a.ledger.empty()) return a.passed ? say("Passed.") : say("Not yet: {}, pass is {}.", total, pass);
  const std::string held = of(a.ledger.front(), site, a).cause;
  return a.passed ? say("Passed. {}", held) : say("Not yet: {}, pass is {}. {}", total, pass, held);
}

void add_sentences(nlohmann::json& document, const assessment::Site& site, const Assessment& a) {
  document["verdict"] = verdict(site, a);
  for (std::size_t i = 0; i < a.critical.size(); ++i)
    document["critical"][i]["detail"] = detail(a.critical[i]);
  for (std::size_t i = 0; i < a.ledger.size(); ++i) {
    const CauseWords words = of(a.ledger[i], site, a);
    document["ledger"][i]["cause"] = words.cause;
    document["ledger"][i]["advice"] = words.advice;
  }
}

}  // namespace trainer::words
