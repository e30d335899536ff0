// The attempt's time as it stands in the bar, and its limit.
#pragma once

#include <string>

#include "trainer/app/sitting.h"

namespace trainer::app {

std::string clock_words(const Sitting& sitting, std::int64_t now_us);

}  // namespace trainer::app
