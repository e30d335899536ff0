#include "trainer/app/testimony.h"
#include "engine/core/moment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

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

namespace {

std::string_view kind_of(const std::optional<ui::SavingFacts>& facts) {
  if (!facts) return "well";
  switch (facts->kind) {
    case ui::SavingFacts::Kind::Slow:
      return "slow";
    case ui::SavingFacts::Kind::Failed:
      return "failed";
    case ui::SavingFacts::Kind::Practice:
      return "practice";
    case ui::SavingFacts::Kind::Moving:
      return "moving";
  }
  return "";
}

}  // namespace

std::optional<std::string> Testimony::saving(const Saving& saving) {
  std::size_t dots = 0, saved = 0;
  std::int64_t waits_ms = 0;
  std::string attempts;
  for (const auto& recording : saving.recordings()) {
    const Saved now = recording->saved();
    dots += now.dots;
    saved += now.dots_saved;
    waits_ms = std::max<std::int64_t>(waits_ms, now.kept.waits.count());
    attempts += fmt::format(R"({}{{"id": {}, "path": "{}", "dots": {}, "saved": {}, "given_up": {}}})",
                            attempts.empty() ? "" : ", ", reinterpret_cast<std::uintptr_t>(recording.get()),
                            now.kept.path, now.dots, now.dots_saved, now.kept.given_up || now.practice);
  }
  const auto facts = saving.facts();
  const std::string line =
      fmt::format(R"("dots": {}, "saved": {}, "kind": "{}", "places": {}, "attempts": [{}])", dots, saved,
                  kind_of(facts), saving.places().size(), attempts);
  if (line == told_of_saving_) return std::nullopt;
  told_of_saving_ = line;
  return fmt::format(R"({{"saving": {{"waits_ms": {}, {}}}}})", waits_ms, line);
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
