#include "trainer/library/attempt_list.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "trainer/library/open.h"
#include "trainer/runner/progress.h"
#include "trainer/store/salvage.h"

namespace trainer::library {

namespace {

std::optional<store::Standing> folded_standing(const std::string& path) {
  const auto open = open_record(path);
  if (!open) return std::nullopt;
  return standing_of(runner::fold(open->site, open->record.events));
}

// Work that was broken off, in a file of which only a part is good: that much can be gone on with.
std::optional<store::RecordGlance> damaged_work(const std::string& path) {
  auto good = store::good_part(path);
  if (!good) return std::nullopt;
  store::RecordGlance glance{.path = path,
                             .lesson_id = good->header.lesson_id,
                             .began_s = store::began_s(good->events),
                             .to_us = good->valid_to_us,
                             .changed_s = store::changed_s(path)};
  auto open = unpack_record(std::move(*good), path);
  if (!open) return std::nullopt;
  glance.standing = standing_of(runner::fold(open->site, open->record.events));
  return glance;
}

// Why a record that somebody left open has nothing to show: its log is not there, or not its own.
std::optional<std::string> what_is_missing(const std::string& path) {
  if (!store::left_open(path)) return std::nullopt;
  const auto found = store::verify_record(path);
  if (!found) return store::in_use(path) ? std::nullopt : std::optional(found.error().message);
  if (found->intact || found->valid_to_us.us > 0) return std::nullopt;
  return found->reason;
}

// A stick tells even seconds only.
constexpr std::int64_t kClockGrainS = 2;

// The same attempt, which went further there. What was written here since went on in a way of its own.
bool overtakes(const store::RecordGlance& fuller, const store::RecordGlance& stump) {
  const bool same = stump.began_s.s > 0 && fuller.began_s == stump.began_s &&
                    fuller.lesson_id == stump.lesson_id && fuller.path != stump.path;
  const bool further = fuller.to_us > stump.to_us || (fuller.finished && fuller.to_us == stump.to_us);
  return same && !stump.finished && further && fuller.changed_s.s + kClockGrainS >= stump.changed_s.s;
}

}  // namespace

store::Standing standing_of(const runner::Attempt& attempt) {
  const auto progress = runner::progress(attempt);
  const auto answers = std::count_if(attempt.answers.begin(), attempt.answers.end(),
                                     [](const auto& answer) { return answer.has_value(); });
  return {.lesson_title = attempt.site->lesson().title,
          .dots = progress.placed + progress.outside,
          .answers = static_cast<int>(answers),
          .line_drawn = !attempt.drawn_hairline.empty()};
}

AttemptIndex::Seen AttemptIndex::look_at(const std::string& path, Stamp stamp) {
  ++opened_;
  Seen seen{.stamp = std::move(stamp)};
  // Asked first: a mere look lays an empty log in the place of the one that is missing.
  if (auto missing = what_is_missing(path)) {
    seen.why = *std::move(missing);
    return seen;
  }
  auto glance = store::glance(path);
  if (!glance) {
    seen.glance = damaged_work(path);
    if (!seen.glance && !store::in_use(path)) seen.why = glance.error().message;
    return seen;
  }
  // Where no time has passed nothing was done.
  if (!glance->finished && !glance->standing && glance->to_us.us > 0) {
    ++folded_;
    glance->standing = folded_standing(path);
    if (auto damaged = glance->standing ? std::nullopt : damaged_work(path)) *glance = std::move(*damaged);
  }
  // What is offered to be gone on with is called safe: the whole of it is looked at.
  else if (!glance->finished && glance->standing && !untouched(*glance->standing))
    if (auto damaged = damaged_work(path)) *glance = std::move(*damaged);
  seen.glance = std::move(*glance);
  return seen;
}

const std::vector<store::RecordGlance>& AttemptIndex::refresh() {
  std::map<std::string, Seen> now;
  attempts_.clear();
  unread_.clear();
  for (const std::string& path : store::records_in(folder_)) {
    // Before it is looked at: what is written meanwhile is looked at again the next time.
    Stamp stamp = stamp_of_record(path);
    const auto before = seen_.find(path);
    const bool same = before != seen_.end() && before->second.stamp == stamp;
    const Seen& seen = now[path] = same ? std::move(before->second) : look_at(path, std::move(stamp));
    if (seen.glance) attempts_.push_back(*seen.glance);
    if (!seen.why.empty()) unread_.push_back({path, seen.why});
  }
  seen_ = std::move(now);
  std::stable_sort(attempts_.begin(), attempts_.end(),
                   [](const auto& a, const auto& b) { return a.changed_s > b.changed_s; });
  return attempts_;
}

std::vector<store::RecordGlance> without_overtaken(std::vector<store::RecordGlance> attempts) {
  std::vector<store::RecordGlance> left;
  std::copy_if(attempts.begin(), attempts.end(), std::back_inserter(left), [&](const auto& attempt) {
    return std::none_of(attempts.begin(), attempts.end(),
                        [&](const auto& other) { return overtakes(other, attempt); });
  });
  return left;
}

std::optional<store::RecordGlance> to_go_on_with(const std::vector<store::RecordGlance>& attempts,
                                                 const std::string& lesson_id) {
  const auto found = std::find_if(attempts.begin(), attempts.end(), [&](const auto& attempt) {
    return !attempt.finished && (lesson_id.empty() || attempt.lesson_id == lesson_id) && attempt.standing &&
           !untouched(*attempt.standing);
  });
  return found == attempts.end() ? std::nullopt : std::optional(*found);
}

std::optional<int> best_total(const std::vector<store::RecordGlance>& attempts,
                              const std::string& lesson_id) {
  std::optional<int> best;
  for (const auto& attempt : attempts)
    if (attempt.finished && attempt.lesson_id == lesson_id && attempt.total_hundredths)
      best = std::max(best.value_or(0), *attempt.total_hundredths);
  return best;
}

}  // namespace trainer::library
