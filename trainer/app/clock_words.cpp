#include "trainer/app/clock_words.h"

#include <algorithm>

#include "trainer/ui/kit/text.h"
#include "trainer/words/say.h"

namespace trainer::app {

std::string clock_words(const Sitting& sitting, engine::core::SteadyTime now_us) {
  const engine::core::AttemptTime now = std::max(sitting.attempt().skin.t_us, sitting.time(now_us));
  const auto limit_s = sitting.attempt().site->lesson().time_limit_s;
  if (!limit_s) return ui::clock_text(now);
  return words::say("{} of {}", ui::clock_text(now),
                    ui::clock_text(engine::core::AttemptTime{std::int64_t{*limit_s} * 1'000'000}));
}

}  // namespace trainer::app
