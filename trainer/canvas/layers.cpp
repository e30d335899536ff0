#include "trainer/canvas/layers.h"

#include "engine/scalp/head_measures.h"
#include "engine/scalp/head_surface.h"
#include "trainer/canvas/heat.h"

namespace trainer::canvas {

namespace {

constexpr engine::core::Mm kNextDotRadius{0.6}, kExpertRadius{0.2};

}  // namespace

void Layers::toggle(ui::Overlay overlay) {
  const std::size_t i = index(overlay);
  on_.flip(i);
  if (!on_[i] || !is_map(overlay)) return;
  for (std::size_t other = index(ui::Overlay::DensityMap); other < on_.size(); ++other)
    if (other != i) on_.reset(other);
}

std::optional<ui::Overlay> Layers::map() const {
  for (std::size_t i = index(ui::Overlay::DensityMap); i < on_.size(); ++i)
    if (on_[i]) return static_cast<ui::Overlay>(i);
  return std::nullopt;
}

std::optional<ui::Overlay> Layers::map_after(const lessons::Lesson& lesson) const {
  const auto shown = map();
  const std::size_t first = shown ? index(*shown) + 1 : index(ui::Overlay::DensityMap);
  for (std::size_t i = first; i < on_.size(); ++i)
    if (allowed(lesson, static_cast<ui::Overlay>(i))) return static_cast<ui::Overlay>(i);
  return std::nullopt;
}

std::optional<ui::Overlay> Layers::next_map(const lessons::Lesson& lesson) const {
  const auto next = map_after(lesson);
  return next ? next : map();
}

void Layers::forget() {
  expert_.clear();
  next_dot_for_ = ~std::size_t{0};
}

void Layers::find_next_dot(const runner::Attempt& attempt) {
  const std::size_t stamp = attempt.skin.dots.size() * 1000 + attempt.skin.undone.size();
  if (stamp == next_dot_for_) return;
  const auto spot = emptiest(attempt);
  next_dot_ = spot ? std::vector{*spot} : std::vector<CanvasPoint>{};
  next_dot_for_ = stamp;
}

void Layers::add_to(ui::CanvasInk& ink, const runner::Attempt& attempt, const Lens& lens,
                    const std::vector<Patch>& patches) {
  add_guides(attempt, lens, patches, on_, ink);
  if (const auto* head = attempt.site->canvas().head(); shows(ui::Overlay::Thirds) && head != nullptr) {
    if (!thirds_) thirds_ = engine::scalp::lines_of_thirds(head->implicit());
    add_thirds(*thirds_, lens, ink);
  }
  if (shows(ui::Overlay::NextDot)) {
    find_next_dot(attempt);
    add_places(lens, next_dot_, kNextDotRadius, ui::Token::Ac, ink);
  }
  if (shows(ui::Overlay::Expert)) add_places(lens, expert_, kExpertRadius, ui::Token::Under, ink);
  add_compass(lens, ink);
}

}  // namespace trainer::canvas
