#include "trainer/app/screens/brief_screen.h"

#include <utility>

#include "trainer/app/home_cards.h"
#include "trainer/app/house.h"
#include "trainer/app/lesson_files.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/wait_screen.h"
#include "trainer/app/screens/work_screen.h"
#include "trainer/app/sheets/question_sheet.h"
#include "trainer/canvas/overlay.h"
#include "trainer/words/reading.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"

namespace trainer::app {

using ui::Command;

namespace {

constexpr int kThreeQuarter = 5;  // of the eye's standard views

// What comes once the lesson was read.
Opener opener(std::unique_ptr<Sitting> preview) {
  return [preview = std::make_shared<std::unique_ptr<Sitting>>(std::move(preview))](House& house) {
    return std::make_unique<BriefScreen>(std::move(*preview), house.attempts, house.picture,
                                         house.preferences, house.devices);
  };
}

Opener to_brief(const Shelf& shelf, const std::string& lesson) {
  const auto work = [folders = shelf.folders(), lesson]() -> Opener {
    auto package = open_lesson(lesson, folders);
    if (!package) return refusal(package.error());
    auto preview = Sitting::demonstration(std::move(*package));
    return preview ? opener(std::move(*preview)) : refusal(preview.error());
  };
  return [work](House& house) {
    return std::make_unique<WaitScreen>(house.reader, work, words::reading_lesson());
  };
}

}  // namespace

std::string preparing(const lessons::Lesson& lesson) {
  return std::holds_alternative<engine::scalp::Client>(lesson.canvas)
             ? words::say("Preparing the client\u2026")
             : std::string();
}

Push brief_of(const Shelf& shelf, const std::string& lesson) {
  return {to_brief(shelf, lesson)};
}

Replace brief_instead(const Shelf& shelf, const std::string& lesson) {
  return {to_brief(shelf, lesson)};
}

BriefScreen::BriefScreen(std::unique_ptr<Sitting> preview, Attempts& attempts, canvas::Picture& picture,
                         Preferences& preferences, const Devices& devices)
    : CanvasRoom(preview->attempt().site, picture, preferences),
      preview_(std::move(preview)),
      attempts_(&attempts),
      broken_off_(continue_card(attempts, preview_->package().lesson.id)),
      devices_(&devices) {}

void BriefScreen::arrive(const std::string& said) {
  CanvasRoom::arrive(said);
  said_ = said;
  attempts_->refresh();
}

Next BriefScreen::tick(engine::core::SteadyTime now_us) {
  const Next next = CanvasRoom::tick(now_us);
  return follow_attempts(now_us) ? Stay{.redraw = true} : next;
}

bool BriefScreen::follow_attempts(engine::core::SteadyTime now_us) {
  attempts_->follow(now_us);
  if (std::exchange(seen_, attempts_->version()) == attempts_->version()) return false;
  broken_off_ = continue_card(*attempts_, preview_->package().lesson.id);
  return true;
}

void BriefScreen::place(const ui::Frame& frame) {
  layout_ = ui::brief_layout(frame);
  look_into(frame, layout_.canvas, layout_.canvas.inset(frame.px(24)));
}

void BriefScreen::reset_view() {
  view_.eye().stand(kThreeQuarter, view_.now_us());
}

bool BriefScreen::owns(engine::geometry::Vec2 px) const {
  return view_.hand().dragging() ||
         layout_.canvas.contains({static_cast<float>(px.x), static_cast<float>(px.y)});
}

bool BriefScreen::can(Command command) const {
  switch (command) {
    case Command::Proceed:
    case Command::Back:
    case Command::GoHome:
    case Command::StartWork:
    case Command::ResetView:
      return true;
    case Command::WatchExpert:
      return preview_->package().lesson.practical;
    default:
      return CanvasRoom::can(command);
  }
}

Next BriefScreen::act(const Order& order) {
  switch (order.command) {
    case Command::Proceed:
      static_cast<void>(follow_attempts(view_.now_us()));  // they may have been read since the last turn
      if (!attempts_->known()) return Stay{};              // what it means is not known for a moment
      return broken_off_ ? act_on(ui::ContinueBroken{broken_off_->record}) : start();
    case Command::StartWork:
      return start();
    case Command::Back:
    case Command::GoHome:
      return Pop{.said = said_};
    case Command::WatchExpert:
      return demonstration_of(preview_->package());
    case Command::ResetView:
      view_.eye().whole(view_.now_us());
      return Stay{};
    default:
      return CanvasRoom::act(order);
  }
}

Next BriefScreen::act_on(const ui::BriefIntents::One& intent) {
  return std::visit(ui::Each{[&](Command command) -> Next { return act_or_pass(command); },
                             [](const ui::ContinueBroken& i) -> Next { return continue_instead(i.record); }},
                    intent);
}

Next BriefScreen::start() {
  return start_work(preview_->package(), *devices_);
}

void BriefScreen::draw(ui::Ui& ui, Asked& asked) {
  view_.draw(ui, preview_->attempt(), {}, false, 0);
  if (!view_.picture().waits()) {
    ui::CanvasInk ink;
    canvas::add_ground(preview_->attempt(), view_.lens(), ink);
    canvas::add_no_go(preview_->attempt(), view_.lens(), ink);
    view_.add_to(ink, ui, frame_.left_handed);
    ink.scale_bar_px = 0;
    ui::draw_ink(ui, view_.lens().picture(), view_.lens().free(), ink);
  }
  auto view = ui::make_brief_view(*preview_->attempt().site, frame_.left_handed);
  view.device = devices_->label();
  if (broken_off_) {
    view.go_on = broken_off_->record;
    view.go_on_words =
        words::together({words::say("You stopped at {}.", broken_off_->at), broken_off_->dots});
  }
  ui::BriefIntents intents;
  ui::draw_brief(ui, layout_, view, intents);
  ask(intents, *this, asked);
}

}  // namespace trainer::app
