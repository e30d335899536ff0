// Stands there while files are read on another thread: the picture goes on, whatever the disk does, and one
// can go back.
#pragma once

#include <functional>
#include <future>
#include <optional>
#include <string>
#include <utility>

#include "trainer/app/reader.h"
#include "trainer/app/screen.h"

namespace trainer::app {

class WaitScreen : public Screen {
 public:
  // On a thread of its own: reads, and answers with what makes the screen that comes in this one's place of
  // it. Nothing: back to the one below.
  using Work = std::function<Opener()>;
  WaitScreen(Reader& reader, Work work, std::string words);

  void arrive(const std::string& said) override { failed_ = said; }
  void place(const ui::Frame& frame) override { frame_ = frame; }
  [[nodiscard]] bool can(ui::Command command) const override;
  Next act(const Order&) override { return Pop{}; }
  Next tick(engine::core::SteadyTime now_us) override;
  [[nodiscard]] bool moving() const override { return true; }
  void draw(ui::Ui& ui, Asked& asked) override;

  // Told beside the screen below why nothing came.
  void tell_refusal(std::function<void(const std::string&)> tell) { tell_ = std::move(tell); }

  [[nodiscard]] const std::string& words() const { return shown_; }  // that stand there
  Opener wait() { return opener_.get(); }                            // for what was read; once

 private:
  std::future<Opener> opener_;
  std::function<void(const std::string&)> tell_;
  std::string words_, shown_, failed_;
  ui::Frame frame_;
  std::optional<engine::core::SteadyTime> since_;
};

// Answers an opener with why there is no screen.
Opener refusal(engine::core::Error why);

}  // namespace trainer::app
