// Dots of the skin, sorted into the fields that the scorer looks at.
#pragma once

#include <vector>

#include "engine/scoring/field.h"
#include "trainer/assessment/assessment.h"
#include "trainer/assessment/site.h"

namespace trainer::assessment {

// One field a part of the site (Site::parts). A dot belongs to the first target whose zone holds it and to
// its own treatment session; what is left of it is an old dot in later ones.
std::vector<engine::scoring::Field> make_fields(const Site& site, const Work& work);

// What of the dots is to be seen when a session ends: its own, and what is left of those before.
class Remains {
 public:
  Remains(const Site& site, const Work& work);
  [[nodiscard]] bool has_begun(std::size_t session) const {
    return static_cast<std::size_t>(site_.sessions()[session].visit) <= healings_.size() + 1;
  }
  [[nodiscard]] double days(const engine::skin::Dot& dot, std::size_t session) const;  // since it was placed
  [[nodiscard]] bool shows(const engine::skin::Dot& dot, std::size_t session) const;
  // As the scorer sees it then.
  [[nodiscard]] engine::scoring::FieldDot seen(const engine::skin::Dot& dot, engine::geometry::Vec2 at,
                                               std::size_t session) const;

 private:
  const Site& site_;
  std::vector<std::int32_t> healings_;
  double at_days_;
};

// The parts of it: a target in a session without dots, and the target that a place lies next to.
engine::scoring::Field asked_field(const Site& site, const Part& part);
std::vector<engine::geometry::Vec2> drawn_on(const SiteTarget& target,
                                             std::span<const engine::scalp::CanvasPoint> drawn);
std::size_t nearest_target(const Site& site, engine::scalp::CanvasPoint at);

// Dots of a session that there are to judge, in zones: its own, and what is left of earlier ones.
int dots_to_judge(std::span<const engine::scoring::Field> fields, const Site& site, std::size_t session);

// Visible dots that lie in no target zone.
int dots_outside(const Site& site, const Work& work);

}  // namespace trainer::assessment
