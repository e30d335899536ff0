// Questions of theory: between the other steps of a lesson, behind them, and asked again before the work is
// handed in.
#include "engine/platform/clock.h"
#include "trainer/app/app.h"
#include "trainer/lessons/picture.h"

namespace trainer::app {

using engine::platform::steady_us;
using lessons::StepKind;

std::optional<std::size_t> App::question() const {
  if (!sitting_) return std::nullopt;
  return asked_again_ ? asked_again_ : runner::question_now(sitting_->attempt());
}

void App::enter_step() {
  runner::question_now(sitting_->attempt()) ? ask() : enter_work();
}

void App::ask() {
  first_.reset();
  theory_ = {};
  theory_.again = asked_again_.has_value();
  screen_ = Screen::Theory;
  message_.clear();
  overlay_list_ = false;
  lay_out();
  eye_->stand(5, now_us_);
  eye_->jump();
}

// From this step to the next that asks for something: a question, a line, needle work.
void App::next_step() {
  const auto& steps = sitting_->attempt().site->lesson().steps;
  bool healed = false;
  for (;;) {
    const auto next = static_cast<std::size_t>(sitting_->attempt().step) + 1;
    if (next >= steps.size() || steps[next].kind == StepKind::Review) return hand_in();
    if (auto done = sitting_->act(runner::NextStep{sitting_->time(steady_us())}); !done)
      return fail_softly(done.error().message);
    healed = healed || steps[next].kind == StepKind::Healing;
    if (steps[next].kind == StepKind::Healing || steps[next].kind == StepKind::Brief) continue;
    enter_step();
    if (healed) sheet_ = Sheet::Healed;
    return;
  }
}

// Questions that stand behind the work come first, then those that shall be asked again.
void App::hand_in() {
  sheet_ = Sheet::None;
  interrupt(steady_us());
  const auto& steps = sitting_->attempt().site->lesson().steps;
  std::size_t step = static_cast<std::size_t>(sitting_->attempt().step) + 1;
  while (step < steps.size() && steps[step].kind != StepKind::Theory && steps[step].kind != StepKind::Healing)
    ++step;
  if (step < steps.size() && steps[step].kind == StepKind::Theory) {
    while (static_cast<std::size_t>(sitting_->attempt().step) < step)
      if (auto done = sitting_->act(runner::NextStep{sitting_->time(steady_us())}); !done)
        return fail_softly(done.error().message);
    return ask();
  }
  if (ask_again_.empty()) return finish_work();
  asked_again_ = ask_again_.front();
  ask_again_.pop_front();
  ask();
}

void App::choose_answer(int answer) {
  const auto q = question();
  if (!q || screen_ != Screen::Theory || ui::make_theory_view(sitting_->attempt(), *q, theory_).answered)
    return;
  if (answer >= 0 &&
      answer < static_cast<int>(sitting_->attempt().site->question(*q).question.answers.size()))
    theory_.chosen = answer;
}

void App::confirm_answer() {
  const auto q = question();
  if (!q || !theory_.chosen) return;
  const runner::AnswerQuestion answer{sitting_->time(now_us_), static_cast<std::int32_t>(*q),
                                      *theory_.chosen};
  if (auto done = sitting_->act(answer); !done) return fail_softly(done.error().message);
  theory_.answered = true;
}

void App::next_question() {
  const auto q = question();
  if (!q || !ui::make_theory_view(sitting_->attempt(), *q, theory_).answered) return;
  if (theory_.later) ask_again_.push_back(*q);
  if (!asked_again_) return next_step();
  asked_again_.reset();
  hand_in();
}

void App::theory_key(const engine::platform::KeyChanged& e) {
  if (e.key == engine::platform::Key::Character && !e.modifiers.shift && !e.modifiers.ctrl &&
      e.symbol >= '1' && e.symbol <= '5')
    choose_answer(e.symbol - '1');
}

// The picture of the question in the place of the canvas, as large as fits.
void App::draw_question_picture(const ui::Rect& r) {
  const auto& file = sitting_->attempt().site->question(*question()).question.picture;
  if (file.empty()) return;
  if (question_picture_of_ != file) {
    question_picture_of_ = file;
    question_picture_ = {};
    if (const auto picture = lessons::picture_in(sitting_->package(), file)) {
      question_picture_ = engine::gl::Texture(
          {.width = picture->width, .height = picture->height, .filter = engine::gl::Filter::Mipmap});
      question_picture_.upload(std::span<const std::uint8_t>(picture->rgba));
    }
  }
  ui_.fill(r, ui_.col(ui::Token::Bg));
  if (!question_picture_) return;
  const ui::Rect room = r.inset(ui_.px(24));
  const float w = static_cast<float>(question_picture_.width()),
              h = static_cast<float>(question_picture_.height());
  const float scale = std::min(room.w / w, room.h / h);
  const ui::Point low{room.centre().x - w * scale / 2, room.centre().y - h * scale / 2};
  const auto id = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(question_picture_.name()));
  ImGui::GetWindowDrawList()->AddImageRounded(id, {low.x, low.y}, {low.x + w * scale, low.y + h * scale},
                                              {0, 0}, {1, 1}, ui::im(ui::ink::kCore), ui_.px(8));
}

}  // namespace trainer::app
