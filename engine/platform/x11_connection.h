// A connection to the X server beside the windowing library's, on which a request may fail without ending the
// program. Only for x11_*.cpp: it brings Xlib's macros.
#pragma once

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>

#include <initializer_list>

namespace engine::platform {

// Closes the display at its end. One at a time: Xlib's handler of errors is one for the whole program.
class X11Connection {
 public:
  explicit X11Connection(::Display* display);
  ~X11Connection();
  X11Connection(const X11Connection&) = delete;
  X11Connection& operator=(const X11Connection&) = delete;

  [[nodiscard]] ::Display* display() const { return display_; }
  [[nodiscard]] ::Window root() const { return DefaultRootWindow(display_); }
  // Which XInput 2 events of a device come from there, in place of what was selected of it before.
  void select(::Window window, int device, std::initializer_list<int> events) const;

 private:
  ::Display* display_;
};

// What the server tells of a device, or of all of them (XIAllDevices); empty when it is gone.
class X11DeviceInfos {
 public:
  X11DeviceInfos(::Display* display, int device) : infos_(XIQueryDevice(display, device, &count_)) {}
  ~X11DeviceInfos() {
    if (infos_ != nullptr) XIFreeDeviceInfo(infos_);
  }
  X11DeviceInfos(const X11DeviceInfos&) = delete;
  X11DeviceInfos& operator=(const X11DeviceInfos&) = delete;

  [[nodiscard]] const XIDeviceInfo* begin() const { return infos_; }
  [[nodiscard]] const XIDeviceInfo* end() const { return infos_ == nullptr ? nullptr : infos_ + count_; }
  [[nodiscard]] const XIDeviceInfo* only() const {
    return infos_ != nullptr && count_ == 1 ? infos_ : nullptr;
  }

 private:
  int count_ = 0;
  XIDeviceInfo* infos_;
};

}  // namespace engine::platform
