#include "engine/platform/x11_connection.h"

namespace engine::platform {

namespace {

::Display* quiet_display = nullptr;
XErrorHandler other_handler = nullptr;

// A device may be gone by the time a request about it arrives: Xlib would end the program.
int on_error(::Display* display, XErrorEvent* error) {
  if (display == quiet_display || other_handler == nullptr) return 0;
  return other_handler(display, error);
}

}  // namespace

X11Connection::X11Connection(::Display* display) : display_(display) {
  quiet_display = display;
  other_handler = XSetErrorHandler(&on_error);
}

X11Connection::~X11Connection() {
  XSync(display_, False);
  XSetErrorHandler(other_handler);
  quiet_display = nullptr;
  XCloseDisplay(display_);
}

void X11Connection::select(::Window window, int device, std::initializer_list<int> events) const {
  unsigned char bits[XIMaskLen(XI_LASTEVENT)] = {};
  for (const int e : events) XISetMask(bits, e);
  XIEventMask mask{device, sizeof bits, bits};
  XISelectEvents(display_, window, &mask, 1);
}

}  // namespace engine::platform
