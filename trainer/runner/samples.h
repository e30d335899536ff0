// SAMPLES.jsonl: samples and events of a hand, as text, through the whole pipeline.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/core/moment.h"
#include "engine/core/result.h"
#include "trainer/runner/attempt.h"
#include "trainer/runner/refusal.h"

namespace trainer::runner {

// A line that cannot be read, or one that can and is refused: then `where` has no message yet.
struct NotPlayed {
  engine::core::Error where;
  std::optional<Refusal> refused = {};
};

// Reads every line and decides; the attempt is finished at the end of the text. Contacts that begin after the
// lesson's time limit are left out.
tl::expected<std::vector<AttemptEvent>, NotPlayed> play(std::shared_ptr<const assessment::Site> site,
                                                        std::string_view text,
                                                        const engine::core::Digest& lesson_hash);

}  // namespace trainer::runner
