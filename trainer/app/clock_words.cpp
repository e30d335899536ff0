#include "trainer/app/clock_words.h"

#include <algorithm>

#include "trainer/ui/kit/text.h"

namespace trainer::app {

std::string clock_words(const Sitting& sitting, std::int64_t now_us) {
  const std::int64_t now = std::max(sitting.attempt().skin.t_us, sitting.time(now_us));
  const auto limit_s = sitting.attempt().site->lesson().time_limit_s;
  return ui::clock_text(now) + (limit_s ? " of " + ui::clock_text(std::int64_t{*limit_s} * 1'000'000) : "");
}

}  // namespace trainer::app
