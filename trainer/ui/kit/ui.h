// What every draw function gets: theme, fonts, scale, the keyboard's focus, and a brush for one window.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "trainer/ui/kit/drawn.h"
#include "trainer/ui/kit/fonts.h"
#include "trainer/ui/kit/rect.h"
#include "trainer/ui/kit/text.h"
#include "trainer/ui/kit/theme.h"

namespace trainer::ui {

enum class Align { Left, Centre, Right };

// Tab walks the controls in the order they are drawn; Enter presses the one in focus.
struct Focus {
  std::vector<unsigned> order;  // of the last frame
  unsigned at = 0;              // id of the control in focus; 0: none
  bool press = false;           // Enter came while it was in focus
  bool moved = false;           // and what it came to is not yet brought into view
  void begin_frame();
  void end_frame();   // a control that is drawn no more is in focus no more: Enter is not for it
  void move(int by);  // +1 Tab, -1 Shift Tab; between frames
};

// What pointer and keys do to a control in this frame.
struct Touched {
  bool clicked = false, hovered = false, held = false, focused = false;
};

class Ui {
 public:
  Theme theme = Theme::Dark;
  float scale = 1.0F;
  Fonts fonts;
  Focus focus;
  bool left_handed = false;     // for the names of keys
  bool keys_only = false;       // what is drawn now has just come: a press was meant for something else
  bool blocked = false;         // a sheet lies above: what is drawn now takes no input
  bool cursor = true;           // the system's pointer is seen: not where the needle is drawn
  DrawnFrame* drawn = nullptr;  // writes down what is drawn; null: nobody asks

  [[nodiscard]] float px(float points) const { return points * scale; }
  [[nodiscard]] float hairline() const;  // a line of one point, on whole pixels
  [[nodiscard]] Colour col(Token t) const { return colour(theme, t); }
  [[nodiscard]] float width(Style style, std::string_view text) const;
  [[nodiscard]] Measure measure(Style style) const;
  [[nodiscard]] float line(Style style) const { return px(spec(style).line); }
  // A control without a look of its own.
  Touched press(std::string_view id, const Rect& r, bool enabled = true);

  // ---- the brush; draws into the current ImGui window
  void fill(const Rect& r, Colour c, float radius_pt = 0.0F) const;
  void frame(const Rect& r, Colour c, float radius_pt, float line_pt = 1.0F) const;
  void panel(const Rect& r) const;  // s1, radius 12, one line
  void rule(float x0, float x1, float y) const;
  void line(Point a, Point b, Colour c, float line_pt) const;
  void disc(Point at, float radius, Colour c) const;
  void ring(Point at, float radius, Colour c, float line_pt) const;
  // 0 = up, clockwise
  void arc(Point at, float radius, float from_turn, float to_turn, Colour c, float line_pt) const;
  void triangle(Point a, Point b, Point c, Colour colour) const;
  void focus_ring(const Rect& r, float radius_pt) const;
  // One line in its line box (height spec.line), left upper corner or centre or right at `at`.
  void text(Point at, Style style, Colour c, std::string_view s, Align align = Align::Left) const;
  // Vertically centred in the rectangle; cut with an ellipsis when it does not fit.
  void text_in(const Rect& r, Style style, Colour c, std::string_view s, Align align = Align::Left) const;
  // Wrapped; returns the height used.
  float paragraph(Point at, float width, Style style, Colour c, std::string_view s, int most_lines = 0) const;
  [[nodiscard]] float paragraph_height(float width, Style style, std::string_view s,
                                       int most_lines = 0) const;

 private:
  void write(Point at, Style style, Colour c, std::string_view s, Align align, bool cut) const;
};

// An ImGui window without any decoration at this place: the sheet of paper that the brush draws on.
class Surface {
 public:
  Surface(const char* name, const Rect& r, bool above = false);  // above: over the others
  ~Surface();
  Surface(const Surface&) = delete;
  Surface& operator=(const Surface&) = delete;
};

// A part of the surface that scrolls; its content starts at `top()`.
class Scroller {
 public:
  Scroller(Ui& ui, const char* name, const Rect& r);
  ~Scroller();
  Scroller(const Scroller&) = delete;
  Scroller& operator=(const Scroller&) = delete;
  [[nodiscard]] float top() const { return top_; }
  void content(float height) const;  // how high it all was

 private:
  float top_ = 0.0F, origin_x_ = 0.0F;
};

ImU32 im(Colour c);

// ImGui draws nothing of its own here: its style without paddings and borders, at that scale.
void set_bare_style(float scale);

}  // namespace trainer::ui
