// A screen is an object that owns all its state and dies with it. The shell keeps a stack of them: rooms fill
// the window, a sheet lies on a scrim above the room below it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/core/moment.h"
#include "engine/core/result.h"
#include "engine/geometry/vec.h"
#include "engine/platform/input.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/kit/ui.h"

namespace trainer::app {

struct House;
class Screen;

// Makes a screen of what the shell owns: each gets by constructor only what it uses. Error: in words for the
// person.
using Opener = std::function<engine::core::Result<std::unique_ptr<Screen>>(House&)>;

// What happens after something was asked of a screen.
struct Stay {
  bool redraw = false;    // something changed by itself
  std::string said = {};  // why something could not be done
};
// Another one above it. `announce`: a sentence that stands there meanwhile, where opening takes seconds.
struct Push {
  Opener open;
  std::string announce = {};
};
// Another one in its place.
struct Replace {
  Opener open;
  std::string announce = {};
};
// Back to the one below, which is told `said` and then does `then`.
struct Pop {
  std::string said = {};
  std::optional<ui::Command> then = {};
};
struct Rescale {  // text and controls
  double scale = 1.0;
};
// What means the same on every screen (help, settings, the device check): the shell does it.
struct Pass {
  ui::Command command;
};
struct Quit {};
using Next = std::variant<Stay, Push, Replace, Pop, Rescale, Pass, Quit>;

// A command, by key, button or menu.
struct Order {
  ui::Command command = ui::Command::Back;
  bool down = true;                 // of held ones: false where the key comes up
  int number = 0;                   // of ChooseNumber and LookFrom, from 1
  engine::core::SteadyTime t_us{};  // steady clock
};

// What the controls of a frame asked for, to be done once it is drawn.
using Asked = std::vector<std::function<Next()>>;

enum class Graphics { Lost, Back };

class Screen {
 public:
  enum class Kind { Room, Sheet };
  explicit Screen(Kind kind = Kind::Room) : kind_(kind) {}
  virtual ~Screen() = default;
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;
  [[nodiscard]] Kind kind() const { return kind_; }

  // It lies on top, for the first time or again; it has been placed. `said`: a sentence of the one that was
  // there.
  virtual void arrive(const std::string& said) { static_cast<void>(said); }
  // Where everything lies. Before every frame, and before it arrives.
  virtual void place(const ui::Frame& frame) = 0;
  // Whether a press there is the canvas's; else it is the interface's.
  [[nodiscard]] virtual bool owns(engine::geometry::Vec2 px) const {
    static_cast<void>(px);
    return false;
  }
  // Pointers and devices. What lets go (releases, focus, devices that leave) is told to those below a sheet
  // too.
  virtual Next take(const engine::platform::InputEvent& event) {
    static_cast<void>(event);
    return Stay{};
  }
  // Whether the command means something here and now.
  [[nodiscard]] virtual bool can(ui::Command command) const = 0;
  virtual Next act(const Order& order) = 0;
  // Of a control.
  Next act_or_pass(ui::Command command) {
    return can(command) ? act({.command = command}) : Next{Pass{command}};
  }
  // Once a turn of the loop, steady clock; also below a sheet.
  virtual Next tick(engine::core::SteadyTime now_us) {
    static_cast<void>(now_us);
    return Stay{};
  }
  virtual void draw(ui::Ui& ui, Asked& asked) = 0;
  // Something changes by itself: frames are wanted.
  [[nodiscard]] virtual bool moving() const { return false; }
  // What a screen keeps in the GL context goes with it, and is made anew.
  virtual engine::core::Result<void> graphics(Graphics now) {
    static_cast<void>(now);
    return {};
  }

 private:
  Kind kind_;
};

// Every intent of a frame becomes something to be done by `screen`, which visits them with std::visit.
template <class Intents, class Self>
void ask(const Intents& intents, Self& screen, Asked& asked) {
  for (const auto& intent : intents) asked.emplace_back([&screen, intent] { return screen.act_on(intent); });
}

}  // namespace trainer::app
