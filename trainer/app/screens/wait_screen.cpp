#include "trainer/app/screens/wait_screen.h"

#include <chrono>
#include <utility>

#include "trainer/app/house.h"

namespace trainer::app {

WaitScreen::WaitScreen(std::function<Sat()> work, std::string words, Then then)
    : opening_(std::async(std::launch::async, std::move(work))),
      words_(std::move(words)),
      then_(std::move(then)) {}

// What cannot be opened is told to this screen, and by it to the one below.
Next WaitScreen::tick(engine::core::SteadyTime) {
  if (!failed_.empty()) return Pop{.said = failed_};
  const bool done =
      opening_.valid() && opening_.wait_for(std::chrono::milliseconds(0)) == std::future_status::ready;
  return done ? wait() : Next{Stay{}};
}

Next WaitScreen::wait() {
  auto sat = std::make_shared<Sat>(opening_.get());
  return Replace{[sat, then = then_](House& house) { return then(std::move(*sat), house); }, {}};
}

void WaitScreen::draw(ui::Ui& ui, Asked&) {
  ui.text_in(frame_.window, ui::Style::Body, ui.col(ui::Token::T2), words_, ui::Align::Centre);
}

}  // namespace trainer::app
