// The small map and the list of overlays: where their parts stand, and which of them can be pressed.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/ui_checks.h"
#include "trainer/ui/work/work_screen.h"

using namespace trainer::ui;
using support::only;
using support::UiStage;

namespace {

// With a foot the map is a square of 188 px from (32, 149); without one from (32, 169).
constexpr Rect kPanel{20, 100, 212, 300};

NavigatorPatch patch(float low, float high) {
  return {{{low, low}, {high, low}, {high, high}, {low, high}}, false, false};
}
NavigatorView map() {
  NavigatorView v;
  v.title = "Front centre";
  v.outline = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
  v.patches = {patch(0.25F, 0.5F), patch(0.6F, 0.9F)};
  v.more_than_one = true;
  return v;
}
UiStage::Draw drawing(const NavigatorView& v, const Rect& panel = kPanel) {
  return [=](Ui& ui, const Frame&, WorkIntents& intents) { draw_navigator(ui, panel, v, intents); };
}
std::optional<Rect> control(UiStage& stage, const std::string& id) {
  for (const auto& c : stage.drawn().controls)
    if (c.id == id) return c.at;
  return std::nullopt;
}
bool at(float value, float wanted, float by = 1.01F) {
  return std::fabs(value - wanted) <= by;
}
Colour col(Token t) {
  return colour(Theme::Dark, t);
}

OverlayListView rows(int count) {
  OverlayListView v;
  for (int i = 0; i < count; ++i) v.rows.push_back({static_cast<Overlay>(i), false, true});
  return v;
}
UiStage::Draw listing(const OverlayListView& v) {
  return [=](Ui& ui, const Frame&, WorkIntents& intents) {
    draw_overlay_list(ui, {100, 100, 248, overlay_list_height_pt(v)}, v, intents);
  };
}

}  // namespace

TEST_CASE("a patch is pressed where it lies on the map") {
  UiStage stage({}, drawing(map()));
  REQUIRE(control(stage, "patch 0"));
  const Rect first = *control(stage, "patch 0");
  CHECK(at(first.x, 32 + 188 * 0.25F));
  CHECK(at(first.right(), 32 + 188 * 0.5F));
  CHECK(at(first.y, 149 + 188 * 0.25F));
  CHECK(at(first.bottom(), 149 + 188 * 0.5F));
  const auto heard = stage.click_at({32 + 188 * 0.75F, 149 + 188 * 0.75F});
  REQUIRE(only<FlyToPatch>(heard) != nullptr);
  CHECK(only<FlyToPatch>(heard)->patch == 1);
  CHECK(stage.click_at({32 + 188 * 0.55F, 149 + 188 * 0.55F}).empty());  // between the two
}

TEST_CASE("without Back and Next the map has their room, and stays a square in the middle") {
  auto v = map();
  v.more_than_one = false;
  UiStage stage({}, drawing(v));
  CHECK(at(control(stage, "patch 0")->y, 169 + 188 * 0.25F));
  CHECK_FALSE(control(stage, "patch next"));
  // A flat panel has no room for them either: the map is as high as the panel allows.
  UiStage flat({}, drawing(map(), {20, 100, 212, 200}));
  CHECK_FALSE(control(flat, "patch next"));
  const Rect p = *control(flat, "patch 0");
  CHECK(at(p.w, 0.25F * 150));
  CHECK(at(p.w, p.h));
}

TEST_CASE("a small patch takes a press of 20 points round its middle") {
  auto v = map();
  v.patches = {patch(0.5F, 0.52F)};
  for (const float scale : {1.0F, 2.0F}) {
    UiStage stage({1280, 800, scale}, drawing(v, {20 * scale, 100 * scale, 212 * scale, 300 * scale}));
    const Rect r = *control(stage, "patch 0");
    CHECK(r.w == doctest::Approx(20 * scale));
    CHECK(r.h == doctest::Approx(20 * scale));
    CHECK(at(r.centre().x, (32 + 188 * 0.51F) * scale));
  }
}

TEST_CASE("a worked patch is filled and ticked, the one worked now outlined more strongly") {
  const auto inside = [](const NavigatorView& v, Token t) {
    UiStage stage({}, drawing(v));
    stage.drawn();
    return stage.box_of(col(t), {70, 190, 60, 60}).w > 0;
  };
  auto v = map();
  CHECK_FALSE(inside(v, Token::Ac));
  CHECK(inside(v, Token::S3));
  v.patches[0].done = true;
  CHECK(inside(v, Token::Ac));
  CHECK(inside(v, Token::Acd));
  CHECK_FALSE(inside(v, Token::Tx));
  v.patches[0].current = true;
  CHECK(inside(v, Token::Tx));
}

TEST_CASE("what the picture shows is a mark at its place on the map") {
  auto v = map();
  v.here = {0.25F, 0.75F};
  UiStage stage({}, drawing(v));
  stage.drawn();
  const Rect mark = stage.box_of(col(Token::Warm));
  CHECK(at(mark.centre().x, 32 + 188 * 0.25F));
  CHECK(at(mark.centre().y, 149 + 188 * 0.75F));
  CHECK(at(mark.w, 8, 2));
}

TEST_CASE("a head says where its face is and where one stands, a pad neither") {
  auto v = map();
  UiStage pad({}, drawing(v));
  CHECK_FALSE(support::writes(pad, "face"));
  v.head = true;
  for (const Point nose : {Point{0.5F, 0.94F}, Point{0.03F, 0.5F}, Point{0.97F, 0.5F}, Point{0.5F, 0.06F}}) {
    v.nose = nose;
    UiStage stage({}, drawing(v));
    REQUIRE(support::writes(stage, "face"));
    CHECK(support::writes(stage, "you"));
    for (const auto& text : stage.drawn().texts)
      if (text.words == "face") {
        CHECK(text.at.x >= 31);  // within the map, also where the face is at its border
        CHECK(text.at.right() <= 221);
        CHECK((text.at.centre().y > 149 + nose.y * 188) == (nose.y < 0.5F));  // on the inner side
      }
  }
}

TEST_CASE("a map without room is not drawn") {
  UiStage stage({}, drawing(map(), {}));
  CHECK(stage.drawn().texts.empty());
  CHECK(stage.controls().empty());
}

TEST_CASE("rows of the list stand 36 points apart under its title, the note below the last") {
  UiStage stage({}, listing(rows(12)));
  const Rect first = *control(stage, "Template");
  CHECK(first.y == 144);
  CHECK(first.h == 32);
  CHECK(control(stage, "Rows")->y == 144 + 11 * 36);
  for (const auto& text : stage.drawn().texts)
    CHECK(text.at.bottom() <= 100 + overlay_list_height_pt(rows(12)));
}

TEST_CASE("a fourth overlay waits until one of three is off; the template is always free") {
  auto v = rows(6);
  v.rows[1].on = v.rows[2].on = v.rows[3].on = true;
  v.on_besides_template = 3;
  UiStage stage({}, listing(v));
  const auto ids = stage.controls();
  CHECK(ids == std::vector<std::string>{"Template", "Spacing ring", "Patch grid", "Midline"});
  v.rows[3].on = false;
  v.on_besides_template = 2;
  UiStage two({}, listing(v));
  CHECK(two.controls().size() == 6);
}

TEST_CASE("what the lesson forbids is named as such, and cannot be pressed even when it is on") {
  auto v = rows(3);
  v.rows[2].allowed = false;
  v.rows[2].on = true;
  UiStage stage({}, listing(v));
  CHECK(support::writes(stage, "Patch grid (not in this lesson)"));
  CHECK(stage.controls().size() == 2);
}

TEST_CASE("the list opens beside the tools, and beside the map where it reaches down to it") {
  // 1280 x 800: tools end at 72, the map begins at 550 and ends at 228.
  const Frame f{{0, 0, 1280, 800}, 1, false}, left{{0, 0, 1280, 800}, 1, true};
  CHECK(overlay_list_rect(f, work_layout(f), rows(5)) == Rect{80, 72, 248, 260});
  CHECK(overlay_list_rect(f, work_layout(f), rows(12)) == Rect{236, 72, 248, 512});
  CHECK(overlay_list_rect(left, work_layout(left), rows(5)) == Rect{952, 72, 248, 260});
  CHECK(overlay_list_rect(left, work_layout(left), rows(12)) == Rect{796, 72, 248, 512});
}

TEST_CASE("in every window that has a map the list covers neither tools nor map") {
  for (const auto& size : support::stage_sizes(1100, 700)) {
    const Frame f{{0, 0, size.width, size.height}, size.scale, size.left_handed};
    const auto l = work_layout(f);
    for (int n = 1; n <= kOverlays; ++n) {
      const Rect r = overlay_list_rect(f, l, rows(n));
      CHECK_FALSE(r.overlaps(l.tools));
      CHECK_FALSE(r.overlaps(l.navigator));
      CHECK_FALSE(r.overlaps(l.gauges));
    }
  }
}
