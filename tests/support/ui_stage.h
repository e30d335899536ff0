// A window for the tests of what is drawn, without a window: fonts as in the program, a mouse, a keyboard,
// and what one frame drew where. Draw functions are given as closures.
#pragma once

#include <any>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "trainer/ui/kit/drawn.h"
#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/kit/ui.h"

struct ImGuiContext;

namespace support {

namespace ui = trainer::ui;

struct StageSize {
  float width = 1280, height = 800;  // px
  float scale = 1.0F;
  bool left_handed = false;
};
// "1280 x 800 at 1.5, left hand"
std::string words_of(const StageSize& size);

// Every window and scale that gives a draw function at least so many points, for either hand.
std::vector<StageSize> stage_sizes(float least_width_pt = 960, float least_height_pt = 600);

// What was asked for, one after the other: commands, and the requests of whichever screen was drawn.
using Heard = std::vector<std::any>;

// A closure (Ui&, const Frame&, X&) that draws, X being the intents of the screen, or those that all screens
// share.
class StageDraw {
 public:
  template <class F>
  StageDraw(F draw) : draw_(hearing(std::move(draw), &F::operator())) {}  // closures are given as they are
  void operator()(ui::Ui& ui, const ui::Frame& frame, Heard& heard) const { draw_(ui, frame, heard); }

 private:
  using Draw = std::function<void(ui::Ui&, const ui::Frame&, Heard&)>;
  template <class F, class C, class X>
  static Draw hearing(F draw, void (C::*)(ui::Ui&, const ui::Frame&, X&) const) {
    return [draw](ui::Ui& ui, const ui::Frame& frame, Heard& heard) {
      std::conditional_t<std::is_abstract_v<X>, ui::IntentsOf<>, X> intents;
      draw(ui, frame, intents);
      for (const auto& one : intents)
        std::visit([&heard](const auto& asked) { heard.emplace_back(asked); }, one);
    };
  }
  Draw draw_;
};

class UiStage {
 public:
  using Draw = StageDraw;

  UiStage(const StageSize& size, Draw draw);
  ~UiStage();
  UiStage(const UiStage&) = delete;
  UiStage& operator=(const UiStage&) = delete;

  [[nodiscard]] ui::Frame frame() const;
  [[nodiscard]] ui::Ui& ui() { return ui_; }

  // ---- one frame, the mouse far away
  ui::DrawnFrame drawn();
  [[nodiscard]] std::vector<std::string> controls();  // ids of those that take a press

  // ---- what hands do; what comes back was asked for meanwhile
  Heard click(const std::string& id);  // in the middle of what is to be seen of it, scrolling there
  Heard click_at(ui::Point at);
  Heard drag(ui::Point from, ui::Point to);
  Heard hover(ui::Point at);
  // Tab until it is in focus, then Enter.
  Heard enter(const std::string& id);
  // Everything that can be pressed is, by pointer, while a sheet lies above.
  Heard press_all_blocked();

  // ---- faults of the layout, each in words; empty: none
  std::vector<std::string> faults();

  // Vertices of the last frame by what they were coloured with, and the rectangle that holds them all, px;
  // edges that are smoothed lie up to a pixel beside where they were asked for. Empty: none.
  [[nodiscard]] int vertices_of(ui::Colour c) const;
  [[nodiscard]] ui::Rect box_of(ui::Colour c) const;
  // The same in a part of the window only.
  [[nodiscard]] ui::Rect box_of(ui::Colour c, const ui::Rect& part) const;

 private:
  Heard step(std::optional<ui::Point> mouse, bool down, float wheel = 0.0F);
  [[nodiscard]] const ui::DrawnControl* find(const std::string& id) const;
  // Scrolls until the middle of it can be pressed; false when it cannot be brought there.
  bool bring(const std::string& id);

  StageSize size_;
  Draw draw_;
  ui::Ui ui_;
  ui::DrawnFrame drawn_;
  std::string name_;
  struct Vertex {
    unsigned colour;
    ui::Point at;
  };
  std::vector<Vertex> vertices_;
};

// The only thing that was asked for, when it is of that kind; null otherwise.
template <class T>
const T* only(const Heard& heard) {
  return heard.size() == 1 ? std::any_cast<T>(&heard.front()) : nullptr;
}
// Whether exactly that command was asked for.
bool only_command(const Heard& intents, ui::Command command);

}  // namespace support
