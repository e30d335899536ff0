#include "engine/sim/pressure_peak.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "engine/core/moment.h"

using engine::core::AttemptTime;
using engine::sim::PressurePeak;

namespace {

using Reports = std::vector<std::uint16_t>;

std::uint16_t peak_of(const Reports& reports, std::int64_t every_us = 5'000) {
  PressurePeak peak;
  std::int64_t t = 0;
  for (const auto p : reports) peak.add(p, AttemptTime{t += every_us});
  return peak.peak();
}

// A tap as a hand makes it: up, held for a moment, down.
Reports tap(std::size_t reports) {
  Reports list;
  for (std::size_t i = 0; i < reports; ++i) {
    const std::size_t edge = std::min(i, reports - 1 - i);
    list.push_back(static_cast<std::uint16_t>(std::min<std::size_t>(3700, 600 + 4 * 3100 * edge / reports)));
  }
  return list;
}

}  // namespace

TEST_CASE("of a tap that rises and falls as a hand does, the hardest report counts") {
  CHECK_FALSE(PressurePeak{}.any());
  CHECK(PressurePeak{}.peak() == 0);
  CHECK(peak_of({3700}) == 3700);
  CHECK(peak_of({500, 3700}) == 3700);
  CHECK(peak_of({500, 3700, 400}) == 3700);  // as much as a slow tablet tells of a short tap
  CHECK(peak_of({400, 2000, 3700, 1800, 300}) == 3700);
  CHECK(peak_of({3700, 2600, 1500, 400}) == 3700);  // it touched when it was pressed hardest
  for (std::size_t n = 3; n < 200; ++n) {
    const auto whole = tap(n);
    CAPTURE(n);
    CHECK(peak_of(whole) == *std::max_element(whole.begin(), whole.end()));
  }
}

TEST_CASE("one report that no hand makes does not count, wherever in the tap it comes") {
  for (const std::size_t n : {8, 12, 40, 150})
    for (std::size_t at = 0; at <= n; ++at)
      for (const std::uint16_t odd : std::array<std::uint16_t, 3>{8192, 6000, 0}) {
        auto whole = tap(n);
        whole.insert(whole.begin() + static_cast<std::ptrdiff_t>(at), odd);
        CAPTURE(n);
        CAPTURE(at);
        CAPTURE(odd);
        CHECK(std::abs(peak_of(whole) - 3700) <= 3700 / 10);
      }
  CHECK(peak_of({8192, 3700, 3600}) == 3700);
  CHECK(peak_of({3600, 3700, 8192}) == 3700);
  CHECK(peak_of({3600, 8192, 3700}) == 3700);
}

TEST_CASE("said twice at once, by motion and by button, it is one report") {
  PressurePeak peak;
  for (const auto& [p, t] : std::vector<std::pair<std::uint16_t, std::int64_t>>{
           {8000, 0}, {8000, 1'000}, {3000, 8'000}, {3100, 16'000}, {3200, 24'000}, {3100, 32'000}})
    peak.add(p, AttemptTime{t});
  CHECK(peak.peak() == 3200);
}

TEST_CASE("a pressure that was held counts, however high above the rest") {
  CHECK(peak_of({1000, 1000, 5000, 5000, 5000, 5000, 1000, 1000}) == 5000);
  CHECK(peak_of({1000, 1000, 5000, 1000, 1000}, 50'000) == 5000);  // a tablet that tells little
}

TEST_CASE("what the latest report says is taken back when it turns out to stand alone") {
  PressurePeak peak;
  std::int64_t t = 0;
  for (const std::uint16_t p : Reports{2000, 2100, 2200, 2300}) peak.add(p, AttemptTime{t += 5'000});
  peak.add(8192, AttemptTime{t += 5'000});
  const auto at_once = peak.peak();
  CHECK(at_once == 2300);  // nothing was going there
  peak.add(2350, AttemptTime{t += 5'000});
  CHECK(peak.peak() == 2350);
}

TEST_CASE("the next dot of the same contact begins anew") {
  PressurePeak peak;
  std::int64_t t = 0;
  for (int i = 0; i < 20; ++i) peak.add(6000, AttemptTime{t += 6'000});
  peak.restart();
  for (int i = 0; i < 20; ++i) peak.add(2000, AttemptTime{t += 6'000});
  CHECK(peak.peak() <= 6000);
  peak.restart();
  for (int i = 0; i < 20; ++i) peak.add(2000, AttemptTime{t += 6'000});
  CHECK(peak.peak() == 2000);
}
