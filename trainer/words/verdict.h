// The result in words: verdict, names of criteria, points.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "trainer/assessment/assessment.h"

namespace trainer::words {

std::string label(engine::scoring::CriterionId criterion);  // "Density", "No rows", ...
std::string points_text(int hundredths);                    // "77.52", "\u22123.69" (U+2212)
// One or two sentences.
std::string verdict(const assessment::Site& site, const assessment::Assessment& assessment);
// What the score document says in words: `verdict`, and of its lists `detail`, `cause`, `advice`.
void add_sentences(nlohmann::json& document, const assessment::Site& site,
                   const assessment::Assessment& assessment);

}  // namespace trainer::words
