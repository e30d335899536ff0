#include "engine/platform/x11_errors.h"

#include <X11/Xlib.h>

namespace engine::platform {

namespace {

XErrorHandler before = nullptr;  // Xlib's handler is one for the whole program

int ignore(::Display*, XErrorEvent*) { return 0; }

}  // namespace

X11ErrorsIgnored::X11ErrorsIgnored(void* display) : display_(display) {
  if (display_ != nullptr) before = XSetErrorHandler(&ignore);
}

X11ErrorsIgnored::~X11ErrorsIgnored() {
  if (display_ == nullptr) return;
  XSync(static_cast<::Display*>(display_), False);  // what was refused is told here
  XSetErrorHandler(before);
}

}  // namespace engine::platform
