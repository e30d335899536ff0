// Prints one digest over the outputs of every exact function and draw on some 200,000 drawn inputs.
// Builds by any compiler at any optimisation level must print the same line (same_bits.sh).
#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>

#include "engine/core/draw.h"
#include "engine/core/exact_math.h"
#include "engine/core/hash.h"

namespace {

namespace exact = engine::core::exact;
using engine::core::draw_unit;

class Bits {
 public:
  void add(double x) {
    const auto bits = std::bit_cast<std::uint64_t>(x == x ? x : 0.0);  // which NaN is the processor's affair
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(bits >> (8 * i));
    hasher_.add(bytes);
  }
  engine::core::Digest finish() { return hasher_.finish(); }

 private:
  engine::core::Hasher hasher_;
};

double between(double low, double high, const char* purpose, std::uint64_t i) {
  return low + (high - low) * draw_unit(2026, purpose, i);
}

void add_all(Bits& bits, std::uint64_t i) {
  const double scale = i % 2 == 0 ? 10.0 : 1e6;
  const double angle = between(-scale, scale, "angle", i);
  const double ratio = between(-1.0, 1.0, "ratio", i);
  const double other = between(-1.0, 1.0, "other", i);
  const double size = exact::exp(between(-700.0, 700.0, "size", i));
  for (const auto f : {exact::sin, exact::cos, exact::tan, exact::atan}) bits.add(f(angle));
  for (const auto f : {exact::asin, exact::acos, exact::erf}) bits.add(f(ratio));
  bits.add(exact::erf(6.0 * other));
  bits.add(exact::atan2(ratio, other));
  bits.add(size);
  bits.add(exact::log(size));
  bits.add(exact::log2(1.0 + ratio));
  bits.add(exact::pow(1.0 + ratio, 20.0 * other));
  bits.add(engine::core::draw_normal(2026, "normal", i));
}

}  // namespace

int main() {
  Bits bits;
  for (std::uint64_t i = 0; i < 200'000; ++i) add_all(bits, i);
  std::printf("%s\n", engine::core::hex(bits.finish()).c_str());
}
