// The work over time: strips, bands, marks and the axis, by pixels worked out by hand.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/ui_checks.h"
#include "trainer/ui/debrief/debrief_screen.h"

using engine::core::AttemptTime;

using namespace trainer::ui;
using support::only;
using support::UiStage;

namespace {

// In a panel of 800 x 256 the axis runs from 142 over 636 px; badges stand at 65, strips from 74 on, 46 high
// and 52 apart; the ticks' words below 224.
constexpr Rect kPanel{0, 0, 800, 256};
constexpr Rect kStrips{120, 73, 680, 151};
constexpr std::int64_t kEnd = 600'000'000;
float x_of(double share) {
  return static_cast<float>(142 + 636 * share);
}

Trace depth() {
  Trace t{.name = "Depth", .unit = "mm", .low = 0.45, .high = 0.85, .bottom = 1.5, .top = 0.0};
  t.points = {{AttemptTime{0}, 0.6}, {AttemptTime{kEnd / 2}, 0.7}};
  return t;
}
Trace pace() {
  return {.name = "Pace", .unit = "dots/min", .decimals = 0, .low = {}, .high = {}, .bottom = 0, .top = 120};
}
DebriefView view() {
  DebriefView v;
  v.traces = {depth(), pace(), pace()};
  v.end_us = AttemptTime{kEnd};
  return v;
}
UiStage::Draw drawing(const DebriefView& v, const DebriefPanel& panel = {}, const Rect& r = kPanel) {
  return [=](Ui& ui, const Frame&, DebriefIntents& intents) { draw_timeline(ui, r, v, panel, intents); };
}
Colour col(Token t) {
  return colour(Theme::Dark, t);
}
bool at(float value, float wanted, float by = 1.01F) {
  return std::fabs(value - wanted) <= by;
}
std::vector<std::pair<std::string, Rect>> ticks(const DebriefView& v) {
  UiStage stage({}, drawing(v));
  std::vector<std::pair<std::string, Rect>> found;
  for (const auto& text : stage.drawn().texts)
    if (text.at.y > 222) found.emplace_back(text.words, text.at);
  return found;
}
std::vector<std::string> words_of_ticks(std::int64_t end_us) {
  auto v = view();
  v.end_us = AttemptTime{end_us};
  std::vector<std::string> words;
  for (const auto& [word, place] : ticks(v)) words.push_back(word);
  return words;
}

}  // namespace

TEST_CASE("the clock below the strips has as many steps as its words have room for") {
  CHECK(words_of_ticks(kEnd) ==
        std::vector<std::string>{"00:00", "02:00", "04:00", "06:00", "08:00", "10:00"});
  CHECK(words_of_ticks(1'000'000) == std::vector<std::string>{"00:00", "00:01"});
  CHECK(words_of_ticks(9'000'000).size() == 10);  // 70 px a step still
  CHECK(words_of_ticks(9'500'000).size() == 5);   // nine and a half would not fit
  CHECK(words_of_ticks(10'000'000) ==
        std::vector<std::string>{"00:00", "00:02", "00:04", "00:06", "00:08", "00:10"});
  CHECK(words_of_ticks(3'600'000'000) ==
        std::vector<std::string>{"00:00", "10:00", "20:00", "30:00", "40:00", "50:00", "1:00:00"});
}

TEST_CASE("each step of the clock stands under its moment") {
  const auto all = ticks(view());
  CHECK(at(all[0].second.x, 142));  // the first begins there, so that it is not cut
  for (std::size_t i = 1; i < all.size(); ++i)
    CHECK(at(all[i].second.centre().x, x_of(static_cast<double>(i) / 5)));
}

TEST_CASE("the band of a strip lies between its edges, the surface at the top") {
  UiStage stage({}, drawing(view()));
  stage.drawn();
  const Rect band = stage.box_of(col(Token::Acd), kStrips);
  CHECK(at(band.y, 74 + 46 * 0.45F / 1.5F));
  CHECK(at(band.bottom(), 74 + 46 * 0.85F / 1.5F));
  CHECK(band.x == 142);
  CHECK(band.right() == 778);
}

TEST_CASE("numbers of a band stand on their own side of it, and apart where it is thin") {
  for (const bool surface_on_top : {true, false}) {
    auto v = view();
    if (!surface_on_top) std::swap(v.traces[0].bottom, v.traces[0].top);
    UiStage stage({}, drawing(v));
    float low = 0, high = 0;
    for (const auto& text : stage.drawn().texts) {
      if (text.words == "0.45") low = text.at.centre().y;
      if (text.words == "0.85") high = text.at.centre().y;
    }
    CHECK((low < high) == surface_on_top);
    CHECK(std::fabs(low - high) == doctest::Approx(14));  // the band is 12.3 px high
    const float middle = surface_on_top ? 74 + 46 * 0.65F / 1.5F : 120 - 46 * 0.65F / 1.5F;
    CHECK(at((low + high) / 2, middle));
  }
}

TEST_CASE("a strip without a band has neither lines nor marks of faults") {
  auto v = view();
  v.traces = {pace()};
  v.traces[0].points = {{AttemptTime{0}, 10}, {AttemptTime{kEnd}, 500}};
  UiStage stage({}, drawing(v));
  stage.drawn();
  for (const Token t : {Token::Ac, Token::Acd, Token::Under, Token::Over})
    CHECK(stage.box_of(col(t), kStrips) == Rect{});
  CHECK(stage.vertices_of(col(Token::Warm)) > 0);
}

TEST_CASE("what lies outside of the band is marked where it happened: too little blue, too much amber") {
  auto v = view();
  v.traces[0].points = {{AttemptTime{0}, 0.6},
                        {AttemptTime{kEnd / 4}, 0.30},
                        {AttemptTime{kEnd / 2}, 0.45},
                        {AttemptTime{3 * kEnd / 4}, 0.86},
                        {AttemptTime{kEnd}, 0.85}};
  UiStage stage({}, drawing(v));
  stage.drawn();
  const Rect little = stage.box_of(col(Token::Under)), much = stage.box_of(col(Token::Over));
  CHECK(at(little.centre().x, x_of(0.25)));
  CHECK(at(little.centre().y, 74 + 46 * 0.30F / 1.5F));
  CHECK(little.w < 6);  // the edges themselves are right, so there is one mark each
  CHECK(at(much.centre().x, x_of(0.75)));
  CHECK(much.w < 6);
}

TEST_CASE("values beyond a strip stay at its edge") {
  auto v = view();
  v.traces[0].points = {{AttemptTime{0}, -3.0}, {AttemptTime{kEnd}, 9.0}};
  UiStage stage({}, drawing(v));
  stage.drawn();
  CHECK(at(stage.box_of(col(Token::Under)).centre().y, 74));
  CHECK(at(stage.box_of(col(Token::Over)).centre().y, 120));
}

TEST_CASE("the curve runs from its first to its last dot, not over the whole axis") {
  UiStage stage({}, drawing(view()));
  stage.drawn();
  const Rect curve = stage.box_of(col(Token::Warm));
  CHECK(at(curve.x, 142, 2));
  CHECK(at(curve.right(), x_of(0.5), 2));
}

TEST_CASE("a panel too low for three strips keeps the first of them") {
  const auto names = [](float height) {
    auto v = view();
    v.traces[1].name = "Spacing";
    UiStage stage({}, drawing(v, {}, {0, 0, 800, height}));
    std::vector<std::string> found;
    for (const auto& text : stage.drawn().texts)
      if (text.words == "Depth" || text.words == "Spacing" || text.words == "Pace")
        found.push_back(text.words);
    return found;
  };
  CHECK(names(256) == std::vector<std::string>{"Depth", "Spacing", "Pace"});
  CHECK(names(176) == std::vector<std::string>{"Depth", "Spacing"});
  CHECK(names(140) == std::vector<std::string>{"Depth"});
}

TEST_CASE("badges stand over their moment, in the colour of their fault, with their number") {
  auto v = view();
  v.badges = {{1, AttemptTime{kEnd / 5}, true}, {2, AttemptTime{4 * kEnd / 5}, false}};
  UiStage stage({}, drawing(v, {.playhead_us = AttemptTime{kEnd / 2}}));
  const auto texts = stage.drawn().texts;
  const Rect row{0, 56, 800, 18};
  CHECK(at(stage.box_of(col(Token::Under), row).centre().x, x_of(0.2)));
  CHECK(at(stage.box_of(col(Token::Tx), {600, 56, 200, 18}).centre().x, x_of(0.8)));
  int found = 0;
  for (const auto& text : texts)
    if ((text.words == "1" && at(text.at.centre().x, x_of(0.2))) ||
        (text.words == "2" && at(text.at.centre().x, x_of(0.8))))
      ++found;
  CHECK(found == 2);
}

TEST_CASE("the playhead stands at its moment, from the badges to the end of the strips") {
  for (const double share : {0.0, 0.5, 1.0}) {
    UiStage stage({}, drawing(view(), {.playhead_us = AttemptTime{static_cast<std::int64_t>(share * kEnd)}}));
    stage.drawn();
    const Rect head = stage.box_of(col(Token::Tx), {120, 55.5F, 680, 169});
    CHECK(at(head.centre().x, x_of(share)));
    CHECK(at(head.y, 56));
    CHECK(at(head.bottom(), 224));
  }
}

TEST_CASE("the stretch of a chosen line is shaded from its beginning to its end, a moment too") {
  const Colour shade = with_alpha(col(Token::Over), 0.20);
  const auto shaded = [&](std::int64_t from, std::int64_t to) {
    UiStage stage({}, drawing(view(), {.clip = std::pair{AttemptTime{from}, AttemptTime{to}}}));
    stage.drawn();
    return stage.box_of(shade);
  };
  const Rect clip = shaded(kEnd / 4, kEnd / 2);
  CHECK(at(clip.x, x_of(0.25)));
  CHECK(at(clip.right(), x_of(0.5)));
  CHECK(clip.y == 74);
  CHECK(shaded(kEnd / 4, kEnd / 4).w == 3);
  UiStage none({}, drawing(view()));
  none.drawn();
  CHECK(none.vertices_of(shade) == 0);
}

TEST_CASE("the clock of the player tells where it is and how long all is") {
  UiStage stage({}, drawing(view(), {.playhead_us = AttemptTime{65'000'000}, .speed = 16.0}));
  CHECK(support::writes(stage, "01:05"));
  CHECK(support::writes(stage, " of 10:00"));
}

TEST_CASE("under a sheet the axis cannot be dragged") {
  UiStage stage({}, drawing(view()));
  stage.ui().blocked = true;
  CHECK(stage.drag({200, 150}, {600, 150}).empty());
  stage.ui().blocked = false;
  CHECK_FALSE(stage.drag({200, 150}, {600, 150}).empty());
}
