// The healed view: the work under review as the years would leave it, an expert's beside it.
#pragma once

#include <memory>

#include "trainer/app/canvas_room.h"
#include "trainer/app/sitting.h"
#include "trainer/app/years.h"

namespace trainer::app {

class HealedScreen : public CanvasRoom {
 public:
  // `sitting` must outlive it, as that of the debrief below does.
  HealedScreen(const Sitting& sitting, std::unique_ptr<Years> years, canvas::Picture& picture,
               Preferences& preferences);

  void place(const ui::Frame& frame) override;
  [[nodiscard]] bool owns(engine::geometry::Vec2 px) const override;
  [[nodiscard]] bool can(ui::Command command) const override;
  Next act(const Order& order) override;
  void draw(ui::Ui& ui, Asked& asked) override;
  engine::core::Result<void> graphics(Graphics now) override;

  Next act_on(const ui::HealedIntents::One& intent);
  [[nodiscard]] const Years& years() const { return *years_; }

 private:
  void reset_view() override { fit_work(); }
  [[nodiscard]] engine::platform::PointerSample on_canvas(
      engine::platform::PointerSample sample) const override;
  void see_from(int distance);
  void lay(canvas::Picture& picture, const ui::Rect& r, const ui::Ui& ui);

  const Sitting* sitting_;
  std::unique_ptr<Years> years_;
  ui::HealedLayout layout_;
};

// Nothing was worked where the lesson has no zones: it stays.
Next healed_of(const Sitting& sitting);

}  // namespace trainer::app
