#include "trainer/app/saving.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "trainer/app/saving_places.h"
#include "trainer/words/counts.h"

namespace trainer::app {

using std::chrono::milliseconds;
using Kind = ui::SavingFacts::Kind;

namespace {

// Nothing: it is on its way, as always.
std::optional<Kind> kind_of(const Saved& saved) {
  if (!in_danger(saved)) return std::nullopt;
  if (saved.kept.trouble && saved.kept.opening) return Kind::Moving;
  if (saved.kept.trouble) return saved.practice ? Kind::Practice : Kind::Failed;
  return Kind::Slow;
}

}  // namespace

void Saving::watch(std::shared_ptr<Recording> recording) {
  recordings_.push_back(std::move(recording));
}

Saving::Changed Saving::follow() {
  const auto gone = std::erase_if(recordings_, [](const auto& r) {
    const Saved saved = r->saved();
    const bool left = r.use_count() == 1;  // no screen shows it any more
    return saved.kept.closed || (left && (saved.kept.given_up || saved.practice));
  });
  follow_moved();
  std::uint64_t acknowledged = 0;
  for (const auto& r : recordings_) acknowledged += r->saved().kept.acknowledged;
  auto now = facts();
  if (now && !told_) let_go_ = false;  // of a trouble that is over
  Changed changed{.said = now != told_ || (told_ && acknowledged != acknowledged_), .closed = gone > 0};
  told_ = std::move(now);
  acknowledged_ = acknowledged;
  if (looking_.valid() && looking_.wait_for(milliseconds(0)) == std::future_status::ready) {
    places_ = looking_.get();
    changed.said = true;
  }
  return changed;
}

bool Saving::at_rest() const {
  return std::all_of(recordings_.begin(), recordings_.end(), [](const auto& r) {
    const auto kept = r->saved().kept;
    if (kept.trouble || kept.given_up) return !kept.opening;
    return kept.safe() && (r->writes() || kept.closed);
  });
}

std::optional<ui::SavingFacts> Saving::facts() const {
  return facts_of(recordings_);
}

std::optional<ui::SavingFacts> Saving::facts_of_beginning() const {
  const auto asked = asked_.lock();
  if (asked == nullptr) return std::nullopt;
  return facts_of({&asked, 1});
}

std::optional<ui::SavingFacts> Saving::facts_of(std::span<const std::shared_ptr<Recording>> recordings) {
  std::optional<ui::SavingFacts> found;
  const auto rank = [](Kind kind) { return kind == Kind::Failed ? 2 : kind == Kind::Slow ? 1 : 0; };
  for (const auto& r : recordings) {
    const Saved saved = r->saved();
    const auto kind = kind_of(saved);
    if (!kind) continue;
    if (!found || rank(*kind) > rank(found->kind)) {
      auto before = found.value_or(ui::SavingFacts{});
      found = ui::SavingFacts{.kind = *kind, .dots = before.dots, .dots_saved = before.dots_saved};
      found->why = saved.kept.trouble ? saved.kept.trouble->message : std::string();
      found->path = saved.kept.path;
    }
    found->waits_s = std::max(found->waits_s, static_cast<int>(saved.kept.waits.count() / 1000));
    found->dots += saved.dots;
    found->dots_saved += saved.dots_saved;
  }
  // Once something has failed the time adds nothing to what is said.
  if (found && found->kind != Kind::Slow) found->waits_s = 0;
  return found;
}

bool Saving::may_end() const {
  return std::none_of(recordings_.begin(), recordings_.end(),
                      [](const auto& r) { return at_risk(r->saved()); });
}

bool Saving::cannot_begin() {
  if (recordings_.empty()) return false;
  const auto& latest = recordings_.back();
  const Saved saved = latest->saved();
  if (asked_.lock() == latest || !saved.kept.trouble || saved.kept.acknowledged > 0 || !latest->writes() ||
      latest->begun())
    return false;
  asked_ = latest;
  return true;
}

void Saving::keep_in(const std::string& folder) {
  for (const auto& r : recordings_) {
    if (!at_risk(r->saved())) continue;
    r->keep_in(folder);
    std::erase_if(moved_, [&](const Moved& moved) { return moved.what.lock() == r; });
    moved_.push_back({r});
  }
}

void Saving::follow_moved() {
  std::erase_if(moved_, [this](Moved& moved) {
    const auto recording = moved.what.lock();
    if (recording == nullptr) return true;
    const auto kept = recording->saved().kept;
    if (kept.opening) return false;
    const bool lost = moved.well && kept.trouble && !kept.given_up;
    moved.well = !kept.trouble;
    lost_place_ = lost_place_ || lost;
    return lost || kept.closed;
  });
}

bool Saving::lost_place() {
  const auto now = facts();
  return std::exchange(lost_place_, false) && now && now->kind == Kind::Failed;
}

void Saving::practise() {
  const auto asked = asked_.lock();
  if (asked == nullptr || !asked->saved().kept.trouble) return;
  asked->practise();
  let_go_ = true;
}

void Saving::give_up_beginning() {
  const auto asked = asked_.lock();
  if (asked == nullptr || !at_risk(asked->saved())) return;
  asked->give_up();
  let_go_ = true;
}

void Saving::risk() {
  for (const auto& r : recordings_)
    if (at_risk(r->saved())) r->risk();
}

void Saving::give_up() {
  let_go_ = true;
  for (const auto& r : recordings_)
    if (at_risk(r->saved())) r->give_up();
}

void Saving::look_for_places() {
  if (!looking_.valid()) looking_ = std::async(std::launch::async, saving_places);
}

std::shared_ptr<Recording> Saving::of(const std::string& path) const {
  const auto found = std::find_if(recordings_.begin(), recordings_.end(),
                                  [&](const auto& r) { return r->saved().kept.path == path; });
  return found == recordings_.end() ? nullptr : *found;
}

std::vector<std::string> Saving::folders() const {
  std::vector<std::string> folders;
  for (const auto& r : recordings_)
    if (const auto kept = r->saved().kept; kept.acknowledged > 0)
      folders.push_back(std::filesystem::path(kept.path).parent_path().string());
  return folders;
}

std::vector<std::string> Saving::where() const {
  std::vector<std::string> lines;
  for (const auto& r : recordings_) {
    const Saved saved = r->saved();
    lines.push_back(words::saved_where(saved.dots_saved, saved.dots, r->title(), saved.kept.path));
    if (saved.dots > saved.dots_saved) lines.back() += " " + words::dots_lost(saved.dots - saved.dots_saved);
  }
  return lines;
}

void Saving::wait() const {
  for (const auto& r : recordings_) r->wait();
}

}  // namespace trainer::app
