// What the practice screen shows.
#include "trainer/app/clock_words.h"
#include "trainer/app/screens/work_screen.h"
#include "trainer/canvas/overlay.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/words/saving.h"
#include "trainer/words/say.h"
#include "trainer/words/verdict.h"

namespace trainer::app {

using runner::Waits;

namespace {

constexpr double kFarShare = 2.0 / 3.0;  // of the working zoom: below it the needle is too far away

}  // namespace

ui::WorkView WorkScreen::work_view() const {
  auto view = ui::make_work_view(attempt(), gauges(), message_, frame_.left_handed);
  // With a question open no total would be the person's own.
  if (const auto total = sitting_->total_so_far(); total && !runner::questions_open(attempt()))
    view.gauges.coverage.so_far = words::say("so far {}", words::points_text(*total));
  view.clock = clock_words(*sitting_, view_.now_us());
  view.tools.mirror = view_.lens().camera().mirrored;
  if (runner::waits_for(attempt()) == Waits::Line) view.tools.can_undo = !pencil_.points().empty();
  view.tools.loupe = view_.loupe();
  view.navigator = canvas::make_navigator(attempt(), view_.lens(), patches_.all());
  if (overlay_list_) view.overlays = canvas::make_overlay_list(*attempt().site, layers_.on());
  if (const auto& refused = sitting_->recording()->refused(); !refused.empty())
    view.saving = words::action_refused(refused);
  view.device = devices_->label();
  if (watch_.asks()) {
    view.coach = {words::say("You have changed to {}.", ui::device_words(devices_->label(), 40)),
                  words::say("It is on record. Check it first, or keep going."), ui::DepthState::Target,
                  true};
    view.choice = ui::CoachChoice{.yes = words::say("Check it"), .no = words::say("Keep going")};
  }
  return view;
}

ui::CanvasInk WorkScreen::ink(ui::Ui& ui) {
  ui::CanvasInk ink;
  const auto& lens = view_.lens();
  if (const auto map = layers_.map()) view_.add_map(ink, attempt(), *map);
  if (layers_.shows(ui::Overlay::Template)) canvas::add_ground(attempt(), lens, ink);
  canvas::add_no_go(attempt(), lens, ink);
  layers_.add_to(ink, attempt(), lens, patches_.all());
  view_.add_to(ink, ui, frame_.left_handed);
  const bool needle = points_with_needle(ui);
  ui.cursor = !(needle && view_.hand().over());
  if (needle && runner::waits_for(attempt()) == Waits::Line)
    canvas::add_drawing(lens, pencil_.points(), view_.hand().pointer(), ink);
  else if (needle)
    add_needle(ink, layers_.shows(ui::Overlay::Spacing));
  if (lens.camera().mirrored)
    ink.badge = ui::mirror_words(frame_.left_handed);
  else if (lens.points_per_mm() < ui::working_zoom(attempt()) * kFarShare)
    ink.badge =
        words::say("Zoom in to work. {} does it", ui::key_of(ui::Command::ResetView, frame_.left_handed));
  return ink;
}

void WorkScreen::draw(ui::Ui& ui, Asked& asked) {
  view_.draw(ui, attempt(), {}, layers_.map().has_value(), 0);
  if (!view_.picture().waits()) ui::draw_ink(ui, view_.lens().picture(), view_.lens().free(), ink(ui));
  ui::WorkIntents intents;
  ui::draw_work(ui, layout_, work_view(), intents);
  ask(intents, *this, asked);
}

}  // namespace trainer::app
