// Home: carry on where the work stopped, or choose a lesson.
#pragma once

#include <functional>
#include <optional>

#include "engine/core/moment.h"
#include "trainer/app/devices.h"
#include "trainer/app/lesson_minutes.h"
#include "trainer/app/preferences.h"
#include "trainer/app/screen.h"
#include "trainer/app/shelf.h"
#include "trainer/library/attempt_list.h"
#include "trainer/ui/home/home_screen.h"

namespace trainer::app {

class HomeScreen : public Screen {
 public:
  // `wake`: may be called from another thread, when it is known how long the lessons take. `patient`: that is
  // waited for.
  HomeScreen(Shelf& shelf, library::AttemptIndex& attempts, const Devices& devices, Preferences& preferences,
             std::function<void()> wake, bool patient);

  void arrive(const std::string& said) override;
  void place(const ui::Frame& frame) override { layout_ = ui::home_layout(frame); }
  [[nodiscard]] bool can(ui::Command command) const override;
  Next act(const Order& order) override;
  Next tick(engine::core::SteadyTime now_us) override;
  void draw(ui::Ui& ui, Asked& asked) override;

  Next act_on(const ui::HomeIntents::One& intent);
  [[nodiscard]] const ui::HomeView& view() const { return view_; }

 private:
  void list();

  Shelf* shelf_;
  library::AttemptIndex* attempts_;
  const Devices* devices_;
  Preferences* preferences_;
  std::function<void()> wake_;
  bool patient_;
  ui::HomeView view_;
  std::string said_;  // when it arrived
  ui::HomeLayout layout_;
  std::optional<LessonMinutes> minutes_;  // until they are known
  bool minutes_due_ = false, drawn_ = false;
};

}  // namespace trainer::app
