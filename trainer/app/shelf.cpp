#include "trainer/app/shelf.h"

#include "trainer/app/lesson_files.h"

namespace trainer::app {

void Shelf::refresh() {
  ui::HomeView view;
  list_lessons(folders_, view);
  cards_ = std::move(view.lessons);
  problems_ = std::move(view.problems);
}

const std::vector<ui::LessonCard>& Shelf::cards() {
  if (!cards_) refresh();
  return *cards_;
}

engine::core::Result<lessons::LessonPackage> Shelf::open(const std::string& lesson) const {
  return open_lesson(lesson, folders_);
}

std::optional<std::string> Shelf::after(const std::string& id) {
  const auto& all = cards();
  for (std::size_t i = 0; i + 1 < all.size(); ++i)
    if (all[i].id == id) return all[i + 1].path;
  return std::nullopt;
}

}  // namespace trainer::app
