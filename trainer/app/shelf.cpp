#include "trainer/app/shelf.h"

#include "trainer/app/lesson_files.h"

namespace trainer::app {

void Shelf::refresh() {
  const auto& listing = index_.refresh();
  cards_ = lesson_cards(listing);
  problems_.clear();
  for (const auto& finding : listing.findings) problems_.push_back(finding.message);
  std::erase_if(lengths_, [&](const auto& known) { return index_.stamp(known.first) != known.second.stamp; });
  fill_in_minutes();
}

const std::vector<ui::LessonCard>& Shelf::cards() {
  if (!cards_) refresh();
  return *cards_;
}

engine::core::Result<lessons::LessonPackage> Shelf::open(const std::string& lesson) const {
  return open_lesson(lesson, index_.folders());
}

void Shelf::fill_in_minutes() {
  for (auto& card : *cards_)
    if (const auto known = lengths_.find(card.path); known != lengths_.end())
      card.minutes = known->second.words;
}

std::vector<std::string> Shelf::without_minutes() {
  std::vector<std::string> paths;
  for (const auto& card : cards())
    if (!lengths_.contains(card.path)) paths.push_back(card.path);
  return paths;
}

void Shelf::know_minutes(const WordsByPath& minutes) {
  for (const auto& [path, words] : minutes) lengths_[path] = {index_.stamp(path), words};
  if (cards_) fill_in_minutes();
}

std::optional<std::string> Shelf::after(const std::string& id) {
  const auto& all = cards();
  for (std::size_t i = 0; i + 1 < all.size(); ++i)
    if (all[i].id == id) return all[i + 1].path;
  return std::nullopt;
}

}  // namespace trainer::app
