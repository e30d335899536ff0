// What a broken graphics driver makes the X server refuse, without Xlib's macros.
#pragma once

namespace engine::platform {

// While one lives, a request that the X server refuses does not end the program: whoever made it sees that it failed.
class X11ErrorsIgnored {
 public:
  // `display`: Xlib's `Display*`; null (another system than X11): does nothing.
  explicit X11ErrorsIgnored(void* display);
  ~X11ErrorsIgnored();
  X11ErrorsIgnored(const X11ErrorsIgnored&) = delete;
  X11ErrorsIgnored& operator=(const X11ErrorsIgnored&) = delete;

 private:
  void* display_;
};

}  // namespace engine::platform
