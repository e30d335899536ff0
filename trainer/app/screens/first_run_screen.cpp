#include "trainer/app/screens/first_run_screen.h"

#include <utility>

#include "engine/platform/clock.h"
#include "trainer/app/house.h"
#include "trainer/app/lesson_files.h"
#include "trainer/app/screens/wait_screen.h"
#include "trainer/app/sheets/saving_sheet.h"
#include "trainer/app/testimony.h"
#include "trainer/canvas/overlay.h"
#include "trainer/ui/work/work_screen.h"
#include "trainer/words/reading.h"
#include "trainer/words/say.h"

namespace trainer::app {

using engine::core::fail;
using engine::core::Result;
using engine::scalp::CanvasPoint;
using ui::Command;
using ui::FirstPart;

namespace {

// What comes once their lesson was read.
Opener first_minutes_at(lessons::LessonPackage package) {
  return [package = std::move(package)](House& house) -> Result<std::unique_ptr<Screen>> {
    auto sitting =
        Sitting::start(package, house.profile, house.timed_presses, engine::platform::steady_us(),
                       engine::platform::unix_s(), house.preferences.calibrations(), writing(house.options));
    if (!sitting) return fail(sitting.error());
    house.saving.watch((*sitting)->recording());
    return std::make_unique<FirstRunScreen>(std::move(*sitting), house.picture, house.preferences,
                                            house.devices, house.feel);
  };
}

}  // namespace

Push first_minutes() {
  const auto work = []() -> Opener {
    auto package = first_lesson();
    return package ? first_minutes_at(std::move(*package)) : refusal(package.error());
  };
  return {[work](House& house) {
    return std::make_unique<WaitScreen>(house.reader, work, words::reading_lesson());
  }};
}

FirstRunScreen::FirstRunScreen(std::unique_ptr<Sitting> sitting, canvas::Picture& picture,
                               Preferences& preferences, const Devices& devices, Feel& feel)
    : NeedleRoom(*sitting, picture, preferences, devices, feel), own_(std::move(sitting)) {
  follow();
}

void FirstRunScreen::follow() {
  minutes_.follow(own_->attempt());
  if (minutes_.state().part == FirstPart::Compare && beside_.empty())
    beside_ = expert_beside(own_->attempt());
}

void FirstRunScreen::changed() {
  const auto part = minutes_.state().part;
  follow();
  other_part_ = other_part_ || part != minutes_.state().part;
}

void FirstRunScreen::place(const ui::Frame& frame) {
  layout_ = ui::first_run_layout(frame);
  look_into(frame, layout_.canvas, layout_.canvas);
}

void FirstRunScreen::reset_view() {
  const auto place = minutes_.place();
  if (place.fit) return view_.eye().fit(place.low, place.high, view_.now_us());
  const CanvasPoint middle{(place.low.u_um + place.high.u_um) / 2, (place.low.v_um + place.high.v_um) / 2};
  view_.eye().look_at(middle, place.points_per_mm, view_.now_us());
}

bool FirstRunScreen::owns(engine::geometry::Vec2 px) const {
  return view_.hand().dragging() || (hand_.down() && !hand_.by_key()) ||
         layout_.canvas.contains({static_cast<float>(px.x), static_cast<float>(px.y)});
}

bool FirstRunScreen::takes_needle() const {
  return NeedleRoom::takes_needle() && minutes_.state().part != FirstPart::Compare;
}

// Nothing turns or moves here by the left button.
bool FirstRunScreen::press_otherwise(const engine::platform::PointerPressed&) {
  return !takes_needle() && !view_.tape().loose();
}

bool FirstRunScreen::can(Command command) const {
  if (command == Command::NextPart || command == Command::SkipPart || command == Command::Proceed ||
      command == Command::LeaveAndKeep)
    return !hand_.down();
  return NeedleRoom::can(command);
}

Next FirstRunScreen::act(const Order& order) {
  switch (order.command) {
    case Command::NextPart:
      return go_on(minutes_.next(), order.command);
    case Command::SkipPart:
      return go_on(minutes_.skip(), order.command);
    case Command::Proceed:
      return ui::part_is_done(minutes_.state()) ? go_on(minutes_.next(), order.command) : Next{Stay{}};
    case Command::LeaveAndKeep:  // where nothing can be recorded
      return leave(order.command);
    case Command::Undo:
    case Command::UndoDot:  // the whole of its part is in view, and stays so
      undo(order.command == Command::UndoDot ? engine::sim::UndoScope::Dot : engine::sim::UndoScope::Lift,
           false);
      return Stay{};
    case Command::LastDot:
    case Command::NextEmpty:
      return Stay{};
    default:
      return NeedleRoom::act(order);
  }
}

Next FirstRunScreen::go_on(FirstMinutes::Onward onward, Command asked_by) {
  if (onward == FirstMinutes::Onward::Leave) return leave(asked_by);
  interrupt(view_.now_us());
  if (auto done = own_->act(runner::NextStep{own_->time(view_.now_us())}); !done)
    return Stay{.said = done.error().message};
  follow();
  reset_view();
  return Stay{};
}

Next FirstRunScreen::leave(ui::Command asked_by) {
  interrupt(view_.now_us());
  if (auto ask = ask_saving(*own_, ui::SavingWhy::Leave, asked_by)) return std::move(*ask);
  preferences_->change([](store::Settings& s) { s.first_run_done = true; });
  std::string said;
  if (auto finished = own_->act(runner::Finish{own_->time(view_.now_us())}); !finished)
    said = finished.error().message;
  own_->close();
  return Pop{.said = said};
}

Next FirstRunScreen::tick(engine::core::SteadyTime now_us) {
  NeedleRoom::tick(now_us);
  return Stay{.redraw = std::exchange(other_part_, false)};
}

ui::CanvasInk FirstRunScreen::ink(ui::Ui& ui) {
  ui::CanvasInk ink;
  const auto& lens = view_.lens();
  const auto part = minutes_.state().part;
  if (part >= FirstPart::Window) canvas::add_ground(own_->attempt(), lens, ink);
  canvas::add_no_go(own_->attempt(), lens, ink);
  view_.add_to(ink, ui, frame_.left_handed);
  if (const auto cross = minutes_.cross())
    if (const auto p = lens.project(*cross)) ink.crosses.push_back({*p, true});
  if (part == FirstPart::Compare) {
    const CanvasPoint low = window_low();
    canvas::add_frame(lens, {low.u_um + kBesideUm, low.v_um}, kWindowUm, ink);
    const auto tag = [&](std::int32_t u, const std::string& text) {
      if (const auto p = lens.project({u, low.v_um + kWindowUm + 1'600})) ink.tags.push_back({*p, text});
    };
    tag(low.u_um + kWindowUm / 2, words::say("yours"));
    tag(low.u_um + kWindowUm / 2 + kBesideUm, words::say("an expert\u2019s"));
  }
  const bool needle = points_with_needle(ui);
  ui.cursor = !(needle && view_.hand().over());
  if (needle) add_needle(ink, part == FirstPart::Window);
  if (lens.camera().mirrored) ink.badge = ui::mirror_words(frame_.left_handed);
  return ink;
}

void FirstRunScreen::draw(ui::Ui& ui, Asked& asked) {
  view_.draw(ui, own_->attempt(), beside_, false, 24);
  if (!view_.picture().waits()) ui::draw_ink(ui, view_.lens().picture(), view_.lens().free(), ink(ui));
  ui::IntentsOf<> intents;
  ui::draw_first_run(
      ui, layout_,
      ui::make_first_run_view(minutes_.state(), own_->attempt(), gauges().depth, frame_.left_handed),
      intents);
  for (const auto& intent : intents)
    asked.emplace_back([this, command = std::get<Command>(intent)] { return act_or_pass(command); });
}

}  // namespace trainer::app
