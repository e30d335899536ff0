// Pens on X11: XInput 2 on a connection of its own, beside the windowing library's. Xlib stays in x11_*.cpp
// and in the headers that they alone include.
#pragma once

#include <memory>
#include <optional>

#include "engine/platform/pen_source.h"

namespace engine::platform {

// `display_fd`: of the windowing library's connection, so that `rest` ends for its events too. `path`: how
// the devices are read, for the person. Nothing where there is no XInput 2.
std::unique_ptr<PenSource> open_x11_pens(unsigned long window, int display_fd, const std::string& path);

// The device behind a raw event of the windowing library's connection (an `XEvent*` whose cookie is loaded);
// it comes just before the mouse event that the library makes of it. Nothing for all other events.
std::optional<DeviceId> x11_source_of(const void* xevent);

}  // namespace engine::platform
