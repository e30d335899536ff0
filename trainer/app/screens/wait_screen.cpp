#include "trainer/app/screens/wait_screen.h"

#include <utility>

namespace trainer::app {

using engine::core::Result;
using ui::Command;

WaitScreen::WaitScreen(Reader& reader, Work work, std::string words)
    : opener_(reader.read(std::move(work))), words_(std::move(words)) {}

bool WaitScreen::can(Command command) const {
  return command == Command::Back || command == Command::GoHome;
}

// What cannot be opened is told to this screen, and by it to the one below.
Next WaitScreen::tick(engine::core::SteadyTime now_us) {
  if (!failed_.empty() && tell_) tell_(failed_);
  if (!failed_.empty()) return Pop{.said = failed_};
  if (!since_) since_ = now_us;
  if (now_us - *since_ >= kAtOnce) shown_ = words_;
  auto opener = taken(opener_);
  if (!opener) return Stay{};
  return *opener ? Next{Replace{std::move(*opener), {}}} : Next{Pop{}};
}

void WaitScreen::draw(ui::Ui& ui, Asked&) {
  ui.text_in(frame_.window, ui::Style::Body, ui.col(ui::Token::T2), shown_, ui::Align::Centre);
}

Opener refusal(engine::core::Error why) {
  return
      [why = std::move(why)](House&) -> Result<std::unique_ptr<Screen>> { return engine::core::fail(why); };
}

}  // namespace trainer::app
