#include "engine/platform/x11_pens.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/XInput.h>
#include <X11/extensions/XInput2.h>
#include <poll.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <map>
#include <string>
#include <utility>

#include "engine/platform/pen_axes.h"

namespace engine::platform {

namespace {

constexpr int kMajor = 2, kMinor = 2;  // what SDL asks for on its own connection
// Some drivers never say that the pen left (evdev); no sample for so long and the tip up: it did.
constexpr std::int64_t kAwayUs = 1'000'000;
constexpr std::size_t kLongestName = 128;  // bytes (input.h)
constexpr int kTip = 1, kLastPenButton = 3;  // 4 to 7 are scroll wheels, which the system's mouse turns as well

::Display* quiet_display = nullptr;
XErrorHandler other_handler = nullptr;

// A device may be gone by the time a request about it arrives: Xlib would end the program.
int on_error(::Display* display, XErrorEvent* error) {
  if (display == quiet_display || other_handler == nullptr) return 0;
  return other_handler(display, error);
}

struct Atoms {
  Atom x, y, pressure, tilt_x, tilt_y, wheel, rotary, tool;
  // Made where they are missing: an atom of 0 would match every axis without a label.
  explicit Atoms(::Display* d)
      : x(of(d, "Abs X")), y(of(d, "Abs Y")), pressure(of(d, "Abs Pressure")), tilt_x(of(d, "Abs Tilt X")), tilt_y(of(d, "Abs Tilt Y")),
        wheel(of(d, "Abs Wheel")), rotary(of(d, "Abs Rotary Z")), tool(of(d, "Wacom Tool Type")) {}
  static Atom of(::Display* d, const char* name) { return XInternAtom(d, name, False); }
  [[nodiscard]] AxisRole role(Atom label) const {
    if (label == x) return AxisRole::X;
    if (label == y) return AxisRole::Y;
    if (label == pressure) return AxisRole::Pressure;
    if (label == tilt_x) return AxisRole::TiltX;
    if (label == tilt_y) return AxisRole::TiltY;
    return label == wheel || label == rotary ? AxisRole::Twist : AxisRole::Other;
  }
};

// The axes of a pen, or nothing where it is something else: a mouse, a touch screen, a broken description.
core::Result<PenAxes> axes_of(const XIDeviceInfo& info, const Atoms& atoms) {
  std::vector<AxisDescription> axes;
  for (int i = 0; i < info.num_classes; ++i) {
    const XIAnyClassInfo* any = info.classes[i];
    if (any->type == XITouchClass) return core::fail("a touch screen");
    if (any->type != XIValuatorClass) continue;
    const auto& v = *reinterpret_cast<const XIValuatorClassInfo*>(any);
    axes.push_back({.number = v.number, .role = atoms.role(v.label), .absolute = v.mode == XIModeAbsolute, .min = v.min, .max = v.max,
                    .resolution = static_cast<double>(v.resolution), .value = v.value});
  }
  return PenAxes::make(axes);
}

Modifiers modifiers_of(int state) {
  return {.shift = (state & ShiftMask) != 0, .ctrl = (state & ControlMask) != 0, .alt = (state & Mod1Mask) != 0};
}

Button button_of(int number) {
  switch (number) {
    case 1: return Button::Left;
    case 2: return Button::Middle;
    case 3: return Button::Right;
    default: return Button::Other;
  }
}

class Mask {
 public:
  Mask(std::initializer_list<int> events) { for (const int e : events) XISetMask(bits_, e); }
  void select(::Display* display, ::Window window, int device) {
    XIEventMask mask{device, sizeof bits_, bits_};
    XISelectEvents(display, window, &mask, 1);
  }

 private:
  unsigned char bits_[XIMaskLen(XI_LASTEVENT)] = {};
};

struct Pen {
  Device device;
  PenAxes axes;
  EqualStamps stamps;
  geometry::Vec2 origin{0.0};  // of the window, px of the root
  std::uint32_t buttons = 0;   // bit 0 tip, bits 1 and 2 barrel
  bool near = false;
  bool fresh = false;          // has said where it is since it came
  std::int64_t last_us = 0;
  Modifiers modifiers;
};

class X11Pens final : public PenSource {
 public:
  X11Pens(::Display* display, int opcode, ::Window window, int other_fd, std::string path)
      : display_(display), root_(DefaultRootWindow(display)), window_(window), opcode_(opcode), other_fd_(other_fd), path_(std::move(path)), atoms_(display) {
    quiet_display = display;
    other_handler = XSetErrorHandler(&on_error);
    Mask{XI_HierarchyChanged}.select(display_, root_, XIAllDevices);
    XSelectInput(display_, root_, StructureNotifyMask);  // its size
    find_all();
    XFlush(display_);
  }
  X11Pens(const X11Pens&) = delete;
  X11Pens& operator=(const X11Pens&) = delete;
  ~X11Pens() override {
    for (auto& [id, device] : opened_) XCloseDevice(display_, device);
    XSync(display_, False);
    XSetErrorHandler(other_handler);
    quiet_display = nullptr;
    XCloseDisplay(display_);
  }

  void poll(ServerClock& clock, std::vector<InputEvent>& out) override {
    clock_ = &clock;
    drain();
    if (!told_.empty() && std::holds_alternative<PointerReleased>(told_.back())) {
      XSync(display_, False);  // what the server says in the same breath: that the pen was pulled out (take_back_lift)
      drain();
    }
    for (auto& [id, pen] : pens_)
      if (pen.near && (pen.buttons & 1U) == 0 && steady_us() - pen.last_us > kAwayUs) leave(pen, pen.last_us);
    std::move(told_.begin(), told_.end(), std::back_inserter(out));
    told_.clear();
  }

  void rest(std::chrono::milliseconds longest) override {
    pollfd fds[] = {{ConnectionNumber(display_), POLLIN, 0}, {other_fd_, POLLIN, 0}};
    ::poll(fds, 2, static_cast<int>(longest.count()));
  }

  bool reads(DeviceId id) const override { return pens_.contains(id); }

 private:
  void drain() {
    while (XPending(display_) > 0) {
      XEvent event;
      XNextEvent(display_, &event);
      const bool loaded = event.type == GenericEvent && XGetEventData(display_, &event.xcookie) != 0;
      handle(event);
      if (loaded) XFreeEventData(display_, &event.xcookie);
    }
  }

  // ---- devices at hand

  void find_all() {
    measure_root();
    int count = 0;
    XIDeviceInfo* infos = XIQueryDevice(display_, XIAllDevices, &count);
    for (int i = 0; infos != nullptr && i < count; ++i)
      if (infos[i].enabled != 0) consider(infos[i]);
    if (infos != nullptr) XIFreeDeviceInfo(infos);
  }

  void find(DeviceId id) {
    int count = 0;
    XIDeviceInfo* info = XIQueryDevice(display_, static_cast<int>(id), &count);
    if (info != nullptr && count == 1) consider(*info);
    if (info != nullptr) XIFreeDeviceInfo(info);
  }

  void consider(const XIDeviceInfo& info) {
    if ((info.use != XISlavePointer && info.use != XIFloatingSlave) || pens_.contains(static_cast<DeviceId>(info.deviceid))) return;
    if (const auto axes = axes_of(info, atoms_)) add(info, *axes);
  }

  void add(const XIDeviceInfo& info, const PenAxes& axes) {
    const auto id = static_cast<DeviceId>(info.deviceid);
    std::string name = info.name;
    name.resize(std::min(name.size(), kLongestName));
    Pen pen{.device = {.id = id, .kind = is_eraser(info) ? PointerKind::Eraser : PointerKind::Pen, .name = name, .path = path_, .pressure = true}, .axes = axes};
    Mask{XI_Motion, XI_ButtonPress, XI_ButtonRelease, XI_DeviceChanged}.select(display_, window_, info.deviceid);
    listen_for_proximity(id);
    told_.emplace_back(DeviceAppeared{pen.device});
    pens_.insert_or_assign(id, pen);
  }

  void remove(DeviceId id, std::int64_t t_us) {
    const auto found = pens_.find(id);
    if (found == pens_.end()) return;
    let_go(found->second);
    take_back_lift(id, t_us);
    pens_.erase(found);
    told_.emplace_back(DeviceGone{id, t_us});
  }

  // The server lifts the tip of a pen that is pulled out, just before it says so. No hand did that: the stroke was cut off.
  void take_back_lift(DeviceId id, std::int64_t t_us) {
    constexpr std::int64_t kSameMomentUs = 2'000;
    if (told_.empty()) return;
    const auto* lift = std::get_if<PointerReleased>(&told_.back());
    if (lift != nullptr && lift->sample.device == id && t_us - lift->sample.t_us < kSameMomentUs) told_.pop_back();
  }

  // Proximity exists in version 1 of the extension only. On the root: a pen that leaves outside our window is noticed too.
  // The device stays open while it is unplugged: closing it would also end what was selected of it, and then whatever the
  // pen did before we noticed its return would be lost.
  void listen_for_proximity(DeviceId id) {
    const auto known = opened_.find(id);
    XDevice* device = known != opened_.end() ? known->second : XOpenDevice(display_, static_cast<XID>(id));
    if (device == nullptr) return;
    opened_[id] = device;
    XEventClass classes[2];
    int count = 0, type = 0;
    XEventClass c = 0;
    ProximityIn(device, type, c);
    if (c != 0) {
      proximity_in_ = type;
      classes[count++] = c;
    }
    c = 0;
    ProximityOut(device, type, c);
    if (c != 0) {
      proximity_out_ = type;
      classes[count++] = c;
    }
    if (count > 0) XSelectExtensionEvent(display_, root_, classes, count);
  }

  // Its number may go to another device.
  void forget(DeviceId id) {
    const auto known = opened_.find(id);
    if (known == opened_.end()) return;
    XCloseDevice(display_, known->second);
    opened_.erase(known);
  }

  bool is_eraser(const XIDeviceInfo& info) {
    Atom type = 0;
    int format = 0;
    unsigned long items = 0, left = 0;
    unsigned char* data = nullptr;
    std::string word;
    if (XIGetProperty(display_, info.deviceid, atoms_.tool, 0, 1, False, XA_ATOM, &type, &format, &items, &left, &data) == Success && data != nullptr) {
      std::uint32_t atom = 0;  // XInput 2 packs items of 32 bits as such
      if (type == XA_ATOM && format == 32 && items == 1) std::memcpy(&atom, data, sizeof atom);
      XFree(data);
      if (char* name = atom != 0 ? XGetAtomName(display_, atom) : nullptr) {
        word = name;
        XFree(name);
      }
    }
    if (!word.empty()) return word == "ERASER";
    std::string name = info.name;
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name.find("eraser") != std::string::npos;
  }

  void measure_root() {
    ::Window root = 0;
    int x = 0, y = 0;
    unsigned w = 0, h = 0, border = 0, depth = 0;
    if (XGetGeometry(display_, root_, &root, &x, &y, &w, &h, &border, &depth) != 0) root_size_ = {w, h};
  }

  // As they stand now: a press may come before any motion, and brings no axes.
  void ask_axes(Pen& pen) {
    int count = 0;
    XIDeviceInfo* info = XIQueryDevice(display_, static_cast<int>(pen.device.id), &count);
    if (info == nullptr) return;
    if (count == 1)
      for (int i = 0; i < info->num_classes; ++i)
        if (info->classes[i]->type == XIValuatorClass) {
          const auto& v = *reinterpret_cast<const XIValuatorClassInfo*>(info->classes[i]);
          pen.axes.take(v.number, v.value);
        }
    XIFreeDeviceInfo(info);
  }

  void redescribe(Pen& pen) {
    int count = 0;
    XIDeviceInfo* info = XIQueryDevice(display_, static_cast<int>(pen.device.id), &count);
    const auto axes = info != nullptr && count == 1 ? axes_of(*info, atoms_) : core::fail("it is gone");
    if (info != nullptr) XIFreeDeviceInfo(info);
    if (axes) pen.axes = *axes;
    else remove(pen.device.id, steady_us());
  }

  // ---- events

  Pen* pen(int id) {
    const auto found = pens_.find(static_cast<DeviceId>(id));
    return found == pens_.end() ? nullptr : &found->second;
  }

  void handle(const XEvent& event) {
    if (event.type == ConfigureNotify && event.xconfigure.window == root_) return measure_root();
    if (event.type == GenericEvent && event.xcookie.extension == opcode_ && event.xcookie.data != nullptr) return handle_cookie(event.xcookie);
    if (event.type != proximity_in_ && event.type != proximity_out_) return;
    const auto& e = reinterpret_cast<const XProximityNotifyEvent&>(event);
    if (Pen* p = pen(static_cast<int>(e.deviceid))) {
      const std::int64_t t = time(*p, static_cast<std::uint32_t>(e.time), true);
      if (event.type == proximity_in_) enter(*p, t);
      else leave(*p, t);
    }
  }

  void handle_cookie(const XGenericEventCookie& cookie) {
    switch (cookie.evtype) {
      case XI_Motion: case XI_ButtonPress: case XI_ButtonRelease: {
        const auto& e = *static_cast<const XIDeviceEvent*>(cookie.data);
        if (Pen* p = pen(e.deviceid)) take(*p, e, cookie.evtype);
        return;
      }
      case XI_DeviceChanged: {
        const auto& e = *static_cast<const XIDeviceChangedEvent*>(cookie.data);
        if (Pen* p = pen(e.deviceid); p != nullptr && e.reason == XIDeviceChange) redescribe(*p);
        return;
      }
      case XI_HierarchyChanged: {
        // By what the notice says: whoever asks now learns of a later moment, at which the device may be back or gone again.
        const auto& e = *static_cast<const XIHierarchyEvent*>(cookie.data);
        const std::int64_t t = clock_->to_steady_us(static_cast<std::uint32_t>(e.time), steady_us());
        for (int i = 0; i < e.num_info; ++i) {
          const auto id = static_cast<DeviceId>(e.info[i].deviceid);
          if ((e.info[i].flags & (XIDeviceDisabled | XISlaveRemoved)) != 0) remove(id, t);
          if ((e.info[i].flags & XISlaveRemoved) != 0) forget(id);
          if ((e.info[i].flags & XIDeviceEnabled) != 0) find(id);
        }
        XFlush(display_);
        return;
      }
      default: return;
    }
  }

  std::int64_t time(Pen& p, std::uint32_t stamp_ms, bool press_or_lift) {
    return clock_->to_steady_us(stamp_ms, steady_us()) + p.stamps.next(stamp_ms, press_or_lift);
  }

  void take(Pen& p, const XIDeviceEvent& e, int type) {
    const int number = type == XI_Motion ? 0 : e.detail;
    if (number > kLastPenButton && number < 8) return;
    const double* value = e.valuators.values;  // one for each bit that is set
    for (int i = 0; i < e.valuators.mask_len * 8; ++i)
      if (XIMaskIsSet(e.valuators.mask, i)) {
        p.axes.take(i, *value++);
        p.fresh = true;
      }
    if (!p.fresh) ask_axes(p);
    p.fresh = true;
    // The place that the event itself names is half of the sample before (tablet drivers, measured); the difference of
    // its two kinds is the window's corner all the same.
    p.origin = {e.root_x - e.event_x, e.root_y - e.event_y};
    p.modifiers = modifiers_of(e.mods.effective);
    const std::int64_t t = time(p, static_cast<std::uint32_t>(e.time), type != XI_Motion);
    p.last_us = t;
    if (p.axes.tilt_deg().has_value() && !p.device.tilt) {
      p.device.tilt = true;
      told_.emplace_back(DeviceAppeared{p.device});
    }
    if (!p.near) enter(p, t);
    const std::uint32_t bit = number >= 1 && number <= kLastPenButton ? 1U << (number - 1) : 0U;
    if (type == XI_ButtonPress) {
      p.buttons |= bit;
      clock_->hold(held(p, number));
      told_.emplace_back(PointerPressed{sample(p, t), button_of(number)});
    } else if (type == XI_ButtonRelease) {
      p.buttons &= ~bit;
      clock_->let_go(held(p, number));
      told_.emplace_back(PointerReleased{sample(p, t), button_of(number)});
    } else {
      told_.emplace_back(PointerMoved{sample(p, t)});
    }
  }

  void enter(Pen& p, std::int64_t t_us) {
    p.last_us = std::max(p.last_us, t_us);
    if (std::exchange(p.near, true)) return;
    told_.emplace_back(ProximityChanged{sample(p, t_us), true});
  }

  void leave(Pen& p, std::int64_t t_us) {
    let_go(p);
    p.fresh = false;
    if (std::exchange(p.near, false)) told_.emplace_back(ProximityChanged{sample(p, t_us), false});
  }

  static std::uint64_t held(const Pen& p, int number) { return (std::uint64_t{p.device.id} << 8U) | static_cast<std::uint64_t>(number); }

  void let_go(Pen& p) {
    p.buttons = 0;
    for (int number = kTip; number <= kLastPenButton; ++number)
      if (clock_ != nullptr) clock_->let_go(held(p, number));
  }

  PointerSample sample(const Pen& p, std::int64_t t_us) const {
    return {.t_us = t_us, .server_time = true, .at = p.axes.share() * root_size_ - p.origin, .pressure = p.axes.pressure(), .tilt_deg = p.axes.tilt_deg(),
            .twist_deg = p.axes.twist_deg(), .pen_buttons = p.buttons, .kind = p.device.kind, .device = p.device.id, .modifiers = p.modifiers};
  }

  ::Display* display_;
  ::Window root_, window_;
  int opcode_, other_fd_;
  std::string path_;
  Atoms atoms_;
  int proximity_in_ = -1, proximity_out_ = -1;  // event types, given by the server
  geometry::Vec2 root_size_{1.0};               // px
  std::map<DeviceId, Pen> pens_;
  std::map<DeviceId, XDevice*> opened_;         // also of pens that are away
  ServerClock* clock_ = nullptr;                // of the poll in progress
  std::vector<InputEvent> told_;
};

int xinput_opcode = -1;

}  // namespace

std::unique_ptr<PenSource> open_x11_pens(unsigned long window, int display_fd, const std::string& path) {
  ::Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) return nullptr;
  int event = 0, error = 0, major = kMajor, minor = kMinor;
  if (XQueryExtension(display, "XInputExtension", &xinput_opcode, &event, &error) == 0 || XIQueryVersion(display, &major, &minor) != Success) {
    XCloseDisplay(display);
    return nullptr;
  }
  return std::make_unique<X11Pens>(display, xinput_opcode, window, display_fd, path);
}

std::optional<DeviceId> x11_source_of(const void* xevent) {
  const auto& event = *static_cast<const XEvent*>(xevent);
  if (event.type != GenericEvent || event.xcookie.extension != xinput_opcode || event.xcookie.data == nullptr) return std::nullopt;
  const int type = event.xcookie.evtype;
  if (type != XI_RawMotion && type != XI_RawButtonPress && type != XI_RawButtonRelease) return std::nullopt;
  return static_cast<DeviceId>(static_cast<const XIRawEvent*>(event.xcookie.data)->sourceid);
}

}  // namespace engine::platform
