// The tray: needle, mix, pigment and machine of the work below.
#pragma once

#include "engine/core/moment.h"
#include "trainer/app/sheets/sheet.h"
#include "trainer/app/sitting.h"
#include "trainer/ui/tray/tray.h"

namespace trainer::app {

class TraySheet : public Sheet {
 public:
  // `sitting` must outlive it, as that of the room below does.
  explicit TraySheet(Sitting& sitting) : sitting_(&sitting) {}
  Next tick(engine::core::SteadyTime now_us) override;
  void draw(ui::Ui& ui, Asked& asked) override;
  Next act_on(const ui::TrayIntents::One& intent);
  [[nodiscard]] ui::TrayView view() const { return ui::make_tray_view(sitting_->attempt(), panel_); }

 private:
  template <class Change>
  Next change(Change change_machine);

  Sitting* sitting_;
  ui::TrayPanel panel_;
  engine::core::SteadyTime now_us_{};
};

Push tray_sheet(Sitting& sitting);

}  // namespace trainer::app
