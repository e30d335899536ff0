// Skin that is not healthy skin: scars, burns, and what no needle may touch, as areas of a canvas.
#pragma once

#include <vector>

#include "engine/scalp/zone.h"

namespace engine::scalp {

struct TissueArea {
  TissueKind kind = TissueKind::FlatScar;
  Zone zone;  // of punctate scars only the discs are scarred
};

constexpr bool is_scar(TissueKind kind) {
  return kind != TissueKind::Healthy && kind != TissueKind::Mole;
}
// Never to be treated (docs/domain.md 1.3 and 5): keloids grow under the needle, moles must stay to be seen.
constexpr bool is_refused(TissueKind kind) {
  return kind == TissueKind::Keloid || kind == TissueKind::Mole;
}

// Immutable, shared by all copies of a canvas.
class TissueMap {
 public:
  // `canvas`: the one the zones were resolved on. Where areas overlap, the first one counts.
  TissueMap(const Canvas& canvas, std::vector<TissueArea> areas);

  [[nodiscard]] TissueKind at(CanvasPoint address, const Vec3& position) const;
  [[nodiscard]] const std::vector<TissueArea>& areas() const { return areas_; }

 private:
  struct Box {
    CanvasPoint low, high;
  };
  std::vector<TissueArea> areas_;
  std::vector<Box> boxes_;                  // of the outlines
  std::vector<std::vector<Vec3>> middles_;  // of punctate scars, head or pad space
};

}  // namespace engine::scalp
