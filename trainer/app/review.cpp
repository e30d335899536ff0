#include "trainer/app/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "trainer/assessment/score_json.h"

namespace trainer::app {

namespace {

nlohmann::json points(std::optional<int> hundredths) {
  return hundredths ? nlohmann::json(*hundredths / 100.0) : nlohmann::json(nullptr);
}

}  // namespace

Review::Review(const Sitting& sitting, bool watching)
    : sitting_(&sitting),
      assessment_(runner::assess(sitting.attempt())),
      view_(ui::make_debrief_view(sitting.attempt(), assessment_, watching)),
      shown_(runner::begin(sitting.attempt().site)) {
  seek(view_.end_us);
}

const assessment::LedgerLine* Review::chosen() const {
  const auto lines = assessment_.listed();
  const auto i = static_cast<std::size_t>(panel_.chosen);
  return panel_.chosen >= 0 && i < lines.size() ? lines[i].line : nullptr;
}

void Review::choose(int line) {
  panel_.chosen = line;
  panel_.clip.reset();
  if (const auto* l = chosen(); l != nullptr && l->to_us.us > 0) {
    panel_.clip = {l->from_us, l->to_us};
    seek(l->to_us);
  } else if (line < 0) {
    seek(view_.end_us);
  }
}

void Review::seek(engine::core::AttemptTime t_us) {
  t_us = std::clamp(t_us, engine::core::AttemptTime{}, view_.end_us);
  if (next_ > 0 && t_us < panel_.playhead_us) {
    shown_ = runner::begin(sitting_->attempt().site);
    next_ = 0;
  }
  const auto& events = sitting_->events();
  while (next_ < events.size() && runner::time_us(events[next_]) <= t_us)
    runner::apply(shown_, events[next_++]);
  panel_.playhead_us = t_us;
}

void Review::step_dot(int by) {
  panel_.playing = false;
  const auto& dots = sitting_->attempt().skin.dots;
  engine::core::AttemptTime best = by > 0 ? view_.end_us : engine::core::AttemptTime{};
  for (const auto& dot : dots) {
    if (by > 0 && dot.closed_us > panel_.playhead_us) best = std::min(best, dot.closed_us);
    if (by < 0 && dot.closed_us < panel_.playhead_us) best = std::max(best, dot.closed_us);
  }
  seek(best);
}

void Review::toggle_play() {
  panel_.playing = !panel_.playing;
  if (panel_.playing && panel_.playhead_us >= view_.end_us) seek({});
}

void Review::tick(engine::core::Span elapsed_us) {
  if (!panel_.playing) return;
  seek(panel_.playhead_us +
       engine::core::Span{static_cast<std::int64_t>(static_cast<double>(elapsed_us.us) * panel_.speed)});
  if (panel_.playhead_us >= view_.end_us) panel_.playing = false;
}

std::string Review::result_line() const {
  const auto& attempt = sitting_->attempt();
  std::optional<int> live;
  if (attempt.finished && attempt.finished->total_hundredths >= 0) live = attempt.finished->total_hundredths;
  return nlohmann::json{
      {"live_total", points(live)},
      {"debrief_total", points(assessment_.total)},
      {"digest", assessment::score_digest(*attempt.site, sitting_->package().hash, assessment_)},
      {"record", sitting_->record()}}
      .dump();
}

}  // namespace trainer::app
