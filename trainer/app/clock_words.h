// The attempt's time as it stands in the bar, and its limit.
#pragma once

#include <string>

#include "engine/core/moment.h"
#include "trainer/app/sitting.h"

namespace trainer::app {

std::string clock_words(const Sitting& sitting, engine::core::SteadyTime now_us);

}  // namespace trainer::app
