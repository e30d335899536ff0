#include "trainer/assessment/fix.h"

#include <cmath>

namespace trainer::assessment {

using engine::skin::Dot;

std::vector<Dot> apply_fix(const Site& site, std::span<const Dot> before, const LedgerFix& fix) {
  std::vector<Dot> dots(before.begin(), before.end());
  for (const auto number : fix.remove)
    if (number < dots.size()) dots[number].withdrawn = true;
  for (const auto& [number, depth] : fix.set_depth_um)
    if (number < dots.size()) dots[number].deposit_depth_um = depth;
  const Dot like = dots.empty() ? Dot{} : dots.back();
  for (const auto& at : fix.add) {
    Dot dot = like;
    dot.number = static_cast<std::uint32_t>(dots.size());
    dot.withdrawn = false;
    dot.treatment_session = fix.treatment_session;
    dot.at = at;
    if (const auto place = site.canvas().locate(at)) {
      dot.thickness_um = static_cast<std::int32_t>(std::floor(place->skin_thickness.value * 1000 + 0.5));
      const auto band = site.depth_band_at(at);
      dot.deposit_depth_um =
          static_cast<std::int32_t>(std::floor(0.5 * (band.low + band.high) * dot.thickness_um + 0.5));
    }
    dots.push_back(dot);
  }
  return dots;
}

namespace {

template <class T>
std::vector<T> thinned(const std::vector<T>& all, std::size_t one_in) {
  std::vector<T> some;
  for (std::size_t i = 0; i < all.size(); i += one_in) some.push_back(all[i]);
  return some;
}

}  // namespace

LedgerFix part_of(const LedgerFix& fix, std::size_t one_in) {
  return {.remove = thinned(fix.remove, one_in),
          .add = thinned(fix.add, one_in),
          .set_depth_um = thinned(fix.set_depth_um, one_in)};
}

}  // namespace trainer::assessment
