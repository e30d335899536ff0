#include "engine/platform/x11_errors.h"

#include <X11/Xlib.h>

namespace engine::platform {

namespace {

XErrorHandler before = nullptr;  // Xlib's handler is one for the whole program

int ignore(::Display*, XErrorEvent*) {
  return 0;
}

}  // namespace

X11ErrorsIgnored::X11ErrorsIgnored(bool on_x11) : on_x11_(on_x11) {
  if (on_x11_) before = XSetErrorHandler(&ignore);
}

// What was refused has been told by now: whoever makes a window or a context waits for the server's answer.
X11ErrorsIgnored::~X11ErrorsIgnored() {
  if (on_x11_) XSetErrorHandler(before);
}

}  // namespace engine::platform
