#include "trainer/canvas/flash.h"

namespace trainer::canvas {

namespace {

constexpr engine::core::Span kFlashUs{1'200'000};

}  // namespace

void Flash::show(CanvasPoint at, engine::core::SteadyTime now_us) {
  lit_ = Lit{at, now_us + kFlashUs};
}

void Flash::tick(engine::core::SteadyTime now_us) {
  if (lit_ && now_us > lit_->until_us) lit_.reset();
}

void Flash::add_to(ui::CanvasInk& ink, const Lens& lens, const ui::Ui& ui) const {
  if (!lit_) return;
  if (const auto p = lens.project(lit_->at)) ink.marks.push_back({*p, ui.px(22), ui::Token::Ac});
}

}  // namespace trainer::canvas
