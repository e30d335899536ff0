// Finding lessons by id in folders, or by path.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "trainer/lessons/finding.h"
#include "trainer/library/stamp.h"

namespace trainer::library {

// What lists say of a lesson.
struct LessonEntry {
  std::string id, title, summary;
  int version = 1;
  int module = 1;
  bool practical = true;
  std::size_t questions = 0;  // of theory
  std::string path;           // folder or .smplesson
  bool operator==(const LessonEntry&) const = default;
};

struct Listing {
  std::vector<LessonEntry> lessons;        // by module, then id; the first folder that has an id wins
  std::vector<lessons::Finding> findings;  // of lessons that cannot be read
};

// The lessons of some folders, kept in memory: a lesson is opened when it is first seen and when its files
// have changed.
class LessonIndex {
 public:
  // Earlier folders win. Those that do not exist are passed over.
  explicit LessonIndex(std::vector<std::string> folders) : folders_(std::move(folders)) {}

  // Looks through the folders: each FOLDER/NAME/lesson.toml and FOLDER/NAME.smplesson.
  const Listing& refresh();
  [[nodiscard]] const Listing& listing() const { return listing_; }  // as it was refreshed last
  // Of a lesson as it was refreshed last; empty for one that is not there.
  [[nodiscard]] Stamp stamp(const std::string& path) const;
  [[nodiscard]] const std::vector<std::string>& folders() const { return folders_; }
  [[nodiscard]] std::size_t opened() const { return opened_; }  // lessons opened so far: what it has cost

 private:
  struct Seen {
    Stamp stamp;
    std::optional<LessonEntry> entry;  // nothing: it cannot be read
    std::vector<lessons::Finding> findings;
  };
  Seen look_at(const std::string& path, Stamp stamp);

  std::vector<std::string> folders_;
  std::map<std::string, Seen> seen_;  // by path
  Listing listing_;
  std::size_t opened_ = 0;
};

// Once, for those who list and go.
Listing list_lessons(const std::vector<std::string>& folders);

// Contains '/', or ends in .toml or .smplesson: a path, else an id.
bool is_path(std::string_view argument);

// The path behind an argument. Errors: no lesson with this id (naming the nearest one).
engine::core::Result<std::string> find_lesson(std::string_view argument,
                                              const std::vector<std::string>& folders);

}  // namespace trainer::library
