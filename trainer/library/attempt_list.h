// What a trainee has done: the records of a folder, known without folding them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "trainer/library/stamp.h"
#include "trainer/runner/attempt.h"
#include "trainer/store/profile.h"

namespace trainer::library {

// How far an attempt stands, for the end of a sitting.
store::Standing standing_of(const runner::Attempt& attempt);

// A record that cannot be shown, and why: what follows its name in a sentence.
struct UnreadAttempt {
  std::string path, why;
};

// The records of a folder, kept in memory: a file is looked at when it is first seen and when it has changed.
// One that was cut off, and so does not tell how far it stands, is folded once.
class AttemptIndex {
 public:
  explicit AttemptIndex(std::string records_folder) : folder_(std::move(records_folder)) {}

  // Latest first. Files that cannot be read are left out: they stay where they are, and unread() names them.
  const std::vector<store::RecordGlance>& refresh();
  [[nodiscard]] const std::vector<store::RecordGlance>& attempts() const { return attempts_; }
  // By path; not those that a program holds at this moment.
  [[nodiscard]] const std::vector<UnreadAttempt>& unread() const { return unread_; }
  // What it has cost so far.
  [[nodiscard]] std::size_t opened() const { return opened_; }
  [[nodiscard]] std::size_t folded() const { return folded_; }

 private:
  struct Seen {
    Stamp stamp;
    std::optional<store::RecordGlance> glance = {};  // nothing: it cannot be read
    std::string why = {};                            // it cannot; empty: a program holds it
  };
  Seen look_at(const std::string& path, Stamp stamp);

  std::string folder_;
  std::map<std::string, Seen> seen_;  // by path
  std::vector<store::RecordGlance> attempts_;
  std::vector<UnreadAttempt> unread_;
  std::size_t opened_ = 0, folded_ = 0;
};

// Without unfinished work that went further in another file of the list: its place failed, and the whole of
// it was saved elsewhere. In the order given.
std::vector<store::RecordGlance> without_overtaken(std::vector<store::RecordGlance> attempts);
// The latest attempt that was broken off and has something in it; of one lesson, when its id is given.
std::optional<store::RecordGlance> to_go_on_with(const std::vector<store::RecordGlance>& attempts,
                                                 const std::string& lesson_id = {});
// The best total of a lesson, hundredths; nothing where none was reached.
std::optional<int> best_total(const std::vector<store::RecordGlance>& attempts, const std::string& lesson_id);

}  // namespace trainer::library
