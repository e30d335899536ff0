#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "trainer/lessons/skin_of_zones.h"
#include "trainer/runner/way.h"
#include "trainer/ui/brief/brief_screen.h"
#include "trainer/ui/kit/text.h"
#include "trainer/ui/tray/tray.h"
#include "trainer/words/counts.h"
#include "trainer/words/say.h"
#include "trainer/words/verdict.h"

namespace trainer::ui {

namespace {

void add_canvas(const lessons::Lesson& lesson, BriefView& v) {
  if (const auto* pad = std::get_if<engine::scalp::Pad>(&lesson.canvas)) {
    v.facts.push_back(
        {"Practice pad", fmt::format("{:g} \u00d7 {:g} mm", pad->width.value, pad->height.value)});
    v.facts.push_back({"Skin", fmt::format("{:.2f} mm thick", pad->skin_thickness.value)});
    if (pad->hair.value > 0.0)
      v.facts.push_back({"Hair", fmt::format("{:.0f} per cm\u00b2", pad->hair.value)});
    return;
  }
  const auto& client = std::get<engine::scalp::Client>(lesson.canvas);
  const auto person = engine::scalp::person_of(client);
  v.facts.push_back({"Client", fmt::format("{}, {}", client.sex == engine::scalp::Sex::Male ? "Man" : "Woman",
                                           person.age)});
  v.facts.push_back({"Loss", plain_words(client.loss_class)});
  constexpr const char* kKinds[] = {"dry", "", "oily"};
  const std::string kind = kKinds[static_cast<std::size_t>(person.skin)];
  v.facts.push_back(
      {"Skin", fmt::format("Fitzpatrick {}{}", client.skin_type, kind.empty() ? "" : ", " + kind)});
  v.facts.push_back({"Hair", plain_words(client.hair_colour)});
}

// Scars and marks, each with the place it is in.
void add_tissue(const lessons::Lesson& lesson, BriefView& v) {
  using engine::scalp::TissueKind;
  const auto word = [](TissueKind kind) -> std::string {
    switch (kind) {
      case TissueKind::FlatScar:
        return "Flat scar";
      case TissueKind::RaisedScar:
        return "Raised scar";
      case TissueKind::SunkenScar:
        return "Sunken scar";
      case TissueKind::Burn:
        return "Burn";
      case TissueKind::Keloid:
        return "Keloid";
      case TissueKind::Mole:
        return "Mole";
      case TissueKind::Healthy:
        break;
    }
    return {};
  };
  for (const auto& tissue : lesson.tissue) v.facts.push_back({word(tissue.kind), plain_words(tissue.zone)});
}

void add_tray(const lessons::Lesson& lesson, BriefView& v) {
  const auto& m = lesson.machine;
  v.facts.push_back({"Needle", engine::skin::to_string(m.needle) + " mm"});
  v.facts.push_back({"Pigment", dilution_text(m.dilution_milli) + " " + m.pigment});
  if (lesson.stretch_by == lessons::StretchBy::Own) v.facts.push_back({"Stretch", "your own hand, key S"});
  v.facts.push_back({"Machine", m.rate_mhz == 0 ? std::string("hand tool")
                                                : fmt::format("{:g} Hz, set {:.1f} mm", m.rate_mhz / 1000.0,
                                                              m.set_um / 1000.0)});
}

std::string density_text(const assessment::Site& site) {
  std::vector<double> all;
  for (const auto& t : site.targets())
    if (t.scars.empty()) all.push_back(t.target.density_cm2);
  if (all.empty()) return {};
  const auto [low, high] = std::minmax_element(all.begin(), all.end());
  return *low == *high ? fmt::format("{:g} dots/cm\u00b2", *low)
                       : fmt::format("{:g}\u2013{:g} dots/cm\u00b2", *low, *high);
}

}  // namespace

int asked_minutes(int dots, std::size_t questions) {
  return std::max(1, static_cast<int>(std::lround(dots / 50.0 + static_cast<double>(questions) / 2.0)));
}

std::string asked_words(const assessment::Site& site) {
  const std::size_t questions = site.questions().size();
  const std::string dots = words::about_dots(static_cast<std::size_t>(site.asked_dots()));
  if (questions == 0) return dots;
  const std::string asked = words::questions(questions);
  return site.targets().empty() ? asked : dots + " \u00b7 " + asked;
}

namespace {

void add_leg(const lessons::Lesson& lesson, const runner::Leg& leg, BriefView& v) {
  using lessons::StepKind;
  const auto& step = lesson.steps[leg.first];
  if (leg.kind == StepKind::NeedleWork || leg.kind == StepKind::Needling || leg.kind == StepKind::Drawing)
    v.steps.push_back({step.title, step.text});
  if (leg.kind != StepKind::Theory) return;
  v.steps.push_back(
      {words::answer_questions(leg.end - leg.first), "Your first answer counts. Each is explained at once."});
}

}  // namespace

BriefView make_brief_view(const assessment::Site& site) {
  const auto& lesson = site.lesson();
  BriefView v;
  v.over = fmt::format("Module {} \u00b7 {} \u00b7 about {} min", lesson.module, asked_words(site),
                       asked_minutes(site.asked_dots(), site.questions().size()));
  if (lesson.device == lessons::Needed::Pen) v.over += " \u00b7 needs a pen";
  v.title = lesson.title;
  v.summary = lesson.summary;
  v.objectives = lesson.objectives;
  for (const auto& step : lesson.steps)
    if (step.kind == lessons::StepKind::Brief && !step.text.empty())
      v.words += (v.words.empty() ? "" : " ") + step.text;
  for (const auto& leg : runner::legs_of(lesson)) add_leg(lesson, leg, v);
  add_canvas(lesson, v);
  add_tissue(lesson, v);
  add_tray(lesson, v);
  if (lesson.device == lessons::Needed::Pen)
    v.facts.push_back({"Device", "a pen, so that depth is measured"});
  std::size_t scars = 0;
  for (const auto& target : site.targets()) scars += target.scars.middles.size();
  if (scars > 0) v.facts.push_back({"Scars", fmt::format("{}, 1\u20133 dots each", scars)});
  if (const auto text = density_text(site); !text.empty()) v.facts.push_back({"Density", text});
  if (const auto asked = asked_shades(site); !asked.empty()) v.facts.push_back({"Shade", asked});
  if (lesson.time_limit_s)
    v.facts.push_back(
        {"Time", words::say("at most {}", clock_text(engine::core::AttemptTime{
                                              std::int64_t{*lesson.time_limit_s} * 1'000'000}))});
  for (const auto& id : lessons::forbidden_zones(lesson)) v.facts.push_back({"No needle", plain_words(id)});
  int sum = 0;
  for (const auto& rule : lesson.rubric.criteria) sum += rule.weight;
  for (const auto& rule : lesson.rubric.criteria)
    v.judged.push_back(
        {words::label(rule.id), fmt::format("{:.0f} %", 100.0 * rule.weight / std::max(1, sum))});
  v.pass = fmt::format("pass {}", number(lesson.rubric.pass / 100.0, 0));
  return v;
}

}  // namespace trainer::ui
