#include "engine/platform/x11_description.h"

#include <X11/Xatom.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <string>
#include <vector>

namespace engine::platform {

namespace {

// Made where it is missing: an atom of 0 would match every axis without a label.
Atom atom(::Display* display, const char* name) {
  return XInternAtom(display, name, False);
}

}  // namespace

X11Description::X11Description(::Display* display)
    : display_(display),
      x_(atom(display, "Abs X")),
      y_(atom(display, "Abs Y")),
      pressure_(atom(display, "Abs Pressure")),
      tilt_x_(atom(display, "Abs Tilt X")),
      tilt_y_(atom(display, "Abs Tilt Y")),
      wheel_(atom(display, "Abs Wheel")),
      rotary_(atom(display, "Abs Rotary Z")),
      tool_(atom(display, "Wacom Tool Type")) {}

AxisRole X11Description::role(Atom label) const {
  if (label == x_) return AxisRole::X;
  if (label == y_) return AxisRole::Y;
  if (label == pressure_) return AxisRole::Pressure;
  if (label == tilt_x_) return AxisRole::TiltX;
  if (label == tilt_y_) return AxisRole::TiltY;
  return label == wheel_ || label == rotary_ ? AxisRole::Twist : AxisRole::Other;
}

core::Result<PenAxes> X11Description::axes_of(const XIDeviceInfo& info) const {
  std::vector<AxisDescription> axes;
  for (int i = 0; i < info.num_classes; ++i) {
    const XIAnyClassInfo* any = info.classes[i];
    if (any->type == XITouchClass) return core::fail("a touch screen");
    if (any->type != XIValuatorClass) continue;
    const auto& v = *reinterpret_cast<const XIValuatorClassInfo*>(any);
    axes.push_back({.number = v.number,
                    .role = role(v.label),
                    .absolute = v.mode == XIModeAbsolute,
                    .min = v.min,
                    .max = v.max,
                    .resolution = static_cast<double>(v.resolution),
                    .value = v.value});
  }
  return PenAxes::make(axes);
}

bool X11Description::is_eraser(const XIDeviceInfo& info) const {
  Atom type = 0;
  int format = 0;
  unsigned long items = 0, left = 0;
  unsigned char* data = nullptr;
  std::string word;
  if (XIGetProperty(display_, info.deviceid, tool_, 0, 1, False, XA_ATOM, &type, &format, &items, &left,
                    &data) == Success &&
      data != nullptr) {
    std::uint32_t named = 0;  // XInput 2 packs items of 32 bits as such
    if (type == XA_ATOM && format == 32 && items == 1) std::memcpy(&named, data, sizeof named);
    XFree(data);
    if (char* name = named != 0 ? XGetAtomName(display_, named) : nullptr) {
      word = name;
      XFree(name);
    }
  }
  if (!word.empty()) return word == "ERASER";
  std::string name = info.name;
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name.find("eraser") != std::string::npos;
}

}  // namespace engine::platform
