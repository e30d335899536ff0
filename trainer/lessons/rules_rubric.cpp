#include "trainer/lessons/rules.h"

#include <algorithm>

#include "trainer/lessons/skin_of_zones.h"
#include "trainer/lessons/steps.h"

namespace trainer::lessons {

using engine::scoring::CriterionId;
using engine::scoring::CriticalId;
using engine::scoring::CriticalRule;

namespace {

template <class Rule>
void duplicates(const std::vector<Rule>& rules, const std::string& path, Notes& notes) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string key = join_key(path, i) + ".id";
    for (std::size_t j = 0; j < i && was_read(notes, key); ++j) {
      if (rules[j].id != rules[i].id || !was_read(notes, join_key(path, j) + ".id")) continue;
      broken(notes, "duplicate_id", key, "the same id twice", "each id once", "this is listed already");
      break;
    }
  }
}

void criterion_needs(const Lesson& lesson, std::size_t i, Notes& notes) {
  const std::string key = join_key("rubric.criteria", i) + ".id";
  if (!was_read(notes, key)) return;
  const CriterionId id = lesson.rubric.criteria[i].id;
  const bool of_line = id == CriterionId::Hairline || id == CriterionId::Feathering;
  if (of_line && lesson.hairline.empty() && !is_faulty(notes, "hairline"))
    broken(notes, "conflict", key, "no hairline", "hairline = [points]",
           "this criterion compares with the agreed hairline");
  const bool graded = std::any_of(lesson.targets.begin(), lesson.targets.end(),
                                  [](const Target& target) { return !target.gradient.empty(); });
  if (id == CriterionId::Feathering && !graded && !lesson.targets.empty() && !is_faulty(notes, "targets"))
    broken(notes, "conflict", key, "no gradient", "a target with a gradient",
           "feathering is judged against a gradient");
}

void critical_limit(const CriticalRule& rule, std::size_t i, Notes& notes) {
  const std::string key = join_key("rubric.critical", i);
  if (!was_read(notes, key + ".id") || !was_read(notes, key + ".limit")) return;
  const bool share =
      rule.id == CriticalId::Blowout || rule.id == CriticalId::OutsideZone || rule.id == CriticalId::Needled;
  if (share && rule.limit > 1.0)
    broken(notes, "out_of_range", key + ".limit", decimal(rule.limit),
           "a share of the dots or of the scar, 0 to 1", "this limit is a share");
}

void critical_needs(const Lesson& lesson, std::size_t i, Notes& notes) {
  const std::string key = join_key("rubric.critical", i) + ".id";
  if (was_read(notes, key) && lesson.rubric.critical[i].id == CriticalId::BelowHairline &&
      lesson.hairline.empty() && !is_faulty(notes, "hairline"))
    broken(notes, "conflict", key, "no hairline", "hairline = [points]", "there is no line to stay behind");
  if (was_read(notes, key) && lesson.rubric.critical[i].id == CriticalId::Needled &&
      !has_step(lesson, StepKind::Needling) && !is_faulty(notes, "steps"))
    broken(notes, "conflict", key, "no step of needling", "a step with kind = \"needling\"",
           "nothing is needled in this lesson");
  if (was_read(notes, key) && lesson.rubric.critical[i].id == CriticalId::NoGo &&
      forbidden_zones(lesson).empty() && !is_faulty(notes, "no_go"))
    broken(notes, "conflict", key, "no no-go zone", "no_go = [ids of zones]",
           "there is no place to keep off");
}

std::string points(int hundredths) {
  return decimal(hundredths / 100.0);
}

void marks(const Lesson& lesson, Notes& notes) {
  const auto& r = lesson.rubric;
  const std::string found = points(r.pass) + ", " + points(r.merit) + ", " + points(r.distinction);
  if (r.pass > r.merit || r.merit > r.distinction)
    broken(notes, "bad_order", r.pass > r.merit ? "rubric.pass" : "rubric.merit", found,
           "pass, merit, distinction not falling", "these marks are out of order");
}

const std::string kRamps = "rubric.ramps.";

// A ramp whose ends meet would divide by nothing.
void ramp_ends(const Section& section, const Lesson& lesson, Notes& notes) {
  for (const FormatField& field : section.fields) {
    const auto value = field.get(lesson, 0);
    if (!was_read(notes, kRamps + field.key) || value->items()[0].number() != value->items()[1].number())
      continue;
    broken(notes, "bad_order", kRamps + field.key, "the same number twice",
           "two different numbers [bad, good]", "a ramp needs a bad end and a good end");
  }
}

}  // namespace

void apply_rubric_rules(const Lesson& lesson, Notes& notes) {
  duplicates(lesson.rubric.criteria, "rubric.criteria", notes);
  duplicates(lesson.rubric.critical, "rubric.critical", notes);
  for (std::size_t i = 0; i < lesson.rubric.criteria.size(); ++i) criterion_needs(lesson, i, notes);
  for (std::size_t i = 0; i < lesson.rubric.critical.size(); ++i) {
    critical_limit(lesson.rubric.critical[i], i, notes);
    critical_needs(lesson, i, notes);
  }
  marks(lesson, notes);
  for (const Section& section : lesson_format())
    if (section.path == "rubric.ramps") ramp_ends(section, lesson, notes);
}

}  // namespace trainer::lessons
