// The score while the work goes on: criteria and total, kept up to date dot by dot, to the last digit those
// that `assess` gives for the same work.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/scoring/live_field.h"
#include "trainer/assessment/assessment.h"
#include "trainer/assessment/fields.h"

namespace trainer::assessment {

class LiveScore {
 public:
  explicit LiveScore(std::shared_ptr<const Site> site);

  // The work as it is now; what differs from the last time is scored anew. Dots keep their places in the
  // span.
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
    std::size_t session = 0;
    bool judged = false;     // in its field: not faded by the age at which the work is judged
    std::size_t beside = 0;  // the target it lies next to, when outside
    bool forbidden = false;
  };
  void begin(const Work& work);  // anew, with the fields of all treatment sessions that have begun
  [[nodiscard]] engine::scoring::LiveField& field_of(const Known& known) {
    return *fields_[site_->part_of(*known.target, known.session)];
  }
  void remove(Known& known);
  void put(Known& known, const engine::skin::Dot& dot);
  void set_strays();

  std::shared_ptr<const Site> site_;
  std::vector<std::unique_ptr<engine::scoring::LiveField>> fields_;  // by part of the site
  std::vector<std::int32_t> healings_;
  std::optional<Remains> remains_;
  std::vector<Known> known_;  // by place in the span
  std::vector<engine::scalp::CanvasPoint> drawn_;
  std::vector<std::optional<Answer>> answers_;
  std::uint32_t contacts_outside_ = 0;
  std::size_t there_ = 0, outside_ = 0, simulated_ = 0;
  std::vector<std::size_t> new_in_, old_in_;  // dots in zones by session: placed in it, left of earlier ones
  bool strays_changed_ = true;
};

}  // namespace trainer::assessment
