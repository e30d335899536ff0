// What a broken graphics driver makes the X server refuse, without Xlib's macros.
#pragma once

namespace engine::platform {

// While one lives, a request that the X server refuses does not end the program: whoever made it sees that it
// failed.
class X11ErrorsIgnored {
 public:
  explicit X11ErrorsIgnored(bool on_x11);  // elsewhere it does nothing
  ~X11ErrorsIgnored();
  X11ErrorsIgnored(const X11ErrorsIgnored&) = delete;
  X11ErrorsIgnored& operator=(const X11ErrorsIgnored&) = delete;

 private:
  bool on_x11_;
};

}  // namespace engine::platform
