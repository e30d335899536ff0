// The lessons at hand, in their order, as cards.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "trainer/lessons/lesson.h"
#include "trainer/ui/home/home_screen.h"

namespace trainer::app {

class Shelf {
 public:
  explicit Shelf(std::vector<std::string> folders) : folders_(std::move(folders)) {}

  // Looks through the folders again. What cannot be read stands in `problems`.
  void refresh();
  [[nodiscard]] const std::vector<ui::LessonCard>& cards();
  [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }
  // A path or an id. Error: the first finding.
  [[nodiscard]] engine::core::Result<lessons::LessonPackage> open(const std::string& lesson) const;
  // The path of the lesson after the one with that id; nothing after the last.
  [[nodiscard]] std::optional<std::string> after(const std::string& id);

 private:
  std::vector<std::string> folders_;
  std::optional<std::vector<ui::LessonCard>> cards_;
  std::vector<std::string> problems_;
};

}  // namespace trainer::app
