#include "engine/skin/bare_skin.h"

#include <doctest/doctest.h>

#include "engine/skin/light.h"

using namespace engine::skin;
using engine::scalp::TissueKind;

namespace {

Lab shift_of(int skin_type, TissueKind kind, bool punctate = false) {
  const SkinPigments skin = pigments_of(skin_type);
  return shift(reflectance(skin), bare_back(skin, tint_of(kind, punctate)));
}

}  // namespace

TEST_CASE("healthy skin, also in a patch without hair, sends back all that it sends") {
  for (int type = 1; type <= 6; ++type)
    CHECK(bare_back(pigments_of(type), tint_of(TissueKind::Healthy)) == Rgb(1.0));
}

TEST_CASE("scars are paler than their skin and moles darker, on every type, as docs/domain.md 7.2 says") {
  for (int type = 1; type <= 6; ++type) {
    CAPTURE(type);
    const double flat = shift_of(type, TissueKind::FlatScar).lightness,
                 punch = shift_of(type, TissueKind::FlatScar, true).lightness,
                 sunken = shift_of(type, TissueKind::SunkenScar).lightness;
    CHECK(flat > 3.5);
    CHECK(flat < 8.0);
    CHECK(punch > flat + 2.0);
    CHECK(sunken > 2.5);
    CHECK(sunken < flat);
    CHECK(shift_of(type, TissueKind::Mole).lightness < -8.0);
  }
}

TEST_CASE("raised scars, burns and keloids are redder than their skin, keloids most") {
  for (int type = 1; type <= 6; ++type) {
    CAPTURE(type);
    const double raised = shift_of(type, TissueKind::RaisedScar).red;
    CHECK(raised > 0.5);
    CHECK(shift_of(type, TissueKind::Burn).red > -0.5);
    CHECK(shift_of(type, TissueKind::Keloid).red > raised + 0.5);
  }
}

TEST_CASE("a scar of dark skin is not white: it keeps more of its melanin's share") {
  const auto kept = [](int type) {
    const SkinPigments skin = pigments_of(type);
    return tinted(skin, {.scarred = 1.0}).melanin / skin.melanin;
  };
  for (int type = 2; type <= 6; ++type) CHECK(kept(type) > kept(type - 1));
}
