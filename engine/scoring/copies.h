// Copied work: a tile of dots that was stamped again and again. Each disc of `naturalness` sees at most
// one and a half tiles, so the repeat has to be looked for over the whole field.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/units.h"
#include "engine/scoring/field.h"

namespace engine::scoring {

// The displacement that maps most of the sampled dots upon other dots.
struct Copy {
  double share = 0.0;        // of the samples that can be compared; chance gives 0.06
  Vec2 shift{0.0};           // mm, 3 to 45 d_ref long; the middle of a window of 0.24 d_ref
  std::size_t compared = 0;  // samples that can be
  // The share beyond what the best of many displacements reaches by chance among so few samples; below 0.15
  // in an expert's work.
  [[nodiscard]] double excess() const;
};

// Counts displacements. Samples are the first dots of about 240 cells that the region's box is divided into;
// every dot 3 to 45 d_ref from a sample votes for the windows that hold its displacement. Counts do not
// depend on the order of the dots, so one dot can be added or removed.
class CopyVotes {
 public:
  CopyVotes(const Region& region, core::Mm d_ref);

  // All at once, only while it is new. The same votes as one by one.
  void load(std::span<const FieldDot> dots);
  // `others`: the dots that are there besides this one, by number; this one may be among them.
  template <class Dots>
  void add(const FieldDot& dot, const Dots& others);
  template <class Dots>
  void remove(const FieldDot& dot, const Dots& others);

  // Share 0 where fewer than 40 samples can be compared.
  [[nodiscard]] Copy strongest() const;

 private:
  template <class Dots>
  static bool holds(const Dots& dots, std::uint32_t number) {
    for (const FieldDot& dot : dots)
      if (dot.number == number) return true;
    return false;
  }
  struct Sample {
    std::uint32_t number;
    Vec2 at;
  };
  [[nodiscard]] std::size_t cell_of(Vec2 p) const;
  void vote(Vec2 shift, int by);
  template <class Dots>
  void vote_of_sample(const Sample& sample, const Dots& others, int by) {
    for (const FieldDot& other : others) vote(other.at - sample.at, by);
  }
  [[nodiscard]] std::size_t compared(Vec2 shift) const;

  Region region_;
  double d_ref_, window_;
  int side_;  // windows across, in each of the four lattices
  double cell_;
  int columns_, rows_;
  std::vector<std::optional<Sample>> samples_;  // by cell
  std::vector<std::uint16_t> votes_;            // four lattices, half a window apart
  // The first of the windows with the most votes; unknown after votes were taken back.
  mutable std::size_t first_most_ = 0;
  mutable bool most_is_known_ = true;
};

Copy strongest_copy(const Field& field);
// Numbers of dots that have a twin at the shift, within 0.17 d_ref; at most `most`.
std::vector<std::uint32_t> copied_dots(const Field& field, Vec2 shift, std::size_t most);

// ---------------------------------------------------------------------------------------------

template <class Dots>
void CopyVotes::add(const FieldDot& dot, const Dots& others) {
  auto& own = samples_[cell_of(dot.at)];
  for (const auto& sample : samples_)
    if (sample) vote(dot.at - sample->at, 1);
  if (own && own->number < dot.number) return;
  if (own) {
    // A dot that comes back takes its place again from the one that stood for the cell meanwhile.
    vote_of_sample(*own, others, -1);
    if (!holds(others, dot.number)) vote(dot.at - own->at, -1);
  }
  own = Sample{dot.number, dot.at};
  vote_of_sample(*own, others, 1);
}

template <class Dots>
void CopyVotes::remove(const FieldDot& dot, const Dots& others) {
  const std::size_t cell = cell_of(dot.at);
  auto& own = samples_[cell];
  if (own && own->number == dot.number) {
    vote_of_sample(*own, others, -1);
    own.reset();
    for (const FieldDot& other : others) {
      if (other.number == dot.number || cell_of(other.at) != cell) continue;
      own = Sample{other.number, other.at};
      vote_of_sample(*own, others, 1);
      if (!holds(others, dot.number)) vote(dot.at - own->at, 1);  // taken with all the others below
      break;
    }
  }
  for (const auto& sample : samples_)
    if (sample) vote(dot.at - sample->at, -1);
}

}  // namespace engine::scoring
