// What a hand does to where one looks: at once, without a flight.
#pragma once

#include "engine/core/units.h"
#include "engine/platform/input.h"
#include "trainer/canvas/flight.h"
#include "trainer/canvas/lens.h"

namespace trainer::canvas {

// Lent by an eye for a moment (`Eye::moves`); the eye must outlive it.
class EyeMoves {
 public:
  EyeMoves(Lens& lens, Flight& flight) : lens_(&lens), flight_(&flight) {}

  // These two end a flight. Pixels of the window; `roll`: the right button rolls instead of turning.
  void zoom(Vec2 window_px, double factor);
  void drag(Vec2 from_px, Vec2 to_px, engine::platform::Button button, bool roll);

  void nudge(Vec2 points);                                            // moves the picture
  void turn(engine::core::Radians yaw, engine::core::Radians pitch);  // about the middle of the free part
  void roll(engine::core::Degrees angle);
  void turn_light(engine::core::Degrees angle);  // the lamp goes round the line of sight
  void square();                                 // to the skin in the middle of the free part
  void set_mirror(bool on);

 private:
  void orbit(engine::core::Radians yaw, engine::core::Radians pitch);

  Lens* lens_;
  Flight* flight_;
};

}  // namespace trainer::canvas
