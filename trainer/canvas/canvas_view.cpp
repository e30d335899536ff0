#include "trainer/canvas/canvas_view.h"

#include <imgui.h>

#include "trainer/canvas/loupe.h"
#include "trainer/words/say.h"

namespace trainer::canvas {

using ui::Command;

namespace {

constexpr engine::core::Radians kTurn = engine::core::radians_from_degrees(5.0),
                                kTurnALittle = engine::core::radians_from_degrees(1.0);
constexpr engine::core::Degrees kRoll{5.0}, kLamp{15.0};
constexpr double kNudgePt = 40.0;

// By a step of the keys; other commands do nothing.
void move(EyeMoves eye, Command command) {
  switch (command) {
    case Command::Square:
      return eye.square();
    case Command::TurnLeft:
      return eye.turn(-kTurn, {});
    case Command::TurnRight:
      return eye.turn(kTurn, {});
    case Command::TurnUp:
      return eye.turn({}, kTurn);
    case Command::TurnDown:
      return eye.turn({}, -kTurn);
    case Command::TurnLeftALittle:
      return eye.turn(-kTurnALittle, {});
    case Command::TurnRightALittle:
      return eye.turn(kTurnALittle, {});
    case Command::TurnUpALittle:
      return eye.turn({}, kTurnALittle);
    case Command::TurnDownALittle:
      return eye.turn({}, -kTurnALittle);
    case Command::NudgeLeft:
      return eye.nudge({kNudgePt, 0});
    case Command::NudgeRight:
      return eye.nudge({-kNudgePt, 0});
    case Command::NudgeUp:
      return eye.nudge({0, kNudgePt});
    case Command::NudgeDown:
      return eye.nudge({0, -kNudgePt});
    case Command::RollLeft:
      return eye.roll(-kRoll);
    case Command::RollRight:
      return eye.roll(kRoll);
    case Command::LampLeft:
      return eye.turn_light(-kLamp);
    case Command::LampRight:
      return eye.turn_light(kLamp);
    default:
      return;
  }
}

}  // namespace

CanvasView::CanvasView(std::shared_ptr<const assessment::Site> site, Picture& picture)
    : site_(std::move(site)), picture_(&picture), eye_(site_->canvas()) {
  picture_->set_site(*site_);
  picture_->show_for(this);
}

void CanvasView::show_again() {
  if (picture_->shown_for(this)) return;
  picture_->set_site(*site_);
  picture_->show_for(this);
}

engine::core::Result<void> CanvasView::restore() {
  if (picture_->has_renderer()) return {};
  picture_->show_for(this);
  return picture_->restore(site_.get());
}

void CanvasView::place(const ui::Rect& picture, const ui::Rect& free, double scale, bool cuts) {
  eye_.set_cuts(cuts);
  eye_.place(picture, free, scale);
}

bool CanvasView::knows(Command command) {
  return command >= Command::MoveByHand && command <= Command::LookFrom && command != Command::NextMap &&
         command != Command::ToggleOverlays && command != Command::ResetView;
}

void CanvasView::act(Command command, bool down, int number, engine::core::SteadyTime t_us) {
  switch (command) {
    case Command::MoveByHand:
      return hand_.move_picture(down);
    case Command::HoldMirror:
      down ? mirror_.down(t_us) : mirror_.up();
      return set_mirror();
    case Command::Mirror:
      mirror_.toggle();
      return set_mirror();
    case Command::HoldLoupe:
      return down ? loupe_.down(t_us) : loupe_.up();
    case Command::ToggleLoupe:
      return loupe_.toggle();
    case Command::WholeView:
      return eye_.whole_or_back(now_us_);
    case Command::ShowWhole:
      return eye_.whole(now_us_);
    case Command::LookFrom:
      return eye_.stand(number - 1, now_us_);
    case Command::ZoomIn:
      return hand_.step(1);
    case Command::ZoomOut:
      return hand_.step(-1);
    case Command::Tape:
      if (const auto p = hand_.over() ? lens().pick(hand_.pointer()) : std::nullopt) tape_.press(*p);
      return;
    default:
      return move(eye_.moves(), command);
  }
}

void CanvasView::set_mirror() {
  eye_.moves().set_mirror(mirror_.on());
}

void CanvasView::let_go() {
  hand_.let_go();
  mirror_.up();
  loupe_.up();
  if (!mirror_.on()) set_mirror();
}

bool CanvasView::tick(engine::core::SteadyTime now_us) {
  now_us_ = now_us;
  eye_.fly(now_us);
  flash_.tick(now_us);
  return moving();
}

bool CanvasView::moving() const {
  return picture_->waits() || flash_.on() || eye_.flying();
}

void CanvasView::draw(ui::Ui& ui, const runner::Attempt& attempt, std::span<const engine::skin::Dot> beside,
                      bool clay, float radius) {
  picture_->arrive();
  picture_->show(attempt, beside);
  picture_->set_clay(clay);
  const bool moving = eye_.flying() || hand_.dragging();
  const auto drawn = picture_->draw(lens().camera(), lens().viewport(), moving);
  const ui::Rect r = lens().picture();
  const auto id = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(drawn.texture));
  ImGui::GetWindowDrawList()->AddImageRounded(id, {r.x, r.y}, {r.right(), r.bottom()}, {0, 1}, {1, 0},
                                              ui::im(ui::ink::kCore), ui.px(radius));
  if (picture_->waits())
    ui.text_in(r, ui::Style::Body, ui.col(ui::Token::T2), words::say("The client is coming\u2026"),
               ui::Align::Centre);
}

void CanvasView::add_map(ui::CanvasInk& ink, const runner::Attempt& attempt, ui::Overlay map,
                         engine::core::AttemptTime moment_us) {
  map_.add_to(ink, attempt, map, moment_us, lens(), hand_.over_at());
}

void CanvasView::add_to(ui::CanvasInk& ink, const ui::Ui& ui, bool left_handed) {
  const auto pointer = hand_.over_at();
  ink.scale_bar_px = static_cast<float>(ui::kScaleBar.value * lens().camera().px_per_mm);
  if (tape_.out()) tape_.add_to(ink, site_->canvas(), lens(), pointer ? lens().pick(*pointer) : std::nullopt);
  if (loupe_.on() && pointer)
    if (auto loupe = loupe_at(*pointer, lens(), *picture_, ui, left_handed)) ink.loupe = loupe;
  flash_.add_to(ink, lens(), ui);
}

}  // namespace trainer::canvas
