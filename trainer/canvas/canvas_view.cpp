#include "trainer/canvas/canvas_view.h"

#include <imgui.h>

#include <cmath>

namespace trainer::canvas {

using engine::platform::Button;
using ui::Command;

namespace {

constexpr engine::core::Span kFlashUs{1'200'000};
constexpr double kZoomStep = 1.15;  // of a notch or a press
constexpr engine::core::Radians kTurn = engine::core::radians_from_degrees(5.0),
                                kTurnALittle = engine::core::radians_from_degrees(1.0);
constexpr double kRollDeg = 5.0, kLampDeg = 15.0;
constexpr double kNudgePt = 40.0;
constexpr double kLoupeTimes = 3.0;

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
  const Vec2 centre{eye_.free().centre().x, eye_.free().centre().y};
  const Vec2 at = over_ ? pointer_ : centre;
  switch (command) {
    case Command::MoveByHand:
      by_hand_ = down;
      return;
    case Command::HoldMirror:
      down ? mirror_.down(t_us) : mirror_.up();
      return eye_.set_mirror(mirror_.on());
    case Command::Mirror:
      mirror_.toggle();
      return eye_.set_mirror(mirror_.on());
    case Command::HoldLoupe:
      return down ? loupe_.down(t_us) : loupe_.up();
    case Command::ToggleLoupe:
      return loupe_.toggle();
    case Command::WholeView:
      return eye_.whole_or_back(now_us_);
    case Command::ShowWhole:
      return eye_.whole(now_us_);
    case Command::Square:
      return eye_.square();
    case Command::ZoomIn:
      return eye_.zoom(at, kZoomStep);
    case Command::ZoomOut:
      return eye_.zoom(at, 1.0 / kZoomStep);
    case Command::TurnLeft:
      return eye_.turn(-kTurn, {});
    case Command::TurnRight:
      return eye_.turn(kTurn, {});
    case Command::TurnUp:
      return eye_.turn({}, kTurn);
    case Command::TurnDown:
      return eye_.turn({}, -kTurn);
    case Command::TurnLeftALittle:
      return eye_.turn(-kTurnALittle, {});
    case Command::TurnRightALittle:
      return eye_.turn(kTurnALittle, {});
    case Command::TurnUpALittle:
      return eye_.turn({}, kTurnALittle);
    case Command::TurnDownALittle:
      return eye_.turn({}, -kTurnALittle);
    case Command::NudgeLeft:
      return eye_.nudge({kNudgePt, 0});
    case Command::NudgeRight:
      return eye_.nudge({-kNudgePt, 0});
    case Command::NudgeUp:
      return eye_.nudge({0, kNudgePt});
    case Command::NudgeDown:
      return eye_.nudge({0, -kNudgePt});
    case Command::RollLeft:
      return eye_.roll(-kRollDeg);
    case Command::RollRight:
      return eye_.roll(kRollDeg);
    case Command::LampLeft:
      return eye_.turn_light(-kLampDeg);
    case Command::LampRight:
      return eye_.turn_light(kLampDeg);
    case Command::Tape:
      if (const auto p = over_ ? eye_.pick(pointer_) : std::nullopt) tape_.press(*p);
      return;
    case Command::LookFrom:
      return eye_.stand(number - 1, now_us_);
    default:
      return;
  }
}

void CanvasView::press(const engine::platform::PointerPressed& e) {
  pointer_ = e.sample.at;
  dragged_by_ = e.sample.device;
  const bool pen = e.sample.kind != engine::platform::PointerKind::Mouse;
  if (pen && e.button != Button::Left) {  // on its barrel
    drag_ = Button::Right;
  } else if (e.button == Button::Left && !by_hand_) {
    if (!tape_.loose())
      drag_ = eye_.head() ? Button::Right : Button::Middle;
    else if (const auto end = eye_.pick(pointer_))  // it is in the hand
      tape_.press(*end);
  } else if (e.button != Button::Other) {
    drag_ = e.button == Button::Left ? Button::Middle : e.button;
  }
}

void CanvasView::move(const engine::platform::PointerSample& sample, bool over) {
  const Vec2 before = pointer_;
  pointer_ = sample.at;
  over_ = over;
  if (drag_) eye_.drag(before, pointer_, *drag_, sample.modifiers.ctrl);
}

void CanvasView::let_go() {
  drag_.reset();
  by_hand_ = false;
  mirror_.up();
  loupe_.up();
  if (!mirror_.on()) eye_.set_mirror(false);
}

double CanvasView::zoom_of(double notches) {
  return std::pow(kZoomStep, notches);
}

void CanvasView::flash(CanvasPoint at) {
  flash_ = Flash{at, now_us_ + kFlashUs};
}

bool CanvasView::tick(engine::core::SteadyTime now_us) {
  now_us_ = now_us;
  eye_.fly(now_us);
  if (flash_ && now_us > flash_->until_us) flash_.reset();
  return moving();
}

bool CanvasView::moving() const {
  return picture_->waits() || flash_ || eye_.flying();
}

void CanvasView::draw(ui::Ui& ui, const runner::Attempt& attempt, std::span<const engine::skin::Dot> beside,
                      bool clay, float radius) {
  picture_->arrive();
  picture_->show(attempt, beside);
  picture_->set_clay(clay);
  const auto drawn = picture_->draw(eye_.camera(), eye_.viewport(), eye_.flying() || dragging());
  const ui::Rect r = eye_.picture();
  const auto id = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(drawn.texture));
  ImGui::GetWindowDrawList()->AddImageRounded(id, {r.x, r.y}, {r.right(), r.bottom()}, {0, 1}, {1, 0},
                                              ui::im(ui::ink::kCore), ui.px(radius));
  if (picture_->waits())
    ui.text_in(r, ui::Style::Body, ui.col(ui::Token::T2), "The client is coming\u2026", ui::Align::Centre);
}

void CanvasView::add_map(ui::CanvasInk& ink, const runner::Attempt& attempt, ui::Overlay map,
                         engine::core::AttemptTime moment_us) {
  map_.add_to(ink, attempt, map, moment_us, eye_, over_ ? std::optional(pointer_) : std::nullopt);
}

void CanvasView::add_to(ui::CanvasInk& ink, const ui::Ui& ui, bool left_handed) {
  ink.five_mm_px = static_cast<float>(5.0 * eye_.camera().px_per_mm);
  if (tape_.out()) tape_.add_to(ink, site_->canvas(), eye_, over_ ? eye_.pick(pointer_) : std::nullopt);
  if (loupe_.on() && over_) add_loupe(ink, ui, left_handed);
  if (!flash_) return;
  if (const auto p = eye_.project(flash_->at)) ink.marks.push_back({*p, ui.px(22), ui::Token::Ac});
}

// In the upper corner away from the hand; in the other one when the needle comes near.
void CanvasView::add_loupe(ui::CanvasInk& ink, const ui::Ui& ui, bool left_handed) {
  const auto camera = eye_.magnified(pointer_, kLoupeTimes);
  if (!camera) return;
  const float radius = ui.px(110), edge = ui.px(8);
  const int side = std::max(2, static_cast<int>(std::lround(2 * radius)));
  const auto drawn = picture_->draw_loupe(*camera, {side, side});
  const ui::Rect free = eye_.free();
  const float left = free.x + radius + edge, right = free.right() - radius - edge, y = free.y + radius + edge;
  const bool near_top = pointer_.y < y + 2 * radius;
  bool on_right = left_handed;
  if (near_top && std::fabs(pointer_.x - (on_right ? right : left)) < 2 * radius) on_right = !on_right;
  ink.loupe = ui::InkLoupe{
      {on_right ? right : left, y}, radius, drawn.texture, static_cast<float>(camera->px_per_mm)};
}

}  // namespace trainer::canvas
