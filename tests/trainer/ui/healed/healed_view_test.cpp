#include "trainer/ui/healed/healed_screen.h"

#include <doctest/doctest.h>

using namespace trainer::ui;
using engine::skin::Dot;

namespace {

std::vector<Dot> field(double delta, int count) {
  std::vector<Dot> dots;
  for (int k = 0; k < count; ++k) {
    Dot dot;
    dot.number = static_cast<std::uint32_t>(k);
    dot.at = {k * 1'000, k * 700 % 9'000};
    dot.thickness_um = 1200;
    dot.deposit_depth_um = static_cast<std::int32_t>(delta * 1200.0);
    dot.diameter_um = 300;
    dots.push_back(dot);
  }
  return dots;
}

}  // namespace

TEST_CASE("the slider runs from fresh to five years and back to the same day") {
  CHECK(days_at(0.0) == 0.0);
  CHECK(days_at(1.0) == doctest::Approx(5 * 365.25));
  CHECK(days_at(-1.0) == 0.0);
  for (const AgeStop& stop : kAgeStops) CHECK(days_at(share_at(stop.days)) == doctest::Approx(stop.days));
  for (double share = 0.0; share <= 1.0; share += 0.05)
    CHECK(share_at(days_at(share)) == doctest::Approx(share));
}

TEST_CASE("what is left is counted over the dots that are still there") {
  const Aged fresh = aged(field(0.55, 100), 0.0, 1000.0, {});
  CHECK(fresh.kept == 1.0);
  CHECK(fresh.diameter.value == doctest::Approx(0.42));
  CHECK(fresh.coverage == doctest::Approx(100 * 0.785398 * 0.42 * 0.42 / 1000.0));
  const Aged old = aged(field(0.55, 100), 5 * 365.25, 1000.0, {}),
             faint = aged(field(0.2, 100), 3 * 365.25, 1000.0, {});
  CHECK(old.kept > 0.8);
  CHECK(old.contrast < 0.6);
  CHECK(faint.kept < 0.2);
  CHECK(aged(field(1.0, 100), 3 * 365.25, 1000.0, {}).blue_grey > 80);
  CHECK(aged({}, 0.0, 1.0, {}).kept == 0.0);
}

TEST_CASE("the sentence says what went wrong") {
  const HealedPanel panel;
  const auto told = [&](double delta) {
    return make_healed_view({.lesson = "L", .head = true, .asked_cm2 = 40, .finished_cm2 = 90}, panel,
                            aged(field(delta, 200), panel.days, 1000.0, {}),
                            aged(field(0.55, 200), panel.days, 1000.0, {}));
  };
  CHECK(told(1.0).sentence.find("too deep") != std::string::npos);
  CHECK(told(0.2).sentence.find("too shallow") != std::string::npos);
  CHECK(told(0.55).sentence.find("like the expert's") != std::string::npos);
  CHECK(told(0.55).title == "3 years on");
  CHECK(make_healed_view({.lesson = "L", .head = true, .asked_cm2 = 40, .finished_cm2 = 90}, panel, {},
                         aged(field(0.55, 200), panel.days, 1000.0, {}))
            .sentence.find("no dots") != std::string::npos);
}

TEST_CASE("both pictures are of one size and nothing overlaps") {
  for (const float scale : {1.0F, 1.5F, 2.0F})
    for (const bool left : {false, true}) {
      const Frame f{{0, 0, 1280 * scale, 800 * scale}, scale, left};
      const HealedLayout l = healed_layout(f, {});
      CHECK(l.yours.w == l.experts.w);
      CHECK(l.yours.h == l.experts.h);
      CHECK(l.yours.w > f.px(400));
      const std::array rects{l.bar, l.yours, l.experts, l.side, l.slider};
      for (std::size_t i = 0; i < rects.size(); ++i)
        for (std::size_t j = i + 1; j < rects.size(); ++j) CHECK_FALSE(rects.at(i).overlaps(rects.at(j)));
    }
}

TEST_CASE("with the wipe one picture fills both places, and the other its part left of the handle") {
  const Frame f{{0, 0, 1280, 800}, 1.0F, false};
  const HealedLayout apart = healed_layout(f, {}), wiped = healed_layout(f, {.wipe = true, .wipe_at = 0.25});
  CHECK(wiped.yours.right() == apart.experts.right());
  CHECK(wiped.experts.x == wiped.yours.x);
  CHECK(wiped.experts.w == doctest::Approx(0.25 * wiped.yours.w).epsilon(0.01));
  CHECK(wipe_handle(f, wiped).contains({wiped.experts.right(), 300}));
}

TEST_CASE("what the lesson asks stands beside what a finished look has, which is offered where it is more") {
  const auto view = [](double asked, bool head, Extent extent = Extent::Patch) {
    return make_healed_view({.lesson = "L", .head = head, .asked_cm2 = asked, .finished_cm2 = 90.0},
                            {.extent = extent}, {}, {});
  };
  CHECK(view(40.0, true).density ==
        "The lesson asks for 40 dots/cm\u00b2. A finished shaved look has about 90.");
  CHECK(view(40.0, true).finishes);
  CHECK(view(90.0, true).density == "The lesson asks for 90 dots/cm\u00b2.");
  CHECK_FALSE(view(90.0, true).finishes);
  CHECK(view(0.0, true).density.empty());
  CHECK(view(40.0, false).density.empty());
  CHECK_FALSE(view(40.0, false).finishes);
  CHECK(view(40.0, true).continued.empty());
  CHECK(view(40.0, true, Extent::WholeHead).continued != view(40.0, true, Extent::Finished).continued);
}

TEST_CASE("dots still to be seen are counted to the square centimetre") {
  const auto a = aged(field(0.55, 200), 28.0, 1000.0, {});
  CHECK(a.per_cm2 == doctest::Approx(200 * a.kept / 10.0));
}
