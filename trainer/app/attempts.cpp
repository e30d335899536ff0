#include "trainer/app/attempts.h"

#include <memory>

#include "trainer/library/attempt_list.h"

namespace trainer::app {

std::function<Attempts::Found()> Attempts::looker(const std::string& records_folder) {
  auto index = std::make_shared<library::AttemptIndex>(records_folder);
  return [index] {
    const auto& attempts = index->refresh();
    return Found{attempts, index->opened(), index->folded()};
  };
}

Attempts::Attempts(Reader& reader, const std::string& records_folder)
    : list_(reader, looker(records_folder)) {}

const std::vector<store::RecordGlance>& Attempts::now() const {
  static const std::vector<store::RecordGlance> none;
  return known() ? list_.found()->attempts : none;
}

}  // namespace trainer::app
