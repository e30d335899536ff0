#include "trainer/app/app.h"

namespace trainer::app {

using engine::platform::Key;
using engine::platform::KeyChanged;
using ui::Command;

namespace {

// The keys for the other hand, where the left one holds the pen (ui: hands). With Alt they mean what they
// mean otherwise.
KeyChanged for_left_hand(KeyChanged e) {
  struct Pair {
    char from, to;
  };
  constexpr Pair kPairs[] = {{'u', 'z'}, {'j', 'l'}, {'o', 'q'}, {'p', 'e'}, {'i', 'w'}, {'k', 's'}};
  if (e.key != Key::Character || e.modifiers.ctrl) return e;
  for (const Pair& pair : kPairs)
    if (e.symbol == pair.from) {
      if (!e.modifiers.alt) e.symbol = pair.to;
      e.modifiers.alt = false;
      break;
    }
  return e;
}

}  // namespace

void App::handle_key(const KeyChanged& pressed) {
  const bool working = screen_ == Screen::Work || screen_ == Screen::FirstRun;
  const KeyChanged e = settings_.left_handed && working ? for_left_hand(pressed) : pressed;
  now_us_ = e.t_us;
  if (e.key == Key::Space) hand_.space = e.down && screen_ != Screen::Debrief;
  // The needle without a button; the keyboard's repeats mean nothing.
  if (e.key == Key::Character && e.symbol == 'd' && !e.modifiers.ctrl && takes_needle() && !pencil()) {
    if (e.down && !e.repeat && !hand_.needle && over_canvas(hand_.at))
      needle_down({.t_us = e.t_us, .at = hand_.at}, true);
    if (!e.down && hand_.needle && hand_.by_key) needle_up({.t_us = e.t_us, .at = hand_.at});
    return;
  }
  if (held_key(e)) return;
  if (!e.down || hand_.needle) return;
  if (e.key == Key::Tab) return ui_.focus.move(e.modifiers.shift ? -1 : 1);
  if (e.key == Key::Escape) return press_escape();
  if (e.key == Key::Enter) return press_enter(e);
  if (e.key == Key::F11) return window_.toggle_full_screen();
  if (e.key == Key::F1 ||
      (e.key == Key::Character && (e.symbol == '?' || (e.symbol == '/' && e.modifiers.shift))))
    return act(Command::OpenHelp);
  if (e.key == Key::Character && e.symbol == ',' && e.modifiers.ctrl) return act(Command::OpenSettings);
  if (sheet_ != Sheet::None || !eye_) return;
  // A key may change the screen; it means nothing to the one after.
  const Screen screen = screen_;
  if (screen == Screen::Debrief) review_key(e);
  if (screen == Screen::Healed) healed_key(e);
  if (screen == Screen::Theory) return theory_key(e);
  if (screen_ == Screen::Work || screen_ == Screen::FirstRun) work_key(e);
  view_key(e);
}

// Keys that mean something while they are held: stretch, mirror and loupe.
bool App::held_key(const KeyChanged& e) {
  // The other hand stretches before, while and after the needle is down; it lets go whatever lies over the
  // work.
  if (e.key == Key::Character && e.symbol == 's' && screen_ == Screen::Work && !e.modifiers.ctrl) {
    if (e.down && !e.repeat && sheet_ == Sheet::None) stretch_.down(e.t_us);
    if (!e.down) stretch_.up();
    stretch(e.t_us);
    return true;
  }
  if (e.key != Key::Character || e.modifiers.ctrl || e.modifiers.shift || sheet_ != Sheet::None || !eye_)
    return false;
  const bool working = screen_ == Screen::Work || screen_ == Screen::FirstRun;
  HoldOrLatch* held = e.symbol == 'm' && working ? &mirror_ : e.symbol == 'l' && working ? &loupe_ : nullptr;
  if (held == nullptr) return false;
  if (e.down && !e.repeat && !hand_.needle) held->down(e.t_us);
  if (!e.down) held->up();
  if (held == &mirror_ && eye_->camera().mirrored != mirror_.on) set_mirror(mirror_.on);
  return true;
}

void App::press_enter(const KeyChanged& e) {
  if (ui_.focus.at != 0) {
    ui_.focus.press = true;
    return;
  }
  if (sheet_ == Sheet::AskFinish || sheet_ == Sheet::AskEndSession || sheet_ == Sheet::AskLeave)
    return act(Command::KeepWorking);
  if (sheet_ == Sheet::DeviceCheck && check_ && !check_->done()) return;
  if (sheet_ == Sheet::DeviceCheck && check_) {
    const auto report = check_->report();
    if (report.press_us)
      return act(report.reach == engine::sim::Reach::Centre ? Command::UseCheck : Command::CheckAgain);
  }
  if (sheet_ != Sheet::None) return act(Command::CloseSheet);
  switch (screen_) {
    case Screen::Work:
      if (pencil())
        act(Command::LineDone);
      else if (e.modifiers.ctrl)
        act(ui::another_session_follows(sitting_->attempt()) ? Command::AskEndSession : Command::AskFinish);
      break;
    case Screen::FirstRun: {
      const auto part = first_->state().part;
      const bool ready = part == ui::FirstPart::Compare ||
                         (part == ui::FirstPart::Crosses && first_->state().answers.size() >= 10) ||
                         (part == ui::FirstPart::Window &&
                          first_->state().window_dots * 10 >= first_->state().window_asked * 6);
      if (ready) act(Command::NextPart);
      break;
    }
    case Screen::Brief:
      if (broken_off_)
        act(ui::Intent{ui::ContinueRecord{broken_off_->record}});
      else
        act(Command::StartWork);
      break;
    case Screen::Theory:
      act(ui::make_theory_view(sitting_->attempt(), *question(), theory_).answered ? Command::NextQuestion
                                                                                   : Command::ConfirmAnswer);
      break;
    case Screen::Debrief:
      act(review_->view().actions.front().command);
      break;
    case Screen::Healed:
      act(Command::BackToReview);
      break;
    case Screen::Home:
      if (home_.go_on)
        act(ui::Intent{ui::ContinueRecord{home_.go_on->record}});
      else if (!home_.lessons.empty())
        act(ui::Intent{ui::OpenLesson{home_.lessons.front().path}});
      break;
  }
}

void App::press_escape() {
  if (ui_.focus.at != 0) {
    ui_.focus.at = 0;
    return;
  }
  if (sheet_ == Sheet::AskFinish || sheet_ == Sheet::AskEndSession || sheet_ == Sheet::AskLeave)
    return act(Command::KeepWorking);
  if (sheet_ != Sheet::None) return act(Command::CloseSheet);
  if (overlay_list_) {
    overlay_list_ = false;
    return;
  }
  if (tape_.out()) return tape_.clear();
  if (screen_ == Screen::Work || screen_ == Screen::Theory) return act(Command::AskLeave);
  if (screen_ == Screen::Healed) return act(Command::BackToReview);
  if (screen_ == Screen::Brief || screen_ == Screen::Debrief) act(Command::GoHome);
}

void App::view_key(const KeyChanged& e) {
  const bool shift = e.modifiers.shift, alt = e.modifiers.alt;
  const double turn = shift ? 1.0 : 5.0;
  switch (e.key) {
    case Key::Left:
      return alt ? eye_->nudge({40, 0}) : eye_->turn(-turn, 0);
    case Key::Right:
      return alt ? eye_->nudge({-40, 0}) : eye_->turn(turn, 0);
    case Key::Up:
      return alt ? eye_->nudge({0, 40}) : eye_->turn(0, turn);
    case Key::Down:
      return alt ? eye_->nudge({0, -40}) : eye_->turn(0, -turn);
    default:
      break;
  }
  if (e.key != Key::Character || e.modifiers.ctrl) return;
  const Vec2 at = over_canvas(hand_.at) ? hand_.at : Vec2{eye_->free().centre().x, eye_->free().centre().y};
  switch (e.symbol) {
    case '+':
    case '=':
      return eye_->zoom(at, 1.15);
    case '-':
      return eye_->zoom(at, 1.0 / 1.15);
    case 'q':
      return shift ? eye_->turn_light(-15) : eye_->roll(-5);
    case 'e':
      return shift ? eye_->turn_light(15) : eye_->roll(5);
    case 'r':
      return shift ? eye_->whole(now_us_) : act(Command::ResetView);
    case 'v':
      return act(Command::WholeView);
    case 'c':
      return act(Command::Square);
    case 'x':
      if (const auto p = eye_->pick(hand_.at); p && over_canvas(hand_.at)) tape_.press(*p);
      return;
    case 'h':
      return shift ? act(Command::NextMap) : void();
    default:
      break;
  }
  if (shift && e.symbol >= '1' && e.symbol <= '5') act(ui::Intent{ui::LookFrom{e.symbol - '1'}});
  if (shift && e.symbol == '6') act(Command::Mirror);
}

void App::work_key(const KeyChanged& e) {
  if (e.key == Key::Home) return act(Command::LastDot);
  if (e.key == Key::PageUp) return to_patch(-1);
  if (e.key == Key::PageDown) return to_patch(1);
  if (e.key != Key::Character) return;
  switch (e.symbol) {
    case 'z':
      return undo(e.modifiers.shift ? engine::sim::UndoScope::Dot : engine::sim::UndoScope::Lift);
    case 'y':
      return act(Command::Redo);
    case 'n':
      return act(Command::NextEmpty);
    case 'o':
      return act(Command::ToggleOverlays);
    case '1':
      if (screen_ == Screen::Work && !e.modifiers.shift) act(Command::OpenTray);
      return;
    case 'w':
      return to_patch(e.modifiers.shift ? -1 : 1);
    case '[':
      return shift_depth(-20);
    case ']':
      return shift_depth(20);
    default:
      break;
  }
}

void App::healed_key(const KeyChanged& e) {
  if (e.key != Key::Character || e.modifiers.shift || e.modifiers.ctrl) return;
  if (e.symbol == ',') years_->step(-1);
  if (e.symbol == '.') years_->step(1);
  if (e.symbol == 't') act(Command::BackToReview);
}

void App::review_key(const KeyChanged& e) {
  if (e.key == Key::Space && !e.repeat) return review_->toggle_play();
  if (e.key == Key::Character && e.symbol == 'l' && e.modifiers.shift) return loupe_.toggle();
  if (e.key != Key::Character || e.modifiers.shift) return;
  const auto now = review_->panel().playhead_us;
  switch (e.symbol) {
    case ',':
      return review_->step_dot(-1);
    case '.':
      return review_->step_dot(1);
    case 'j':
      return review_->seek(now - 5'000'000);
    case 'l':
      return review_->seek(now + 5'000'000);
    case 't':
      return act(Command::OpenHealed);
    default:
      break;
  }
  if (e.symbol >= '1' && e.symbol <= '9') choose_line(e.symbol - '1');
}

}  // namespace trainer::app
