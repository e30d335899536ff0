// A room where a needle works: pointers, the key D and devices become what happens to the attempt. One hand
// at a time: while a device holds needle, pencil or head, the others only hover.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/core/moment.h"
#include "trainer/app/canvas_room.h"
#include "trainer/app/devices.h"
#include "trainer/app/devices_in_force.h"
#include "trainer/app/feel.h"
#include "trainer/app/needle_hand.h"
#include "trainer/app/sitting.h"
#include "trainer/ui/work/gauges.h"

namespace trainer::app {

class NeedleRoom : public CanvasRoom {
 public:
  void arrive(const std::string& said) override;
  Next take(const engine::platform::InputEvent& event) override;
  [[nodiscard]] bool can(ui::Command command) const override;
  Next act(const Order& order) override;
  Next tick(engine::core::SteadyTime now_us) override;
  [[nodiscard]] bool moving() const override;

 protected:
  NeedleRoom(Sitting& sitting, canvas::Picture& picture, Preferences& preferences, const Devices& devices,
             Feel& feel);

  // ---- what kinds of rooms do differently
  [[nodiscard]] virtual bool takes_needle() const;  // a press on the skin lowers it
  // A press of the left button on the skin that the needle does not take. True where something was done with
  // it.
  virtual bool press_otherwise(const engine::platform::PointerPressed& e) = 0;
  virtual void moved_otherwise(const engine::platform::PointerSample& sample) { static_cast<void>(sample); }
  virtual void lifted() {}   // a dot may have closed
  virtual void changed() {}  // what happened may have changed the part of the lesson

  void undo(engine::sim::UndoScope scope, bool fly);
  void say(std::string message) { message_ = std::move(message); }
  void interrupt(engine::core::SteadyTime t_us);
  [[nodiscard]] bool busy_with_another(engine::platform::DeviceId device) const override;
  [[nodiscard]] std::optional<ui::Pressing> pressing() const;
  [[nodiscard]] ui::GaugesView gauges() const;
  // The pointer is the needle (or the pencil) now: the system's own is not seen.
  [[nodiscard]] bool points_with_needle(const ui::Ui& ui) const;
  // The needle over the skin, with the rings of the spacing that is asked.
  void add_needle(ui::CanvasInk& ink, bool rings);
  void shift_depth(int permille);

  Sitting* sitting_;
  const Devices* devices_;
  Feel* feel_;
  NeedleHand hand_;
  DevicesInForce in_force_;
  std::string message_;

 private:
  void press(const engine::platform::PointerPressed& e);
  void lost(engine::platform::DeviceId device, engine::core::SteadyTime t_us);
  void by_key(bool down, engine::core::SteadyTime t_us);
  [[nodiscard]] Feel::Work felt() const;
};

}  // namespace trainer::app
