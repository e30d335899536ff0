// What the trainee has laid over the skin: which overlays are on, and the ink of those that are no heat map.
#pragma once

#include <optional>
#include <vector>

#include "trainer/canvas/guide.h"

namespace trainer::canvas {

class Layers {
 public:
  explicit Layers(const lessons::Lesson& lesson) : on_(first_overlays(lesson)) {}

  [[nodiscard]] Overlays on() const { return on_; }
  [[nodiscard]] bool shows(ui::Overlay overlay) const { return on_[index(overlay)]; }
  // Of two maps the colours would mix: one at a time.
  void toggle(ui::Overlay overlay);
  [[nodiscard]] std::optional<ui::Overlay> map() const;
  // The next map that the lesson allows; nothing after the last.
  [[nodiscard]] std::optional<ui::Overlay> map_after(const lessons::Lesson& lesson) const;
  // What the key of maps toggles: the next one, or the last itself, which goes. Nothing: the lesson allows
  // none.
  [[nodiscard]] std::optional<ui::Overlay> next_map(const lessons::Lesson& lesson) const;

  // Places of an expert's dots, once they are known.
  void set_expert(std::vector<CanvasPoint> places) { expert_ = std::move(places); }
  [[nodiscard]] bool knows_expert() const { return !expert_.empty(); }
  // The skin has healed: what was found for the session before is stale.
  void forget();

  void add_to(ui::CanvasInk& ink, const runner::Attempt& attempt, const Lens& lens,
              const std::vector<Patch>& patches);

 private:
  void find_next_dot(const runner::Attempt& attempt);

  Overlays on_;
  std::optional<FaceThirds> thirds_;  // of this head, once they were asked for
  std::vector<CanvasPoint> expert_;
  std::vector<CanvasPoint> next_dot_;  // the emptiest place, for so many dots
  std::size_t next_dot_for_ = ~std::size_t{0};
};

}  // namespace trainer::canvas
