// The lessons at hand, in their order, as cards, as they were looked up last: no call here waits for a disk.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "trainer/app/lesson_minutes.h"
#include "trainer/app/lookup.h"
#include "trainer/library/lesson_list.h"
#include "trainer/ui/home/home_screen.h"

namespace trainer::app {

class Shelf {
 public:
  Shelf(Reader& reader, std::vector<std::string> folders);

  // Asks for another look through the folders, which opens only what has changed.
  void refresh() { list_.ask(); }
  void follow();  // takes what it has found; between frames
  void wait();    // for it; for whoever has no picture to draw
  [[nodiscard]] bool known() const { return list_.found().has_value(); }
  [[nodiscard]] std::uint64_t version() const { return list_.version(); }

  [[nodiscard]] const std::vector<ui::LessonCard>& cards() const { return cards_; }
  [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }  // of what is unread
  [[nodiscard]] const std::vector<std::string>& folders() const { return folders_; }
  // Paths of cards of which nobody has said yet how long they take, and what was found out about them.
  [[nodiscard]] std::vector<std::string> without_minutes() const;
  void know_minutes(const WordsByPath& minutes);
  // Lessons opened so far to list them.
  [[nodiscard]] std::size_t opened() const { return known() ? list_.found()->opened : 0; }
  // The path of the lesson after the one with that id; nothing after the last.
  [[nodiscard]] std::optional<std::string> after(const std::string& id) const;

 private:
  struct Found {
    library::Listing listing;
    std::map<std::string, library::Stamp> stamps;  // by path
    std::size_t opened = 0;
  };
  struct Length {
    library::Stamp stamp;  // of the lesson that was measured
    std::string words;
  };
  static std::function<Found()> looker(std::vector<std::string> folders);
  [[nodiscard]] library::Stamp stamp(const std::string& path) const;
  void make_cards();
  void fill_in_minutes();

  std::vector<std::string> folders_;
  Lookup<Found> list_;
  std::uint64_t shown_ = 0;  // version of which the cards are
  std::vector<ui::LessonCard> cards_;
  std::map<std::string, Length> lengths_;  // by path
  std::vector<std::string> problems_;
};

}  // namespace trainer::app
