// The practice screen: needle work and the drawing of a hairline, with gauges, coach and tools.
#pragma once

#include <memory>
#include <string>

#include "engine/core/moment.h"
#include "trainer/app/device_watch.h"
#include "trainer/app/needle_room.h"
#include "trainer/app/own_stretch.h"
#include "trainer/app/patch_walk.h"
#include "trainer/app/pencil.h"
#include "trainer/app/way.h"
#include "trainer/canvas/layers.h"
#include "trainer/ui/work/work_screen.h"

namespace trainer::app {

class WorkScreen : public NeedleRoom {
 public:
  // `healed`: a note lies on it that the skin has healed.
  WorkScreen(Underway underway, canvas::Picture& picture, Preferences& preferences, const Devices& devices,
             Feel& feel, bool healed);
  ~WorkScreen() override;

  void arrive(const std::string& said) override;
  void place(const ui::Frame& frame) override;
  [[nodiscard]] bool owns(engine::geometry::Vec2 px) const override;
  Next take(const engine::platform::InputEvent& event) override;
  [[nodiscard]] bool can(ui::Command command) const override;
  Next act(const Order& order) override;
  Next tick(engine::core::SteadyTime now_us) override;
  void draw(ui::Ui& ui, Asked& asked) override;

  Next act_on(const ui::WorkIntents::One& intent);
  [[nodiscard]] const runner::Attempt& attempt() const { return underway_.attempt(); }
  [[nodiscard]] ui::WorkView work_view() const;

 private:
  void reset_view() override;
  bool press_otherwise(const engine::platform::PointerPressed& e) override;
  void moved_otherwise(const engine::platform::PointerSample& sample) override;
  void lifted() override;

  // ---- the way
  Next onward();
  Next ask_first(runner::Onward onward, ui::Command then);
  Next go_on(const runner::Intent& intent);
  Next line_done();
  Next back();
  // ---- the work
  void to_patch(bool there);
  void toggle(ui::Overlay overlay);
  [[nodiscard]] ui::CanvasInk ink(ui::Ui& ui);

  Underway underway_;
  ui::WorkLayout layout_;
  canvas::Layers layers_;
  PatchWalk patches_;
  Pencil pencil_;
  std::optional<engine::platform::DeviceId> drawn_by_;  // while a drag draws
  OwnStretch stretch_;
  DeviceWatch watch_;
  bool overlay_list_ = false, note_due_;
  engine::core::SteadyTime missed_us_{-1'000'000'000};  // last press beside the skin
  engine::core::Span shown_{-1};              // of the attempt, in whole seconds, as the clock stands
  engine::core::SteadyTime remembered_us_{};  // when the view was last written down
};

// A new attempt at the lesson in place of the brief or the debrief. A lesson that needs a pen says so where
// none is at hand.
Next start_work(const lessons::LessonPackage& package, const Devices& devices);
// Goes on with a record that was broken off.
Push continue_work(const std::string& record);
Replace continue_instead(const std::string& record);

}  // namespace trainer::app
