// The brief: the client lies there, what is asked stands beside, Start is enabled at once.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "trainer/app/attempts.h"
#include "trainer/app/canvas_room.h"
#include "trainer/app/devices.h"
#include "trainer/app/shelf.h"
#include "trainer/app/sitting.h"
#include "trainer/ui/brief/brief_screen.h"
#include "trainer/ui/home/home_screen.h"

namespace trainer::app {

class BriefScreen : public CanvasRoom {
 public:
  // `preview`: of the lesson, not begun.
  BriefScreen(std::unique_ptr<Sitting> preview, Attempts& attempts, canvas::Picture& picture,
              Preferences& preferences, const Devices& devices);

  void arrive(const std::string& said) override;
  void place(const ui::Frame& frame) override;
  [[nodiscard]] bool owns(engine::geometry::Vec2 px) const override;
  [[nodiscard]] bool can(ui::Command command) const override;
  Next act(const Order& order) override;
  Next tick(engine::core::SteadyTime now_us) override;
  void draw(ui::Ui& ui, Asked& asked) override;

  Next act_on(const ui::BriefIntents::One& intent);

 private:
  bool follow_attempts(engine::core::SteadyTime now_us);  // whether there is more
  void reset_view() override;
  Next start();

  std::unique_ptr<Sitting> preview_;
  Attempts* attempts_;
  std::uint64_t seen_ = 0;                      // version of the attempts
  std::optional<ui::ContinueCard> broken_off_;  // work at it that can be gone on with
  const Devices* devices_;
  ui::BriefLayout layout_;
  std::string said_;
};

// Above the screen that asks, or in its place. A path or an id.
Push brief_of(const Shelf& shelf, const std::string& lesson);
Replace brief_instead(const Shelf& shelf, const std::string& lesson);
// What stands on the screen while a client is made; empty for a pad, which is there at once.
std::string preparing(const lessons::Lesson& lesson);

}  // namespace trainer::app
