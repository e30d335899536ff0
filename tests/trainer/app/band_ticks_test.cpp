#include "trainer/app/band_ticks.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using engine::core::AttemptTime;
using engine::core::Span;
using engine::core::SteadyTime;

using namespace trainer::app;
using engine::platform::VoiceDesk;
using engine::platform::VoicePlayer;
using engine::sim::State;
using engine::skin::DepthState;
using engine::skin::kDepthBand;

namespace {

constexpr int kRate = 48'000, kBlock = 480;  // 10 ms

const engine::scalp::Canvas& pad() {
  static const engine::scalp::Canvas canvas{engine::scalp::Pad{}};
  return canvas;
}

// A needle in the skin of a pad, its dot open.
void move(State& skin, AttemptTime t_us, std::optional<std::uint16_t> pressure = {}) {
  engine::sim::apply(
      skin,
      engine::sim::NeedleMoved{{.t_us = t_us, .at = {30'000, 30'000}, .pressure = pressure, .contact = true}},
      pad());
}

State pressing() {
  State skin;
  move(skin, {});
  return skin;
}

// A hand and a sound device whose clocks are fed: a press, turns of the window's loop and blocks of sound.
struct Room {
  VoiceDesk desk;
  VoicePlayer player{desk, kRate};
  BandTicks ticks;
  std::vector<float> heard;
  SteadyTime now_us{1'000'000};

  Room() { desk.set({.volume = 1.0F}); }
  void block() {
    std::vector<float> out(kBlock);
    player.play(now_us, out);
    heard.insert(heard.end(), out.begin(), out.end());
    now_us += Span{10'000};
  }
  // The loop turns every `turn_us`, the sound goes on meanwhile.
  void press(const State& skin, Span hold_us, Span turn_us = Span{10'000},
             const engine::skin::Band& band = kDepthBand) {
    const SteadyTime down_us = now_us;
    SteadyTime turned_us = now_us - turn_us;
    while (now_us - down_us < hold_us) {
      if (now_us - turned_us >= turn_us) {
        ticks.follow(skin, band, down_us, now_us, desk);
        turned_us = now_us;
      }
      block();
    }
    ticks.lift(desk);
    for (int i = 0; i < 20; ++i) block();
  }
  // Where something begins to sound after 20 ms of silence, ms.
  [[nodiscard]] std::vector<double> bursts() const {
    std::vector<double> starts;
    std::size_t last = 0;
    bool any = false;
    for (std::size_t i = 0; i < heard.size(); ++i) {
      if (std::abs(heard[i]) <= 1e-3F) continue;
      if (!any || i - last > kRate / 50) starts.push_back(1000.0 * static_cast<double>(i) / kRate);
      last = i;
      any = true;
    }
    return starts;
  }
};

}  // namespace

TEST_CASE("a long press ticks where the band begins and where it ends, to the millisecond") {
  for (const Span turn_us : {Span{10'000}, Span{50'000}}) {
    Room room;
    room.press(pressing(), Span{700'000}, turn_us);
    const auto starts = room.bursts();
    REQUIRE(starts.size() == 2);
    CHECK(std::abs(starts[0] - 60.0) < 1.5);
    CHECK(std::abs(starts[1] - starts[0] - 200.0) < 1.0);
  }
}

TEST_CASE("the second tick sounds where the band that is asked there ends") {
  Room room;
  const engine::skin::Band narrow{0.38, 0.68};
  room.press(pressing(), Span{700'000}, Span{10'000}, narrow);
  const auto starts = room.bursts();
  REQUIRE(starts.size() == 2);
  const auto end_us = *trainer::canvas::band_times(pressing(), narrow).end_us;
  CHECK(end_us < *trainer::canvas::band_times(pressing(), kDepthBand).end_us - Span{10'000});
  CHECK(std::abs(starts[1] - starts[0] + 60.0 - static_cast<double>(end_us.us) / 1000.0) < 1.5);
}

TEST_CASE("a press that is lifted before the band ticks not at all, one within it once") {
  Room room;
  room.press(pressing(), Span{40'000});
  CHECK(room.bursts().empty());
  room.press(pressing(), Span{150'000});
  CHECK(room.bursts().size() == 1);
}

TEST_CASE("every press has its own ticks") {
  Room room;
  for (int i = 0; i < 3; ++i) room.press(pressing(), Span{400'000});
  CHECK(room.bursts().size() == 6);
}

TEST_CASE("a pen ticks when its depth is there, however long it took") {
  Room room;
  State skin;
  std::vector<double> entered_ms;  // when the pressure has brought the dot into the band, and out of it
  auto last = DepthState::Epidermal;
  for (int turn = 0; turn < 8; ++turn) {
    move(skin, AttemptTime{turn * 100'000}, static_cast<std::uint16_t>(800 + 900 * turn));
    const auto now = depth_state(skin.dots.back(), kDepthBand);
    for (const auto edge : {DepthState::Target, DepthState::Deep})
      if (last < edge && now >= edge) entered_ms.push_back(100.0 * turn);
    last = now;
    room.ticks.follow(skin, kDepthBand, SteadyTime{1'000'000}, room.now_us, room.desk);
    for (int i = 0; i < 10; ++i) room.block();
  }
  REQUIRE(entered_ms.size() == 2);
  REQUIRE(entered_ms[1] > entered_ms[0]);
  const auto starts = room.bursts();
  REQUIRE(starts.size() == 2);
  CHECK(std::abs(starts[0] - entered_ms[0]) < 12.0);
  CHECK(std::abs(starts[1] - entered_ms[1]) < 12.0);
}

TEST_CASE("lifting twice is lifting once, and takes no tick of the next press") {
  Room room;
  room.ticks.lift(room.desk);
  CHECK_FALSE(room.desk.due(engine::platform::BandEdge::Start));
  room.ticks.follow(pressing(), kDepthBand, room.now_us, room.now_us, room.desk);
  CHECK(room.desk.due(engine::platform::BandEdge::Start) ==
        room.now_us + *trainer::canvas::band_times(pressing(), kDepthBand).start_us);
  room.ticks.lift(room.desk);
  CHECK_FALSE(room.desk.due(engine::platform::BandEdge::Start));
}
