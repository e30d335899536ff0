// Colours of data on skin, safe for the colour-blind (docs/design.md 7).
#pragma once

#include "trainer/ui/kit/theme.h"

namespace trainer::ui {

// -1 too little (blue) .. 0 right (pale) .. 1 too much (brown); beyond them as at them.
Colour diverging(double value);

}  // namespace trainer::ui
