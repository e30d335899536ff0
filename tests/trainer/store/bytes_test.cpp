// Numbers and texts as bytes: forms known from elsewhere, every cut and every excess refused, settings that
// always come back.
#include <doctest/doctest.h>

#include <limits>

#include "engine/core/draw.h"
#include "trainer/store/bytes.h"
#include "trainer/store/limits.h"
#include "trainer/store/settings.h"

using namespace trainer::store;
using engine::core::draw_bits;

namespace {

template <class Write>
Bytes written(Write write) {
  ByteWriter out;
  write(out);
  return out.release();
}
Bytes varint(std::uint64_t value) {
  return written([&](ByteWriter& out) { out.varint(value); });
}
Bytes zigzag(std::int64_t value) {
  return written([&](ByteWriter& out) { out.zigzag(value); });
}

}  // namespace

TEST_CASE("varints are LEB128, as DWARF and Protobuf write them") {
  struct Known {
    std::uint64_t value;
    Bytes bytes;
  };
  for (const auto& [value, bytes] :
       {Known{0, {0x00}}, Known{1, {0x01}}, Known{127, {0x7F}}, Known{128, {0x80, 0x01}},
        Known{150, {0x96, 0x01}}, Known{300, {0xAC, 0x02}}, Known{16383, {0xFF, 0x7F}},
        Known{16384, {0x80, 0x80, 0x01}}, Known{624485, {0xE5, 0x8E, 0x26}},
        Known{std::numeric_limits<std::uint64_t>::max(),
              {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01}}}) {
    CAPTURE(value);
    CHECK(varint(value) == bytes);
    ByteReader in(bytes);
    CHECK(in.varint() == value);
    CHECK(in.ok());
    CHECK(in.remaining() == 0);
  }
}

TEST_CASE("zig-zag puts small numbers of both signs into few bytes") {
  struct Known {
    std::int64_t value;
    std::uint64_t coded;
  };
  for (const auto& [value, coded] :
       {Known{0, 0}, Known{-1, 1}, Known{1, 2}, Known{-2, 3}, Known{2147483647, 4294967294U},
        Known{-2147483648LL, 4294967295U},
        Known{std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::uint64_t>::max() - 1},
        Known{std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::uint64_t>::max()}}) {
    CAPTURE(value);
    CHECK(zigzag(value) == varint(coded));
    const Bytes bytes = zigzag(value);
    ByteReader in(bytes);
    CHECK(in.zigzag() == value);
  }
}

TEST_CASE("fixed numbers stand with their lowest byte first, in as many bytes as asked") {
  CHECK(written([](ByteWriter& out) { out.fixed(0x0102030405060708, 8); }) == Bytes{8, 7, 6, 5, 4, 3, 2, 1});
  CHECK(written([](ByteWriter& out) { out.fixed(0xABCD, 2); }) == Bytes{0xCD, 0xAB});
  CHECK(written([](ByteWriter& out) { out.fixed(5, 4); }) == Bytes{5, 0, 0, 0});
  for (std::size_t width = 1; width <= 8; ++width)
    for (std::uint64_t i = 0; i < 20; ++i) {
      const std::uint64_t value = draw_bits(1, "fixed", 20 * width + i) >> (64 - 8 * width);
      const Bytes bytes = written([&](ByteWriter& out) { out.fixed(value, width); });
      ByteReader in(bytes);
      CHECK(in.fixed(width) == value);
      CHECK(bytes.size() == width);
    }
}

TEST_CASE("numbers of every size come back, one after the other") {
  ByteWriter out;
  for (std::uint64_t i = 0; i < 640; ++i) {
    const std::uint64_t value = draw_bits(2, "any", i) >> (i % 64);
    out.varint(value);
    out.zigzag(static_cast<std::int64_t>(value));
    out.text(std::string(i % 7, 'x'));
    out.byte(static_cast<std::uint8_t>(i));
  }
  const Bytes bytes = out.release();
  ByteReader in(bytes);
  for (std::uint64_t i = 0; i < 640; ++i) {
    const std::uint64_t value = draw_bits(2, "any", i) >> (i % 64);
    CHECK(in.varint() == value);
    CHECK(in.zigzag() == static_cast<std::int64_t>(value));
    CHECK(in.text(6) == std::string(i % 7, 'x'));
    CHECK(in.byte() == static_cast<std::uint8_t>(i));
  }
  CHECK(in.ok());
  CHECK(in.remaining() == 0);
}

TEST_CASE("a longer form of a shorter number is refused, and so is one beyond 64 bits") {
  for (const Bytes& bytes : {Bytes{0x80, 0x00}, Bytes{0xFF, 0x80, 0x00}, Bytes{0x81, 0x80, 0x80, 0x00},
                             Bytes{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02},
                             Bytes{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x81, 0x00}}) {
    ByteReader in(bytes);
    CHECK(in.varint() == 0);
    CHECK_FALSE(in.ok());
    CHECK(in.reason().find("shortest form") != std::string::npos);
  }
}

TEST_CASE("a cut is refused wherever it is, and nothing is read behind it") {
  const Bytes whole = written([](ByteWriter& out) {
    out.fixed(7, 4);
    out.varint(300);
    out.zigzag(-70'000);
    out.text("a text");
  });
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    ByteReader in(ByteView(whole).first(length));
    in.fixed(4);
    in.varint();
    in.zigzag();
    const std::string text = in.text(100);
    CHECK_FALSE(in.ok());
    CHECK(text.empty());
    CHECK(in.remaining() == 0);
    CHECK(in.byte() == 0);
    CHECK(in.fixed(8) == 0);
    CHECK(in.varint() == 0);
    CHECK(in.raw(1).empty());
    CHECK(in.reason() == "cut short");  // the first reason stays
  }
}

TEST_CASE("the first refusal stays, and what remains is gone") {
  const Bytes bytes{1, 2, 3, 4};
  ByteReader in(bytes);
  CHECK(in.byte() == 1);
  in.refuse("because");
  in.refuse("for another reason");
  CHECK(in.reason() == "because");
  CHECK(in.remaining() == 0);
  CHECK(in.byte() == 0);
}

TEST_CASE("a text is as long as may be and no longer, and a claim of more than there is takes no memory") {
  const Bytes eight = written([](ByteWriter& out) { out.text("12345678"); });
  CHECK(ByteReader(eight).text(8) == "12345678");
  ByteReader short_of(eight);
  CHECK(short_of.text(7).empty());
  CHECK(short_of.reason() == "a text of 8 bytes, at most 7 expected");
  Bytes claim = varint(std::uint64_t{1} << 62);
  ByteReader in(claim);
  CHECK(in.text(std::numeric_limits<std::size_t>::max()).empty());
  CHECK_FALSE(in.ok());
}

// ---- settings

TEST_CASE("settings of every kind come back as they were") {
  for (std::uint64_t i = 0; i < 200; ++i) {
    const auto below = [&](const char* what, std::uint64_t n) {
      return engine::core::draw_below(i, what, 0, n);
    };
    Settings s;
    s.first_run_done = below("run", 2) == 1;
    s.left_handed = below("left", 2) == 1;
    s.machine_sound = below("sound", 2) == 1;
    s.press_ticks = below("ticks", 2) == 1;
    s.pen_drawn = below("pen", 2) == 1;
    s.reduced_motion = below("motion", 2) == 1;
    s.theme = std::array{"dark", "light", "high_contrast"}[below("theme", 3)];
    s.ui_scale = below("scale", 3) == 0 ? 0.0 : 0.5 + 0.01 * static_cast<double>(below("steps", 351));
    s.sound_percent = 10 + static_cast<int>(below("percent", 91));
    for (std::uint64_t k = 0; k < below("views", 5); ++k)
      s.last_view["r" + std::to_string(k) + ".smprec"] =
          "top \"" + std::to_string(below("zoom", 90)) + "\"\n\t\u00e4";
    for (std::uint64_t k = 0; k < below("devices", 4); ++k)
      s.devices["Pen " + std::to_string(k)] = {
          below("checked", 2) == 1,
          {.minimum_pressure = static_cast<std::uint16_t>(below("low", 4000)),
           .maximum_pressure = static_cast<std::uint16_t>(4000 + below("high", 4193)),
           .curve_gamma_permille = static_cast<std::int32_t>(1 + below("curve", 10'000)),
           .press_time_permille = static_cast<std::int32_t>(700 + below("time", 801)),
           .upright = {static_cast<std::int16_t>(static_cast<int>(below("x", 901)) - 450),
                       static_cast<std::int16_t>(static_cast<int>(below("y", 901)) - 450)}}};
    const auto again = parse_settings(settings_text(s));
    REQUIRE(again.has_value());
    CHECK(*again == s);
    CHECK(settings_text(*again) == settings_text(s));
  }
}

TEST_CASE("numbers of settings are taken at the ends of their ranges and not beyond") {
  const auto takes = [](const std::string& text) { return parse_settings(text).has_value(); };
  for (const char* good : {"{\"ui_scale\":0}", "{\"ui_scale\":0.5}", "{\"ui_scale\":4}",
                           "{\"sound_percent\":10}", "{\"sound_percent\":100}"})
    CHECK_MESSAGE(takes(good), good);
  for (const char* bad :
       {"{\"ui_scale\":0.49}", "{\"ui_scale\":4.01}", "{\"ui_scale\":-1}", "{\"sound_percent\":9}",
        "{\"sound_percent\":101}", "{\"sound_percent\":-50}", "{\"ui_scale\":\"1\"}"})
    CHECK_MESSAGE(!takes(bad), bad);
  const auto device = [&](const std::string& what) { return takes("{\"devices\":{\"p\":{" + what + "}}}"); };
  for (const char* good :
       {"\"curve_permille\":1", "\"curve_permille\":10000", "\"press_time_permille\":700",
        "\"press_time_permille\":1500", "\"upright_up_ddeg\":-450", "\"upright_right_ddeg\":450",
        "\"minimum_pressure\":0", "\"minimum_pressure\":8191", "\"maximum_pressure\":8192"})
    CHECK_MESSAGE(device(good), good);
  for (const char* bad :
       {"\"curve_permille\":0", "\"curve_permille\":10001", "\"press_time_permille\":699",
        "\"press_time_permille\":1501", "\"upright_up_ddeg\":-451", "\"upright_right_ddeg\":451",
        "\"minimum_pressure\":-1", "\"minimum_pressure\":8192", "\"maximum_pressure\":8193",
        "\"depth_offset_permille\":1"})
    CHECK_MESSAGE(!device(bad), bad);
}

TEST_CASE("the most that is remembered is written so that it can be read again") {
  Settings s;
  for (std::size_t i = 0; i < kMaxRememberedViews + 20; ++i)
    s.last_view["view " + std::to_string(1000 + i) + ".smprec"] = "front 14";
  for (std::size_t i = 0; i < kMaxDevices + 5; ++i)
    s.devices["device " + std::to_string(100 + i)].checked = true;
  const auto again = parse_settings(settings_text(s));
  REQUIRE(again.has_value());
  CHECK(again->last_view.size() == kMaxRememberedViews);
  CHECK(again->devices.size() == kMaxDevices);
  // Each view as long as may be: more than the file takes.
  for (auto& [record, view] : s.last_view) view = std::string(kMaxViewText, '\n');
  const std::string text = settings_text(s);
  CHECK(text.size() <= kMaxSettingsBytes);
  const auto long_ones = parse_settings(text);
  REQUIRE(long_ones.has_value());
  CHECK_FALSE(long_ones->last_view.empty());
  CHECK(long_ones->devices.size() == kMaxDevices);
}

TEST_CASE("a refusal of settings names the key and what was expected") {
  const auto why = [](const char* text) { return parse_settings(text).error().message; };
  CHECK(why("{\"theme\":\"pink\"}") == "`theme`: expected dark, light or high_contrast");
  CHECK(why("{\"ui_scale\":9}") == "`ui_scale`: expected 0 or 0.5 to 4");
  CHECK(why("{\"sound_percent\":5}") == "`sound_percent`: expected 10 to 100");
  CHECK(why("{\"what\":1}") == "`what`: expected a known key, once");
  CHECK(why("{\"left_handed\":[]}") == "`left_handed`: expected no list");
  CHECK(why("{\"a").starts_with("not JSON at byte "));
}
