// Small parts of the interface: text, colours, steps, traces, icons, rectangles.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "tests/support/ui_stage.h"
#include "trainer/ui/kit/icon.h"
#include "trainer/ui/kit/palette.h"
#include "trainer/ui/kit/rect.h"
#include "trainer/ui/kit/steps.h"
#include "trainer/ui/kit/text.h"
#include "trainer/ui/kit/traces.h"

using engine::core::AttemptTime;

using namespace trainer;
using namespace trainer::ui;
using support::StepKind;

namespace {

// Every character, of whatever length in bytes, is ten wide.
float ten(std::string_view s) {
  float n = 0;
  for (const char c : s) n += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0.0F : 10.0F;
  return n;
}
std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const auto& line : lines) all += (all.empty() ? "" : " ") + line;
  return all;
}
const std::string kProse =
    "Fill the field with loose triangles, keep other dots out of the ring, and place the next one near the "
    "dashed line; never three in a row.";

runner::Attempt attempt(const lessons::Lesson& lesson) {
  return runner::begin(assessment::Site::make(lesson).value());
}

}  // namespace

// ---- text

TEST_CASE("wrapped lines put together are the text again, at every width") {
  for (float width = 60; width < 1400; width += 37) {
    const auto lines = wrap(kProse, width, ten);
    CHECK(joined(lines) == kProse);
    for (const auto& line : lines) CHECK((ten(line) <= width || line.find(' ') == std::string::npos));
  }
}

TEST_CASE("a wider column never needs more lines") {
  std::size_t before = 10'000;
  for (float width = 100; width < 1400; width += 25) {
    const auto now = wrap(kProse, width, ten).size();
    CHECK(now <= before);
    before = now;
  }
  CHECK(before == 1);
}

TEST_CASE("at most so many lines, the last with an ellipsis exactly when something is left out") {
  const auto full = wrap(kProse, 300, ten);
  for (int most = 1; most < 10; ++most) {
    const auto lines = wrap(kProse, 300, ten, most);
    CHECK(lines.size() == std::min(full.size(), static_cast<std::size_t>(most)));
    CHECK(lines.back().ends_with("\u2026") == (full.size() > static_cast<std::size_t>(most)));
    for (const auto& line : lines) CHECK(ten(line) <= 300);
  }
}

TEST_CASE("a shortened text is a beginning of it, as long as fits") {
  for (float width = 20; width < 400; width += 10) {
    const std::string cut = shorten(kProse, width, ten);
    CHECK(ten(cut) <= width);
    REQUIRE(cut.ends_with("\u2026"));
    const std::string kept = cut.substr(0, cut.size() - std::string("\u2026").size());
    CHECK(kProse.find(kept) == 0);
    // One word's blank may have gone at the end, no more.
    CHECK(ten(cut) >= width - 20);
  }
  CHECK(shorten("short", 50, ten) == "short");
}

TEST_CASE("empty texts are one empty line, and empty lines are kept") {
  CHECK(wrap("", 100, ten) == std::vector<std::string>{""});
  CHECK(wrap("a\n\nb", 100, ten) == std::vector<std::string>{"a", "", "b"});
}

TEST_CASE("numbers have as many decimals as asked and no minus before nothing") {
  CHECK(number(1.005, 0) == "1");
  CHECK(number(12.3456, 3) == "12.346");
  CHECK(number(-0.0, 2) == "0.00");
  CHECK(number(-0.004, 2) == "0.00");
  CHECK(number(-0.006, 2) == "\u22120.01");
}

TEST_CASE("clocks count hours only when there are any") {
  CHECK(clock_text(AttemptTime{0}) == "00:00");
  CHECK(clock_text(AttemptTime{59'999'999}) == "00:59");
  CHECK(clock_text(AttemptTime{60'000'000}) == "01:00");
  CHECK(clock_text(AttemptTime{3'599'000'000}) == "59:59");
  CHECK(clock_text(AttemptTime{3'600'000'000}) == "1:00:00");
  CHECK(clock_text(AttemptTime{36'061'000'000}) == "10:01:01");
}

TEST_CASE("ids become words with a capital first") {
  CHECK(plain_words("upper_lip") == "Upper lip");
  CHECK(plain_words("old-cut") == "Old cut");
  CHECK(plain_words("") == "");
  CHECK(plain_words("Already") == "Already");
}

// ---- colours

TEST_CASE("the palette gets bluer below nothing and browner above, step by step") {
  // Towards blue: red falls; towards brown: blue falls.
  int red = 256, blue = 256;
  for (double v = 0.0; v >= -1.0; v -= 0.05) {
    CHECK(diverging(v).r <= red);
    red = diverging(v).r;
  }
  for (double v = 0.0; v <= 1.0; v += 0.05) {
    CHECK(diverging(v).b <= blue);
    blue = diverging(v).b;
  }
  CHECK(diverging(-5) == diverging(-1));
  CHECK(diverging(5) == diverging(1));
}

TEST_CASE("a mix is its ends at its ends and between them between") {
  const Colour a{10, 200, 0, 255}, b{250, 20, 100, 255};
  CHECK(mix(a, b, 0.0) == a);
  CHECK(mix(a, b, 1.0) == b);
  const Colour half = mix(a, b, 0.5);
  CHECK(std::abs(half.r - 130) <= 1);
  CHECK(std::abs(half.g - 110) <= 1);
  CHECK(mix(a, a, 0.3) == a);
  CHECK(with_alpha(a, 0.5).a == 128);
  CHECK(with_alpha(a, 0.0).r == a.r);
}

TEST_CASE("a contrast is the same both ways, and one to itself") {
  for (int i = 0; i < kTokenCount; ++i)
    for (int k = 0; k < kTokenCount; ++k) {
      const Colour a = colour(Theme::Dark, static_cast<Token>(i)),
                   b = colour(Theme::Dark, static_cast<Token>(k));
      CHECK(contrast(a, b) == doctest::Approx(contrast(b, a)));
      CHECK(contrast(a, b) >= 1.0);
      CHECK(contrast(a, b) <= 21.0 + 1e-9);
      if (i == k) CHECK(contrast(a, b) == doctest::Approx(1.0));
    }
}

// ---- rectangles

TEST_CASE("strips cut off a rectangle and what is left make it up, without overlapping") {
  const Rect whole{10, 20, 300, 200};
  Rect rest = whole;
  const Rect top = rest.take_top(30), bottom = rest.take_bottom(40), left = rest.take_left(50),
             right = rest.take_right(60);
  const float area =
      top.w * top.h + bottom.w * bottom.h + left.w * left.h + right.w * right.h + rest.w * rest.h;
  CHECK(area == doctest::Approx(300.0 * 200.0));
  const Rect all[] = {top, bottom, left, right, rest};
  for (int i = 0; i < 5; ++i)
    for (int k = i + 1; k < 5; ++k) CHECK_FALSE(all[i].overlaps(all[k]));
  CHECK(rest.centre().x == doctest::Approx(10 + 50 + (300 - 110) / 2.0));
}

TEST_CASE("nothing more can be cut off than is there") {
  Rect r{0, 0, 100, 50};
  CHECK(r.take_top(80).h == 50);
  CHECK(r.h == 0);
  CHECK(Rect{0, 0, 10, 10}.inset(20).w == 0.0F);
  CHECK(Rect{0, 0, 10, 10}.inset(-5) == Rect{-5, -5, 20, 20});
}

TEST_CASE("rectangles that only touch do not overlap, and a point on the right edge lies outside") {
  const Rect a{0, 0, 10, 10};
  CHECK_FALSE(a.overlaps({10, 0, 10, 10}));
  CHECK_FALSE(a.overlaps({0, 10, 10, 10}));
  CHECK(a.overlaps({9.5F, 9.5F, 10, 10}));
  CHECK_FALSE(a.overlaps({5, 5, 0, 10}));
  CHECK(a.contains({0, 0}));
  CHECK_FALSE(a.contains({10, 5}));
}

// ---- steps

TEST_CASE("every step has its number and word, questions in a row one between them") {
  const auto lesson = support::field()
                          .step(StepKind::Brief)
                          .step(support::question(0))
                          .step(support::question(1))
                          .step(StepKind::Drawing)
                          .step(StepKind::NeedleWork)
                          .step(StepKind::Healing)
                          .step(StepKind::NeedleWork)
                          .step(support::question(0))
                          .step(StepKind::Review)
                          .lesson();
  auto a = attempt(lesson);
  const auto words = make_steps(a).words;
  REQUIRE(words.size() == 8);
  for (std::size_t i = 0; i < words.size(); ++i) CHECK(words[i].find(std::to_string(i + 1) + " ") == 0);
  constexpr int kNow[] = {0, 1, 1, 2, 3, 4, 5, 6, 7};
  for (int step = 0; step < 9; ++step) {
    a.step = step;
    CHECK(make_steps(a).now == kNow[step]);
  }
}

// ---- traces

TEST_CASE("traces have a point a dot: depth of each, spacing from the second, pace from the ninth") {
  auto a = attempt(support::field().step(StepKind::NeedleWork).lesson());
  a.skin.dots = support::in_rows(20, 1, {16, 20}, 1.25);
  const auto traces = make_traces(a);
  REQUIRE(traces.size() == 3);
  CHECK(traces[0].points.size() == 20);
  CHECK(traces[1].points.size() == 19);
  CHECK(traces[2].points.size() == 12);
  for (const auto& p : traces[0].points) CHECK(p.value == doctest::Approx(0.649).epsilon(0.01));
  for (const auto& p : traces[1].points) CHECK(p.value == doctest::Approx(1.25));
  for (const auto& p : traces[2].points) CHECK(p.value == doctest::Approx(60.0));  // one a second
}

TEST_CASE("a spacing looks back only: the first of two near dots has none to be near to") {
  auto a = attempt(support::field().step(StepKind::NeedleWork).lesson());
  a.skin.dots = {support::dot(0, {20, 20}), support::dot(1, {30, 20}), support::dot(2, {20.5, 20})};
  const auto spacing = make_traces(a)[1].points;
  REQUIRE(spacing.size() >= 1);
  CHECK(spacing.back().value == doctest::Approx(0.5));
  a.skin.dots[2].withdrawn = true;
  for (const auto& p : make_traces(a)[1].points) CHECK(p.value > 5.0);
}

TEST_CASE("bands of traces follow the skin and the density; without a dot there is no band of depth") {
  auto a = attempt(support::field(100).step(StepKind::NeedleWork).lesson());
  CHECK_FALSE(make_traces(a)[0].low.has_value());
  a.skin.dots = {support::dot(0, {20, 20})};
  const auto traces = make_traces(a);
  CHECK(*traces[0].low == doctest::Approx(0.38 * 1.18));
  CHECK(*traces[0].high == doctest::Approx(0.72 * 1.18));
  CHECK(*traces[1].low == doctest::Approx(0.55));
  CHECK(*traces[1].high == doctest::Approx(1.4));
}

TEST_CASE("a thinned trace is in order, at most two points a column, and never loses an extreme") {
  std::vector<TracePoint> points;
  for (std::int64_t i = 0; i < 5'000; ++i)
    points.push_back(
        {AttemptTime{i * 100}, std::sin(static_cast<double>(i) * 0.7) * static_cast<double>(i % 97)});
  for (const int columns : {1, 10, 333}) {
    const auto thinned = thin(points, AttemptTime{0}, AttemptTime{500'000}, columns);
    CHECK(thinned.size() <= static_cast<std::size_t>(2 * columns));
    const auto by_value = [](const auto& a, const auto& b) { return a.value < b.value; };
    CHECK(std::max_element(thinned.begin(), thinned.end(), by_value)->value ==
          std::max_element(points.begin(), points.end(), by_value)->value);
    CHECK(std::min_element(thinned.begin(), thinned.end(), by_value)->value ==
          std::min_element(points.begin(), points.end(), by_value)->value);
    for (std::size_t i = 1; i < thinned.size(); ++i) CHECK(thinned[i - 1].t_us <= thinned[i].t_us);
  }
  CHECK(thin(points, AttemptTime{0}, AttemptTime{500'000}, 0).size() == points.size());
  CHECK(thin({}, AttemptTime{0}, AttemptTime{10}, 5).empty());
}

// ---- icons

TEST_CASE("every icon draws something of its own within its 20 points, none draws nothing") {
  std::vector<std::vector<float>> looks;
  for (int i = 1; i <= static_cast<int>(Icon::Stretch); ++i) {
    std::vector<float> places;
    for (const float scale : {1.0F, 2.0F}) {
      support::UiStage stage({1280, 800, scale}, [i, &places](Ui& ui, const Frame&, Intents&) {
        const ImDrawList& list = *ImGui::GetWindowDrawList();
        const int before = list.VtxBuffer.Size;
        draw_icon(ui, static_cast<Icon>(i), {200, 200}, ui.col(Token::Tx));
        places.clear();
        for (int k = before; k < list.VtxBuffer.Size; ++k) {
          const ImVec2 p = list.VtxBuffer[k].pos;
          CHECK(std::fabs(p.x - 200) <= 12.5F * ui.scale);
          CHECK(std::fabs(p.y - 200) <= 12.5F * ui.scale);
          places.push_back(p.x);
          places.push_back(p.y);
        }
      });
      CAPTURE(i);
      CHECK(places.size() >= 6);
    }
    // "Reset" and "Again" are one sign.
    if (static_cast<Icon>(i) != Icon::Again) looks.push_back(places);
  }
  std::sort(looks.begin(), looks.end());
  CHECK(std::unique(looks.begin(), looks.end()) == looks.end());
}
