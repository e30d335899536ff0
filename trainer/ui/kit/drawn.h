// What one frame drew where: a Ui that is given such a list writes it down, so that tests find every control
// by its name and can say that nothing overlaps and no text is cut.
#pragma once

#include <string>
#include <vector>

#include "trainer/ui/kit/fonts.h"
#include "trainer/ui/kit/rect.h"

namespace trainer::ui {

struct DrawnControl {
  std::string id;
  Rect at, clip;         // px; clip: of the surface or the scroller it lies in
  bool enabled = true;   // false where it is greyed, or a sheet lies above
  bool focused = false;  // Tab has come to it
};
struct DrawnText {
  std::string words;  // as shown
  Style style = Style::Body;
  Rect at, clip;
  bool cut = false;  // something was left out
};
struct DrawnFrame {
  std::vector<DrawnControl> controls;  // in the order of Tab
  std::vector<DrawnText> texts;
};

}  // namespace trainer::ui
