// Values in the order of the dots, and sums over any stretch of them.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/scoring/tally.h"

namespace engine::scoring {

class RankSums {
 public:
  [[nodiscard]] std::size_t size() const { return values_.size(); }
  [[nodiscard]] const std::vector<double>& values() const { return values_; }
  void insert(std::size_t rank, double value);
  void erase(std::size_t rank);
  void set(std::size_t rank, double value);
  [[nodiscard]] Tally sum(std::size_t from, std::size_t count) const;
  [[nodiscard]] double mean(std::size_t from, std::size_t count) const {
    return sum(from, count).sum() / static_cast<double>(count);
  }

 private:
  static constexpr std::size_t kBlock = 128;
  void rebuild(std::size_t from_block);

  std::vector<double> values_;
  std::vector<Tally> blocks_;
};

}  // namespace engine::scoring
