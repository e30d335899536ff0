#include "trainer/app/home_cards.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>

#include "trainer/app/lesson_files.h"
#include "trainer/library/attempt_list.h"
#include "trainer/ui/kit/text.h"
#include "trainer/words/counts.h"
#include "trainer/words/said.h"
#include "trainer/words/saving.h"
#include "trainer/words/say.h"
#include "trainer/words/verdict.h"

namespace trainer::app {

namespace {

constexpr std::size_t kMostListed = 30;

std::string date_words(engine::core::WallTime unix_s) {
  const auto time = static_cast<std::time_t>(unix_s.s);
  std::tm parts{};
  localtime_r(&time, &parts);
  std::array<char, 40> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%d %b %Y, %H:%M", &parts)};
}

std::string title_of(const std::string& lesson_id, const ui::HomeView& view) {
  const auto card = std::find_if(view.lessons.begin(), view.lessons.end(),
                                 [&](const auto& c) { return c.id == lesson_id; });
  return card != view.lessons.end() ? card->title : lesson_id;
}

// Its folder, where that is not the profile's.
std::string elsewhere(const store::RecordGlance& record, const Attempts& attempts) {
  const std::string folder = std::filesystem::path(record.path).parent_path().string();
  return folder == attempts.records_folder() ? std::string() : folder;
}

}  // namespace

std::optional<ui::ContinueCard> continue_card(const Attempts& attempts, const std::string& lesson_id) {
  const auto attempt = library::to_go_on_with(attempts.now(), lesson_id);
  if (!attempt) return std::nullopt;
  const store::Standing& standing = *attempt->standing;
  const std::string dots = standing.dots == 0 && standing.answers > 0
                               ? words::answers_safe(static_cast<std::size_t>(standing.answers))
                               : words::dots_safe(static_cast<std::size_t>(standing.dots));
  const std::string place = elsewhere(*attempt, attempts);
  return ui::ContinueCard{.record = attempt->path,
                          .lesson = standing.lesson_title,
                          .at = ui::clock_text(attempt->to_us),
                          .dots = place.empty() ? dots : words::together({dots, words::lies_in(place)})};
}

void add_earlier_work(const Attempts& attempts, ui::HomeView& view) {
  for (auto& card : view.lessons)
    if (const auto best = library::best_total(attempts.now(), card.id))
      card.best = words::best_claimed(words::points_text(*best));
  for (const auto& record : attempts.now()) {
    const bool opened_and_left = !record.finished && record.to_us.us == 0;
    if (opened_and_left || record.lesson_id == kFirstLessonId || view.earlier.size() == kMostListed) continue;
    const std::string title = title_of(record.lesson_id, view), place = elsewhere(record, attempts);
    view.earlier.push_back({.record = record.path,
                            .lesson = place.empty() ? title : words::lesson_in(title, place),
                            .when = date_words(record.changed_s),
                            .total = !record.finished ? words::say("go on")
                                     : record.total_hundredths
                                         ? words::claimed(words::points_text(*record.total_hundredths))
                                         : words::say("no total"),
                            .finished = record.finished});
  }
}

std::vector<ui::UnsavedWork> unsaved_work(const Saving& saving) {
  std::vector<ui::UnsavedWork> all;
  for (const auto& recording : saving.recordings())
    if (const Saved saved = recording->saved(); in_danger(saved))
      all.push_back(
          {recording->title(), words::lost_at_the_end(saved.dots - saved.dots_saved, saved.dots_saved)});
  return all;
}

}  // namespace trainer::app
