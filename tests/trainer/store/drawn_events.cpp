#include "drawn_events.h"
#include "engine/core/moment.h"

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "engine/core/hash.h"
#include "engine/scalp/client.h"
#include "engine/scoring/criterion.h"

using engine::core::AttemptTime;
using engine::core::Span;
using engine::core::WallTime;

namespace store_test {

using namespace engine::sim;
using namespace trainer::runner;

namespace {

std::string drawn_text(Draws& draws, std::size_t at_most) {
  std::string text(draws.below(at_most + 1), ' ');
  for (char& c : text) c = static_cast<char>(draws.below(256));
  return text;
}

engine::scalp::CanvasPoint drawn_point(Draws& draws) {
  const std::int64_t reach = draws.often() ? 60'000 : INT32_MAX;
  const auto u = static_cast<std::int32_t>(draws.within(-reach, reach));
  const auto v = static_cast<std::int32_t>(draws.within(-reach, reach));
  return {u, v};
}

Event drawn_sample(Draws& draws, AttemptTime t_us) {
  NeedleSample s{.t_us = t_us, .at = drawn_point(draws), .contact = draws.often()};
  if (draws.often()) s.pressure = static_cast<std::uint16_t>(draws.below(8193));
  if (draws.often()) {
    const auto x = static_cast<std::int16_t>(draws.within(-900, 900));
    const auto y = static_cast<std::int16_t>(draws.within(-900, 900));
    s.tilt = Tilt{x, y};
  }
  return NeedleMoved{s};
}

std::int32_t drawn_int(Draws& draws, std::int64_t low, std::int64_t high) {
  return static_cast<std::int32_t>(draws.within(low, high));
}

Event drawn_machine(Draws& draws, AttemptTime t_us) {
  MachineChanged e{.t_us = t_us, .machine = {}};
  e.machine.needle.points = drawn_int(draws, 1, 9);
  e.machine.needle.diameter_um = drawn_int(draws, 180, 350);
  e.machine.needle.taper = static_cast<engine::skin::Taper>(draws.below(3));
  e.machine.rate_mhz = drawn_int(draws, 0, 200'000);
  e.machine.set_um = drawn_int(draws, 500, 3500);
  e.machine.pigment = drawn_text(draws, 32);
  e.machine.dilution_milli = drawn_int(draws, 0, 40'000);
  e.machine.stretch_permille = drawn_int(draws, 0, 1000);
  e.machine.stroke_um = drawn_int(draws, 1500, 4500);
  e.machine.dry = draws.often();
  return e;
}

Event drawn_device(Draws& draws, AttemptTime t_us) {
  DeviceChanged e{.t_us = t_us, .kind = static_cast<DeviceKind>(draws.below(6)), .name = {}};
  e.name = drawn_text(draws, 128);
  e.timed_presses = draws.often();
  return e;
}

Event drawn_calibration(Draws& draws, AttemptTime t_us) {
  Calibrated e{.t_us = t_us};
  e.minimum_pressure = static_cast<std::uint16_t>(draws.below(8193));
  e.curve_gamma_permille = drawn_int(draws, 1, 10'000);
  e.press_time_permille = drawn_int(draws, 700, 1500);
  e.depth_offset_permille = drawn_int(draws, -300, 300);
  e.maximum_pressure = static_cast<std::uint16_t>(1 + draws.below(8192));
  e.upright = {static_cast<std::int16_t>(drawn_int(draws, -450, 450)),
               static_cast<std::int16_t>(drawn_int(draws, -450, 450))};
  return e;
}

HairlineDrawn drawn_hairline(Draws& draws, AttemptTime t_us) {
  HairlineDrawn e{t_us, std::vector<engine::scalp::CanvasPoint>(draws.below(40))};
  for (auto& p : e.points) p = drawn_point(draws);
  return e;
}

}  // namespace

AttemptEvent drawn_event(Draws& draws, AttemptTime t_us) {
  switch (draws.below(24)) {
    case 0:
      return Event{ContactInterrupted{t_us}};
    case 1:
      return drawn_machine(draws, t_us);
    case 2:
      return drawn_device(draws, t_us);
    case 3:
      return drawn_calibration(draws, t_us);
    case 4:
      return Event{ViewScaled{t_us, drawn_int(draws, 0, INT32_MAX)}};
    case 5:
      return Event{Undone{t_us, static_cast<UndoScope>(draws.below(2))}};
    case 6:
      return Event{Redone{t_us}};
    case 7:
      return Event{Healed{t_us, drawn_int(draws, 0, 36'500)}};
    case 8:
      return SittingStarted{t_us, WallTime{draws.within(INT64_MIN / 2, INT64_MAX / 2)}};
    case 9:
      return StepEntered{t_us, drawn_int(draws, 0, INT32_MAX)};
    case 10: {
      const std::int32_t question = drawn_int(draws, 0, 1000);
      return Answered{t_us, question, drawn_int(draws, -1, INT32_MAX)};
    }
    case 11:
      return drawn_hairline(draws, t_us);
    case 12:
      return CueUsed{t_us, drawn_text(draws, 256)};
    default:
      return drawn_sample(draws, t_us);
  }
}

std::vector<AttemptEvent> drawn_events(std::uint64_t seed, std::size_t count) {
  Draws draws(seed);
  std::vector<AttemptEvent> events;
  AttemptTime t_us{};
  for (std::size_t i = 0; i < count; ++i) {
    t_us += Span{static_cast<std::int64_t>(draws.below(draws.often() ? 6'000 : 3'000'000))};
    events.push_back(drawn_event(draws, t_us));
  }
  return events;
}

AttemptEvent moved(AttemptTime t_us, std::int32_t u_um, std::int32_t v_um, bool contact) {
  return Event{
      NeedleMoved{{.t_us = t_us, .at = {u_um, v_um}, .pressure = {}, .tilt = {}, .contact = contact}}};
}

std::vector<AttemptEvent> presses(std::size_t count, AttemptTime from_us) {
  std::vector<AttemptEvent> events;
  for (std::size_t i = 0; i < count; ++i) {
    const auto t_us = from_us + Span{static_cast<std::int64_t>(i) * 300'000};
    const auto u_um = static_cast<std::int32_t>(1000 + 1200 * (i % 40));
    const auto v_um = static_cast<std::int32_t>(1000 + 1200 * (i / 40));
    events.push_back(moved(t_us, u_um, v_um, true));
    events.push_back(moved(t_us + Span{120'000}, u_um, v_um, false));
  }
  return events;
}

std::vector<std::uint8_t> lesson_bytes(std::size_t size) {
  std::vector<std::uint8_t> bytes(size);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>(i * 31 + i / 251);
  return bytes;
}

trainer::store::RecordHeader header_of(const std::vector<std::uint8_t>& lesson) {
  return {.lesson_id = "even-dots",
          .lesson_hash = engine::core::blake2b(lesson),
          .seed = 77,
          .device = DeviceKind::Pen,
          .geometry = engine::scalp::kGeometryVersion,
          .scorer = engine::scoring::kScorerVersion,
          .program_version = "0.1.0",
          .branch = {}};
}

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "smp-store-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::vector<std::uint8_t> file_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void put_file(const std::string& path, const std::vector<std::uint8_t>& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace store_test
