#include "trainer/app/screens/theory_screen.h"

#include <imgui.h>

#include <algorithm>

#include "trainer/app/clock_words.h"
#include "trainer/app/sheets/device_check_sheet.h"
#include "trainer/app/sheets/question_sheet.h"
#include "trainer/app/sheets/saving_sheet.h"
#include "trainer/canvas/overlay.h"
#include "trainer/lessons/picture.h"
#include "trainer/words/saving.h"

namespace trainer::app {

using ui::Command;

namespace {

constexpr int kThreeQuarter = 5;  // of the eye's standard views
constexpr int kMostAnswers = 5;

}  // namespace

TheoryScreen::TheoryScreen(Underway underway, canvas::Picture& picture, Preferences& preferences, bool healed)
    : CanvasRoom(underway.attempt().site, picture, preferences),
      underway_(std::move(underway)),
      in_force_(*underway_.sitting, preferences),
      note_due_(healed) {
  panel_.again = underway_.asked_again.has_value();
}

void TheoryScreen::arrive(const std::string& said) {
  CanvasRoom::arrive(said);
  static_cast<void>(in_force_.end_check(view_.now_us()));  // it is seen where a needle works
}

void TheoryScreen::place(const ui::Frame& frame) {
  layout_ = ui::brief_layout(frame);
  look_into(frame, layout_.canvas, layout_.canvas.inset(frame.px(24)));
}

void TheoryScreen::reset_view() {
  view_.eye().stand(kThreeQuarter, view_.now_us());
}

bool TheoryScreen::owns(engine::geometry::Vec2 px) const {
  return view_.hand().dragging() ||
         layout_.canvas.contains({static_cast<float>(px.x), static_cast<float>(px.y)});
}

ui::TheoryView TheoryScreen::question_view() const {
  return ui::make_theory_view(attempt(), *underway_.question(), panel_);
}

bool TheoryScreen::can(Command command) const {
  switch (command) {
    case Command::AskLeave:
    case Command::Back:
    case Command::LeaveAndKeep:
    case Command::Proceed:
    case Command::ChooseNumber:
    case Command::ConfirmAnswer:
    case Command::NextQuestion:
    case Command::AskAgainLater:
    case Command::OpenDeviceCheck:
      return true;
    default:
      return false;
  }
}

Next TheoryScreen::act(const Order& order) {
  switch (order.command) {
    case Command::AskLeave:
    case Command::Back:
      return leave_question(*underway_.sitting);
    case Command::LeaveAndKeep:
      if (auto ask = ask_saving(*underway_.sitting, ui::SavingWhy::Leave, order.command))
        return std::move(*ask);
      return leave(underway_);
    case Command::Proceed:
      return question_view().answered ? go_on() : confirm();
    case Command::OpenDeviceCheck:
      in_force_.begin_check(view_.now_us());
      return device_check_sheet();
    case Command::ConfirmAnswer:
      return confirm();
    case Command::NextQuestion:
      return go_on();
    case Command::ChooseNumber:
      choose(order.number - 1);
      return Stay{};
    case Command::AskAgainLater:
      panel_.later = !panel_.later;
      return Stay{};
    default:
      return Stay{};
  }
}

Next TheoryScreen::act_on(const ui::TheoryIntents::One& intent) {
  return std::visit(ui::Each{[&](Command command) -> Next { return act_or_pass(command); },
                             [&](const ui::ChooseAnswer& i) -> Next {
                               choose(i.answer);
                               return Stay{};
                             }},
                    intent);
}

void TheoryScreen::choose(int answer) {
  const auto count = attempt().site->question(*underway_.question()).question.answers.size();
  if (question_view().answered || answer < 0 ||
      answer >= std::min<int>(static_cast<int>(count), kMostAnswers))
    return;
  panel_.chosen = answer;
}

Next TheoryScreen::confirm() {
  if (!panel_.chosen || question_view().answered) return Stay{};
  const auto question = static_cast<std::int32_t>(*underway_.question());
  const runner::AnswerQuestion answer{underway_.sitting->time(view_.now_us()), question, *panel_.chosen};
  if (auto done = underway_.sitting->act(answer); done) panel_.answered = true;
  return Stay{};
}

Next TheoryScreen::go_on() {
  if (!question_view().answered) return Stay{};
  if (panel_.later) underway_.ask_again.push_back(*underway_.question());
  const engine::core::AttemptTime t = underway_.sitting->time(view_.now_us());
  if (!underway_.asked_again) return go(underway_, runner::GoOn{t}, From::Question);
  underway_.asked_again.reset();
  return go(underway_, runner::HandIn{t}, From::Question);
}

Next TheoryScreen::tick(engine::core::SteadyTime now_us) {
  CanvasRoom::tick(now_us);
  if (std::exchange(note_due_, false)) return question_sheet(ui::make_healed_note(attempt()));
  const engine::core::AttemptTime now = underway_.sitting->time(now_us);
  if (runner::time_is_up(attempt(), now)) return finish(underway_, now_us);
  const engine::core::Span seconds{now.us / 1'000'000 * 1'000'000};
  return Stay{.redraw = std::exchange(shown_, seconds) != seconds};
}

void TheoryScreen::draw(ui::Ui& ui, Asked& asked) {
  view_.draw(ui, attempt(), {}, false, 0);
  if (!view_.picture().waits()) {
    ui::CanvasInk ink;
    canvas::add_ground(attempt(), view_.lens(), ink);
    canvas::add_no_go(attempt(), view_.lens(), ink);
    ui::draw_ink(ui, view_.lens().picture(), view_.lens().free(), ink);
  }
  auto view = question_view();
  view.clock = clock_words(*underway_.sitting, view_.now_us());
  if (const auto& refused = underway_.sitting->recording()->refused(); !refused.empty())
    view.saving = words::action_refused(refused);
  draw_picture(ui, layout_.canvas);
  ui::TheoryIntents intents;
  ui::draw_theory(ui, layout_, view, intents);
  ask(intents, *this, asked);
}

// The picture of the question in the place of the canvas, as large as fits.
void TheoryScreen::draw_picture(const ui::Ui& ui, const ui::Rect& r) {
  const auto& file = attempt().site->question(*underway_.question()).question.picture;
  if (file.empty()) return;
  if (picture_of_ != file && view_.picture().has_renderer()) {
    picture_of_ = file;
    if (const auto picture = lessons::picture_in(underway_.sitting->package(), file)) {
      picture_ = engine::gl::Texture(
          {.width = picture->width, .height = picture->height, .filter = engine::gl::Filter::Mipmap});
      picture_.upload(std::span<const std::uint8_t>(picture->rgba));
    }
  }
  ui.fill(r, ui.col(ui::Token::Bg));
  if (!picture_) return;
  const ui::Rect room = r.inset(ui.px(24));
  const float w = static_cast<float>(picture_.width()), h = static_cast<float>(picture_.height());
  const float scale = std::min(room.w / w, room.h / h);
  const ui::Point low{room.centre().x - w * scale / 2, room.centre().y - h * scale / 2};
  const auto id = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(picture_.name()));
  ImGui::GetWindowDrawList()->AddImageRounded(id, {low.x, low.y}, {low.x + w * scale, low.y + h * scale},
                                              {0, 0}, {1, 1}, ui::im(ui::ink::kCore), ui.px(8));
}

engine::core::Result<void> TheoryScreen::graphics(Graphics now) {
  picture_ = {};
  picture_of_.clear();
  return CanvasRoom::graphics(now);
}

}  // namespace trainer::app
