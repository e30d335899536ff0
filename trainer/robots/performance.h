// One attempt of a simulated practitioner. What waits and what comes next is asked of the runner, as the
// window asks it.
#pragma once

#include <memory>
#include <vector>

#include "engine/core/result.h"
#include "trainer/assessment/site.h"
#include "trainer/robots/makers.h"
#include "trainer/runner/way.h"

namespace trainer::robots {

// The draws of one target are its own.
engine::core::Seed seed_of_target(engine::core::Seed seed, std::size_t target);

class Performance {
 public:
  Performance(std::shared_ptr<const assessment::Site> site, const Maker& maker, double skill,
              engine::core::Seed seed);

  // From the first event to the last lift, without `Finished`; once. Error: a zone or hairline that does not
  // resolve.
  engine::core::Result<Events> run();

 private:
  struct Done {
    std::size_t target;
    engine::scalp::CanvasPoint at;
  };

  // ---- the way
  engine::core::Result<void> do_what_waits(runner::Waits waits);
  [[nodiscard]] runner::Intent onward(runner::Waits waits) const;
  engine::core::Result<void> act(const runner::Intent& intent);
  void follow();  // the attempt, up to the last event
  void emit(engine::sim::Event event);
  void answer();
  engine::core::Result<void> draw_line();

  // ---- the work
  void begin_session();
  void work_on(std::size_t target);
  [[nodiscard]] std::vector<Vec2> points_of(std::size_t target) const;
  void needle_scars();
  void stretch();
  void change(const engine::skin::Machine& machine);
  void mix_for(const lessons::Target& target);
  [[nodiscard]] double gives(engine::scalp::CanvasPoint at) const;
  [[nodiscard]] bool meets_earlier_zone(engine::scalp::CanvasPoint at, std::size_t target) const;
  [[nodiscard]] const lessons::Lesson& lesson() const { return attempt_.site->lesson(); }

  runner::Attempt attempt_;  // from the events up to `followed_`
  std::size_t followed_ = 0;
  const Maker& maker_;
  double skill_;
  engine::core::Seed seed_;
  Player player_;
  std::vector<Ground> grounds_;
  std::optional<std::size_t> begun_;  // the treatment session whose targets are worked already
  std::vector<Done> done_;
  Events events_;
};

}  // namespace trainer::robots
