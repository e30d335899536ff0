// Rules between the fields of a lesson that need no canvas: references, duplicates, order, conflicts.
#pragma once

#include "trainer/lessons/fit.h"
#include "trainer/lessons/lesson.h"

namespace trainer::lessons {

// `lesson` may be incomplete: a rule speaks only where the fields that it joins were all read
// (`notes.places`), so that one mistake gives one finding.
void apply_rules(const Lesson& lesson, Notes& notes);

// The parts of it.
void apply_place_rules(const Lesson& lesson, Notes& notes);   // rules_place.cpp: zones, targets, points
void apply_rubric_rules(const Lesson& lesson, Notes& notes);  // rules_rubric.cpp
void apply_step_rules(const Lesson& lesson, Notes& notes);    // rules.cpp: steps, tools
void apply_theory_rules(const Lesson& lesson, Notes& notes);  // rules_theory.cpp: questions

// True when the key was read; then a rule may speak about it.
bool was_read(const Notes& notes, const std::string& key);
// True when something was found wrong at the key or inside it: rules that miss it then stay silent.
bool is_faulty(const Notes& notes, const std::string& key);
// An error at the place of `key`, or at the place of the nearest key around it that was read.
void broken(Notes& notes, const std::string& code, const std::string& key, std::string found,
            std::string expected, std::string message);

}  // namespace trainer::lessons
