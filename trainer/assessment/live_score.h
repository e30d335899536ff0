// The score while the work goes on: criteria and total, kept up to date dot by dot, to the last digit those that
// `assess` gives for the same work.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/scoring/live_field.h"
#include "trainer/assessment/assessment.h"

namespace trainer::assessment {

class LiveScore {
 public:
  explicit LiveScore(std::shared_ptr<const Site> site);

  // The work as it is now; what differs from the last time is scored anew. Dots keep their places in the span.
  void follow(const Work& work);

  struct Scores {
    std::vector<CriterionScore> criteria;
    std::optional<int> total;  // nothing: not finished
  };
  [[nodiscard]] Scores scores();

 private:
  struct Known {
    engine::skin::Dot dot;
    bool there = false;
    std::optional<std::size_t> target;  // nothing: outside every target
    std::size_t beside = 0;             // the target it lies next to, when outside
    bool forbidden = false;
  };
  void take(Known& known);
  void put(Known& known, const engine::skin::Dot& dot);
  void set_strays();

  std::shared_ptr<const Site> site_;
  std::vector<std::unique_ptr<engine::scoring::LiveField>> fields_;
  std::vector<Known> known_;          // by place in the span
  std::vector<engine::scalp::CanvasPoint> drawn_;
  std::uint32_t contacts_outside_ = 0;
  std::size_t there_ = 0, outside_ = 0, simulated_ = 0;
  bool strays_changed_ = true;
};

}  // namespace trainer::assessment
