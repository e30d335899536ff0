#include "engine/core/moment.h"
#include "trainer/ui/device_check/device_check_screen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

using engine::core::Span;

using namespace trainer::ui;
using namespace engine::sim;

namespace {

const std::vector<CheckPart> kAll{CheckPart::Circle, CheckPart::Light, CheckPart::Firm, CheckPart::Taps,
                                  CheckPart::Comfortable};

}  // namespace

TEST_CASE("every finding names what is wrong and what to do") {
  std::vector<std::string> titles;
  for (int i = 0; i <= static_cast<int>(DeviceFault::DoubleContacts); ++i) {
    const auto words = words_of(DeviceFinding{static_cast<DeviceFault>(i), 2.0});
    CHECK_FALSE(words.title.empty());
    CHECK(words.remedy.back() == '.');
    CHECK(words.remedy.find('!') == std::string::npos);
    titles.push_back(words.title);
  }
  std::sort(titles.begin(), titles.end());
  CHECK(std::unique(titles.begin(), titles.end()) == titles.end());
  CHECK(words_of(DeviceFinding{DeviceFault::StretchedMapping, 0.5}).title.find("2.0 times as high as wide") !=
        std::string::npos);
  CHECK(words_of(DeviceFinding{DeviceFault::DoubleContacts, 1.0}).title == "1 press came twice");
}

TEST_CASE("a device is named with what its depth is, and a long name is cut between letters") {
  CHECK(device_words({"mouse", false}) == "mouse \u00b7 depth simulated");
  CHECK(device_words({"Wacom Intuos Pro M Pen stylus", true}) ==
        "Wacom Intuos Pro M Pen\u2026 \u00b7 depth measured");
  CHECK(device_words({"mouse", false}, 10, false) == "mouse \u00b7 simulated");
  CHECK(device_words({"\u00e4\u00e4\u00e4\u00e4", true}, 3) == "\u00e4\u2026 \u00b7 depth measured");
}

TEST_CASE("the parts tell how far they are") {
  const auto taps = make_check_view({"pen", true}, kAll, {.part = CheckPart::Taps, .done = 2}, {});
  CHECK(taps.part == 3);
  CHECK(taps.count == "2 of 5");
  CHECK(taps.share == doctest::Approx(0.4));
  CHECK(make_check_view({"pen", true}, kAll, {.part = CheckPart::Light, .held = engine::core::Seconds{0.35}},
                        {})
            .share == doctest::Approx(0.5));
  CHECK_FALSE(
      make_check_view({"pen", true}, kAll, {.part = CheckPart::Light, .too_short = true}, {}).hint.empty());
}

TEST_CASE(
    "the plot of a pen rises with pressure, that of a mouse with press time, each through the middle of the "
    "band") {
  DeviceReport pen;
  pen.pressure = true;
  pen.comfortable = 4096;
  pen.press_us = Span{150'000};
  pen.calibration.curve_gamma_permille = 922;  // 0.5 of the way lies at the centre
  const auto p = make_check_result({"pen", true}, kAll, pen, {});
  REQUIRE(p.curve.size() == 51);
  CHECK(p.curve[25].y == doctest::Approx(0.55).epsilon(0.02));
  CHECK(*p.typical == doctest::Approx(0.5));
  DeviceReport mouse;
  mouse.press_us = Span{200'000};
  mouse.calibration.press_time_permille = 1333;
  const auto m = make_check_result({"mouse", false}, kAll, mouse, {});
  CHECK(m.curve[20].y == doctest::Approx(0.55).epsilon(0.02));  // 0.2 s
  CHECK(*m.typical == doctest::Approx(0.4));
  for (const auto& v : {p, m})
    for (std::size_t i = 1; i < v.curve.size(); ++i) CHECK(v.curve[i].y >= v.curve[i - 1].y);
}

TEST_CASE("nothing is promised of a press that no curve brings into the band") {
  DeviceReport report;
  report.press_us = Span{150'000};
  for (const bool pressure : {true, false})
    for (const Reach reach : {Reach::Centre, Reach::Weak, Reach::Strong}) {
      report.pressure = pressure;
      report.reach = reach;
      const auto v = make_check_result({"pen", pressure}, kAll, report, {});
      CHECK(v.usable);
      CHECK(v.out_of_reach == (reach != Reach::Centre));
      CHECK((v.body.find("reaches the middle") != std::string::npos) == (reach == Reach::Centre));
      CHECK((v.title == "Nothing stands in the way") == (reach == Reach::Centre));
    }
  report.press_us.reset();
  // nothing to use, nothing to mend
  CHECK_FALSE(make_check_result({"pen", true}, kAll, report, {}).out_of_reach);
}

TEST_CASE("in a small window the check takes all of it and keeps a field to draw in") {
  for (const auto& [w, h, scale] : {std::tuple{960.0F, 600.0F, 2.0F},
                                    {1280.0F, 800.0F, 2.0F},
                                    {960.0F, 600.0F, 1.5F},
                                    {899.0F, 700.0F, 1.0F},
                                    {960.0F, 600.0F, 3.0F}}) {
    CAPTURE(w);
    CAPTURE(scale);
    const auto l = device_check_layout({{0, 0, w, h}, scale, false});
    CHECK(l.small);
    CHECK(l.live.w == 0);
    const Rect parts[] = {l.head, l.words, l.pad, l.foot};
    for (int i = 0; i < 4; ++i) {
      CHECK(parts[i].x >= 0);
      CHECK(parts[i].y >= 0);
      CHECK(parts[i].right() <= w);
      CHECK(parts[i].bottom() <= h);
      for (int k = i + 1; k < 4; ++k) CHECK_FALSE(parts[i].overlaps(parts[k]));
    }
    CHECK(l.head.h >= 32 * scale);
    CHECK(l.foot.h >= 32 * scale);
    CHECK(l.words.h >= 24 * scale);
    CHECK(l.pad.h >= (h / scale >= 300 ? 100 : 60) * scale);
  }
}

TEST_CASE("the check fits every window, and its parts do not overlap") {
  for (const auto& [w, h] : {std::pair{960.0F, 600.0F}, {1280.0F, 720.0F}, {3840.0F, 2160.0F}})
    for (const float scale : {1.0F, 2.0F}) {
      if (w / scale < 960) continue;
      const auto l = device_check_layout({{0, 0, w, h}, scale, false});
      const Rect parts[] = {l.words, l.pad, l.live, l.foot};
      for (int i = 0; i < 4; ++i)
        for (int k = i + 1; k < 4; ++k) CHECK_FALSE(parts[i].overlaps(parts[k]));
      CHECK(l.pad.h > 240 * scale);
      CHECK(l.pad.w > 480 * scale);
      CHECK(l.sheet.bottom() <= h);
      CHECK(l.live.h >= (34 + 3 * 18 + 7 * 28) * scale);
    }
}
