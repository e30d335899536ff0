#include "engine/scoring/live_field.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/check.h"
#include "engine/scoring/angle.h"
#include "engine/scoring/blending.h"
#include "engine/scoring/clumps.h"
#include "engine/scoring/density.h"
#include "engine/scoring/depth.h"
#include "engine/scoring/evenness.h"
#include "engine/scoring/feathering.h"
#include "engine/scoring/gaps.h"
#include "engine/scoring/naturalness.h"
#include "engine/scoring/pace.h"
#include "engine/scoring/placement.h"
#include "engine/scoring/shade.h"
#include "engine/scoring/size.h"

namespace engine::scoring {

namespace {

constexpr double kClose = 3.0;  // d_ref; dots with a farther nearest are kept in a list of their own
constexpr double kCell = 2.0;   // d_ref, of the grid

Field without_dots(Field field) {
  field.dots.clear();
  return field;
}

}  // namespace

LiveField::LiveField(Field asked, Rubric rubric)
    : asked_(without_dots(asked)),
      rubric_(std::move(rubric)),
      d_ref_(reference_distance(asked.target).value),
      per_weight_(density_per_weight(core::Mm{d_ref_})),
      kernel_(core::Mm{kSigmaPerReference * d_ref_}),
      mass_(asked_.region, asked_.target, core::Mm{kSigmaPerReference * d_ref_}),
      grid_(asked_.region.box(), kCell * d_ref_),
      cells_grid_(asked_, mass_, kernel_) {
  std::vector<double> targets, targets_by_hair;
  for (const auto& cell : cells_grid_.cells()) {
    targets.push_back(cell.target);
    if (cell.by_hair) targets_by_hair.push_back(cell.target);
  }
  cells_ = empty_cells(asked_, targets);
  blend_ = empty_cells(asked_, targets_by_hair);
  allowed_ = allowance(asked_.layer, cells_.expected);
  allowed_blend_ = allowance(asked_.layer, blend_.expected);
  for (const auto& cell : cells_grid_.cells()) {
    ratios_.push_back(log_ratio(cells_grid_.density(cell), cell.target));
    count_in_sums(cell, cells_grid_.density(cell), ratios_.back(), true);
  }
  on_hair_.by_chance = on_hair_by_chance(asked_);
  if (!asked_.scars.empty()) scars_.emplace(asked_);
  if (wants(CriterionId::Gaps)) {
    open_ = std::make_unique<LiveOpenPixels>(asked_, kThin);
    hole_ = std::make_unique<LiveHole>(asked_, kHole, grid_);
  }
  if (wants(CriterionId::Naturalness)) {
    disc_places_ = disc_places(asked_);
    discs_.resize(disc_places_.size());
    copies_ = std::make_unique<CopyVotes>(asked_.region, core::Mm{d_ref_});
  }
  if (wants(CriterionId::Feathering)) profile_ = std::make_unique<FrontProfile>(asked_);
  // Holes are found for all dots at once: in an empty field the first dots are the nearest to everything.
  auto hole = std::move(hole_);
  std::vector<Vec2> places = asked_.hair;
  for (const Vec2 unit : asked_.hair) grow(unit);
  for (const FieldDot& dot : asked_.old_dots) {
    keep(dot);
    places.push_back(dot.at);
  }
  for (const FieldDot& dot : asked.dots) {
    add(dot);
    places.push_back(dot.at);
  }
  hole_ = std::move(hole);
  if (hole_) hole_->load(places);
}

bool LiveField::wants(CriterionId id) const {
  return std::any_of(rubric_.criteria.begin(), rubric_.criteria.end(),
                     [id](const CriterionRule& rule) { return rule.id == id; });
}

std::size_t LiveField::rank_of(std::uint32_t number) const {
  const auto found =
      std::lower_bound(order_.begin(), order_.end(), number,
                       [this](std::uint32_t slot, std::uint32_t n) { return marks_[slot].dot.number < n; });
  return static_cast<std::size_t>(found - order_.begin());
}

bool LiveField::holds(std::uint32_t number) const {
  const std::size_t rank = rank_of(number);
  return rank < order_.size() && marks_[order_[rank]].dot.number == number;
}

std::vector<FieldDot> LiveField::dots() const {
  std::vector<FieldDot> list;
  list.reserve(order_.size());
  for (const auto slot : order_) list.push_back(marks_[slot].dot);
  return list;
}

// ---- one dot more or less

std::uint32_t LiveField::new_slot() {
  if (free_.empty()) {
    marks_.emplace_back();
    return static_cast<std::uint32_t>(marks_.size() - 1);
  }
  const std::uint32_t slot = free_.back();
  free_.pop_back();
  return slot;
}

// A mark and its neighbours learn of each other.
void LiveField::meet_all(std::uint32_t slot) {
  const Vec2 at = marks_[slot].dot.at;
  grid_.add(slot, at);
  lonely_.push_back(slot);
  marks_[slot].weights += meet_neighbours(slot, true);
  set_nearest(slot, grid_.nearest(at, slot));
}

void LiveField::grow(Vec2 unit) {
  const std::uint32_t slot = new_slot();
  marks_[slot] = {.dot = {.number = kHairNumber, .at = unit},
                  .nearest = std::numeric_limits<double>::infinity(),
                  .mass = mass_.mass(unit),
                  .target = mass_.smoothed_target(unit),
                  .weights = kernel_.weight(0.0),
                  .hair = true};
  meet_all(slot);
  place_in_rasters(unit, true);
}

void LiveField::keep(const FieldDot& old) {
  const std::uint32_t slot = new_slot();
  marks_[slot] = {.dot = old,
                  .nearest = std::numeric_limits<double>::infinity(),
                  .mass = mass_.mass(old.at),
                  .target = mass_.smoothed_target(old.at),
                  .weights = kernel_.weight(0.0),
                  .old = true};
  order_.push_back(slot);
  ++old_;
  meet_all(slot);
  place_in_rasters(old.at, true);
  if (copies_) copies_->add(old, DotsByNumber{order_, marks_});
}

void LiveField::add(const FieldDot& dot) {
  ENGINE_CHECK(!holds(dot.number));
  const std::uint32_t slot = new_slot();
  const std::size_t rank = rank_of(dot.number);
  ENGINE_CHECK(rank >= old_);
  marks_[slot] = {.dot = dot,
                  .nearest = std::numeric_limits<double>::infinity(),
                  .mass = mass_.mass(dot.at),
                  .target = mass_.smoothed_target(dot.at),
                  .weights = kernel_.weight(0.0),
                  .inner = is_inner(asked_.region, dot.at, core::Mm{d_ref_})};
  order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(rank), slot);
  deltas_.insert(rank - old_, dot.delta);
  spacings_.insert(rank - old_, 0.0);
  meet_all(slot);
  if (!asked_.hair.empty())
    grid_.within(dot.at, kOnHair.value, [&](std::uint32_t other, Vec2, double) {
      marks_[slot].on_hair = marks_[slot].on_hair || marks_[other].hair;
    });
  count(marks_[slot], true);
  on_hair_.on_hair += marks_[slot].on_hair ? 1 : 0;
  count_itself(dot, true);
  place_in_rasters(dot.at, true);
  if (copies_) copies_->add(dot, DotsByNumber{order_, marks_});
}

void LiveField::remove(std::uint32_t number) {
  const std::size_t rank = rank_of(number);
  ENGINE_CHECK(holds(number));
  const std::uint32_t slot = order_[rank];
  const FieldDot dot = marks_[slot].dot;
  if (copies_) copies_->remove(dot, DotsByNumber{order_, marks_});
  grid_.remove(slot, dot.at);
  static_cast<void>(meet_neighbours(slot, false));
  count(marks_[slot], false);
  on_hair_.on_hair -= marks_[slot].on_hair ? 1 : 0;
  std::erase(lonely_, slot);
  order_.erase(order_.begin() + static_cast<std::ptrdiff_t>(rank));
  deltas_.erase(rank - old_);
  spacings_.erase(rank - old_);
  free_.push_back(slot);
  count_itself(dot, false);
  place_in_rasters(dot.at, false);
}

void LiveField::change(const FieldDot& dot) {
  const std::size_t rank = rank_of(dot.number);
  ENGINE_CHECK(holds(dot.number));
  Mark& mark = marks_[order_[rank]];
  if (mark.dot.at != dot.at) {
    remove(dot.number);
    add(dot);
    return;
  }
  count_itself(mark.dot, false);
  mark.dot = dot;
  count_itself(dot, true);
  deltas_.set(rank - old_, dot.delta);
}

void LiveField::set_strays(Strays strays) {
  asked_.strays = std::move(strays);
  if (!asked_.draws_hairline) hairline_.reset();
}

void LiveField::set_drawn_hairline(std::vector<Vec2> line) {
  asked_.drawn_hairline = std::move(line);
  hairline_.reset();
}

void LiveField::count(const Mark& mark, bool add) {
  if (mark.judged()) count_spacing(spacing_, {core::Mm{mark.nearest}, density(mark), mark.inner}, add);
}

void LiveField::count_in_sums(const JudgingGrid::Cell& cell, double density, double ratio, bool add) {
  count_cell(cells_, density, cell.target, ratio, allowed_, add);
  if (cell.by_hair) count_cell(blend_, density, cell.target, ratio, allowed_blend_, add);
}

void LiveField::set_nearest(std::uint32_t slot, double nearest) {
  Mark& mark = marks_[slot];
  const double close = kClose * d_ref_;
  if (mark.nearest > close && nearest <= close) std::erase(lonely_, slot);
  if (mark.nearest <= close && nearest > close) lonely_.push_back(slot);
  mark.nearest = nearest;
  if (mark.judged())
    spacings_.set(rank_of_new(mark.dot.number), pace_spacing(core::Mm{nearest}, mark.target));
}

// The others see one neighbour more or less: their local density, and perhaps their nearest.
std::int64_t LiveField::meet_neighbours(std::uint32_t slot, bool add) {
  const Vec2 at = marks_[slot].dot.at;
  const double close = kClose * d_ref_;
  std::int64_t weights = 0;
  std::vector<std::uint32_t> orphans;
  const auto meet = [&](std::uint32_t other, double distance) {
    if (add && distance < marks_[other].nearest) set_nearest(other, distance);
    if (!add && distance == marks_[other].nearest) orphans.push_back(other);
  };
  for (const std::uint32_t other : std::vector(lonely_))
    if (other != slot) {
      const double dx = marks_[other].dot.at.x - at.x, dy = marks_[other].dot.at.y - at.y;
      count(marks_[other], false);
      meet(other, std::sqrt(dx * dx + dy * dy));
      count(marks_[other], true);
    }
  grid_.within(at, near_reach(kernel_).value, [&](std::uint32_t other, Vec2, double d2) {
    if (other == slot) return;
    const std::int64_t weight = kernel_.weight(d2);
    weights += weight;
    Mark& mark = marks_[other];
    count(mark, false);
    mark.weights += add ? weight : -weight;
    if (const double distance = std::sqrt(d2); distance <= close && mark.nearest <= close)
      meet(other, distance);
    count(mark, true);
  });
  for (const std::uint32_t orphan : orphans) {
    count(marks_[orphan], false);
    set_nearest(orphan, grid_.nearest(marks_[orphan].dot.at, orphan));
    count(marks_[orphan], true);
  }
  return weights;
}

void LiveField::count_itself(const FieldDot& dot, bool add) {
  count_depth(depth_, dot, asked_.depth_band, add);
  count_size(sizes_, dot, asked_, add);
  count_angle(angles_, dot, asked_, add);
  count_shade(shades_, dot.dilution, asked_.dilution, add);
}

void LiveField::place_in_rasters(Vec2 at, bool add) {
  if (scars_) scars_->move(at, add);
  cells_grid_.move(at, add, [this](const JudgingGrid::Cell& cell, double before, double after) {
    double& ratio = ratio_of(cell);
    count_in_sums(cell, before, ratio, false);
    ratio = log_ratio(after, cell.target);
    count_in_sums(cell, after, ratio, true);
  });
  if (open_) open_->move(at, add);
  if (hole_) hole_->move(at, add);
  const double radius = disc_radius(asked_).value;
  for (std::size_t i = 0; i < discs_.size(); ++i) {
    const Vec2 d = disc_places_[i].centre - at;
    if (d.x * d.x + d.y * d.y <= radius * radius) discs_[i].dirty = true;
  }
  if (profile_) profile_->count(at, add);
  if (!asked_.draws_hairline) hairline_.reset();
}

}  // namespace engine::scoring
