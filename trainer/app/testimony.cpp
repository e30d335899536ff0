#include "trainer/app/testimony.h"
#include "engine/core/moment.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>

#include "trainer/store/event_codec.h"

namespace trainer::app {

namespace platform = engine::platform;

void tell(const std::string& line) {
  std::puts(line.c_str());
  std::fflush(stdout);
}

void Testimony::seen(const platform::PointerSample& sample) {
  if (sample.echo) return;
  x_ = static_cast<int>(std::floor(sample.at.x));
  y_ = static_cast<int>(std::floor(sample.at.y));
}

void Testimony::remember(const platform::InputEvent& event) {
  if (const auto* e = std::get_if<platform::PointerMoved>(&event)) seen(e->sample);
  if (const auto* e = std::get_if<platform::PointerPressed>(&event)) seen(e->sample);
  if (const auto* e = std::get_if<platform::PointerReleased>(&event)) {
    seen(e->sample);
    if (!e->sample.echo) ++releases_;
  }
  if (const auto* e = std::get_if<platform::KeyChanged>(&event); e != nullptr && !e->down) ++keys_;
}

std::optional<std::string> Testimony::now(const std::string& screen, int width, int height, bool rest) {
  std::string line = fmt::format(
      R"({{"now": {{"screen": "{}", "size": [{}, {}], "at": [{}, {}], "releases": {}, "keys": {}, )"
      R"("rest": {}}}}})",
      screen, width, height, x_, y_, releases_, keys_, rest);
  if (line == told_) return std::nullopt;
  told_ = line;
  return line;
}

std::string SavedCount::add(std::span<const runner::AttemptEvent> committed) {
  for (const auto& event : committed) {
    const auto* of_sim = std::get_if<engine::sim::Event>(&event);
    if (of_sim == nullptr) continue;
    const auto* moved = std::get_if<engine::sim::NeedleMoved>(of_sim);
    const bool interrupted = std::holds_alternative<engine::sim::ContactInterrupted>(*of_sim);
    if (moved == nullptr && !interrupted) continue;
    const bool contact = moved != nullptr && moved->sample.contact;
    if (contact_ && !contact) ++lifts_;
    contact_ = contact;
  }
  events_ += committed.size();
  const auto t_us = committed.empty() ? engine::core::AttemptTime{} : store::event_time_us(committed.back());
  return fmt::format(R"({{"saved": {{"events": {}, "lifts": {}, "t_us": {}}}}})", events_, lifts_, t_us.us);
}

store::WriterOptions writing(const Options& options) {
  if (!options.testify) return {};
  return {.saved = [count = SavedCount()](std::span<const runner::AttemptEvent> committed) mutable {
    tell(count.add(committed));
  }};
}

}  // namespace trainer::app
