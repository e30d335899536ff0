#include "trainer/app/shelf.h"

#include <memory>
#include <utility>

#include "trainer/app/lesson_files.h"

namespace trainer::app {

std::function<Shelf::Found()> Shelf::looker(std::vector<std::string> folders) {
  auto index = std::make_shared<library::LessonIndex>(std::move(folders));
  return [index] {
    Found found{index->refresh(), {}, index->opened()};
    for (const auto& lesson : found.listing.lessons) found.stamps[lesson.path] = index->stamp(lesson.path);
    return found;
  };
}

Shelf::Shelf(Reader& reader, std::vector<std::string> folders)
    : folders_(std::move(folders)), list_(reader, looker(folders_)) {}

void Shelf::follow() {
  list_.follow();
  if (shown_ != list_.version()) make_cards();
}

void Shelf::wait() {
  list_.wait();
  follow();
}

void Shelf::make_cards() {
  shown_ = list_.version();
  const auto& listing = list_.found()->listing;
  cards_ = lesson_cards(listing);
  problems_.clear();
  for (const auto& finding : listing.findings) problems_.push_back(finding.message);
  std::erase_if(lengths_, [&](const auto& known) { return stamp(known.first) != known.second.stamp; });
  fill_in_minutes();
}

library::Stamp Shelf::stamp(const std::string& path) const {
  if (!known()) return {};
  const auto found = list_.found()->stamps.find(path);
  return found == list_.found()->stamps.end() ? library::Stamp{} : found->second;
}

void Shelf::fill_in_minutes() {
  for (auto& card : cards_)
    if (const auto length = lengths_.find(card.path); length != lengths_.end())
      card.minutes = length->second.words;
}

std::vector<std::string> Shelf::without_minutes() const {
  std::vector<std::string> paths;
  for (const auto& card : cards_)
    if (!lengths_.contains(card.path)) paths.push_back(card.path);
  return paths;
}

void Shelf::know_minutes(const WordsByPath& minutes) {
  for (const auto& [path, words] : minutes) lengths_[path] = {stamp(path), words};
  fill_in_minutes();
}

std::optional<std::string> Shelf::after(const std::string& id) const {
  for (std::size_t i = 0; i + 1 < cards_.size(); ++i)
    if (cards_[i].id == id) return cards_[i + 1].path;
  return std::nullopt;
}

}  // namespace trainer::app
