#include "trainer/words/feedback.h"

#include "trainer/words/say.h"

namespace trainer::words {

using runner::DotCue;
using runner::DotFeedback;

namespace {

// What to do depends on what made the depth: pressure, or time.
std::string mend(const DotFeedback& f, Text pen, Text mouse) {
  return say(f.measured ? pen : mouse);
}

Said of_depth(const DotFeedback& f) {
  const double depth = f.deposit.value;
  switch (f.cue) {
    case DotCue::BarelyTouched:
      return {say("Barely a touch: it will be gone in two weeks."),
              mend(f, Text("Press a little harder."), Text("Press a little longer."))};
    case DotCue::Light:
      return {say("A little light at {:.2f} mm.", depth),
              mend(f, Text("Press a touch harder."), Text("Stay a touch longer."))};
    case DotCue::Deep:
      return {say("A little deep at {:.2f} mm.", depth),
              mend(f, Text("Press more lightly."), Text("Lift sooner."))};
    case DotCue::Blowout:
      return {say("Too deep at {:.2f} mm: it will spread.", depth),
              mend(f, Text("Press much more lightly."), Text("Lift much sooner."))};
    default:
      return {say("In the band at {:.2f} mm.", depth), say("Keep that rhythm.")};
  }
}

Said of_spacing(const DotFeedback& f) {
  const double mm = f.nearest.value_or(engine::core::Mm{}).value;
  switch (f.cue) {
    case DotCue::OnHair:
      return {say("{:.2f} mm from a hair: there a dot fills nothing.", mm), say("Aim between the hairs.")};
    case DotCue::OnOldDot:
      return {say("{:.2f} mm from a dot that has healed: it fills nothing there.", mm),
              say("Look for the gaps between.")};
    case DotCue::Doublet:
      return {say("{:.2f} mm from an earlier dot: the two will heal as one.", mm),
              say("Lift fully before you move.")};
    case DotCue::CrowdsHair:
      return {f.known ? say("Right depth, but {:.2f} mm from the nearest hair.", mm)
                      : say("{:.2f} mm from the nearest hair.", mm),
              say("Keep the inner ring clear.")};
    case DotCue::CrowdsDot:
      return {f.known ? say("Right depth, but {:.2f} mm from the nearest dot.", mm)
                      : say("{:.2f} mm from the nearest dot.", mm),
              say("Keep the inner ring clear.")};
    case DotCue::FarFromHair:
      return {f.known ? say("Right depth, but {:.2f} mm from the nearest hair: a gap begins.", mm)
                      : say("{:.2f} mm from the nearest hair: a gap begins.", mm),
              say("Come back to the dashed ring.")};
    default:
      return {f.known ? say("Right depth, but {:.2f} mm from the nearest dot: a gap begins.", mm)
                      : say("{:.2f} mm from the nearest dot: a gap begins.", mm),
              say("Come back to the dashed ring.")};
  }
}

}  // namespace

Said of(const DotFeedback& f) {
  switch (f.cue) {
    case DotCue::InBand:
    case DotCue::BarelyTouched:
    case DotCue::Light:
    case DotCue::Deep:
    case DotCue::Blowout:
      return of_depth(f);
    case DotCue::OnHair:
    case DotCue::OnOldDot:
    case DotCue::Doublet:
    case DotCue::CrowdsHair:
    case DotCue::CrowdsDot:
    case DotCue::FarFromHair:
    case DotCue::FarFromDot:
      return of_spacing(f);
    case DotCue::DepthUnknown:
      return {say("How deep it went is not known: that press had no length."),
              say("Hold the button down while the needle is in the skin.")};
    case DotCue::BesideScar:
      return {say("Beside the scar: it stays pale."),
              say("Bring the needle over the disc before you lower it.")};
    case DotCue::ScarFull:
      return {say("Dot {} in this scar: it will heal as a dark spot.", f.in_scar),
              say("One to three are enough.")};
    case DotCue::Forbidden:
      return {say("No needle may go here."), say("Keep off the hatched place.")};
    case DotCue::Outside:
      return {say("Outside the field."), say("Stay within the line.")};
  }
  return {};
}

}  // namespace trainer::words
