#include "engine/core/moment.h"
#include "trainer/store/event_codec.h"
#include "trainer/store/header_codec.h"

#include <doctest/doctest.h>

#include "drawn_events.h"
#include "trainer/store/limits.h"

using engine::core::AttemptTime;
using engine::core::Span;

using namespace trainer::store;
using namespace store_test;
using engine::sim::Event;
using engine::sim::NeedleMoved;
using trainer::runner::Finished;

namespace {

Bytes drawn_bytes(Draws& draws, std::size_t size) {
  Bytes bytes(size);
  for (auto& b : bytes) b = static_cast<std::uint8_t>(draws.often() ? draws.below(24) : draws.below(256));
  return bytes;
}

std::vector<AttemptEvent> pen_stroke(std::size_t count) {
  Draws draws(5);
  std::vector<AttemptEvent> events;
  engine::sim::NeedleSample s{.t_us = AttemptTime{1'000'000},
                              .at = {30'000, 20'000},
                              .pressure = 4000,
                              .tilt = engine::sim::Tilt{120, -40},
                              .contact = true};
  for (std::size_t i = 0; i < count; ++i) {
    s.t_us += Span{draws.within(4'800, 5'200)};
    s.at.u_um += static_cast<std::int32_t>(draws.within(-30, 60));
    s.at.v_um += static_cast<std::int32_t>(draws.within(-40, 40));
    s.pressure = static_cast<std::uint16_t>(*s.pressure + draws.below(80) - 40);
    s.tilt->x_ddeg = static_cast<std::int16_t>(s.tilt->x_ddeg + draws.within(-3, 3));
    events.emplace_back(Event{NeedleMoved{s}});
  }
  return events;
}

}  // namespace

TEST_CASE("what is encoded decodes to the same events") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const auto events = drawn_events(seed, 1 + seed % 97);
    const auto decoded = decode_events(encode_events(events));
    REQUIRE(decoded.has_value());
    REQUIRE(*decoded == events);
  }
}

TEST_CASE("the ends of every range survive") {
  const auto low = INT32_MIN;
  const auto high = INT32_MAX;
  std::vector<AttemptEvent> events = {
      moved(AttemptTime{0}, low, high, true), moved(AttemptTime{kMaxTimeUs}, high, low, false),
      moved(AttemptTime{0}, 0, 0, true), Finished{AttemptTime{kMaxTimeUs}, 10'000, std::string(64, 'f')}};
  const auto decoded = decode_events(encode_events(events));
  REQUIRE(decoded.has_value());
  CHECK(*decoded == events);
}

TEST_CASE("a pen sample with pressure and tilt takes less than nine bytes") {
  const auto events = pen_stroke(20);  // a block of 100 ms at 200 Hz
  CHECK(encode_events(events).size() < 20 * 9);
}

TEST_CASE("any bytes give events within their ranges or an error") {
  Draws draws(11);
  int decoded = 0;
  for (int round = 0; round < 20'000; ++round) {
    const auto events = decode_events(drawn_bytes(draws, draws.below(64)));
    if (!events) continue;
    ++decoded;
    for (const auto& event : *events) REQUIRE_FALSE(range_fault(event).has_value());
    REQUIRE(decode_events(encode_events(*events)).value() == *events);
  }
  CHECK(decoded > 10);
}

TEST_CASE("changed bytes of a real block never decode to something out of range") {
  Draws draws(12);
  const Bytes block = encode_events(drawn_events(3, 60));
  for (int round = 0; round < 20'000; ++round) {
    Bytes changed = block;
    for (std::uint64_t n = draws.below(4); n < 5; ++n)
      changed[draws.below(changed.size())] = static_cast<std::uint8_t>(draws.below(256));
    changed.resize(changed.size() - draws.below(3) * draws.below(20));
    const auto events = decode_events(changed);
    if (!events) continue;
    for (const auto& event : *events) REQUIRE_FALSE(range_fault(event).has_value());
  }
}

TEST_CASE("a block cut anywhere is an error or the events before the cut") {
  const auto events = drawn_events(8, 40);
  const Bytes block = encode_events(events);
  for (std::size_t size = 0; size < block.size(); ++size) {
    const auto decoded = decode_events(ByteView(block).first(size));
    if (!decoded) continue;
    REQUIRE(decoded->size() < events.size());
    REQUIRE(std::equal(decoded->begin(), decoded->end(), events.begin()));
  }
}

TEST_CASE("a claim of many events in few bytes is refused before anything is allocated") {
  ByteWriter out;
  out.byte(1);  // a needle run
  out.byte(0);
  out.varint(kMaxBlockEvents);
  out.raw(Bytes(30, 0));
  CHECK_FALSE(decode_events(out.release()).has_value());

  ByteWriter hairline;
  hairline.byte(19);
  hairline.byte(0);
  hairline.varint(~std::uint64_t{0});
  CHECK_FALSE(decode_events(hairline.release()).has_value());
}

TEST_CASE("numbers have one form only") {
  for (const Bytes& bytes :
       {Bytes{0x80, 0x00}, Bytes{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02},
        Bytes(11, 0x80)}) {
    ByteReader in(bytes);
    in.varint();
    CHECK_FALSE(in.ok());
  }
  for (const std::int64_t value :
       {INT64_MIN, std::int64_t{-1}, std::int64_t{0}, std::int64_t{1}, INT64_MAX}) {
    ByteWriter out;
    out.zigzag(value);
    const Bytes bytes = out.release();
    ByteReader in(bytes);
    CHECK(in.zigzag() == value);
    CHECK(in.ok());
    CHECK(in.remaining() == 0);
  }
}

TEST_CASE("limits hold at the limit and not one beyond") {
  using trainer::runner::CueUsed;
  using trainer::runner::HairlineDrawn;
  CHECK_FALSE(range_fault(CueUsed{AttemptTime{0}, std::string(kMaxCue, 'x')}));
  CHECK(range_fault(CueUsed{AttemptTime{0}, std::string(kMaxCue + 1, 'x')}));
  CHECK_FALSE(range_fault(
      HairlineDrawn{AttemptTime{0}, std::vector<engine::scalp::CanvasPoint>(kMaxHairlinePoints)}));
  CHECK(range_fault(
      HairlineDrawn{AttemptTime{0}, std::vector<engine::scalp::CanvasPoint>(kMaxHairlinePoints + 1)}));
  CHECK(range_fault(moved(AttemptTime{-1}, 0, 0, true)));
  CHECK(range_fault(moved(AttemptTime{kMaxTimeUs + 1}, 0, 0, true)));
  Event pressed =
      NeedleMoved{{.t_us = AttemptTime{0}, .at = {}, .pressure = 8193, .tilt = {}, .contact = true}};
  CHECK(range_fault(pressed));

  // Written past the writer's own check, the reader still refuses it.
  CHECK_FALSE(decode_events(
      encode_events(std::vector<AttemptEvent>{CueUsed{AttemptTime{0}, std::string(kMaxCue + 1, 'x')}})));
  CHECK_FALSE(decode_events(encode_events(std::vector<AttemptEvent>{pressed})));
  const std::vector<AttemptEvent> full(kMaxBlockEvents, moved(AttemptTime{5}, 1, 1, true));
  CHECK(decode_events(encode_events(full)).value() == full);
}

TEST_CASE("events are cut into blocks that fit a frame, the claim alone") {
  auto events = drawn_events(4, 3000);
  for (int i = 0; i < 20; ++i) {
    trainer::runner::HairlineDrawn drawn{AttemptTime{1000 + i}, {}};
    for (std::size_t p = 0; p < kMaxHairlinePoints; ++p)
      drawn.points.push_back({p % 2 ? INT32_MAX : INT32_MIN, 0});
    events.emplace_back(drawn);
  }
  events.emplace_back(Finished{AttemptTime{9}, 8123, "ab"});
  std::span<const AttemptEvent> rest = events;
  std::size_t total = 0;
  while (!rest.empty()) {
    const std::size_t count = next_block(rest);
    REQUIRE(count >= 1);
    REQUIRE(count <= kMaxBlockEvents);
    REQUIRE(encode_events(rest.first(count)).size() <= kMaxPayloadBytes / 4);
    if (count == rest.size()) CHECK(count == 1);
    rest = rest.subspan(count);
    total += count;
  }
  CHECK(total == events.size());
}

TEST_CASE("a header decodes to itself, and no cut or extended one does") {
  RecordHeader header = header_of(lesson_bytes(100));
  for (const bool branched : {false, true}) {
    if (branched) header.branch = Branch{engine::core::blake2b(std::string_view("parent")), 41};
    const Bytes payload = encode_header(header);
    CHECK(decode_header(payload).value() == header);
    for (std::size_t size = 0; size < payload.size(); ++size)
      CHECK_FALSE(decode_header(ByteView(payload).first(size)));
    Bytes longer = payload;
    longer.push_back(0);
    CHECK_FALSE(decode_header(longer));
  }
}

TEST_CASE(
    "a calibration as it was written before devices were checked still reads, and what it lacked changes "
    "nothing") {
  // Tag 5, time 7 after 0, then least pressure 100, curve 700, press time 1200, offset -20: each zig-zag.
  ByteWriter out;
  out.byte(5);
  for (const std::int64_t value : {7, 100, 700, 1200, -20}) out.zigzag(value);
  const auto events = decode_events(out.release());
  REQUIRE(events.has_value());
  REQUIRE(events->size() == 1);
  const engine::sim::Calibrated expected{.t_us = AttemptTime{7},
                                         .minimum_pressure = 100,
                                         .curve_gamma_permille = 700,
                                         .press_time_permille = 1200,
                                         .depth_offset_permille = -20};
  CHECK(std::get<engine::sim::Calibrated>(std::get<Event>(events->front())) == expected);
}
