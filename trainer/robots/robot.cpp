#include "trainer/robots/robot.h"

#include <utility>

#include "trainer/robots/even_points.h"
#include "trainer/robots/ground.h"
#include "trainer/robots/makers.h"
#include "trainer/robots/order.h"
#include "trainer/robots/performance.h"
#include "trainer/robots/scar_points.h"

namespace trainer::robots {

using engine::core::fail;
using engine::core::Result;
using engine::core::Seed;
using engine::scalp::Canvas;
using engine::scalp::CanvasPoint;
using lessons::Lesson;

namespace {

engine::core::Error unknown(std::string_view kind) {
  std::string message = "unknown robot '" + std::string(kind) + "', expected one of";
  for (const Maker& maker : makers()) message += " " + std::string(maker.name);
  return {.message = std::move(message), .field = "kind"};
}

}  // namespace

std::vector<RobotKind> kinds() {
  std::vector<RobotKind> list;
  for (const Maker& maker : makers())
    list.push_back({std::string(maker.name), maker.cheat, std::string(maker.summary)});
  return list;
}

Result<std::vector<runner::AttemptEvent>> perform(std::shared_ptr<const assessment::Site> site,
                                                  std::string_view kind, double skill, Seed seed) {
  const Maker* maker = find_maker(kind);
  if (maker == nullptr) return fail(unknown(kind));
  return Performance(std::move(site), *maker, skill, seed).run();
}

Result<std::vector<runner::AttemptEvent>> show_how(std::shared_ptr<const assessment::Site> site) {
  return perform(std::move(site), "expert", 1.0, kExpertSeed);
}

std::vector<CanvasPoint> expert_points(const Lesson& lesson, const Canvas& canvas, std::size_t target_index,
                                       Seed seed, double share, const std::vector<CanvasPoint>& old) {
  auto ground = Ground::make(lesson, canvas, target_index);
  if (!ground) return {};
  ground->begin_session(share, old);
  std::vector<CanvasPoint> addresses;
  const Seed own = seed_of_target(seed, target_index);
  const EvenPlan plan = expert_plan(*ground);
  for (const Vec2 p : in_working_order(ground->scars().empty() ? even_points(*ground, plan, own)
                                                               : scar_points(*ground, plan.count, 1.0, own)))
    if (const auto at = ground->address(p)) addresses.push_back(*at);
  return addresses;
}

}  // namespace trainer::robots
