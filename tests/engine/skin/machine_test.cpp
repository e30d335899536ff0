#include "engine/skin/machine.h"

#include <doctest/doctest.h>

#include "engine/skin/penetration.h"

using namespace engine::skin;
using engine::scalp::Undertone;

TEST_CASE("voltage and rate are one knob, and both usual ranges meet") {
  CHECK(voltage_mv(100'000) == 6000);
  CHECK(voltage_mv(0) == 0);
  CHECK(rate_mhz_of(8500) == 141'667);
  CHECK(rate_mhz_of(1'000'000) == 200'000);
  for (std::int32_t mv = 0; mv <= 12'000; mv += 50) CHECK(voltage_mv(rate_mhz_of(mv)) == mv);
}

TEST_CASE("a needle reaches what it hangs out less what the skin gives way, and no farther than its stroke") {
  Machine m;
  CHECK(reach_um(m) == 1450);
  m.stretch_permille = 0;
  CHECK(reach_um(m) == 800);
  m.set_um = 500;
  CHECK(reach_um(m) == 0);
  m = {.set_um = 3000, .stroke_um = 2500};
  CHECK(reach_um(m) == 2150);
}

TEST_CASE("deeper set-out, longer stroke and tauter skin never reach less deep") {
  for (std::int32_t set = 500; set <= 3500; set += 100)
    for (std::int32_t stroke = 1500; stroke <= 4500; stroke += 250)
      for (std::int32_t stretch = 0; stretch <= 1000; stretch += 125) {
        const Machine m{.set_um = set, .stretch_permille = stretch, .stroke_um = stroke};
        Machine deeper = m, longer = m, tauter = m;
        deeper.set_um += 50;
        longer.stroke_um += 50;
        tauter.stretch_permille += 25;
        CHECK(reach_um(deeper) >= reach_um(m));
        CHECK(reach_um(longer) >= reach_um(m));
        CHECK(reach_um(tauter) >= reach_um(m));
        CHECK(slack_drag_um(tauter.stretch_permille) <= slack_drag_um(stretch));
      }
}

TEST_CASE("the set-out that is named for a depth reaches it") {
  for (std::int32_t depth = 100; depth <= 1500; depth += 70)
    for (const std::int32_t stretch : {0, 500, 1000}) {
      Machine m{.stretch_permille = stretch, .stroke_um = 4500};
      m.set_um = set_um_for(m, depth);
      CHECK(m.set_um % 50 == 0);
      CHECK(reach_um(m) >= depth);
      m.set_um -= 50;
      CHECK(reach_um(m) < depth);
    }
}

TEST_CASE(
    "slack skin bounces either way, never by more than a fifth, and tauter skin is never shallower for it") {
  CHECK(bounce_permille(1000, 1000) == 1000);
  CHECK(bounce_permille(0, 1000) == 1200);
  CHECK(bounce_permille(0, -1000) == 800);
  for (std::int32_t share = -1000; share <= 1000; share += 250) {
    std::int32_t last = 0;
    for (std::int32_t stretch = 0; stretch <= 1000; stretch += 50) {
      const std::int32_t delta = delta_from_pressure(
          {.pressure = 3686, .stretch_permille = stretch, .skin_permille = bounce_permille(stretch, share)});
      CHECK(delta >= last);
      last = delta;
    }
  }
}

TEST_CASE("more rate, more stroke, more water: wider or darker or lighter, never the other way") {
  Machine last;
  last.rate_mhz = 20'000;
  for (std::int32_t rate = 20'000; rate <= 200'000; rate += 5'000) {
    Machine m = last;
    m.rate_mhz = rate;
    CHECK(machine_spread_permille(m) >= machine_spread_permille(last));
    last = m;
  }
  for (std::int32_t stroke = 1500; stroke < 4500; stroke += 100) {
    const Machine m{.stroke_um = stroke}, longer{.stroke_um = stroke + 100};
    CHECK(machine_spread_permille(longer) >= machine_spread_permille(m));
    CHECK(machine_load_permille(longer) >= machine_load_permille(m));
  }
  for (std::int32_t water = 0; water < 40'000; water += 500)
    for (const std::int64_t strikes : {1, 5, 25})
      CHECK(pigment_load_permille({.dilution_milli = water + 500}, strikes) <=
            pigment_load_permille({.dilution_milli = water}, strikes));
  CHECK(machine_load_permille({}) == 1000);
  CHECK(machine_spread_permille({}) == 1000);
}

TEST_CASE("pigments are mixed by parts, and three of them have an undertone") {
  CHECK(dilution_of_parts(14, 1) == 14'000);
  CHECK(dilution_of_parts(28, 2) == 14'000);
  CHECK(dilution_of_parts(0, 1) == 0);
  CHECK(dilution_of_parts(5, 2) == 2500);
  CHECK(dilution_of_parts(10, 3) == 3333);
  CHECK(dilution_of_parts(100, 1) == 40'000);
  CHECK(undertone_of("warm grey") == Undertone::Warm);
  CHECK(undertone_of("cool grey") == Undertone::Cool);
  CHECK(undertone_of("grey") == Undertone::Neutral);
}
