// Where one looked at a piece of work when one left it, by the name of its record.
#pragma once

#include "trainer/app/preferences.h"
#include "trainer/app/sitting.h"
#include "trainer/canvas/eye.h"

namespace trainer::app {

// Written down where it has changed; not of work that is only looked at.
void remember_view(Preferences& preferences, const Sitting& sitting, const canvas::Eye& eye);
// Nothing happens where none is known.
void recall_view(const Preferences& preferences, const Sitting& sitting, canvas::Eye& eye);

}  // namespace trainer::app
