#include "engine/scoring/rank_sums.h"

#include <algorithm>

namespace engine::scoring {

void RankSums::insert(std::size_t rank, double value) {
  const bool last = rank == values_.size();
  values_.insert(values_.begin() + static_cast<std::ptrdiff_t>(rank), value);
  if (!last) return rebuild(rank / kBlock);
  if (blocks_.size() * kBlock < values_.size()) blocks_.emplace_back();
  blocks_.back().add(value);
}

void RankSums::erase(std::size_t rank) {
  values_.erase(values_.begin() + static_cast<std::ptrdiff_t>(rank));
  rebuild(rank / kBlock);
}

void RankSums::set(std::size_t rank, double value) {
  blocks_[rank / kBlock].subtract(values_[rank]);
  blocks_[rank / kBlock].add(value);
  values_[rank] = value;
}

Tally RankSums::sum(std::size_t from, std::size_t count) const {
  Tally all;
  for (std::size_t i = from, end = from + count; i < end;) {
    if (i % kBlock == 0 && i + kBlock <= end) {
      all.add(blocks_[i / kBlock]);
      i += kBlock;
    } else {
      all.add(values_[i++]);
    }
  }
  return all;
}

void RankSums::rebuild(std::size_t from_block) {
  blocks_.resize((values_.size() + kBlock - 1) / kBlock);
  for (std::size_t b = from_block; b < blocks_.size(); ++b) {
    blocks_[b] = {};
    for (std::size_t i = b * kBlock; i < std::min(values_.size(), (b + 1) * kBlock); ++i)
      blocks_[b].add(values_[i]);
  }
}

}  // namespace engine::scoring
