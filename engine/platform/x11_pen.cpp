#include "engine/platform/x11_pen.h"

namespace engine::platform {

namespace {

Modifiers modifiers_of(int state) {
  return {
      .shift = (state & ShiftMask) != 0, .ctrl = (state & ControlMask) != 0, .alt = (state & Mod1Mask) != 0};
}

}  // namespace

Button button_of(int number) {
  switch (number) {
    case 1:
      return Button::Left;
    case 2:
      return Button::Middle;
    case 3:
      return Button::Right;
    default:
      return Button::Other;
  }
}

void X11Pen::follow(const XIDeviceEvent& e, ::Display* display) {
  const double* value = e.valuators.values;  // one for each bit that is set
  for (int i = 0; i < e.valuators.mask_len * 8; ++i)
    if (XIMaskIsSet(e.valuators.mask, i)) {
      axes.set(i, *value++);
      fresh = true;
    }
  if (!fresh) ask_axes(display);
  fresh = true;
  // The place that the event itself names is half of the sample before (tablet drivers, measured); the
  // difference of its two kinds is the window's corner all the same.
  origin = {e.root_x - e.event_x, e.root_y - e.event_y};
  modifiers = modifiers_of(e.mods.effective);
}

// As they stand now: a press may come before any motion, and brings no axes.
void X11Pen::ask_axes(::Display* display) {
  const X11DeviceInfos infos(display, static_cast<int>(device.id));
  const XIDeviceInfo* info = infos.only();
  if (info == nullptr) return;
  for (int i = 0; i < info->num_classes; ++i)
    if (info->classes[i]->type == XIValuatorClass) {
      const auto& v = *reinterpret_cast<const XIValuatorClassInfo*>(info->classes[i]);
      axes.set(v.number, v.value);
    }
}

PointerSample X11Pen::sample(core::SteadyTime t_us, geometry::Vec2 root_size) const {
  return {.t_us = t_us,
          .server_time = true,
          .at = axes.share() * root_size - origin,
          .pressure = axes.pressure(),
          .tilt_deg = axes.tilt_deg(),
          .twist = axes.twist(),
          .pen_buttons = buttons,
          .kind = device.kind,
          .device = device.id,
          .modifiers = modifiers};
}

}  // namespace engine::platform
