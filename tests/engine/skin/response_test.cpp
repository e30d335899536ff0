#include "engine/skin/response.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include <set>

#include "engine/skin/penetration.h"

using engine::core::Span;

using namespace engine::skin;
using engine::scalp::TissueKind;

TEST_CASE("scars answer the needle as docs/domain.md 1.3 says") {
  CHECK(response_of(TissueKind::Healthy, {}).kept == 1000);
  CHECK(response_of(TissueKind::FlatScar, {}).kept == 800);
  CHECK(response_of(TissueKind::RaisedScar, {}).depth == 750);
  CHECK(response_of(TissueKind::SunkenScar, {}).spread == 1400);
  CHECK(response_of(TissueKind::SunkenScar, {}).thickness < 1000);
}

TEST_CASE("a burn differs from cell to cell, and one place always answers alike") {
  std::set<std::int32_t> kept;
  for (std::int32_t u = -20; u < 20; ++u) {
    const Response here = response_of(TissueKind::Burn, {u * 2000 + 500, 700});
    CHECK(here.kept >= 500);
    CHECK(here.kept <= 700);
    CHECK(response_of(TissueKind::Burn, {u * 2000 + 1500, 100}).kept == here.kept);
    kept.insert(here.kept);
  }
  CHECK(kept.size() > 20);
}

TEST_CASE("the same push goes less deep into a raised scar") {
  const Press healthy{.pressure = 3700}, raised{.pressure = 3700, .skin_permille = 750};
  CHECK(delta_from_pressure(raised) == doctest::Approx(0.75 * delta_from_pressure(healthy)).epsilon(0.01));
  CHECK(delta_from_press_time({.dwell_us = Span{150'000}, .skin_permille = 750}) == 413);
}

TEST_CASE("needled scar tissue is a wound for two weeks and half of the way to healthy skin after six") {
  CHECK(relaxation_permille(0) == 0);
  CHECK(relaxation_permille(14) == 0);
  CHECK(relaxation_permille(28) == 250);
  CHECK(relaxation_permille(42) == 500);
  CHECK(relaxation_permille(4000) == 500);
  for (std::int64_t day = 0; day < 100; ++day)
    CHECK(relaxation_permille(day) <= relaxation_permille(day + 1));
  const Response raised = relaxed(response_of(TissueKind::RaisedScar, {}), 500);
  CHECK(raised.depth == 875);
  CHECK(raised.kept == 900);
  CHECK(raised.thickness == 1150);
  CHECK(relaxed(response_of(TissueKind::Healthy, {}), 500).kept == 1000);
}
