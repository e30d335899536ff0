#include "trainer/assessment/total.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace trainer::assessment {

std::vector<int> apportion(int sum, std::span<const double> parts) {
  std::vector<int> shares(parts.size(), 0);
  if (parts.empty()) return shares;
  const double whole = std::accumulate(parts.begin(), parts.end(), 0.0);
  if (!(whole > 0.0)) {
    shares.front() = sum;
    return shares;
  }
  const int sign = sum < 0 ? -1 : 1;
  const int size = sum * sign;
  std::vector<double> remainder(parts.size());
  int given = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const double exact = size * (parts[i] / whole);
    shares[i] = static_cast<int>(std::floor(exact));
    remainder[i] = exact - shares[i];
    given += shares[i];
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return remainder[a] > remainder[b]; });
  for (std::size_t k = 0; given < size; ++k, ++given) ++shares[order[k % order.size()]];
  for (std::size_t k = order.size(); given > size; --given) --shares[order[--k]];
  for (int& share : shares) share *= sign;
  return shares;
}

}  // namespace trainer::assessment
