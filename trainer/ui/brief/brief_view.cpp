#include <algorithm>
#include <cmath>

#include "trainer/lessons/skin_of_zones.h"
#include "trainer/runner/way.h"
#include "trainer/ui/brief/brief_screen.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/text.h"
#include "trainer/ui/tray/tray.h"
#include "trainer/words/counts.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"
#include "trainer/words/verdict.h"

namespace trainer::ui {

namespace {

std::string skin_words(int fitzpatrick, engine::scalp::SkinKind kind) {
  switch (kind) {
    case engine::scalp::SkinKind::Dry:
      return words::say("Fitzpatrick {}, dry", fitzpatrick);
    case engine::scalp::SkinKind::Oily:
      return words::say("Fitzpatrick {}, oily", fitzpatrick);
    default:
      return words::say("Fitzpatrick {}", fitzpatrick);
  }
}

void add_canvas(const lessons::Lesson& lesson, BriefView& v) {
  if (const auto* pad = std::get_if<engine::scalp::Pad>(&lesson.canvas)) {
    v.facts.push_back(
        {words::say("Practice pad"), words::say("{:g} \u00d7 {:g} mm", pad->width.value, pad->height.value)});
    v.facts.push_back({words::say("Skin"), words::say("{:.2f} mm thick", pad->skin_thickness.value)});
    if (pad->hair.value > 0.0)
      v.facts.push_back({words::say("Hair"), words::say("{:.0f} per cm\u00b2", pad->hair.value)});
    return;
  }
  const auto& client = std::get<engine::scalp::Client>(lesson.canvas);
  const auto person = engine::scalp::person_of(client);
  v.facts.push_back({words::say("Client"), client.sex == engine::scalp::Sex::Male
                                               ? words::say("Man, {}", person.age)
                                               : words::say("Woman, {}", person.age)});
  v.facts.push_back({words::say("Loss"), plain_words(client.loss_class)});
  v.facts.push_back({words::say("Skin"), skin_words(client.skin_type, person.skin)});
  v.facts.push_back({words::say("Hair"), plain_words(client.hair_colour)});
}

// Scars and marks, each with the place it is in.
void add_tissue(const lessons::Lesson& lesson, BriefView& v) {
  using engine::scalp::TissueKind;
  const auto word = [](TissueKind kind) -> std::string {
    switch (kind) {
      case TissueKind::FlatScar:
        return words::say("Flat scar");
      case TissueKind::RaisedScar:
        return words::say("Raised scar");
      case TissueKind::SunkenScar:
        return words::say("Sunken scar");
      case TissueKind::Burn:
        return words::say("Burn");
      case TissueKind::Keloid:
        return words::say("Keloid");
      case TissueKind::Mole:
        return words::say("Mole");
      case TissueKind::Healthy:
        break;
    }
    return {};
  };
  for (const auto& tissue : lesson.tissue) v.facts.push_back({word(tissue.kind), plain_words(tissue.zone)});
}

void add_tray(const lessons::Lesson& lesson, bool left_handed, BriefView& v) {
  const auto& m = lesson.machine;
  v.facts.push_back({words::say("Needle"), words::say("{} mm", engine::skin::to_string(m.needle))});
  v.facts.push_back({words::say("Pigment"), words::say("{} {}", dilution_text(m.dilution_milli), m.pigment)});
  if (lesson.stretch_by == lessons::StretchBy::Own)
    v.facts.push_back(
        {words::say("Stretch"), words::say("your own hand, key {}", key_of(Command::Stretch, left_handed))});
  v.facts.push_back({words::say("Machine"),
                     m.rate_mhz == 0
                         ? words::say("hand tool")
                         : words::say("{:g} Hz, set {:.1f} mm", m.rate_mhz / 1000.0, m.set_um / 1000.0)});
}

std::string density_text(const assessment::Site& site) {
  std::vector<double> all;
  for (const auto& t : site.targets())
    if (t.scars.empty()) all.push_back(t.target.density_cm2);
  if (all.empty()) return {};
  const auto [low, high] = std::minmax_element(all.begin(), all.end());
  return *low == *high ? words::say("{:g} dots/cm\u00b2", *low)
                       : words::say("{:g}\u2013{:g} dots/cm\u00b2", *low, *high);
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
  return site.targets().empty() ? asked : words::side_by_side({dots, asked});
}

namespace {

void add_leg(const lessons::Lesson& lesson, const runner::Leg& leg, BriefView& v) {
  using lessons::StepKind;
  const auto& step = lesson.steps[leg.first];
  if (leg.kind == StepKind::NeedleWork || leg.kind == StepKind::Needling || leg.kind == StepKind::Drawing)
    v.steps.push_back({step.title, step.text});
  if (leg.kind != StepKind::Theory) return;
  v.steps.push_back({words::answer_questions(leg.end - leg.first),
                     words::say("Your first answer counts. Each is explained at once.")});
}

}  // namespace

BriefView make_brief_view(const assessment::Site& site, bool left_handed) {
  const auto& lesson = site.lesson();
  BriefView v;
  v.over = words::side_by_side(
      {words::say("Module {}", lesson.module), asked_words(site),
       words::say("about {} min", asked_minutes(site.asked_dots(), site.questions().size())),
       lesson.device == lessons::Needed::Pen ? words::say("needs a pen") : std::string()});
  v.title = lesson.title;
  v.summary = lesson.summary;
  v.objectives = lesson.objectives;
  for (const auto& step : lesson.steps)
    if (step.kind == lessons::StepKind::Brief && !step.text.empty())
      v.words = words::together({v.words, step.text});
  for (const auto& leg : runner::legs_of(lesson)) add_leg(lesson, leg, v);
  add_canvas(lesson, v);
  add_tissue(lesson, v);
  v.watch = lesson.practical;
  if (lesson.practical) add_tray(lesson, left_handed, v);
  if (lesson.device == lessons::Needed::Pen)
    v.facts.push_back({words::say("Device"), words::say("a pen, so that depth is measured")});
  std::size_t scars = 0;
  for (const auto& target : site.targets()) scars += target.scars.middles.size();
  if (scars > 0) v.facts.push_back({words::say("Scars"), words::scars_to_hide(scars)});
  if (const auto text = density_text(site); !text.empty()) v.facts.push_back({words::say("Density"), text});
  if (const auto asked = asked_shades(site); !asked.empty()) v.facts.push_back({words::say("Shade"), asked});
  if (lesson.time_limit_s)
    v.facts.push_back(
        {words::say("Time"), words::say("at most {}", clock_text(engine::core::AttemptTime{
                                                          std::int64_t{*lesson.time_limit_s} * 1'000'000}))});
  for (const auto& id : lessons::forbidden_zones(lesson))
    v.facts.push_back({words::say("No needle"), plain_words(id)});
  int sum = 0;
  for (const auto& rule : lesson.rubric.criteria) sum += rule.weight;
  for (const auto& rule : lesson.rubric.criteria)
    v.judged.push_back(
        {words::label(rule.id), words::say("{:.0f} %", 100.0 * rule.weight / std::max(1, sum))});
  v.pass = words::say("pass {}", number(lesson.rubric.pass / 100.0, 0));
  return v;
}

}  // namespace trainer::ui
