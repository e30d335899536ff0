// The scores of a field while its dots come and go. One dot more or less changes what it touches; the scores
// are, bit for bit, those that judge() gives for the same dots.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/scoring/criterion.h"
#include "engine/scoring/density.h"
#include "engine/scoring/dot_grid.h"
#include "engine/scoring/live_gaps.h"
#include "engine/scoring/measures.h"
#include "engine/scoring/naturalness.h"
#include "engine/scoring/profile.h"
#include "engine/scoring/rank_sums.h"
#include "engine/scoring/scars.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

class LiveField {
 public:
  // `asked`: everything but dots; those that it has are put in one by one.
  LiveField(Field asked, Rubric rubric);
  LiveField(const LiveField&) = delete;
  LiveField& operator=(const LiveField&) = delete;

  void add(const FieldDot& dot);      // its number is not in the field, its place in the region
  void remove(std::uint32_t number);  // it is in the field
  void change(const FieldDot& dot);   // the dot of that number is as given now: healed, moved, corrected
  void set_strays(Strays strays);
  void set_drawn_hairline(std::vector<Vec2> line);

  [[nodiscard]] std::size_t size() const { return order_.size() - old_; }  // without the old dots
  [[nodiscard]] bool holds(std::uint32_t number) const;
  // As judge(), in the rubric's order, without causes.
  [[nodiscard]] std::vector<CriterionResult> scores();

 private:
  struct Mark {
    FieldDot dot;
    double nearest = 0.0, mass = 1.0, target = 0.0;
    std::int64_t weights = 0;  // of the dots round it, its own included
    bool inner = false;
    bool hair = false;  // stands there already, as old dots do: a neighbour, never judged
    bool old = false;   // a dot of an earlier treatment session
    [[nodiscard]] bool judged() const { return !hair && !old; }
    bool on_hair = false;
  };
  // The dots in the order of their numbers, to be looked at.
  struct DotsByNumber {
    const std::vector<std::uint32_t>& order;
    const std::vector<Mark>& marks;
    struct Iterator {
      const std::uint32_t* slot;
      const Mark* marks;
      const FieldDot& operator*() const { return marks[*slot].dot; }
      Iterator& operator++() {
        ++slot;
        return *this;
      }
      bool operator!=(const Iterator& o) const { return slot != o.slot; }
    };
    [[nodiscard]] Iterator begin() const { return {order.data(), marks.data()}; }
    [[nodiscard]] Iterator end() const { return {order.data() + order.size(), marks.data()}; }
  };
  struct Disc {
    DiscMeasure measure;
    bool dirty = true;
  };

  void grow(Vec2 unit);  // puts in a follicular unit
  void keep(
      const FieldDot& old);  // a dot of an earlier session; in the order of their numbers, before all others
  [[nodiscard]] std::uint32_t new_slot();
  void meet_all(std::uint32_t slot);
  [[nodiscard]] bool wants(CriterionId id) const;
  // in order_
  [[nodiscard]] std::size_t rank_of(std::uint32_t number) const;
  // in deltas_, spacings_
  [[nodiscard]] std::size_t rank_of_new(std::uint32_t number) const { return rank_of(number) - old_; }
  [[nodiscard]] double density(const Mark& mark) const {
    return static_cast<double>(mark.weights) * per_weight_ / mark.mass;
  }
  void count(const Mark& mark, bool add);  // the spacing sums
  void count_in_sums(const JudgingGrid::Cell& cell, double density, double ratio, bool add);
  double& ratio_of(const JudgingGrid::Cell& cell) {
    return ratios_[static_cast<std::size_t>(&cell - cells_grid_.cells().data())];
  }
  void count_itself(const FieldDot& dot, bool add);  // what no other dot has a part in
  void set_nearest(std::uint32_t slot, double nearest);
  std::int64_t meet_neighbours(std::uint32_t slot, bool add);  // their weights together
  void place_in_rasters(Vec2 at, bool add);
  std::vector<FieldDot> dots() const;

  [[nodiscard]] CriterionResult score(const CriterionRule& rule);
  [[nodiscard]] RepeatMeasure repeats();
  [[nodiscard]] DepthMeasure depth_measure() const;
  [[nodiscard]] PaceMeasure pace_measure() const;
  [[nodiscard]] CriterionResult hairline_score();

  Field asked_;  // without dots
  Rubric rubric_;
  double d_ref_, per_weight_;
  GaussTable kernel_;
  KernelMass mass_;
  DotGrid grid_;
  std::vector<Mark> marks_;  // by slot
  std::vector<std::uint32_t> free_;
  std::vector<std::uint32_t> order_;   // slots by the number of their dot, old ones first
  std::size_t old_ = 0;                // how many of them are old
  std::vector<std::uint32_t> lonely_;  // slots whose nearest is farther than kClose

  SpacingMeasure spacing_;
  JudgingGrid cells_grid_;
  // log_ratio of each cell of the grid: logarithms take longer than all the rest
  std::vector<double> ratios_;
  CellMeasure cells_, blend_;  // blend: those by hair
  Allowance allowed_, allowed_blend_;
  std::unique_ptr<LiveOpenPixels> open_;
  std::unique_ptr<LiveHole> hole_;
  std::vector<DiscPlace> disc_places_;
  std::vector<Disc> discs_;
  std::unique_ptr<CopyVotes> copies_;
  OnHairMeasure on_hair_;
  DepthMeasure depth_;
  RankSums deltas_, spacings_;
  BandMeasure sizes_, angles_;
  ShadeMeasure shades_;
  std::unique_ptr<FrontProfile> profile_;
  std::optional<ScarCount> scars_;           // of a field of punctate scars
  std::optional<CriterionResult> hairline_;  // kept until something that it looks at changes
};

}  // namespace engine::scoring
