#include "trainer/app/screens/work_screen.h"
#include "engine/core/moment.h"

#include <algorithm>

#include "trainer/app/experts_places.h"
#include "trainer/app/last_view.h"
#include "trainer/app/sheets/question_sheet.h"
#include "trainer/app/sheets/saving_sheet.h"
#include "trainer/app/sheets/tray_sheet.h"
#include "trainer/canvas/overlay.h"
#include "trainer/words/say.h"

namespace trainer::app {

namespace platform = engine::platform;
using engine::scalp::CanvasPoint;
using ui::Command;

namespace {

constexpr engine::core::Span kTwiceUs{400'000};       // a double press beside the skin
constexpr engine::core::Span kRememberUs{3'000'000};  // a view that changed is written down this often

// Square to the skin there, at working zoom or as near as it is already; a ring says where.
void fly_to(canvas::CanvasView& view, CanvasPoint at, double working_zoom) {
  auto& eye = view.eye();
  eye.look_at(at, std::max(working_zoom, eye.lens().points_per_mm()), view.now_us());
  view.flash(at);
}

// A hairline is drawn now, no needle.
bool draws_line(const runner::Attempt& attempt) {
  return runner::waits_for(attempt) == runner::Waits::Line;
}

}  // namespace

WorkScreen::WorkScreen(Underway underway, canvas::Picture& picture, Preferences& preferences,
                       const Devices& devices, Feel& feel, bool healed)
    : NeedleRoom(*underway.sitting, picture, preferences, devices, feel),
      underway_(std::move(underway)),
      layers_(underway_.attempt().site->lesson()),
      note_due_(healed) {}

WorkScreen::~WorkScreen() {
  if (underway_.sitting != nullptr) remember_view(*preferences_, *sitting_, view_.eye());
}

void WorkScreen::arrive(const std::string& said) {
  if (patches_.all().empty()) {
    const double px = ui::working_zoom(attempt()) * frame_.scale;
    patches_.lay_out(
        canvas::patches(*attempt().site, {view_.lens().free().w / px, view_.lens().free().h / px}));
    // the work may have been broken off with the skin stretched
    static_cast<void>(stretch_.apply(*sitting_, hand_.time(view_.now_us())));
  }
  NeedleRoom::arrive(said);
  if (remembered_us_.us == 0) recall_view(*preferences_, *sitting_, view_.eye());
  remembered_us_ = view_.now_us();
}

void WorkScreen::place(const ui::Frame& frame) {
  layout_ = ui::work_layout(frame);
  look_into(frame, layout_.canvas, layout_.free);
}

void WorkScreen::reset_view() {
  if (const auto* patch = patches_.now())
    view_.eye().look_at(patch->centre, ui::working_zoom(attempt()), view_.now_us());
  else
    NeedleRoom::reset_view();
}

bool WorkScreen::owns(engine::geometry::Vec2 px) const {
  if (view_.hand().dragging() || drawn_by_ || (hand_.down() && !hand_.by_key())) return true;
  const ui::Point p{static_cast<float>(px.x), static_cast<float>(px.y)};
  if (!layout_.canvas.contains(p)) return false;
  if (overlay_list_ &&
      ui::overlay_list_rect(frame_, layout_, canvas::make_overlay_list(*attempt().site, layers_.on()))
          .contains(p))
    return false;
  return !layout_.tools.contains(p) && !layout_.gauges.contains(p) && !layout_.coach.contains(p) &&
         !layout_.navigator.contains(p);
}

Next WorkScreen::take(const platform::InputEvent& event) {
  if (const auto* e = std::get_if<platform::PointerReleased>(&event);
      e != nullptr && drawn_by_ == e->sample.device)
    drawn_by_.reset();
  if (const auto* e = std::get_if<platform::DeviceGone>(&event); e != nullptr && drawn_by_ == e->device)
    drawn_by_.reset();
  if (const auto* e = std::get_if<platform::FocusLost>(&event)) {
    drawn_by_.reset();
    stretch_.up();
    static_cast<void>(stretch_.apply(*sitting_, hand_.time(e->t_us)));
  }
  return NeedleRoom::take(event);
}

bool WorkScreen::press_otherwise(const platform::PointerPressed& e) {
  if (!view_.lens().pick(view_.hand().pointer()) &&
      !view_.tape().loose()) {  // twice beside the skin brings the patch back
    if (e.sample.t_us - missed_us_ < kTwiceUs) reset_view();
    missed_us_ = e.sample.t_us;
    return true;
  }
  if (view_.tape().loose() || !takes_needle() || !draws_line(attempt())) return false;
  drawn_by_ = e.sample.device;
  moved_otherwise(e.sample);
  return true;
}

void WorkScreen::moved_otherwise(const platform::PointerSample& sample) {
  if (drawn_by_ != sample.device || !draws_line(attempt())) return;
  const auto at = view_.lens().pick(sample.at);
  if (at && pencil_.add(attempt().site->canvas(), *at)) say({});
}

void WorkScreen::lifted() {
  if (!sitting_->read_only()) watch_.lifted(attempt());
}

bool WorkScreen::can(Command command) const {
  if (command == Command::Stretch) return true;  // the other hand, whatever the needle does
  if (command == Command::Needle) return takes_needle() && !draws_line(attempt());
  if (hand_.down()) return false;
  switch (command) {
    case Command::AskLeave:
    case Command::LeaveAndKeep:
    case Command::AskFinish:
    case Command::FinishNow:
    case Command::AskEndSession:
    case Command::EndSession:
    case Command::LineDone:
    case Command::Back:
    case Command::OpenTray:
    case Command::KeepDevice:
    case Command::ToggleStretch:
    case Command::PatchBack:
    case Command::PatchNext:
    case Command::NextMap:
    case Command::ToggleOverlays:
      return true;
    case Command::Onward:
      return !draws_line(attempt());
    case Command::Proceed:
      return draws_line(attempt());
    default:
      return NeedleRoom::can(command);
  }
}

Next WorkScreen::act(const Order& order) {
  switch (order.command) {
    case Command::Stretch:
      order.down ? stretch_.down(order.t_us) : stretch_.up();
      if (auto refused = stretch_.apply(*sitting_, hand_.time(order.t_us)); !refused.empty())
        say(std::move(refused));
      return Stay{};
    case Command::ToggleStretch:
      stretch_.toggle();
      if (auto refused = stretch_.apply(*sitting_, hand_.time(view_.now_us())); !refused.empty())
        say(std::move(refused));
      return Stay{};
    case Command::Onward:
      return onward();
    case Command::Proceed:
    case Command::LineDone:
      return line_done();
    case Command::AskFinish:
      return ask_first(runner::Onward::Finish, Command::FinishNow);
    case Command::FinishNow:
      if (auto ask = ask_saving(*sitting_, ui::SavingWhy::Finish, order.command)) return std::move(*ask);
      return go_on(runner::HandIn{sitting_->time(view_.now_us())});
    case Command::AskEndSession:
      return ask_first(runner::Onward::EndSession, Command::EndSession);
    case Command::EndSession:
      return go_on(runner::EndSession{sitting_->time(view_.now_us())});
    case Command::Back:
      return back();
    case Command::AskLeave:
      return leave_question(*sitting_);
    case Command::LeaveAndKeep:
      if (auto ask = ask_saving(*sitting_, ui::SavingWhy::Leave, order.command)) return std::move(*ask);
      remember_view(*preferences_, *sitting_, view_.eye());
      return leave(underway_);
    case Command::OpenTray:
      return tray_sheet(*sitting_);
    case Command::OpenDeviceCheck:
      watch_.answered();
      return NeedleRoom::act(order);
    case Command::KeepDevice:
      watch_.answered();
      if (const auto& name = devices_->in_use().name; !preferences_->knows(name))
        preferences_->keep_device(name, {});
      return Stay{};
    case Command::Undo:
    case Command::UndoDot:
      if (!pencil_.take_back())
        undo(order.command == Command::UndoDot ? engine::sim::UndoScope::Dot : engine::sim::UndoScope::Lift,
             true);
      return Stay{};
    case Command::PatchBack:
    case Command::PatchNext:
      to_patch(patches_.step(order.command == Command::PatchNext ? 1 : -1));
      return Stay{};
    case Command::LastDot: {
      const auto& dots = attempt().skin.dots;
      const auto last = std::find_if(dots.rbegin(), dots.rend(), [](const auto& d) { return !d.withdrawn; });
      if (last != dots.rend()) fly_to(view_, last->at, ui::working_zoom(attempt()));
      return Stay{};
    }
    case Command::NextEmpty:
      if (const auto p = canvas::emptiest(attempt())) fly_to(view_, *p, ui::working_zoom(attempt()));
      return Stay{};
    case Command::NextMap:
      if (const auto map = layers_.next_map(attempt().site->lesson()))
        toggle(*map);
      else
        say(words::say("This lesson shows no maps while you work; the review does."));
      return Stay{};
    case Command::ToggleOverlays:
      overlay_list_ = !overlay_list_;
      return Stay{};
    default:
      return NeedleRoom::act(order);
  }
}

Next WorkScreen::act_on(const ui::WorkIntents::One& intent) {
  return std::visit(ui::Each{[&](Command command) -> Next { return act_or_pass(command); },
                             [&](const ui::ToggleOverlay& i) -> Next {
                               toggle(i.overlay);
                               return Stay{};
                             },
                             [&](const ui::FlyToPatch& i) -> Next {
                               to_patch(patches_.go_to(static_cast<std::size_t>(i.patch)));
                               return Stay{};
                             },
                             [&](const ui::LookFrom& i) -> Next {
                               view_.eye().stand(i.view, view_.now_us());
                               return Stay{};
                             }},
                    intent);
}

// ---- the way

Next WorkScreen::onward() {
  const bool session = runner::onward(attempt()) == runner::Onward::EndSession;
  return act({.command = session ? Command::AskEndSession : Command::AskFinish});
}

Next WorkScreen::ask_first(runner::Onward onward, Command then) {
  const auto doubt = runner::doubt_about(attempt(), onward);
  return doubt ? question_sheet(ui::make_doubt_question(*doubt)) : act({.command = then});
}

Next WorkScreen::back() {
  if (overlay_list_) {
    overlay_list_ = false;
    return Stay{};
  }
  if (view_.tape().out()) {
    view_.tape().clear();
    return Stay{};
  }
  return act({.command = Command::AskLeave});
}

Next WorkScreen::line_done() {
  if (!pencil_.is_line()) {
    say(words::say("A line needs two points at least."));
    return Stay{};
  }
  const engine::core::AttemptTime t = sitting_->time(view_.now_us());
  if (auto drawn = sitting_->act(runner::DrawHairline{t, pencil_.points()}); !drawn) {
    say(drawn.error().message);
    return Stay{};
  }
  pencil_.clear();
  return go_on(runner::GoOn{t});
}

Next WorkScreen::go_on(const runner::Intent& intent) {
  const auto healings = attempt().skin.healings.size();
  Next next = go(underway_, intent, From::Work);
  if (underway_.sitting == nullptr || attempt().skin.healings.size() == healings) return next;
  // The skin has healed, and the next treatment session begins.
  layers_.forget();
  say({});
  patches_.go_to_first();
  reset_view();
  return question_sheet(ui::make_healed_note(attempt()));
}

Next WorkScreen::tick(engine::core::SteadyTime now_us) {
  NeedleRoom::tick(now_us);
  if (std::exchange(note_due_, false)) return question_sheet(ui::make_healed_note(attempt()));
  if (!hand_.down() && now_us - remembered_us_ > kRememberUs) {
    remembered_us_ = now_us;
    remember_view(*preferences_, *sitting_, view_.eye());
  }
  const engine::core::AttemptTime now = sitting_->time(now_us);
  if (!hand_.down() && runner::time_is_up(attempt(), now)) return finish(underway_, now_us);
  const engine::core::Span seconds{now.us / 1'000'000 * 1'000'000};
  return Stay{.redraw = std::exchange(shown_, seconds) != seconds};
}

// ---- the work

void WorkScreen::to_patch(bool there) {
  if (!there) return;
  reset_view();
  say(patches_.words());
}

void WorkScreen::toggle(ui::Overlay overlay) {
  layers_.toggle(overlay);
  if (!layers_.shows(overlay)) return;
  if (const auto cue = canvas::cue_of(overlay); !cue.empty())
    sitting_->note(runner::CueUsed{sitting_->time(view_.now_us()), std::string(cue)});
  if (overlay == ui::Overlay::Expert && !layers_.knows_expert())
    layers_.set_expert(experts_places(attempt()));
}

}  // namespace trainer::app
