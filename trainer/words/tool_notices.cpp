#include "trainer/words/tool_notices.h"

#include "engine/skin/machine.h"
#include "engine/skin/needle.h"
#include "trainer/words/say.h"

namespace trainer::words {

using runner::ToolFault;
using runner::ToolNotice;

namespace {

namespace skin = engine::skin;

Said set_too_short(const ToolNotice& n, const ToolKeys& keys) {
  return {say("Set out {:.1f} mm, this needle comes {:.2f} mm deep at most; {:.2f} are asked "
              "here.",
              n.set_out.value, n.reach.value, n.asked.value),
          say("The guide stops it, however hard you press. Set it out to {:.1f} mm or more (key {}, More).",
              n.needed.value, keys.tray)};
}

Said wrong_needle(const ToolNotice& n, const ToolKeys& keys) {
  const std::string needle = engine::skin::to_string(n.needle);
  return {n.low ? say("{} is not the needle for this zone: its dots heal too small here.", needle)
                : say("{} is not the needle for this zone: its dots heal too large here.", needle),
          say("Change the cartridge to {} (key {}).", n.right_needle, keys.tray)};
}

Said unusual_rate(const ToolNotice& n) {
  const double rate = n.rate.value, volts = n.volts, low = skin::kUsualRateLow / 1000.0,
               high = skin::kUsualRateHigh / 1000.0;
  if (n.low)
    return {say("{:g} Hz ({:.1f} V) is slower than usual.", rate, volts),
            say("Each dot gets fewer strikes and less pigment. {:g} to {:g} Hz are usual.", low, high)};
  return {say("{:g} Hz ({:.1f} V) is faster than usual.", rate, volts),
          say("It overworks the skin, and dots grow. {:g} to {:g} Hz are usual.", low, high)};
}

Said unusual_stroke(const ToolNotice& n) {
  const double stroke = n.stroke.value, low = skin::kUsualStrokeLow / 1000.0,
               high = skin::kUsualStrokeHigh / 1000.0;
  if (n.low)
    return {say("A stroke of {:.1f} mm is shorter than usual.", stroke),
            say("The needle takes up less pigment. {:g} to {:g} mm are usual.", low, high)};
  return {say("A stroke of {:.1f} mm is longer than usual.", stroke),
          say("It hits harder, and dots grow. {:g} to {:g} mm are usual.", low, high)};
}

Said foreign_undertone(const ToolNotice& n) {
  return {n.warm_skin ? say("This skin is warm: a cool grey will read foreign beside it.")
                      : say("This skin is cool: a warm grey will read foreign beside it."),
          say("Look at a drop of it on the skin. Neutral or the skin's own undertone blends.")};
}

}  // namespace

Said of(const ToolNotice& n, const ToolKeys& keys) {
  switch (n.fault) {
    case ToolFault::SetTooShort:
      return set_too_short(n, keys);
    case ToolFault::Slack:
      return {say("The skin is slack: the needle bounces, drags and stays shallow."),
              say("Hold {} while you place dots, or press it twice to keep it stretched.", keys.stretch)};
    case ToolFault::SetBeyondStroke:
      return {say("Set out {:.1f} mm with a stroke of {:.1f}, the needle never goes back into its "
                  "tip.",
                  n.set_out.value, n.stroke.value),
              say("It takes up little pigment and tears when it moves. Shorten the set-out.")};
    case ToolFault::SetTooDeep:
      return {say("Set out {:.1f} mm, nothing stops the needle before it blows out.", n.set_out.value),
              say("{:g} to {:g} mm are usual.", skin::kUsualSetLow / 1000.0, skin::kUsualSetHigh / 1000.0)};
    case ToolFault::WrongNeedle:
      return wrong_needle(n, keys);
    case ToolFault::TooDark:
      return {say("{:g} : 1 is darker than this session asks for, {:g} : 1.", n.mixed, n.asked_mix),
              say("Add water. You can darken in the next session, never lighten.")};
    case ToolFault::RateUnusual:
      return unusual_rate(n);
    case ToolFault::StrokeUnusual:
      return unusual_stroke(n);
    case ToolFault::Undertone:
      return foreign_undertone(n);
  }
  return {};
}

}  // namespace trainer::words
