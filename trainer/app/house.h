// What the shell owns. Openers hand each screen the parts that it uses; nobody keeps the house itself.
#pragma once

#include "trainer/app/attempts.h"
#include "trainer/app/devices.h"
#include "trainer/app/feel.h"
#include "trainer/app/options.h"
#include "trainer/app/preferences.h"
#include "trainer/app/reader.h"
#include "trainer/app/saving.h"
#include "trainer/app/shelf.h"
#include "trainer/canvas/picture.h"
#include "trainer/store/profile.h"

namespace trainer::app {

struct House {
  const Options& options;
  bool timed_presses;  // of the window: presses carry the display server's time
  canvas::Picture& picture;
  const store::Profile& profile;
  Preferences& preferences;
  Devices& devices;
  Feel& feel;
  Reader& reader;
  Shelf& shelf;
  Attempts& attempts;
  Saving& saving;
};

}  // namespace trainer::app
