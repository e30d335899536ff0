// What may be laid over the skin while one works: the list behind O.
#pragma once

#include <array>
#include <string>

#include "trainer/ui/kit/ui.h"
#include "trainer/ui/work/work_intents.h"
#include "trainer/words/say.h"

namespace trainer::ui {

struct OverlayRow {
  Overlay overlay = Overlay::Template;
  bool on = false, allowed = true;
};

struct OverlayListView {
  std::vector<OverlayRow> rows;
  int on_besides_template = 0;  // at most three
};

words::Text overlay_name(Overlay overlay);  // "Template", "Patch grid"
float overlay_list_height_pt(const OverlayListView& view);
void draw_overlay_list(Ui& ui, const Rect& r, const OverlayListView& view, WorkIntents& intents);

}  // namespace trainer::ui
