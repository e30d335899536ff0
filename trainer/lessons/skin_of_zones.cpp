#include "trainer/lessons/skin_of_zones.h"

#include <algorithm>

#include "engine/scalp/tissue.h"

namespace trainer::lessons {

bool is_scarred(const Lesson& lesson, const std::string& zone) {
  return std::any_of(lesson.tissue.begin(), lesson.tissue.end(), [&](const Tissue& tissue) {
    return tissue.zone == zone && engine::scalp::is_scar(tissue.kind) &&
           !engine::scalp::is_refused(tissue.kind);
  });
}

std::vector<std::string> forbidden_zones(const Lesson& lesson) {
  std::vector<std::string> ids = lesson.no_go;
  for (const Tissue& tissue : lesson.tissue)
    if (engine::scalp::is_refused(tissue.kind) && std::find(ids.begin(), ids.end(), tissue.zone) == ids.end())
      ids.push_back(tissue.zone);
  return ids;
}

}  // namespace trainer::lessons
