#include "trainer/app/recording.h"

#include <algorithm>

namespace trainer::app {

using runner::Attempt;
using runner::AttemptEvent;

namespace {

bool has_open_dot(const Attempt& attempt) {
  return attempt.skin.contact && attempt.skin.contact->has_open_dot;
}

std::size_t withdrawn(const Attempt& attempt) {
  const auto& dots = attempt.skin.dots;
  return static_cast<std::size_t>(
      std::count_if(dots.begin(), dots.end(), [](const auto& dot) { return dot.withdrawn; }));
}

}  // namespace

void DotsByEvent::begin(const Attempt& attempt, std::size_t events) {
  marks_.clear();
  seen_ = 0;
  follow(attempt, events);
}

// Samples come by the thousand: only what may have changed is counted again.
void DotsByEvent::follow(const Attempt& after, std::size_t events) {
  const bool open = has_open_dot(after);
  const std::size_t all = after.skin.dots.size(), undone = after.skin.undone.size();
  if (!marks_.empty() && all == seen_ && undone == undone_ && open == open_) return;
  if (marks_.empty() || undone != undone_) withdrawn_ = withdrawn(after);
  seen_ = all;
  undone_ = undone;
  open_ = open;
  marks_.emplace_back(events, all - withdrawn_ - (open ? 1 : 0));
}

std::size_t DotsByEvent::after(std::uint64_t events) const {
  const auto next = std::upper_bound(marks_.begin(), marks_.end(), events,
                                     [](std::uint64_t n, const auto& mark) { return n < mark.first; });
  return next == marks_.begin() ? 0 : std::prev(next)->second;
}

bool at_risk(const Saved& saved) {
  return !saved.kept.closed && !saved.kept.given_up && !saved.kept.safe();
}

bool in_danger(const Saved& saved) {
  constexpr std::chrono::milliseconds kPatience{1000};
  return at_risk(saved) && (saved.kept.trouble || saved.kept.waits >= kPatience);
}

void Recording::begin(std::vector<AttemptEvent> events, const Attempt& after) {
  events_ = std::move(events);
  dots_.begin(after, events_.size());
}

void Recording::keep(std::shared_ptr<store::Keeper> keeper, std::string title) {
  keeper_ = std::move(keeper);
  title_ = std::move(title);
}

void Recording::add(AttemptEvent event, const Attempt& after) {
  if (writes())
    if (auto written = keeper_->append(event); !written) refused_ = written.error().message;
  events_.push_back(std::move(event));
  dots_.follow(after, events_.size());
}

bool Recording::begun() const {
  return std::any_of(events_.begin(), events_.end(), [](const AttemptEvent& event) {
    if (const auto* of_sim = std::get_if<engine::sim::Event>(&event)) {
      const auto* moved = std::get_if<engine::sim::NeedleMoved>(of_sim);
      return moved != nullptr && moved->sample.contact;
    }
    return std::holds_alternative<runner::Answered>(event) ||
           std::holds_alternative<runner::HairlineDrawn>(event);
  });
}

void Recording::close(store::Standing standing) {
  if (!writes()) return;
  closed_ = true;
  keeper_->close(std::move(standing));
}

Saved Recording::saved() const {
  Saved saved{.dots = dots_.now(), .practice = practice_};
  if (keeper_ == nullptr) {
    saved.dots_saved = saved.dots;
    saved.kept.closed = true;
    return saved;
  }
  saved.kept = keeper_->kept();
  saved.dots_saved = std::min(saved.dots, dots_.after(saved.kept.acknowledged));
  return saved;
}

void Recording::keep_in(const std::string& folder) const {
  if (keeper_ != nullptr) keeper_->keep_in(folder, events_);
}

void Recording::give_up() const {
  if (keeper_ != nullptr) keeper_->give_up();
}

void Recording::wait() const {
  if (keeper_ != nullptr) keeper_->wait();
}

}  // namespace trainer::app
