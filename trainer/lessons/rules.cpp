#include "trainer/lessons/rules.h"

#include <algorithm>

#include "engine/scalp/tissue.h"
#include "trainer/lessons/skin_of_zones.h"

namespace trainer::lessons {

bool was_read(const Notes& notes, const std::string& key) {
  return notes.places.contains(key);
}

bool is_faulty(const Notes& notes, const std::string& key) {
  return std::any_of(notes.findings.begin(), notes.findings.end(),
                     [&](const Finding& finding) { return finding.key.starts_with(key); });
}

namespace {

Place place_around(const Notes& notes, std::string key) {
  while (true) {
    if (const auto found = notes.places.find(key); found != notes.places.end()) return found->second;
    const auto cut = key.find_last_of(".[");
    if (cut == std::string::npos) return {1, 1};
    key.resize(cut);
  }
}

std::string step_name(StepKind kind) {
  switch (kind) {
    case StepKind::Brief:
      return "brief";
    case StepKind::Drawing:
      return "drawing";
    case StepKind::NeedleWork:
      return "needle_work";
    case StepKind::Healing:
      return "healing";
    case StepKind::Review:
      return "review";
    case StepKind::Theory:
      return "theory";
    case StepKind::Needling:
      return "needling";
  }
  return {};
}

bool targets_scar(const Lesson& lesson) {
  return std::any_of(lesson.targets.begin(), lesson.targets.end(),
                     [&](const Target& target) { return is_scarred(lesson, target.zone); });
}

void step_order(const Lesson& lesson, std::size_t i, Notes& notes) {
  const std::string key = join_key("steps", i) + ".kind";
  if (!was_read(notes, key)) return;
  const StepKind kind = lesson.steps[i].kind;
  const std::string found = step_name(kind) + " as step " + std::to_string(i + 1);
  if (kind == StepKind::Brief && i > 0)
    broken(notes, "bad_order", key, found, "the brief as the first step",
           "a brief comes before everything else");
  if (kind == StepKind::Review && i + 1 < lesson.steps.size())
    broken(notes, "bad_order", key, found, "the review as the last step",
           "a review comes after everything else");
  if (kind == StepKind::Drawing && lesson.hairline.empty() && !is_faulty(notes, "hairline"))
    broken(notes, "conflict", key, "a drawing step and no hairline", "hairline = [points]",
           "a drawing step needs the agreed hairline to compare with");
  if (kind == StepKind::NeedleWork && lesson.targets.empty())
    broken(notes, "conflict", key, "needle work and no target", "at least one [[targets]]",
           "needle work needs a target");
  if (kind == StepKind::Needling && !targets_scar(lesson))
    broken(notes, "conflict", key, "needling and no target in scarred skin",
           "a target whose zone is in [[tissue]], and a scar or a burn", "there is no scar to be needled");
}

bool between(const Lesson& lesson, StepKind kind, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i)
    if (lesson.steps[i].kind == kind) return true;
  return false;
}

bool works_between(const Lesson& lesson, std::size_t from, std::size_t to) {
  return between(lesson, StepKind::NeedleWork, from, to);
}

// Treatment sessions: needle work, healing, needle work, each with a larger share than the one before.
void healing_order(const Lesson& lesson, Notes& notes) {
  double before = 0.0, now = 0.0;
  std::size_t begun = 0;
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
    const Step& step = lesson.steps[i];
    const std::string key = join_key("steps", i);
    if (step.kind == StepKind::Healing) {
      const bool treated = works_between(lesson, begun, i) || between(lesson, StepKind::Needling, begun, i);
      if (!treated || !works_between(lesson, i, lesson.steps.size()))
        broken(notes, "bad_order", key + ".kind", "healing as step " + std::to_string(i + 1),
               "needle work (or needling) before it and needle work after it",
               "healing parts one treatment session from the next");
      begun = i + 1;
      before = now;
    }
    const StepKind other = step.kind == StepKind::Needling ? StepKind::NeedleWork : StepKind::Needling;
    if ((step.kind == StepKind::Needling || step.kind == StepKind::NeedleWork) &&
        between(lesson, other, begun, i))
      broken(notes, "bad_order", key + ".kind", step_name(step.kind) + " as step " + std::to_string(i + 1),
             "healing between needling and needle work",
             "needled skin is a wound: no pigment goes into it before it has healed");
    if (step.kind != StepKind::NeedleWork || is_faulty(notes, key)) continue;
    if (works_between(lesson, begun, i) && step.share != now)
      broken(notes, "conflict", key + ".share", decimal(step.share), decimal(now),
             "needle work of one treatment session has one share");
    else if (step.share <= before)
      broken(notes, "bad_order", key + ".share", decimal(step.share), "more than " + decimal(before),
             "a later treatment session adds to what is there");
    now = step.share;
  }
}

void practical(const Lesson& lesson, Notes& notes) {
  const bool works = std::any_of(lesson.steps.begin(), lesson.steps.end(),
                                 [](const Step& step) { return step.kind == StepKind::NeedleWork; });
  if (lesson.practical && lesson.targets.empty() && !works)
    broken(notes, "conflict", "practical", "a practical lesson without targets", "at least one [[targets]]",
           "a practical lesson asks for dots somewhere; else set practical = false");
  if (!lesson.targets.empty() && !lesson.steps.empty() && !works)
    broken(notes, "conflict", "steps", "targets and no step of needle work",
           "a step with kind = \"needle_work\"",
           "no step lets the trainee place the dots that the targets ask for");
}

// Taper and stroke are for those who know the rest of the trade (kFirstModuleWithMore).
void folded(const Lesson& lesson, Notes& notes) {
  if (lesson.module >= kFirstModuleWithMore || is_faulty(notes, "module")) return;
  const auto early = [&](const std::string& key, const std::string& what) {
    if (was_read(notes, key))
      broken(notes, "too_early", key, what, "module 10 or later",
             "no lesson before module 10 asks for taper or stroke");
  };
  early("tools.stroke_mm", "a stroke");
  if (lesson.machine.needle.taper != engine::skin::Taper::Medium) early("tools.needle", "a taper");
}

void tray(const Lesson& lesson, Notes& notes) {
  if (!was_read(notes, "tools.needles")) return;
  const std::string chosen = engine::skin::to_string(lesson.machine.needle);
  if (std::find(lesson.needles.begin(), lesson.needles.end(), chosen) == lesson.needles.end())
    broken(notes, "conflict", "tools.needles", "a tray without \"" + chosen + "\"",
           "\"" + chosen + "\" among the needles",
           "the needle in the machine is not among those that may be chosen");
}

}  // namespace

void broken(Notes& notes, const std::string& code, const std::string& key, std::string found,
            std::string expected, std::string message) {
  notes.error(code, key, place_around(notes, key), std::move(found), std::move(expected), std::move(message));
}

void apply_step_rules(const Lesson& lesson, Notes& notes) {
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) step_order(lesson, i, notes);
  healing_order(lesson, notes);
  practical(lesson, notes);
  tray(lesson, notes);
  folded(lesson, notes);
}

void apply_rules(const Lesson& lesson, Notes& notes) {
  apply_place_rules(lesson, notes);
  apply_rubric_rules(lesson, notes);
  apply_step_rules(lesson, notes);
  apply_theory_rules(lesson, notes);
}

}  // namespace trainer::lessons
