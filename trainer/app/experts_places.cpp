#include "trainer/app/experts_places.h"

#include "trainer/robots/robot.h"
#include "trainer/runner/progress.h"

namespace trainer::app {

using engine::scalp::CanvasPoint;

std::vector<CanvasPoint> experts_places(const runner::Attempt& attempt) {
  const auto& site = *attempt.site;
  std::vector<CanvasPoint> old, places;
  for (const auto& dot : attempt.skin.dots)
    if (dot.treatment_session < attempt.skin.treatment_session && engine::sim::is_there(attempt.skin, dot))
      old.push_back(dot.at);
  for (std::size_t target = 0; target < site.targets().size(); ++target) {
    const auto points = robots::expert_points(site.lesson(), site.canvas(), target, robots::kExpertSeed,
                                              runner::session_share(attempt), old);
    places.insert(places.end(), points.begin(), points.end());
  }
  return places;
}

}  // namespace trainer::app
