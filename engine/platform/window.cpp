#include "engine/platform/window.h"

#include <SDL_syswm.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <optional>
#include <utility>

#include "engine/platform/order.h"
#include "engine/platform/sdl_events.h"
#include "engine/platform/x11_errors.h"
#include "engine/platform/x11_pens.h"

namespace engine::platform {

struct Window::State {
  SDL_Window* window = nullptr;
  SDL_GLContext context = nullptr;
  ServerClock clock;  // one for all readers: their times compare
  Translator translator{clock};
  EchoFilter echoes;
  std::unique_ptr<PenSource> pens;
  std::vector<InputEvent> of_system;  // taken, and not yet fetched
  bool told_mouse = false, woken = false;
  int gl_major = 0, gl_minor = 0;

  // Whoever wakes it from another thread may come when it has gone.
  static inline std::mutex waking;
  static inline int there = 0;

  State() { count(1); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    count(-1);
    SDL_SetEventFilter(nullptr, nullptr);
    pens.reset();
    if (context != nullptr) SDL_GL_DeleteContext(context);
    if (window != nullptr) SDL_DestroyWindow(window);
    SDL_Quit();
  }
  static void count(int by) {
    const std::lock_guard lock(waking);
    there += by;
  }
  [[nodiscard]] double pixels_per_unit() const {
    int units = 1, pixels = 1;
    SDL_GetWindowSize(window, &units, nullptr);
    SDL_GL_GetDrawableSize(window, &pixels, nullptr);
    return units > 0 ? static_cast<double>(pixels) / units : 1.0;
  }
  std::vector<InputEvent> fetch();
  // What SDL's queue holds, behind what was taken from it before.
  void take_from_sdl();
};

namespace {

SDL_Window* make_window(const WindowOptions& options) {
  return SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                          options.width, options.height,
                          SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
}

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

// Pens can be read on X11; so XWayland goes before Wayland where both are, unless the person chose.
bool start_video() {
  if (is_set("SDL_VIDEODRIVER")) return SDL_Init(SDL_INIT_VIDEO) == 0;
  if (is_set("DISPLAY")) {
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "x11");
    if (SDL_Init(SDL_INIT_VIDEO) == 0) return true;
    SDL_SetHint(SDL_HINT_VIDEODRIVER, nullptr);
  }
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
  // Where there is no screen, the library makes do with windows that nobody sees.
  const char* driver = SDL_GetCurrentVideoDriver();
  if (driver == nullptr || (std::strcmp(driver, "offscreen") != 0 && std::strcmp(driver, "dummy") != 0))
    return true;
  SDL_Quit();
  SDL_SetError("there is no display (DISPLAY and WAYLAND_DISPLAY name none)");
  return false;
}

bool on_x11() {
  const char* driver = SDL_GetCurrentVideoDriver();
  return driver != nullptr && std::strcmp(driver, "x11") == 0;
}

std::optional<SDL_SysWMinfo> native_window(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (!on_x11() || SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11)
    return std::nullopt;
  return info;
}

std::string path_of(bool pens) {
  if (on_x11())
    return std::string(is_set("WAYLAND_DISPLAY") ? "XWayland" : "X11") + (pens ? ", XInput 2" : "");
  const char* driver = SDL_GetCurrentVideoDriver();
  const std::string name = driver != nullptr ? driver : "unknown";
  return name == "wayland" ? "Wayland" : name;
}

void ask_for_context(int major, int minor, int profile) {
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, major);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, minor);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, profile);
}

// The version of whatever context the driver gives freely, for the error message.
std::string found_version(SDL_Window* window) {
  ask_for_context(1, 0, 0);
  SDL_GLContext context = SDL_GL_CreateContext(window);
  if (context == nullptr) return "no OpenGL at all";
  using GetString = const unsigned char* (*)(unsigned);
  constexpr unsigned kGlVersion = 0x1F02;  // GL_VERSION; this module knows no other GL
  const auto get_string = reinterpret_cast<GetString>(SDL_GL_GetProcAddress("glGetString"));
  const unsigned char* text = get_string != nullptr ? get_string(kGlVersion) : nullptr;
  std::string version = text != nullptr ? reinterpret_cast<const char*>(text) : "an unknown version";
  SDL_GL_DeleteContext(context);
  return version;
}

}  // namespace

Window::Window(std::unique_ptr<State> state) : state_(std::move(state)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

core::Result<void> Window::make_context(State& state) {
  state.context = SDL_GL_CreateContext(state.window);
  if (state.context == nullptr) {
    // Some drivers know no reset notification.
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_RESET_NOTIFICATION, SDL_GL_CONTEXT_RESET_NO_NOTIFICATION);
    state.context = SDL_GL_CreateContext(state.window);
  }
  if (state.context == nullptr) {
    const std::string reason = SDL_GetError();
    return core::fail("this program needs OpenGL " + std::to_string(state.gl_major) + "." +
                      std::to_string(state.gl_minor) + " core, but the driver offers " +
                      found_version(state.window) + " (" + reason + ")");
  }
  SDL_GL_SetSwapInterval(1);
  return {};
}

core::Result<Window> Window::open(const WindowOptions& options, int gl_major, int gl_minor) {
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
  if (!start_video()) return core::fail(std::string("no window can be opened: ") + SDL_GetError());
  auto state = std::make_unique<State>();
  const std::string needed = std::to_string(gl_major) + "." + std::to_string(gl_minor);
  ask_for_context(gl_major, gl_minor, SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  // so that a loss can be noticed
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_RESET_NOTIFICATION, SDL_GL_CONTEXT_RESET_LOSE_CONTEXT);
  state->gl_major = gl_major;
  state->gl_minor = gl_minor;
  // already a window asks it for a context
  std::optional<X11ErrorsIgnored> where_there_is_no_driver(on_x11());
  state->window = make_window(options);
  if (state->window == nullptr)
    return core::fail("no window with OpenGL " + needed + " can be opened: " + SDL_GetError());
  if (auto made = make_context(*state); !made) return core::fail(made.error());
  where_there_is_no_driver.reset();
  SDL_SetWindowMinimumSize(state->window, 640, 400);
  SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
  state->echoes.when_nearly_full([&taking = *state] { taking.take_from_sdl(); });
  SDL_SetEventFilter(&EchoFilter::filter, &state->echoes);
  if (const auto native = native_window(state->window)) {
    state->pens =
        open_x11_pens(native->info.x11.window, XConnectionNumber(native->info.x11.display), path_of(true));
    state->echoes.listen_to(state->pens.get());
  }
  return Window(std::move(state));
}

core::Result<void> Window::renew_context() {
  SDL_GL_DeleteContext(state_->context);
  state_->context = nullptr;
  ask_for_context(state_->gl_major, state_->gl_minor, SDL_GL_CONTEXT_PROFILE_CORE);
  return make_context(*state_);
}

PixelSize Window::pixels() const {
  PixelSize size;
  SDL_GL_GetDrawableSize(state_->window, &size.width, &size.height);
  return size;
}

double Window::display_scale() const {
  float dots_per_inch = 0.0F;
  const int display = std::max(0, SDL_GetWindowDisplayIndex(state_->window));
  if (SDL_GetDisplayDPI(display, &dots_per_inch, nullptr, nullptr) != 0) return 1.0;
  // 96 dots an inch is scale 1; screens that lie about it by less than half a step stay at 1.
  return std::clamp(std::floor(static_cast<double>(dots_per_inch) / 96.0 * 4.0) / 4.0, 1.0, 3.0);
}

bool Window::timed_presses() const {
  return on_x11();
}

std::string Window::path() const {
  return path_of(state_->pens != nullptr);
}

unsigned long Window::native() const {
  const auto info = native_window(state_->window);
  return info ? info->info.x11.window : 0;
}

void Window::grab(bool on) {
  SDL_SetWindowGrab(state_->window, on ? SDL_TRUE : SDL_FALSE);
}

void Window::State::take_from_sdl() {
  const double scale = pixels_per_unit();
  SDL_Event event;
  while (SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) > 0) {
    woken = woken || event.type == SDL_USEREVENT;
    if (auto translated = translator.translate(event, scale)) of_system.push_back(*translated);
  }
}

// Fetched, then pens read, then handled: then a pen's press is always known before SDL's copy of it.
std::vector<InputEvent> Window::State::fetch() {
  std::vector<InputEvent> of_pens;
  if (!told_mouse) of_system.emplace_back(DeviceAppeared{Device{.path = path_of(pens != nullptr)}});
  told_mouse = true;
  SDL_PumpEvents();
  if (pens) pens->poll(clock, of_pens);
  take_from_sdl();
  return in_order(std::exchange(of_system, {}), std::move(of_pens));
}

std::vector<InputEvent> Window::wait(std::chrono::milliseconds longest) {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::milliseconds kSlice{50};  // SDL has small duties of its own now and then
  const auto end = Clock::now() + longest;
  for (;;) {
    auto events = state_->fetch();
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
    if (!events.empty() || left.count() <= 0 || std::exchange(state_->woken, false)) return events;
    if (state_->pens)
      state_->pens->rest(std::min(left, kSlice));
    else
      SDL_WaitEventTimeout(nullptr, static_cast<int>(left.count()));
  }
}

void Window::wake() {
  const std::lock_guard lock(State::waking);
  if (State::there == 0) return;
  SDL_Event event{};
  event.type = SDL_USEREVENT;
  SDL_PushEvent(&event);
}

void Window::settle_clock() {
  state_->clock.settle();
}

void Window::show_cursor(bool show) {
  SDL_ShowCursor(show ? SDL_ENABLE : SDL_DISABLE);
}

void Window::toggle_full_screen() {
  const bool full = (SDL_GetWindowFlags(state_->window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
  SDL_SetWindowFullscreen(state_->window, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
}

void Window::swap() {
  SDL_GL_SwapWindow(state_->window);
}

void (*Window::load_gl(const char* name))() {
  return reinterpret_cast<void (*)()>(SDL_GL_GetProcAddress(name));
}

}  // namespace engine::platform
