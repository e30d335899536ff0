// What takes the place of touch: the machine's sound, ticks at the depth band, the pen that is seen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/core/moment.h"
#include "engine/platform/input.h"
#include "engine/platform/sound.h"
#include "trainer/app/band_ticks.h"
#include "trainer/app/needle_hand.h"
#include "trainer/app/preferences.h"
#include "trainer/canvas/press_band.h"
#include "trainer/ui/sheets/sheets.h"
#include "trainer/ui/skin/ink.h"

namespace trainer::app {

class Feel {
 public:
  explicit Feel(Preferences& preferences) : preferences_(&preferences) {}

  // Only remembers: what an event does to the needle is decided elsewhere.
  void remember(const engine::platform::InputEvent& event);

  // What a screen that works tells once a turn. `in_hand`: the needle hovers over the skin and may be
  // lowered.
  struct Work {
    const runner::Attempt& attempt;
    const NeedleHand& hand;
    bool in_hand = false;
  };
  void begin_turn() { heard_ = false; }
  void follow(const Work& work, engine::core::SteadyTime now_us);
  // Silence where nobody works. True when the picture of the needle has changed by itself.
  bool end_turn(engine::core::SteadyTime now_us);

  [[nodiscard]] const engine::platform::PointerSample& pointer() const { return pointer_; }  // latest
  [[nodiscard]] bool needle_down() const { return needle_down_; }  // as told in this turn
  // Stretched skin ripples for a moment round a press.
  [[nodiscard]] bool rippling(const engine::sim::State& skin, const NeedleHand& hand,
                              engine::core::SteadyTime now_us) const;
  void add_to(ui::NeedleInk& needle, const Work& work, engine::core::SteadyTime now_us) const;

  void set(ui::FeelSwitch feel, bool on);
  void set_volume(int percent);
  [[nodiscard]] ui::FeelView view() const;

 private:
  [[nodiscard]] bool pen_away(engine::core::SteadyTime now_us) const;
  void open_sound();
  [[nodiscard]] engine::platform::MachineTone tone(const Work& work, engine::core::SteadyTime now_us) const;

  Preferences* preferences_;
  engine::platform::PointerSample pointer_;
  bool near_ = true, faded_ = false, heard_ = false, needle_down_ = false;
  engine::core::SteadyTime moved_us_;
  BandTicks ticks_;
  std::optional<engine::platform::Sound> sound_;
  std::string trouble_;  // why there is no sound
};

}  // namespace trainer::app
