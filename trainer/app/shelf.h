// The lessons at hand, in their order, as cards.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "trainer/app/lesson_minutes.h"
#include "trainer/lessons/lesson.h"
#include "trainer/library/lesson_list.h"
#include "trainer/ui/home/home_screen.h"

namespace trainer::app {

class Shelf {
 public:
  explicit Shelf(std::vector<std::string> folders) : index_(std::move(folders)) {}

  // Looks through the folders again; opens only what has changed. What cannot be read stands in `problems`.
  void refresh();
  [[nodiscard]] const std::vector<ui::LessonCard>& cards();
  [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }
  // A path or an id. Error: the first finding.
  [[nodiscard]] engine::core::Result<lessons::LessonPackage> open(const std::string& lesson) const;
  // Paths of cards of which nobody has said yet how long they take, and what was found out about them.
  [[nodiscard]] std::vector<std::string> without_minutes();
  void know_minutes(const WordsByPath& minutes);
  // Lessons opened so far to list them.
  [[nodiscard]] std::size_t opened() const { return index_.opened(); }
  // The path of the lesson after the one with that id; nothing after the last.
  [[nodiscard]] std::optional<std::string> after(const std::string& id);

 private:
  void fill_in_minutes();

  struct Length {
    library::Stamp stamp;  // of the lesson that was measured
    std::string words;
  };

  library::LessonIndex index_;
  std::optional<std::vector<ui::LessonCard>> cards_;
  std::map<std::string, Length> lengths_;  // by path
  std::vector<std::string> problems_;
};

}  // namespace trainer::app
