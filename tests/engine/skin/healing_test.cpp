#include "engine/skin/healing.h"

#include <doctest/doctest.h>

#include "engine/core/draw.h"

using namespace engine::skin;

namespace {

Dot at_delta(double delta) {
  Dot dot;
  dot.thickness_um = 1200;
  dot.deposit_depth_um = static_cast<std::int32_t>(delta * 1200 + 0.5);
  dot.diameter_um = 250;
  return dot;
}

}  // namespace

TEST_CASE("contrast never rises and diameter never shrinks once healed") {
  for (double delta = 0.05; delta < 1.3; delta += 0.05) {
    Appearance last = appearance(at_delta(delta), 28);
    for (double days = 56; days < 5 * 365; days += 28) {
      const Appearance now = appearance(at_delta(delta), days);
      CHECK(now.density <= last.density);
      CHECK(now.diameter.value >= last.diameter.value);
      CHECK(now.blue >= last.blue);
      last = now;
    }
  }
}

TEST_CASE("shallow dots keep less, deep dots are blurrier and cooler") {
  const Appearance shallow = appearance(at_delta(0.15), 28), target = appearance(at_delta(0.55), 28),
                   deep = appearance(at_delta(1.1), 28);
  CHECK(shallow.density < 0.6 * target.density);
  CHECK(deep.blur.value > 2 * target.blur.value);
  CHECK(deep.blue > 0.3);
  CHECK(target.blue == 0.0);
}

TEST_CASE(
    "whoever the client is: contrast never rises, dots never shrink once healed, deeper is blurrier and "
    "cooler") {
  std::uint64_t draw = 0;
  const auto below = [&](std::uint64_t n) {
    return static_cast<int>(engine::core::draw_below(3, "client", draw++, n));
  };
  for (int trial = 0; trial < 200; ++trial) {
    const engine::scalp::Client client{.skin_type = 1 + below(6),
                                       .skin = static_cast<engine::scalp::SkinKind>(below(3)),
                                       .sun = static_cast<engine::scalp::Sun>(below(4)),
                                       .aftercare = static_cast<engine::scalp::Aftercare>(below(2)),
                                       .smoker = below(2) == 1};
    const HealingModel model = healing_of(client);
    for (double delta = 0.05; delta < 1.25; delta += 0.1) {
      Appearance last = appearance(at_delta(delta), 0, model);
      for (double days = 1; days < 5 * 365; days += days < 30 ? 1 : 60) {
        const Appearance now = appearance(at_delta(delta), days, model);
        CHECK(now.density <= last.density);
        CHECK(now.blue >= last.blue);
        CHECK(now.redness <= last.redness);
        if (days > 29) CHECK(now.diameter.value >= last.diameter.value);
        last = now;
      }
      for (const double days : {0.0, 28.0, 1000.0}) {
        const Appearance here = appearance(at_delta(delta), days, model),
                         deeper = appearance(at_delta(delta + 0.05), days, model);
        CHECK(deeper.blur.value > here.blur.value);
        CHECK(deeper.blue >= here.blue);
      }
      // Shallower work loses a larger share of what was left when it had healed.
      const auto left = [&](double d) {
        return appearance(at_delta(d), 3 * 365, model).density / appearance(at_delta(d), 28, model).density;
      };
      CHECK(left(delta) <= left(delta + 0.05));
    }
  }
}

namespace {

// Any dot that any needle could leave in anybody.
struct Anyone {
  std::uint64_t seed, next = 0;
  int below(int n) {
    return static_cast<int>(engine::core::draw_below(seed, "anyone", next++, static_cast<std::uint64_t>(n)));
  }
  engine::scalp::Client client() {
    return {.skin_type = 1 + below(6),
            .undertone = static_cast<engine::scalp::Undertone>(below(3)),
            .skin = static_cast<engine::scalp::SkinKind>(below(3)),
            .sun = static_cast<engine::scalp::Sun>(below(4)),
            .aftercare = static_cast<engine::scalp::Aftercare>(below(2)),
            .smoker = below(2) == 1,
            .seed = seed,
            .vary = below(2) == 1};
  }
  Dot dot() {
    Dot dot;
    dot.number = static_cast<std::uint32_t>(below(10'000));
    dot.at = {below(60'000), below(60'000)};
    dot.thickness_um = 900 + below(800);
    dot.deposit_depth_um = dot.thickness_um * below(1300) / 1000;
    dot.diameter_um = 150 + below(900);
    dot.pigment_permille = 100 + below(1400);
    dot.angle_ddeg = static_cast<std::int16_t>(450 + below(451));
    dot.undertone = static_cast<engine::scalp::Undertone>(below(3));
    dot.skin_kept = 400 + below(601);
    return dot;
  }
};

Dot deeper(Dot dot, std::int32_t permille) {
  dot.deposit_depth_um += dot.thickness_um * permille / 1000;
  return dot;
}

}  // namespace

TEST_CASE("whatever the dot and whoever the client: what time, depth and oil may and may not do") {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    Anyone any{seed};
    CAPTURE(seed);
    const auto client = any.client();
    const HealingModel model = healing_of(client);
    const Dot dot = any.dot(), below = deeper(dot, 20 + any.below(300));
    const double early = any.below(3650), late = early + 1 + any.below(3650 - static_cast<int>(early) + 1);
    const Appearance before = appearance(dot, early, model), after = appearance(dot, late, model);
    // Time.
    CHECK(after.density <= before.density);
    CHECK(after.blue >= before.blue);
    CHECK(after.blur.value >= before.blur.value);
    CHECK(after.blood <= before.blood);
    CHECK(after.redness <= before.redness);
    CHECK((survives(dot, early, model) || !survives(dot, late, model)));    // what is gone does not come back
    if (early >= 28) CHECK(after.diameter.value >= before.diameter.value);  // before, the swelling goes
    // Depth.
    const Appearance beneath = appearance(below, early, model);
    CHECK(beneath.blur.value > before.blur.value);
    CHECK(beneath.blue >= before.blue);
    CHECK(beneath.blood >= before.blood);
    if (early >= 28) {
      CHECK(beneath.diameter.value >= before.diameter.value);
      CHECK(after.density / before.density <=
            appearance(below, late, model).density / beneath.density * (1.0 + 1e-12));
      if (delta(dot) > 0.08 && delta(dot) < 0.35 && late > early + 30)
        CHECK(after.density / before.density < appearance(below, late, model).density / beneath.density);
    }
    CHECK(staying_share(delta(dot), model) <= staying_share(delta(below), model));
    // Oil.
    if (client.vary) continue;  // the seed says which kind of skin
    auto usual = client, oily = client;
    usual.skin = engine::scalp::SkinKind::Normal;
    oily.skin = engine::scalp::SkinKind::Oily;
    CHECK(healing_of(oily).spread_permille > healing_of(usual).spread_permille);
    if (late > 28)
      CHECK(appearance(dot, late, healing_of(oily)).diameter.value >
            appearance(dot, late, healing_of(usual)).diameter.value);
    CHECK(appearance(dot, late, healing_of(oily)).density < appearance(dot, late, healing_of(usual)).density);
    auto shaded = client, burnt = client;
    shaded.sun = engine::scalp::Sun::Protected;
    burnt.sun = engine::scalp::Sun::Outdoors;
    CHECK(appearance(dot, late, healing_of(burnt)).density <
          appearance(dot, late, healing_of(shaded)).density);
  }
}

TEST_CASE("oily skin spreads and fades more, sun and smoke fade, careless aftercare sheds") {
  using namespace engine::scalp;
  const auto width = [](const Client& c) {
    return appearance(at_delta(0.5), 3 * 365, healing_of(c)).diameter.value;
  };
  const auto contrast = [](const Client& c) {
    return appearance(at_delta(0.5), 3 * 365, healing_of(c)).density;
  };
  const Client usual, oily{.skin = SkinKind::Oily};
  CHECK(width(oily) > width(usual));
  CHECK(healing_of(oily).spread_permille == 1200);
  CHECK(contrast(oily) < contrast(usual));
  CHECK(contrast({.sun = Sun::Outdoors}) < contrast(usual));
  CHECK(contrast({.sun = Sun::Protected}) > contrast(usual));
  CHECK(contrast({.smoker = true}) < contrast(usual));
  CHECK(staying_share(0.5, healing_of({.aftercare = Aftercare::Careless})) < staying_share(0.5));
  // docs/domain.md 6: 55 in a hundred of the contrast after four years with k = 0.15.
  CHECK(appearance(at_delta(0.5), 4 * 365.25).density / appearance(at_delta(0.5), 28).density ==
        doctest::Approx(0.55).epsilon(0.03));
}

TEST_CASE("too deep a needle draws blood for a day; scabs form on the second day and fall in 4 to 10") {
  CHECK(appearance(at_delta(0.5), 0).blood == 0.0);
  CHECK(appearance(at_delta(1.1), 0).blood == 1.0);
  CHECK(appearance(at_delta(1.1), 2).blood == 0.0);
  CHECK(appearance(at_delta(0.5), 0).scab == 0.0);
  CHECK(appearance(at_delta(0.5), 3.9).scab == 1.0);
  CHECK(appearance(at_delta(0.5), 10).scab == 0.0);
}

TEST_CASE("bounds of the band belong to it") {
  Dot dot = at_delta(0.38);
  CHECK(depth_state(dot, kDepthBand) == DepthState::Target);
  dot.deposit_depth_um -= 1;
  CHECK(depth_state(dot, kDepthBand) == DepthState::Shallow);
  CHECK(depth_state(at_delta(0.72), kDepthBand) == DepthState::Target);
  CHECK(depth_state(at_delta(0.95), kDepthBand) == DepthState::Deep);
  CHECK(depth_state(at_delta(0.96), kDepthBand) == DepthState::Blowout);
  CHECK(depth_state(at_delta(0.07), kDepthBand) == DepthState::Epidermal);
}

TEST_CASE("another band that is asked has its own bounds, and through the skin stays through the skin") {
  constexpr Band narrow{0.40, 0.68};
  CHECK(depth_state(at_delta(0.39), narrow) == DepthState::Shallow);
  CHECK(depth_state(at_delta(0.40), narrow) == DepthState::Target);
  CHECK(depth_state(at_delta(0.68), narrow) == DepthState::Target);
  CHECK(depth_state(at_delta(0.70), narrow) == DepthState::Deep);
  CHECK(depth_state(at_delta(0.96), Band{0.0, 1.0}) == DepthState::Blowout);
  CHECK_FALSE(is_through_skin(at_delta(0.95)));
  CHECK(is_through_skin(at_delta(0.96)));
}

TEST_CASE("every micrometre of a skin has the state that whole numbers say") {
  Dot dot = at_delta(0.5);
  for (const std::int32_t thickness : {900, 1180, 1481, 1534})
    for (dot.thickness_um = thickness, dot.deposit_depth_um = 0; dot.deposit_depth_um < 2 * thickness;
         ++dot.deposit_depth_um) {
      const std::int32_t permille = 1000 * dot.deposit_depth_um;
      const auto state = permille < kInSkin * thickness         ? DepthState::Epidermal
                         : permille < kBandStart * thickness    ? DepthState::Shallow
                         : permille <= kBandEnd * thickness     ? DepthState::Target
                         : permille <= kThroughSkin * thickness ? DepthState::Deep
                                                                : DepthState::Blowout;
      REQUIRE(depth_state(dot, kDepthBand) == state);
      REQUIRE(is_through_skin(dot) == (state == DepthState::Blowout));
    }
}

TEST_CASE("ages are read in days, weeks and years") {
  CHECK(parse_age("fresh").value() == 0.0);
  CHECK(parse_age("3d").value() == 3.0);
  CHECK(parse_age("4w").value() == 28.0);
  CHECK(parse_age("3y").value() == doctest::Approx(1095.75));
  for (const char* text : {"", "4", "w", "4m", "-1d", "11y", "4 w", "nand"})
    CHECK_FALSE(parse_age(text).has_value());
}

TEST_CASE("of good work the skin sheds 5 to 20 in a hundred, of shallow work more, of deep work hardly any") {
  const auto left = [](double delta, double days) {
    int there = 0;
    for (std::uint32_t n = 0; n < 2000; ++n) {
      Dot dot = at_delta(delta);
      dot.number = n;
      dot.at = {static_cast<std::int32_t>(n * 37 % 1000), static_cast<std::int32_t>(n)};
      there += survives(dot, days) ? 1 : 0;
    }
    return there / 2000.0;
  };
  CHECK(left(0.55, 5) == 1.0);  // the scabs are still there
  CHECK(left(0.55, 14) > 0.80);
  CHECK(left(0.55, 14) < 0.95);
  CHECK(left(0.20, 14) < 0.80);
  CHECK(left(0.05, 14) < 0.15);
  CHECK(left(0.85, 14) > left(0.55, 14));
  for (double delta : {0.05, 0.2, 0.5, 0.8, 1.1}) {
    CHECK(left(delta, 14) == doctest::Approx(staying_share(delta)).epsilon(0.1));
    CHECK(left(delta, 3 * 365) <= left(delta, 28));
  }
  CHECK(left(0.10, 5 * 365) == 0.0);  // too shallow: gone
  CHECK(left(0.55, 5 * 365) > 0.8);
}

TEST_CASE("a cool grey looks cooler than a neutral one, a warm one never does") {
  Dot cool = at_delta(0.9), neutral = at_delta(0.9), warm = at_delta(0.9);
  cool.undertone = engine::scalp::Undertone::Cool;
  warm.undertone = engine::scalp::Undertone::Warm;
  CHECK(appearance(cool, 28).blue > appearance(neutral, 28).blue);
  CHECK(appearance(warm, 28).blue < appearance(neutral, 28).blue);
}
