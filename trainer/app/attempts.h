// What a trainee has done, as it was looked up last: no call here waits for a disk.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "trainer/app/lookup.h"
#include "trainer/store/profile.h"

namespace trainer::app {

class Attempts {
 public:
  // The records of that folder.
  Attempts(Reader& reader, const std::string& records_folder);

  void refresh() { list_.ask(); }    // asks for a look
  void follow() { list_.follow(); }  // takes what it has found; between frames
  void wait() { list_.wait(); }      // for it; for whoever has no picture to draw
  [[nodiscard]] bool known() const { return list_.found().has_value(); }
  [[nodiscard]] std::uint64_t version() const { return list_.version(); }
  // Latest first; empty as long as they are not known.
  [[nodiscard]] const std::vector<store::RecordGlance>& now() const;
  // What looking has cost so far.
  [[nodiscard]] std::size_t opened() const { return known() ? list_.found()->opened : 0; }
  [[nodiscard]] std::size_t folded() const { return known() ? list_.found()->folded : 0; }

 private:
  struct Found {
    std::vector<store::RecordGlance> attempts;
    std::size_t opened = 0, folded = 0;
  };
  static std::function<Found()> looker(const std::string& records_folder);

  Lookup<Found> list_;
};

}  // namespace trainer::app
