#include "trainer/app/attempts.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "trainer/app/saving_places.h"
#include "trainer/library/attempt_list.h"
#include "trainer/store/last_words.h"
#include "trainer/words/counts.h"
#include "trainer/words/saving.h"

namespace trainer::app {

namespace {

constexpr engine::core::Span kSilentUs{2'000'000};  // a place that has not answered by then cannot be reached

// Of a folder that is not there. What is plugged in takes its mount point along when it goes, or leaves it
// empty.
bool was_deleted(const std::filesystem::path& folder) {
  std::error_code problem;
  const auto beside = folder.parent_path();
  return std::filesystem::is_directory(beside, problem) && !std::filesystem::is_empty(beside, problem) &&
         !problem &&
         std::filesystem::symlink_status(folder, problem).type() == std::filesystem::file_type::not_found;
}

// Three by name: a profile of an older program has hundreds that are unread for one reason.
void tell_unread(std::vector<std::string>& problems, const std::vector<library::UnreadAttempt>& unread) {
  constexpr std::size_t kNamed = 3;
  const std::size_t named = unread.size() == kNamed + 1 ? unread.size() : std::min(unread.size(), kNamed);
  for (std::size_t k = 0; k < named; ++k)
    problems.push_back(words::attempt_unread(unread[k].path, unread[k].why));
  if (unread.size() > named)
    problems.push_back(words::attempts_unread(
        unread.size() - named, std::filesystem::path(unread.front().path).parent_path().string()));
}

}  // namespace

std::function<Attempts::Found()> Attempts::looker(const std::string& folder) {
  auto index = std::make_shared<library::AttemptIndex>(folder);
  return [index, folder] {
    std::error_code problem;
    const bool reached = std::filesystem::is_directory(folder, problem);
    const auto files = store::records_in(folder).size();
    const auto& attempts = index->refresh();
    return Found{attempts,        index->unread(), files, reached, !reached && was_deleted(folder),
                 index->opened(), index->folded()};
  };
}

std::function<Attempts::Found()> Attempts::own_looker(const store::Profile& profile) {
  auto last_words = std::make_shared<std::optional<std::string>>();  // each look is asked of a copy
  return [look = looker(profile.records_folder()), folder = profile.folder(), last_words] {
    if (!*last_words) *last_words = folder.empty() ? std::string() : store::take_last_words(folder);
    Found found = look();
    found.last_words = **last_words;
    return found;
  };
}

Attempts::Attempts(Reader& reader, const store::Profile& profile, Elsewhere elsewhere)
    : reader_(&reader),
      profile_(&profile),
      own_(reader, own_looker(profile)),
      elsewhere_(std::move(elsewhere)) {
  for (auto& place : profile.other_places()) add(std::move(place));
}

void Attempts::add(store::OtherPlace place) {
  auto look = looker(place.folder);
  others_.push_back(std::make_unique<Place>(Place{std::move(place), {*reader_, std::move(look)}}));
}

void Attempts::refresh() {
  if (profile_->places_trouble()) write();
  own_.ask();
  for (auto& place : others_) place->list.ask();
  if (elsewhere_) found_elsewhere_ = reader_->read(std::exchange(elsewhere_, nullptr));
}

void Attempts::find_elsewhere() {
  if (const auto folders = taken(found_elsewhere_))
    for (const auto& folder : *folders) remember(folder);
}

bool Attempts::follow(Place& place, engine::core::SteadyTime now_us) {
  place.list.follow();
  const bool more = std::exchange(place.seen, place.list.version()) != place.list.version();
  if (!place.list.busy())
    place.asked_us.reset();
  else if (!place.asked_us || more)
    place.asked_us = now_us;
  const bool silent = place.asked_us && now_us - *place.asked_us >= kSilentUs;
  return std::exchange(place.silent, silent) != silent || more;
}

void Attempts::follow(engine::core::SteadyTime now_us) {
  find_elsewhere();
  own_.follow();
  bool more = std::exchange(seen_, own_.version()) != own_.version();
  for (auto& place : others_) more = follow(*place, now_us) || more;
  if (!more) return;
  if (count()) write();
  merge();
  ++version_;
}

void Attempts::wait() {
  if (found_elsewhere_.valid()) found_elsewhere_.wait();
  find_elsewhere();
  own_.wait();
  for (auto& place : others_) place->list.wait();
}

bool Attempts::count() {
  bool changed = false;
  for (auto& place : others_) {
    const auto& found = place->list.found();
    if (!found) continue;
    if (found->reached) changed |= std::exchange(place->of.records, found->files) != found->files;
    // It is told now; there is nothing to wait for.
    changed |= std::exchange(place->forgotten, found->deleted) != found->deleted;
  }
  // A folder that is there and has no record any more is no place of ours.
  return std::erase_if(others_,
                       [](const auto& place) {
                         const auto& found = place->list.found();
                         return found && found->reached && found->files == 0 && !place->list.busy();
                       }) > 0 ||
         changed;
}

void Attempts::merge() {
  now_.clear();
  if (known()) now_ = own_.found()->attempts;
  for (const auto& place : others_)
    if (const auto& found = place->list.found())
      now_.insert(now_.end(), found->attempts.begin(), found->attempts.end());
  std::stable_sort(now_.begin(), now_.end(),
                   [](const auto& a, const auto& b) { return a.changed_s > b.changed_s; });
  now_ = library::without_overtaken(std::move(now_));
}

void Attempts::remember(const std::string& folder) {
  const bool known_place = folder == records_folder() ||
                           std::any_of(others_.begin(), others_.end(),
                                       [&](const auto& place) { return place->of.folder == folder; });
  if (known_place || folder.empty()) return;
  if (others_.size() == store::kMostOtherPlaces) others_.erase(others_.begin());
  add({folder, 1});
  others_.back()->list.ask();
  write();
}

void Attempts::write() const {
  std::vector<store::OtherPlace> places;
  for (const auto& place : others_)
    if (!place->forgotten) places.push_back(place->of);
  profile_->remember_places(places);
}

std::vector<std::string> Attempts::problems() const {
  std::vector<std::string> problems;
  if (known() && !own_.found()->last_words.empty()) problems.push_back(own_.found()->last_words);
  if (known()) tell_unread(problems, own_.found()->unread);
  for (const auto& place : others_) {
    const auto& found = place->list.found();
    if (place->forgotten)
      problems.push_back(words::attempts_deleted(place->of.records, place->of.folder));
    else if (place->silent || (found && !found->reached))
      problems.push_back(words::attempts_out_of_reach(place->of.records, place->of.folder));
    else if (found)
      tell_unread(problems, found->unread);
  }
  if (const auto trouble = profile_->places_trouble(); trouble && !others_.empty())
    if (const auto& folder = others_.back()->of.folder;
        !is_offered_place(folder))  // those are looked through
      problems.push_back(words::place_not_remembered(folder, trouble->message));
  return problems;
}

std::size_t Attempts::opened() const {
  return known() ? own_.found()->opened : 0;
}

std::size_t Attempts::folded() const {
  return known() ? own_.found()->folded : 0;
}

}  // namespace trainer::app
