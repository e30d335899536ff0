#include "trainer/app/home_cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>

#include "trainer/app/lesson_files.h"
#include "trainer/app/sitting.h"
#include "trainer/ui/kit/text.h"
#include "trainer/words/verdict.h"

namespace trainer::app {

namespace {

constexpr std::size_t kMostListed = 30;

std::string date_words(std::int64_t unix_s) {
  const auto time = static_cast<std::time_t>(unix_s);
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

}  // namespace

std::optional<ui::ContinueCard> continue_card(const store::Profile& profile, const std::string& lesson_id) {
  for (const auto& record : profile.unfinished()) {
    if (!lesson_id.empty() && record.lesson_id != lesson_id) continue;
    const auto sitting = Sitting::look_at(record.path);
    if (!sitting) continue;
    const auto& attempt = (*sitting)->attempt();
    const auto p = runner::progress(attempt);
    const int dots = p.placed + p.outside;
    const auto answers = std::count_if(attempt.answers.begin(), attempt.answers.end(),
                                       [](const auto& a) { return a.has_value(); });
    // opened and left: nothing to go on with
    if (dots == 0 && answers == 0 && attempt.drawn_hairline.empty()) continue;
    return ui::ContinueCard{.record = record.path,
                            .lesson = (*sitting)->package().lesson.title,
                            .at = ui::clock_text(record.to_us),
                            .dots = dots == 0 && answers > 0
                                        ? words::answers_safe(static_cast<std::size_t>(answers))
                                        : words::dots_safe(static_cast<std::size_t>(dots))};
  }
  return std::nullopt;
}

void add_earlier_work(const store::Profile& profile, ui::HomeView& view) {
  const auto finished = profile.finished();
  for (auto& card : view.lessons) {
    int best = -1;
    for (const auto& record : finished)
      if (record.lesson_id == card.id && record.total_hundredths)
        best = std::max(best, *record.total_hundredths);
    if (best >= 0) card.best = "best " + words::points_text(best);
  }
  auto all = profile.unfinished();
  std::erase_if(all, [](const auto& record) { return record.to_us == 0; });
  all.insert(all.end(), finished.begin(), finished.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.changed_s > b.changed_s; });
  for (const auto& record : all) {
    if (record.lesson_id == kFirstLessonId || view.earlier.size() == kMostListed) continue;
    view.earlier.push_back({.record = record.path,
                            .lesson = title_of(record.lesson_id, view),
                            .when = date_words(record.changed_s),
                            .total = !record.finished          ? "go on"
                                     : record.total_hundredths ? words::points_text(*record.total_hundredths)
                                                               : "no total",
                            .finished = record.finished});
  }
}

}  // namespace trainer::app
