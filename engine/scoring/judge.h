// All the criteria of a rubric at once, and which of them to name first.
#pragma once

#include <span>
#include <vector>

#include "engine/scoring/criterion.h"

namespace engine::scoring {

// Whether it is looked at only when the last of several treatment sessions ends: an edge or a passage into
// hair shows at full density.
bool waits_for_last(CriterionId id);

// Whether, of two criteria with the same score, `a` says more about what went wrong: rows leave doublets
// behind, doublets leave thin places, and evenness suffers from everything.
bool says_more(CriterionId a, CriterionId b);

// The criterion to name first: the lowest, of equally low ones the one that says more. Rows with dots at
// random along them fail twice, for the rows and for their doublets: they are named for the rows unless the
// doublets are worse by more than 30 points. Null when none has a score.
const CriterionResult* most_telling(std::span<const CriterionResult> criteria);

// Judges every criterion of the rubric that this scorer knows, in the rubric's order. Pure.
std::vector<CriterionResult> judge(const Field& field, const Rubric& rubric);

}  // namespace engine::scoring
