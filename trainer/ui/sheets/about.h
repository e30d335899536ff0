// The sheet "About": two lines.
#pragma once

#include <string>
#include <string_view>

#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/kit/ui.h"

namespace trainer::ui {

struct AboutView {
  std::string program, caution;
};

AboutView make_about_view(std::string_view version);
void draw_about(Ui& ui, const Frame& frame, const AboutView& view, Intents& intents);

}  // namespace trainer::ui
