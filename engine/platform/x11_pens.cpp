#include "engine/platform/x11_pens.h"

#include <poll.h>

#include <algorithm>
#include <map>
#include <string>
#include <type_traits>
#include <utility>

#include "engine/platform/x11_description.h"
#include "engine/platform/x11_pen.h"
#include "engine/platform/x11_proximity.h"

namespace engine::platform {

namespace {

constexpr int kMajor = 2, kMinor = 2;  // what SDL asks for on its own connection
// Some drivers never say that the pen left (evdev); no sample for so long and the tip up: it did.
constexpr core::Span kAwayUs{1'000'000};
constexpr std::size_t kLongestName = 128;  // bytes (input.h)

class X11Pens final : public PenSource {
 public:
  X11Pens(::Display* display, int opcode, ::Window window, int other_fd, std::string path)
      : x_(display),
        window_(window),
        opcode_(opcode),
        other_fd_(other_fd),
        path_(std::move(path)),
        description_(display),
        proximity_(display) {
    x_.select(x_.root(), XIAllDevices, {XI_HierarchyChanged});
    XSelectInput(x_.display(), x_.root(), StructureNotifyMask);  // its size
    measure_root();
    for (const auto& info : X11DeviceInfos(x_.display(), XIAllDevices))
      if (info.enabled != 0) consider(info);
    XFlush(x_.display());
  }

  void poll(ServerClock& clock, std::vector<InputEvent>& out) override {
    clock_ = &clock;
    drain();
    if (std::any_of(told_.begin(), told_.end(),
                    [](const auto& e) { return std::holds_alternative<PointerReleased>(e); })) {
      // what the server says in the same breath: that the pen was pulled out (take_back_lift)
      XSync(x_.display(), False);
      drain();
    }
    for (auto& [id, pen] : pens_)
      if (pen.near && (pen.buttons & 1U) == 0 && steady_us() - pen.last_us > kAwayUs) leave(pen, pen.last_us);
    std::move(told_.begin(), told_.end(), std::back_inserter(out));
    told_.clear();
  }

  void rest(std::chrono::milliseconds longest) override {
    pollfd fds[] = {{ConnectionNumber(x_.display()), POLLIN, 0}, {other_fd_, POLLIN, 0}};
    ::poll(fds, 2, static_cast<int>(longest.count()));
  }

  bool reads(DeviceId id) override {
    if (id == kSystemMouse) return false;
    if (const auto known = pointers_.find(id); known != pointers_.end()) return known->second;
    const X11DeviceInfos infos(x_.display(), static_cast<int>(id));
    return infos.only() != nullptr && axes_of_pen(*infos.only()).has_value();
  }

 private:
  void drain() {
    while (XPending(x_.display()) > 0) {
      XEvent event;
      XNextEvent(x_.display(), &event);
      const bool loaded = event.type == GenericEvent && XGetEventData(x_.display(), &event.xcookie) != 0;
      handle(event);
      if (loaded) XFreeEventData(x_.display(), &event.xcookie);
    }
  }

  // ---- devices at hand

  void find(DeviceId id) {
    if (const X11DeviceInfos infos(x_.display(), static_cast<int>(id)); infos.only() != nullptr)
      consider(*infos.only());
  }

  void consider(const XIDeviceInfo& info) {
    if (pens_.contains(static_cast<DeviceId>(info.deviceid))) return;
    if (const auto axes = axes_of_pen(info)) add(info, *axes);
  }

  // Remembers whether it is one: `reads` may be asked at any time, also while it is away.
  core::Result<PenAxes> axes_of_pen(const XIDeviceInfo& info) {
    const bool hand = info.use == XISlavePointer || info.use == XIFloatingSlave;
    core::Result<PenAxes> axes =
        hand ? description_.axes_of(info) : core::fail("it is no pointer of its own");
    pointers_[static_cast<DeviceId>(info.deviceid)] = axes.has_value();
    return axes;
  }

  void add(const XIDeviceInfo& info, const PenAxes& axes) {
    const auto id = static_cast<DeviceId>(info.deviceid);
    std::string name = info.name;
    name.resize(std::min(name.size(), kLongestName));
    X11Pen pen{.device = {.id = id,
                          .kind = description_.is_eraser(info) ? PointerKind::Eraser : PointerKind::Pen,
                          .name = name,
                          .path = path_,
                          .pressure = true},
               .axes = axes};
    x_.select(window_, info.deviceid, {XI_Motion, XI_ButtonPress, XI_ButtonRelease, XI_DeviceChanged});
    proximity_.listen(id);
    told_.emplace_back(DeviceAppeared{pen.device});
    pens_.insert_or_assign(id, pen);
  }

  void remove(DeviceId id, core::SteadyTime t_us) {
    const auto found = pens_.find(id);
    if (found == pens_.end()) return;
    let_go(found->second);
    take_back_lift(id, t_us);
    pens_.erase(found);
    told_.emplace_back(DeviceGone{id, t_us});
  }

  // The server lifts the tip of a pen that is pulled out, just before it says so: at once, but on a busy
  // machine it may be stopped in between. No hand did that: the stroke was cut off.
  void take_back_lift(DeviceId id, core::SteadyTime t_us) {
    constexpr core::Span kSameMomentUs{20'000};
    const auto last =
        std::find_if(told_.rbegin(), told_.rend(), [id](const InputEvent& e) { return is_of(e, id); });
    if (last == told_.rend()) return;
    const auto* lift = std::get_if<PointerReleased>(&*last);
    if (lift != nullptr && lift->button == Button::Left && t_us - lift->sample.t_us < kSameMomentUs)
      told_.erase(std::next(last).base());
  }

  static bool is_of(const InputEvent& event, DeviceId id) {
    return std::visit(
        [id]<class E>(const E& e) {
          if constexpr (std::is_same_v<E, PointerMoved> || std::is_same_v<E, PointerPressed> ||
                        std::is_same_v<E, PointerReleased>)
            return e.sample.device == id;
          else
            return false;
        },
        event);
  }

  // Its number may go to another device.
  void forget(DeviceId id) {
    proximity_.forget(id);
    pointers_.erase(id);
  }

  void measure_root() {
    ::Window root = 0;
    int x = 0, y = 0;
    unsigned w = 0, h = 0, border = 0, depth = 0;
    if (XGetGeometry(x_.display(), x_.root(), &root, &x, &y, &w, &h, &border, &depth) != 0)
      root_size_ = {w, h};
  }

  void redescribe(X11Pen& pen) {
    const X11DeviceInfos infos(x_.display(), static_cast<int>(pen.device.id));
    const auto axes =
        infos.only() != nullptr ? description_.axes_of(*infos.only()) : core::fail("it is gone");
    if (axes)
      pen.axes = *axes;
    else
      remove(pen.device.id, steady_us());
  }

  // ---- events

  X11Pen* pen(int id) {
    const auto found = pens_.find(static_cast<DeviceId>(id));
    return found == pens_.end() ? nullptr : &found->second;
  }

  void handle(const XEvent& event) {
    if (event.type == ConfigureNotify && event.xconfigure.window == x_.root()) return measure_root();
    if (event.type == GenericEvent && event.xcookie.extension == opcode_ && event.xcookie.data != nullptr)
      return handle_cookie(event.xcookie);
    const auto notice = proximity_.notice(event);
    if (!notice) return;
    if (X11Pen* p = pen(static_cast<int>(notice->device))) {
      const core::SteadyTime t = time(*p, notice->stamp_ms, true);
      if (notice->near)
        enter(*p, t);
      else
        leave(*p, t);
    }
  }

  void handle_cookie(const XGenericEventCookie& cookie) {
    switch (cookie.evtype) {
      case XI_Motion:
      case XI_ButtonPress:
      case XI_ButtonRelease: {
        const auto& e = *static_cast<const XIDeviceEvent*>(cookie.data);
        if (X11Pen* p = pen(e.deviceid)) follow(*p, e, cookie.evtype);
        return;
      }
      case XI_DeviceChanged: {
        const auto& e = *static_cast<const XIDeviceChangedEvent*>(cookie.data);
        if (X11Pen* p = pen(e.deviceid); p != nullptr && e.reason == XIDeviceChange) redescribe(*p);
        return;
      }
      case XI_HierarchyChanged: {
        // By what the notice says: whoever asks now learns of a later moment, at which the device may be back
        // or gone again.
        const auto& e = *static_cast<const XIHierarchyEvent*>(cookie.data);
        const core::SteadyTime t = clock_->to_steady_us(static_cast<std::uint32_t>(e.time), steady_us());
        for (int i = 0; i < e.num_info; ++i) {
          const auto id = static_cast<DeviceId>(e.info[i].deviceid);
          if ((e.info[i].flags & (XIDeviceDisabled | XISlaveRemoved)) != 0) remove(id, t);
          if ((e.info[i].flags & XISlaveRemoved) != 0) forget(id);
          if ((e.info[i].flags & XIDeviceEnabled) != 0) find(id);
        }
        XFlush(x_.display());
        return;
      }
      default:
        return;
    }
  }

  core::SteadyTime time(X11Pen& p, std::uint32_t stamp_ms, bool press_or_lift) {
    return clock_->to_steady_us(stamp_ms, steady_us()) + core::Span{p.stamps.next(stamp_ms, press_or_lift)};
  }

  void follow(X11Pen& p, const XIDeviceEvent& e, int type) {
    const int number = type == XI_Motion ? 0 : e.detail;
    if (number > kLastPenButton && number < 8) return;
    p.follow(e, x_.display());
    const core::SteadyTime t = time(p, static_cast<std::uint32_t>(e.time), type != XI_Motion);
    p.last_us = t;
    if (p.axes.tilt_deg().has_value() && !p.device.tilt) {
      p.device.tilt = true;
      told_.emplace_back(DeviceAppeared{p.device});
    }
    if (!p.near) enter(p, t);
    const std::uint32_t bit = number >= 1 && number <= kLastPenButton ? 1U << (number - 1) : 0U;
    if (type == XI_ButtonPress) {
      p.buttons |= bit;
      if (number == kTip) p.axes.touch(true);
      clock_->hold(p.held(number));
      told_.emplace_back(PointerPressed{sample(p, t), button_of(number)});
    } else if (type == XI_ButtonRelease) {
      p.buttons &= ~bit;
      clock_->let_go(p.held(number));
      told_.emplace_back(PointerReleased{sample(p, t), button_of(number)});
      if (number == kTip) p.axes.touch(false);
    } else {
      told_.emplace_back(PointerMoved{sample(p, t)});
    }
  }

  void enter(X11Pen& p, core::SteadyTime t_us) {
    p.last_us = std::max(p.last_us, t_us);
    if (std::exchange(p.near, true)) return;
    told_.emplace_back(ProximityChanged{sample(p, t_us), true});
  }

  void leave(X11Pen& p, core::SteadyTime t_us) {
    let_go(p);
    p.fresh = false;
    if (std::exchange(p.near, false)) told_.emplace_back(ProximityChanged{sample(p, t_us), false});
  }

  void let_go(X11Pen& p) {
    p.buttons = 0;
    p.axes.touch(false);
    for (int number = kTip; number <= kLastPenButton; ++number)
      if (clock_ != nullptr) clock_->let_go(p.held(number));
  }

  PointerSample sample(const X11Pen& p, core::SteadyTime t_us) const { return p.sample(t_us, root_size_); }

  X11Connection x_;
  ::Window window_;
  int opcode_, other_fd_;
  std::string path_;
  X11Description description_;
  X11Proximity proximity_;
  geometry::Vec2 root_size_{1.0};  // px
  std::map<DeviceId, X11Pen> pens_;
  std::map<DeviceId, bool> pointers_;  // seen so far, also away: whether it is a pen
  ServerClock* clock_ = nullptr;       // of the poll in progress
  std::vector<InputEvent> told_;
};

int xinput_opcode = -1;

}  // namespace

std::unique_ptr<PenSource> open_x11_pens(unsigned long window, int display_fd, const std::string& path) {
  ::Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) return nullptr;
  int event = 0, error = 0, major = kMajor, minor = kMinor;
  if (XQueryExtension(display, "XInputExtension", &xinput_opcode, &event, &error) == 0 ||
      XIQueryVersion(display, &major, &minor) != Success) {
    XCloseDisplay(display);
    return nullptr;
  }
  return std::make_unique<X11Pens>(display, xinput_opcode, window, display_fd, path);
}

std::optional<DeviceId> x11_source_of(const void* xevent) {
  const auto& event = *static_cast<const XEvent*>(xevent);
  if (event.type != GenericEvent || event.xcookie.extension != xinput_opcode || event.xcookie.data == nullptr)
    return std::nullopt;
  const int type = event.xcookie.evtype;
  if (type != XI_RawMotion && type != XI_RawButtonPress && type != XI_RawButtonRelease) return std::nullopt;
  return static_cast<DeviceId>(static_cast<const XIRawEvent*>(event.xcookie.data)->sourceid);
}

}  // namespace engine::platform
