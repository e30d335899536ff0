// SAMPLES.jsonl: samples and events of a hand, as text, through the whole pipeline.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "engine/core/moment.h"
#include "engine/core/result.h"
#include "trainer/runner/attempt.h"

namespace trainer::runner {

// Reads every line and decides; the attempt is finished at the end of the text. Contacts that begin after the
// lesson's time limit are left out.
engine::core::Result<std::vector<AttemptEvent>> play(std::shared_ptr<const assessment::Site> site,
                                                     std::string_view text,
                                                     const engine::core::Digest& lesson_hash);

}  // namespace trainer::runner
