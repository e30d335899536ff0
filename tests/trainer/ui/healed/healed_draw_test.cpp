// The healed view on the screen: the slider of years, choices, the wipe.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/ui_checks.h"
#include "trainer/ui/healed/healed_screen.h"

using namespace trainer::ui;
using support::only;
using support::only_command;
using support::UiStage;

namespace {

HealedView view_of(const HealedPanel& panel, bool head = true) {
  const Aged yours{.dots = 340,
                   .kept = 0.82,
                   .contrast = 0.6,
                   .diameter = engine::core::Mm{0.38},
                   .coverage = 0.14,
                   .blue_grey = 12},
      experts{
          .dots = 360, .kept = 0.97, .contrast = 0.72, .diameter = engine::core::Mm{0.31}, .coverage = 0.11};
  return make_healed_view({.lesson = "Even dots", .head = head, .asked_cm2 = 40, .finished_cm2 = 90}, panel,
                          yours, experts);
}
UiStage::Draw drawing(const HealedPanel& panel, bool head = true) {
  return [panel, view = view_of(panel, head)](Ui& ui, const Frame& f, HealedIntents& intents) {
    draw_healed(ui, healed_layout(f, panel), view, panel, intents);
  };
}
Rect place_of(UiStage& stage, const std::string& id) {
  for (const auto& control : stage.drawn().controls)
    if (control.id == id) return control.at;
  FAIL("no control " << id);
  return {};
}

}  // namespace

TEST_CASE("the name of each age sets that age") {
  UiStage stage({}, drawing({}));
  for (const AgeStop& stop : kAgeStops) {
    const auto heard = stage.click(std::string(stop.name.english));
    REQUIRE(only<SetAge>(heard) != nullptr);
    CHECK(only<SetAge>(heard)->days == stop.days);
  }
}

TEST_CASE("the slider sets the age under the pointer, from fresh at its left to five years at its right") {
  UiStage stage({}, drawing({}));
  const Rect rail = place_of(stage, "years");
  const auto days = [&](float x) {
    const auto heard = stage.click_at({x, rail.centre().y});
    REQUIRE_FALSE(heard.empty());
    return std::any_cast<SetAge>(heard.back()).days;
  };
  CHECK(days(rail.x + 1) == 0.0);
  CHECK(days(rail.right() - 2) == doctest::Approx(5 * 365.25));
  double before = -1.0;
  for (float t = 0.1F; t < 0.95F; t += 0.1F) {
    const double now = days(rail.x + t * rail.w);
    CHECK(now > before);
    before = now;
  }
}

TEST_CASE("Enter on the slider changes nothing: the pointer may stand anywhere") {
  UiStage stage({}, drawing({}));
  CHECK(stage.enter("years").empty());
}

TEST_CASE("on a head one chooses distance, sun, skin, how much is shown and beside what") {
  UiStage stage({1920, 1080}, drawing({}));
  const char* kDistances[] = {"0.3 m", "1 m", "3 m"};
  for (int i = 0; i < 3; ++i)
    CHECK(only<SeeFrom>(stage.click(std::string("Seen from") + kDistances[i]))->distance == i);
  const char* kSuns[] = {"Cover", "Indoors", "Mixed", "Outdoor"};
  for (int i = 0; i < 4; ++i)
    CHECK(static_cast<int>(only<LiveIn>(stage.click(std::string("Client's sun") + kSuns[i]))->sun) == i);
  const char* kSkins[] = {"Dry", "Normal", "Oily"};
  for (int i = 0; i < 3; ++i)
    CHECK(static_cast<int>(only<SkinIs>(stage.click(std::string("Skin") + kSkins[i]))->skin) == i);
  CHECK(only<ShowExtent>(stage.click("ShownWhole head"))->extent == Extent::WholeHead);
  CHECK(only<ShowExtent>(stage.click("ShownThe patch"))->extent == Extent::Patch);
  CHECK(only<ShowExtent>(stage.click("ShownFinished"))->extent == Extent::Finished);
  CHECK(only<ShowWipe>(stage.click("Compare withBefore"))->wipe);
  CHECK_FALSE(only<ShowWipe>(stage.click("Compare withAn expert"))->wipe);
}

TEST_CASE("a pad has no client and none of those choices") {
  UiStage stage({1920, 1080}, drawing({}, false));
  for (const auto& id : stage.controls()) {
    CHECK(id.find("Seen from") == std::string::npos);
    CHECK(id.find("Shown") == std::string::npos);
  }
}

TEST_CASE("both ways back lead to the review") {
  UiStage stage({}, drawing({}));
  CHECK(only_command(stage.click("bar back"), Command::BackToReview));
  CHECK(only_command(stage.click("bar primary"), Command::BackToReview));
}

TEST_CASE("the wipe is dragged by its handle, and says where it stands as a share of the picture") {
  const HealedPanel panel{.wipe = true, .wipe_at = 0.5};
  UiStage stage({}, drawing(panel));
  const auto layout = healed_layout(stage.frame(), panel);
  const Rect handle = place_of(stage, "wipe");
  const auto heard =
      stage.drag(handle.centre(), {layout.yours.x + 0.25F * layout.yours.w, handle.centre().y});
  REQUIRE_FALSE(heard.empty());
  CHECK(std::any_cast<SetWipe>(heard.back()).share == doctest::Approx(0.25).epsilon(0.01));
}

TEST_CASE("every control of the healed view answers, and none under a sheet") {
  for (const bool head : {false, true})
    for (const bool wipe : {false, true}) {
      UiStage stage({1920, 1080}, drawing({.wipe = wipe}, head));
      support::controls_answer(stage, {"years", "wipe"});
    }
}

TEST_CASE("nothing of the healed view overlaps or sticks out") {
  for (const bool head : {false, true})
    for (const auto extent : {Extent::Patch, Extent::WholeHead, Extent::Finished})
      support::no_faults(drawing({.extent = extent}, head));
}

TEST_CASE("pictures, side and slider lie apart in the window, for either hand, and the pictures are alike") {
  for (const auto& size : support::stage_sizes(640, 400)) {
    CAPTURE(support::words_of(size));
    const Frame f{{0, 0, size.width, size.height}, size.scale, size.left_handed};
    const auto l = healed_layout(f, {});
    const Rect parts[] = {l.bar, l.yours, l.experts, l.side, l.slider};
    for (int i = 0; i < 5; ++i) {
      CHECK(parts[i].x >= 0);
      CHECK(parts[i].right() <= size.width + 0.5F);
      CHECK(parts[i].bottom() <= size.height + 0.5F);
      for (int k = i + 1; k < 5; ++k) CHECK_FALSE(parts[i].overlaps(parts[k]));
    }
    CHECK(l.yours.w == l.experts.w);
    CHECK(l.yours.h == l.experts.h);
    CHECK((l.side.x < l.yours.x) == size.left_handed);
  }
}

TEST_CASE("the wipe spans both pictures, and its line stands at its share, clipped to the picture") {
  const Frame f{{0, 0, 1280, 800}, 1, false};
  const auto apart = healed_layout(f, {});
  for (const double at : {-0.5, 0.0, 0.3, 1.0, 1.5}) {
    const auto l = healed_layout(f, {.wipe = true, .wipe_at = at});
    CHECK(l.yours.x == apart.yours.x);
    CHECK(l.yours.right() == apart.experts.right());
    const double share = std::min(1.0, std::max(0.0, at));
    CHECK(std::fabs(static_cast<double>(l.experts.right() - l.yours.x) -
                    share * static_cast<double>(l.yours.w)) <= 0.5);
    CHECK(wipe_handle(f, l).centre().x == doctest::Approx(l.experts.right()));
  }
}

TEST_CASE("rows warn exactly where one's own work is worse than the expert's by more than a little") {
  const Aged good{
      .dots = 100, .kept = 0.95, .contrast = 0.7, .diameter = engine::core::Mm{0.3}, .coverage = 0.1};
  const auto warns = [&](const Aged& yours, std::size_t row) {
    return make_healed_view({.lesson = "L", .head = true, .asked_cm2 = 40, .finished_cm2 = 90}, {}, yours,
                            good)
        .rows.at(row)
        .warn;
  };
  for (std::size_t row = 0; row < 5; ++row) CHECK_FALSE(warns(good, row));
  auto a = good;
  a.kept = 0.89;
  CHECK(warns(a, 0));
  a = good;
  a.contrast = 0.59;
  CHECK(warns(a, 1));
  a = good;
  a.diameter = engine::core::Mm{0.37};
  CHECK(warns(a, 2));
  a = good;
  a.coverage = 0.21;
  CHECK(warns(a, 3));
  a = good;
  a.blue_grey = 1;
  CHECK(warns(a, 4));
}
