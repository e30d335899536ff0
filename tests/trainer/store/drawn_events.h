// Events drawn at random over their whole ranges, for the tests of the store.
#pragma once

#include <string>
#include <vector>

#include "engine/core/draw.h"
#include "engine/core/moment.h"
#include "trainer/runner/event.h"
#include "trainer/store/record.h"

namespace store_test {

using trainer::runner::AttemptEvent;

// A named stream of draws, so that a test reads like a recipe.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : seed_(seed) {}
  std::uint64_t below(std::uint64_t limit) {
    return engine::core::draw_below(seed_, "store test", number_++, limit);
  }
  std::int64_t within(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
  }
  bool often() { return below(4) != 0; }

 private:
  std::uint64_t seed_;
  std::uint64_t number_ = 0;
};

AttemptEvent drawn_event(Draws& draws, engine::core::AttemptTime t_us);  // any kind but Finished
std::vector<AttemptEvent> drawn_events(std::uint64_t seed, std::size_t count);
// `count` presses of a mouse: down, up, 120 ms apart.
std::vector<AttemptEvent> presses(std::size_t count, engine::core::AttemptTime from_us = {});
AttemptEvent moved(engine::core::AttemptTime t_us, std::int32_t u_um, std::int32_t v_um, bool contact);

std::vector<std::uint8_t> lesson_bytes(std::size_t size);
trainer::store::RecordHeader header_of(const std::vector<std::uint8_t>& lesson);

// An empty folder that goes away with it.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();
  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::vector<std::uint8_t> file_bytes(const std::string& path);
void put_file(const std::string& path, const std::vector<std::uint8_t>& bytes);

}  // namespace store_test
