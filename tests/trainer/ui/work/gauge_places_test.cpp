// Gauges on the screen: where bands, marks and numbers stand, in pixels worked out by hand.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/ui_checks.h"
#include "trainer/ui/work/gauges.h"

using namespace trainer::ui;
using support::UiStage;

namespace {

template <class F>
UiStage::Draw drawing(F paint) {
  return [paint](Ui& ui, const Frame&, Intents&) { paint(ui); };
}
Colour col(Token t) {
  return colour(Theme::Dark, t);
}
bool at(float value, float wanted, float by = 1.01F) {
  return std::fabs(value - wanted) <= by;
}
// Where a text stands; nothing is not there.
std::optional<Rect> place_of(UiStage& stage, const std::string& words) {
  for (const auto& text : stage.drawn().texts)
    if (text.words == words) return text.at;
  return std::nullopt;
}

// 1.5 mm are 300 px: a millimetre 200.
constexpr Rect kBar{100, 100, 28, 300};
DepthView depth() {
  DepthView v;
  v.low = engine::core::Mm{0.45};
  v.high = engine::core::Mm{0.85};
  v.over = engine::core::Mm{1.12};
  return v;
}
UiStage::Draw bar(const DepthView& v) {
  return drawing([v](Ui& ui) { draw_depth_bar(ui, kBar, v, true); });
}

constexpr Rect kRow{100, 100, 240, 64};

}  // namespace

TEST_CASE("the band of the depth bar runs from its shallow to its deep edge, its lines four points wider") {
  UiStage stage({}, bar(depth()));
  stage.drawn();
  const Rect band = stage.box_of(col(Token::Acd)), lines = stage.box_of(col(Token::Ac)),
             through = stage.box_of(col(Token::Over));
  CHECK(at(band.y, 190));
  CHECK(at(band.bottom(), 270));
  CHECK(band.x == 100);
  CHECK(band.right() == 128);
  CHECK(at(lines.y, 189));
  CHECK(at(lines.bottom(), 271));
  CHECK(lines.x == 96);
  CHECK(lines.right() == 132);
  CHECK(at(through.centre().y, 324));
  CHECK(through.x == 100);
}

TEST_CASE("the needle's mark stands at its depth, and at the end of the bar beyond it") {
  for (const auto& [mm, y] : {std::pair{0.0, 100.0F}, {0.6, 220.0F}, {1.5, 400.0F}, {2.4, 400.0F}}) {
    auto v = depth();
    v.now = engine::core::Mm{mm};
    v.pressing = true;
    UiStage stage({}, bar(v));
    stage.drawn();
    CAPTURE(mm);
    CHECK(at(stage.box_of(col(Token::Tx)).centre().y, y));
    CHECK(at(stage.box_of(col(Token::Tx)).right(), 137));  // its arrow points in from the right
  }
}

TEST_CASE("without dots and without a press nothing points at the bar") {
  auto v = depth();
  v.now = engine::core::Mm{0.6};
  UiStage stage({}, bar(v));
  stage.drawn();
  CHECK(stage.vertices_of(col(Token::Tx)) == 0);
}

TEST_CASE("the trail runs to the right, each mark at its depth, the newest the strongest") {
  auto v = depth();
  v.trail = {{engine::core::Mm{0.3}, DepthState::Shallow},
             {engine::core::Mm{0.6}, DepthState::Target},
             {engine::core::Mm{1.0}, DepthState::Deep}};
  v.now = engine::core::Mm{1.0};
  UiStage stage({}, bar(v));
  stage.drawn();
  // The last of three has aged 0, the first two thirty-sixths.
  const Rect last = stage.box_of(col(Token::Over), {136, 0, 400, 800}),
             first = stage.box_of(with_alpha(col(Token::Under), 1.0 - 0.75 * 2 / 36));
  CHECK(at(last.centre().x, 142 + 2 * 2.6F));
  CHECK(at(last.centre().y, 300));
  CHECK(at(first.centre().x, 142));
  CHECK(at(first.centre().y, 160));
}

TEST_CASE("marks point the way the fault goes: up where too deep, down where too little") {
  const auto box = [](DepthState state) {
    UiStage stage({}, drawing([state](Ui& ui) {
                    draw_state_mark(ui, {100, 100}, 10, state, ui.col(Token::Crit));
                  }));
    stage.drawn();
    return stage.box_of(col(Token::Crit));
  };
  // Tips are smoothed off by a pixel or two.
  CHECK(at(box(DepthState::Deep).y, 90, 2));
  CHECK(at(box(DepthState::Deep).bottom(), 108));
  CHECK(at(box(DepthState::Shallow).y, 92));
  CHECK(at(box(DepthState::Shallow).bottom(), 110, 2));
  CHECK(box(DepthState::Epidermal) == box(DepthState::Shallow));
  CHECK(at(box(DepthState::Target).w, 20, 2));
  CHECK(at(box(DepthState::Blowout).w, 17));
}

TEST_CASE("the block tells number, state and source, and its ticks stand at their depths") {
  auto v = depth();
  v.now = engine::core::Mm{0.6};
  v.trail = {{engine::core::Mm{0.6}, DepthState::Target}};
  float used = 0;
  UiStage stage({}, drawing([&](Ui& ui) { used = draw_depth_block(ui, {40, 40, 248, 400}, v); }));
  CHECK(used == 380);  // the bar is 280 high at most, and begins 88 below
  CHECK(place_of(stage, "0.60"));
  CHECK(place_of(stage, "simulated from press time"));
  // 280 px for 1.5 mm from y = 128
  const auto y = [](double mm) { return static_cast<float>(128 + 280 * mm / 1.5); };
  REQUIRE(place_of(stage, "0.45"));
  CHECK(at(place_of(stage, "0.45")->centre().y, y(0.45)));
  CHECK(at(place_of(stage, "0.85")->centre().y, y(0.85)));
  CHECK(at(place_of(stage, "1.5")->centre().y, y(1.5)));
  CHECK(at(place_of(stage, "light")->centre().y, y(0.225)));
  CHECK(at(place_of(stage, "blowout")->centre().y, y((1.12 + 1.5) / 2)));
}

TEST_CASE("a measured depth is not shifted by keys, a simulated one says by how much it is") {
  const auto shift = [](bool simulated, int permille) {
    auto v = depth();
    v.simulated = simulated;
    v.shift_permille = permille;
    UiStage stage({}, drawing([v](Ui& ui) { draw_depth_block(ui, {40, 40, 248, 400}, v); }));
    std::string found;
    for (const auto& text : stage.drawn().texts)
      if (text.words.starts_with("[  ]")) found = text.words;
    return found;
  };
  CHECK(shift(false, 40).empty());
  CHECK(shift(true, 40).find("4\u2009% deeper") != std::string::npos);
  CHECK(shift(true, -120).find("12\u2009% shallower") != std::string::npos);
  CHECK(shift(true, 0).find('%') == std::string::npos);
}

TEST_CASE("in thick skin words that would stand on each other give way") {
  DepthView thick;
  thick.low = engine::core::Mm{0.38 * 3};
  thick.high = engine::core::Mm{0.72 * 3};  // beyond the bar
  thick.over = engine::core::Mm{0.95 * 3};
  UiStage stage({}, drawing([thick](Ui& ui) { draw_depth_block(ui, {40, 40, 248, 400}, thick); }));
  CHECK(stage.faults().empty());
  CHECK(place_of(stage, "light"));
  CHECK_FALSE(place_of(stage, "blowout"));
}

TEST_CASE("spacing: the band from near to far, and the mark at its share of one and a half times far") {
  const auto drawn = [](double nearest) {
    SpacingView v{
        .near = engine::core::Mm{0.55}, .next = engine::core::Mm{1.07}, .far = engine::core::Mm{1.4}};
    v.nearest = engine::core::Mm{nearest};
    return UiStage::Draw(drawing([v](Ui& ui) { CHECK(draw_spacing(ui, kRow, v) == 64); }));
  };
  UiStage right({}, drawn(1.05));
  right.drawn();
  // 2.1 mm are 240 px.
  const Rect band = right.box_of(col(Token::Acd));
  CHECK(at(band.x, 100 + 240 * 0.55F / 2.1F));
  CHECK(at(band.right(), 260));
  CHECK(at(right.box_of(col(Token::Ac), {200, 0, 40, 800}).centre().x, 220));
  CHECK(place_of(right, "1.05 mm"));
  UiStage close({}, drawn(0.42));
  close.drawn();
  CHECK(at(close.box_of(col(Token::Over)).centre().x, 148));
  UiStage away({}, drawn(1.75));
  away.drawn();
  CHECK(at(away.box_of(col(Token::Under)).centre().x, 300));
  UiStage beyond({}, drawn(9.0));
  beyond.drawn();
  CHECK(at(beyond.box_of(col(Token::Under)).centre().x, 340));
}

TEST_CASE("the edges of the spacing band are right, a hundredth beyond them is not") {
  const auto wrong = [](double nearest) {
    SpacingView v{
        .near = engine::core::Mm{0.55}, .next = engine::core::Mm{1.07}, .far = engine::core::Mm{1.4}};
    v.nearest = engine::core::Mm{nearest};
    UiStage stage({}, drawing([v](Ui& ui) { draw_spacing(ui, kRow, v); }));
    stage.drawn();
    return stage.vertices_of(col(Token::Over)) + stage.vertices_of(col(Token::Under)) > 0;
  };
  CHECK_FALSE(wrong(0.55));
  CHECK_FALSE(wrong(1.4));
  CHECK(wrong(0.54));
  CHECK(wrong(1.41));
}

TEST_CASE("pace: a dot of now at the right, half a minute back at the left, older ones gone") {
  using engine::core::Seconds;
  PaceView v{
      .ago = {Seconds{45}, Seconds{29.9}, Seconds{15}, Seconds{0}}, .per_minute = 42.4, .word = "steady"};
  UiStage stage({}, drawing([v](Ui& ui) { CHECK(draw_pace(ui, kRow, v) == 60); }));
  stage.drawn();
  const Rect strip{100, 128, 240, 20};
  CHECK(at(stage.box_of(col(Token::Tx), strip).centre().x, 334));
  CHECK(at(stage.box_of(with_alpha(col(Token::Tx), 0.65), strip).centre().x, 220));
  CHECK(at(stage.box_of(with_alpha(col(Token::Tx), 1 - 0.7 * 29.9 / 30), strip).centre().x, 107, 1.5F));
  CHECK(place_of(stage, "42 dots/min"));
  CHECK(place_of(stage, "steady"));
  UiStage none({}, drawing([](Ui& ui) { draw_pace(ui, kRow, {}); }));
  CHECK(place_of(none, "\u2013"));
}

TEST_CASE("coverage fills its bar up to five quarters of what is asked, and marks 90 and 110 per cent") {
  const auto filled = [](int placed, int asked, Token token) {
    CoverageView v;
    v.placed = placed;
    v.asked = asked;
    UiStage stage({}, drawing([v](Ui& ui) { draw_coverage(ui, kRow, v); }));
    stage.drawn();
    return stage.box_of(col(token), {90, 127.5F, 260, 8.9F});
  };
  // 360 dots are 192 px. The marks stand three points out of the bar.
  CHECK(at(filled(180, 360, Token::Ac).x, 100));
  CoverageView v;
  v.placed = 0;
  v.asked = 360;
  UiStage marks({}, drawing([v](Ui& ui) { draw_coverage(ui, kRow, v); }));
  marks.drawn();
  const Rect both = marks.box_of(col(Token::Ac));
  CHECK(at(both.x, 100 + 192 * 0.9F - 1));
  CHECK(at(both.right(), 100 + 192 * 1.1F + 1));
  CHECK(at(filled(180, 360, Token::Ac).right(), 196));
  CHECK(filled(396, 360, Token::Over).w == 0);  // a tenth more is still right
  CHECK(at(filled(397, 360, Token::Over).right(), 100 + 397 * 192 / 360.0F));
  CHECK(at(filled(9000, 360, Token::Over).right(), 340));  // never out of its bar
  CHECK(filled(5, 0, Token::Ac).w < 5);                    // nothing asked: only the two marks
}

TEST_CASE("a needled scar is told by its share in place of dots") {
  CoverageView v{12, 360, 3, "so far 84.20", "session 1 of 2", 0.4};
  UiStage stage({}, drawing([v](Ui& ui) { CHECK(draw_coverage(ui, kRow, v) == 64); }));
  CHECK(place_of(stage, "40 % of the scar"));
  CHECK(stage.drawn().texts.size() == 2);
  CHECK(at(stage.box_of(col(Token::Ac)).right(), 196));
  v.needled = 0.0;
  UiStage none({}, drawing([v](Ui& ui) { draw_coverage(ui, kRow, v); }));
  none.drawn();
  CHECK(none.vertices_of(col(Token::Ac)) == 0);
}
