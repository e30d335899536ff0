#include "engine/platform/x11_proximity.h"

namespace engine::platform {

X11Proximity::~X11Proximity() {
  for (auto& [id, device] : opened_) XCloseDevice(display_, device);
}

// The device stays open while it is unplugged: closing it would also end what was selected of it, and then
// whatever the pen did before we noticed its return would be lost.
void X11Proximity::listen(DeviceId id) {
  const auto known = opened_.find(id);
  XDevice* device = known != opened_.end() ? known->second : XOpenDevice(display_, static_cast<XID>(id));
  if (device == nullptr) return;
  opened_[id] = device;
  XEventClass classes[2];
  int count = 0, type = 0;
  XEventClass c = 0;
  ProximityIn(device, type, c);
  if (c != 0) {
    in_ = type;
    classes[count++] = c;
  }
  c = 0;
  ProximityOut(device, type, c);
  if (c != 0) {
    out_ = type;
    classes[count++] = c;
  }
  if (count > 0) XSelectExtensionEvent(display_, DefaultRootWindow(display_), classes, count);
}

void X11Proximity::forget(DeviceId id) {
  const auto known = opened_.find(id);
  if (known == opened_.end()) return;
  XCloseDevice(display_, known->second);
  opened_.erase(known);
}

std::optional<X11Proximity::Notice> X11Proximity::notice(const XEvent& event) const {
  if (event.type != in_ && event.type != out_) return std::nullopt;
  const auto& e = reinterpret_cast<const XProximityNotifyEvent&>(event);
  return Notice{static_cast<DeviceId>(e.deviceid), static_cast<std::uint32_t>(e.time), event.type == in_};
}

}  // namespace engine::platform
