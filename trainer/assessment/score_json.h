// The score as the JSON document of the contract, and its digest.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "engine/core/hash.h"
#include "trainer/assessment/assessment.h"

namespace trainer::assessment {

// Everything of the contract but `record`, `digest` and the sentences: ids and numbers, so that a claim holds
// in every language (trainer/words adds what is said).
nlohmann::json score_json(const Site& site, const engine::core::Digest& lesson_hash,
                          const Assessment& assessment);

// UTF-8, keys sorted, no spaces, numbers by std::to_chars shortest.
std::string canonical(const nlohmann::json& document);

// BLAKE2b-256 of canonical(score_json), lower-case hex.
std::string score_digest(const Site& site, const engine::core::Digest& lesson_hash,
                         const Assessment& assessment);

}  // namespace trainer::assessment
