#include "engine/skin/equipment.h"

#include <doctest/doctest.h>

#include "engine/skin/machine.h"
#include "engine/skin/penetration.h"

using namespace engine::skin;
using engine::scalp::Undertone;

// What a table says is what happens; the standard values are tried beside the functions that use them.
TEST_CASE("points and taper widen a dot as the table says") {
  const NeedleTable table{
      .point_spread = 300, .long_spread = 500, .short_spread = 2000, .long_load = 10, .short_load = 20};
  CHECK(needle_spread_permille({1, 250, Taper::Medium}, table) == 1000);
  CHECK(needle_spread_permille({3, 250, Taper::Medium}, table) == 1600);
  CHECK(needle_spread_permille({3, 250, Taper::Long}, table) == 800);
  CHECK(needle_spread_permille({3, 250, Taper::Short}, table) == 3200);
  CHECK(needle_load_permille({1, 250, Taper::Long}, table) == 10);
  CHECK(needle_load_permille({1, 250, Taper::Short}, table) == 20);
  CHECK(needle_load_permille({1, 250, Taper::Medium}, table) == 1000);
}

TEST_CASE("the healed diameter and the load of a dot go with the needle's table") {
  const NeedleTable standard, wider{.point_spread = 300}, thinner{.long_load = 400};
  const Needle three{3, 250, Taper::Medium}, crisp{1, 250, Taper::Long};
  CHECK(healed_diameter_um(three, 550, 900, 0, wider) > healed_diameter_um(three, 550, 900, 0, standard));
  CHECK(healed_diameter_um(three, 550, 900, 0, standard) == healed_diameter_um(three, 550, 900, 0));
  const Machine machine{.needle = crisp};
  CHECK(pigment_load_permille(machine, 6, thinner) < pigment_load_permille(machine, 6, standard));
  CHECK(pigment_load_permille(machine, 6, standard) == pigment_load_permille(machine, 6));
}

TEST_CASE("a pigment has the undertone of its table, and is neutral where the table does not know it") {
  const PigmentTable table{{{"ash", Undertone::Cool}, {"umber", Undertone::Warm}}};
  CHECK(undertone_of("ash", table) == Undertone::Cool);
  CHECK(undertone_of("umber", table) == Undertone::Warm);
  CHECK(undertone_of("warm grey", table) == Undertone::Neutral);
  CHECK(undertone_of("warm grey") == Undertone::Warm);
  CHECK(undertone_of("", PigmentTable{{}}) == Undertone::Neutral);
}

TEST_CASE("a client changes the model as the table says") {
  using engine::scalp::Aftercare;
  using engine::scalp::Client;
  using engine::scalp::SkinKind;
  using engine::scalp::Sun;
  HealingTable table;
  table.usual.kept_target = 0.5;
  table.fades_outdoors = 0.4;
  table.smoker_fades = 2.0;
  table.fair_fades = table.dark_fades = 1.0;
  table.oily_growth = 0.1;
  table.oily_keeps = 0.3;
  table.oily_fades = 3.0;
  table.oily_spread = 1500;
  table.dry_keeps = 0.7;
  table.careless_sheds = 0.2;
  Client client;
  client.sun = Sun::Outdoors;
  CHECK(healing_of(client, table).kept_target == 0.5);
  CHECK(healing_of(client, table).fade_per_year == 0.4);
  client.smoker = true;
  CHECK(healing_of(client, table).fade_per_year == 0.8);
  client.skin = SkinKind::Dry;
  CHECK(healing_of(client, table).keeps == 0.7);
  client.skin = SkinKind::Oily;
  client.aftercare = Aftercare::Careless;
  const HealingModel oily = healing_of(client, table);
  CHECK(oily.keeps == 0.3);
  CHECK(oily.growth_oily == 0.1);
  CHECK(oily.fade_per_year == doctest::Approx(2.4));
  CHECK(oily.spread_permille == 1500);
  CHECK(oily.sheds_more == 0.2);
}

TEST_CASE("equal tables are equal, and one number makes them differ") {
  Equipment one, other;
  CHECK(one == other);
  other.healing.usual.stay_deep = 0.97;
  CHECK_FALSE(one == other);
  other = one;
  other.needles.short_load = 1151;
  CHECK_FALSE(one == other);
  other = one;
  other.pigments.toned.pop_back();
  CHECK_FALSE(one == other);
}
