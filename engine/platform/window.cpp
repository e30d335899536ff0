#include "engine/platform/window.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "engine/platform/sdl_events.h"

namespace engine::platform {

struct Window::State {
  SDL_Window* window = nullptr;
  SDL_GLContext context = nullptr;
  Translator translator;
  int gl_major = 0, gl_minor = 0;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (context != nullptr) SDL_GL_DeleteContext(context);
    if (window != nullptr) SDL_DestroyWindow(window);
    SDL_Quit();
  }
  [[nodiscard]] double pixels_per_unit() const {
    int units = 1, pixels = 1;
    SDL_GetWindowSize(window, &units, nullptr);
    SDL_GL_GetDrawableSize(window, &pixels, nullptr);
    return units > 0 ? static_cast<double>(pixels) / units : 1.0;
  }
};

namespace {

SDL_Window* make_window(const WindowOptions& options) {
  return SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, options.width,
                          options.height, SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
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
    return core::fail("this program needs OpenGL " + std::to_string(state.gl_major) + "." + std::to_string(state.gl_minor) +
                      " core, but the driver offers " + found_version(state.window) + " (" + reason + ")");
  }
  SDL_GL_SetSwapInterval(1);
  return {};
}

core::Result<Window> Window::open(const WindowOptions& options, int gl_major, int gl_minor) {
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
  if (SDL_Init(SDL_INIT_VIDEO) != 0)
    return core::fail(std::string("no window can be opened: ") + SDL_GetError());
  auto state = std::make_unique<State>();
  const std::string needed = std::to_string(gl_major) + "." + std::to_string(gl_minor);
  ask_for_context(gl_major, gl_minor, SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_RESET_NOTIFICATION, SDL_GL_CONTEXT_RESET_LOSE_CONTEXT);  // so that a loss can be noticed
  state->gl_major = gl_major;
  state->gl_minor = gl_minor;
  state->window = make_window(options);
  if (state->window == nullptr)
    return core::fail("no window with OpenGL " + needed + " can be opened: " + SDL_GetError());
  if (auto made = make_context(*state); !made) return core::fail(made.error());
  SDL_SetWindowMinimumSize(state->window, 640, 400);
  SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
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
  const char* driver = SDL_GetCurrentVideoDriver();
  return driver != nullptr && std::strcmp(driver, "x11") == 0;
}

std::vector<InputEvent> Window::wait(std::chrono::milliseconds longest) {
  std::vector<InputEvent> events;
  const double scale = state_->pixels_per_unit();
  SDL_Event event;
  bool more = SDL_WaitEventTimeout(&event, static_cast<int>(longest.count())) != 0;
  while (more) {
    if (auto translated = state_->translator.translate(event, scale)) events.push_back(*translated);
    more = SDL_PollEvent(&event) != 0;
  }
  return events;
}

void Window::wake() {
  SDL_Event event{};
  event.type = SDL_USEREVENT;
  SDL_PushEvent(&event);
}

void Window::settle_clock() { state_->translator.settle(); }

void Window::show_cursor(bool show) { SDL_ShowCursor(show ? SDL_ENABLE : SDL_DISABLE); }

void Window::toggle_full_screen() {
  const bool full = (SDL_GetWindowFlags(state_->window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
  SDL_SetWindowFullscreen(state_->window, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
}

void Window::swap() { SDL_GL_SwapWindow(state_->window); }

void (*Window::load_gl(const char* name))() {
  return reinterpret_cast<void (*)()>(SDL_GL_GetProcAddress(name));
}

}  // namespace engine::platform
