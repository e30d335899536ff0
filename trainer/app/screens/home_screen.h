// Home: carry on where the work stopped, or choose a lesson.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "engine/core/moment.h"
#include "trainer/app/attempts.h"
#include "trainer/app/devices.h"
#include "trainer/app/lesson_minutes.h"
#include "trainer/app/preferences.h"
#include "trainer/app/reader.h"
#include "trainer/app/saving.h"
#include "trainer/app/screen.h"
#include "trainer/app/shelf.h"
#include "trainer/ui/home/home_screen.h"

namespace trainer::app {

class HomeScreen : public Screen {
 public:
  // `patient`: what is read is waited for; for pictures of it.
  HomeScreen(Reader& reader, Shelf& shelf, Attempts& attempts, const Saving& saving, const Devices& devices,
             Preferences& preferences, bool patient);

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
  bool follow_lists(engine::core::SteadyTime now_us);  // whether something is to be drawn
  bool follow_minutes();
  bool follow_saving();
  [[nodiscard]] bool known() const { return shelf_->known() && attempts_->known(); }

  Reader* reader_;
  Shelf* shelf_;
  Attempts* attempts_;
  const Saving* saving_;
  const Devices* devices_;
  Preferences* preferences_;
  bool patient_;
  std::pair<std::uint64_t, std::uint64_t> listed_;  // versions of lessons and attempts
  std::optional<engine::core::SteadyTime> unknown_since_;
  bool hurried_ = false;  // Enter came before it was known what is next
  ui::HomeView view_;
  std::string said_;     // when it arrived
  std::string trouble_;  // with the settings, as it was told last
  ui::HomeLayout layout_;
  std::optional<LessonMinutes> minutes_;  // until they are known
  bool minutes_due_ = false, drawn_ = false;
};

}  // namespace trainer::app
