#include "trainer/app/depth_now.h"

#include "engine/sim/press.h"
#include "trainer/canvas/press_band.h"

namespace trainer::app {

std::optional<ui::Pressing> depth_now(const runner::Attempt& attempt, engine::core::Span dwell_us) {
  const auto& skin = attempt.skin;
  if (!skin.contact) return std::nullopt;
  const auto under = attempt.site->canvas().locate(skin.contact->last.at);
  const auto dot = engine::sim::left_after(skin, dwell_us, under.value_or(engine::sim::usual_skin()));
  if (!dot) return std::nullopt;
  return ui::Pressing{.delta = engine::skin::delta(*dot),
                      .thickness = engine::core::Mm{dot->thickness_um / 1000.0},
                      .band = canvas::band_pressed(attempt),
                      .simulated = dot->depth_source != engine::skin::DepthSource::Measured};
}

}  // namespace trainer::app
