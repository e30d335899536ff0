// The trainee's folder: records/, settings.json and the lock that keeps two windows from mixing.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/moment.h"
#include "engine/core/result.h"
#include "trainer/store/file_lock.h"
#include "trainer/store/latest_file.h"
#include "trainer/store/other_places.h"
#include "trainer/store/record.h"
#include "trainer/store/settings.h"
#include "trainer/store/standing.h"

namespace trainer::store {

// $XDG_DATA_HOME/smp-trainer, else ~/.local/share/smp-trainer; Error when neither variable is set.
engine::core::Result<std::string> default_profile_folder();

// What can be said of one file without reading it all: for lists. Looked at, not verified.
struct RecordGlance {
  std::string path;
  std::string lesson_id;
  // When its first sitting began, which tells one attempt of a lesson from another wherever it lies; 0: that
  // is not known.
  engine::core::WallTime began_s{};
  engine::core::AttemptTime to_us{};   // time of the last event
  engine::core::WallTime changed_s{};  // last written, seconds since 1970
  bool finished = false;
  std::optional<int> total_hundredths;  // as claimed when it was finished; nothing: no total
  // As it was when a sitting ended; nothing after a crash, and where nobody told it.
  std::optional<Standing> standing;
};

// Error for a file that is damaged, in use or no record.
engine::core::Result<RecordGlance> glance(const std::string& path);

// By the first event of an attempt; 0 where it does not tell.
engine::core::WallTime began_s(std::span<const runner::AttemptEvent> events);

// When it was last written; 1970 where there is no such file.
engine::core::WallTime changed_s(const std::string& path);

// Every *.smprec of a folder, sorted by name.
std::vector<std::string> records_in(const std::string& folder);

class Profile {
 public:
  // Makes the folders that are missing. Error: another window holds this profile, or it cannot be written.
  static engine::core::Result<Profile> open(const std::string& folder,
                                            std::chrono::milliseconds patience = {});

  // The same, but where nothing can be written, or nobody can be kept out, it is to be read only. Error:
  // another window holds this profile.
  static engine::core::Result<Profile> open_or_unsaved(const std::string& folder,
                                                       std::chrono::milliseconds patience = {});
  static Profile unsaved(std::string folder, std::string why);
  // Why nothing can be saved here; empty: it can.
  [[nodiscard]] const std::string& why_unsaved() const { return why_unsaved_; }

  [[nodiscard]] const std::string& folder() const { return folder_; }
  [[nodiscard]] std::string records_folder() const { return folder_ + "/records"; }
  // A name that no record has yet: LESSON-20260131-154501.smprec, from the wall clock given.
  // The same without ending, and perhaps taken: no file call.
  [[nodiscard]] std::string record_stem(const std::string& lesson_id, engine::core::WallTime unix_s) const;
  [[nodiscard]] std::string new_record_path(const std::string& lesson_id,
                                            engine::core::WallTime unix_s) const;
  [[nodiscard]] std::vector<std::string> records() const;  // every *.smprec, sorted by name

  // Defaults when there is no file yet. Error when the file is broken: it is kept, work on with defaults.
  [[nodiscard]] engine::core::Result<Settings> load_settings() const;
  // The same, with all that is good where something is wrong; `trouble` says what. The file is kept, too.
  struct Recalled {
    Settings settings;
    bool in_part = false;  // else, where there is trouble, it is defaults alone
    std::optional<engine::core::Error> trouble;
  };
  [[nodiscard]] Recalled recall_settings() const;
  [[nodiscard]] engine::core::Result<void> save_settings(const Settings& settings) const;
  // The same on another thread, the latest only; what is loaded later has it.
  void save_soon(const Settings& settings) const;
  [[nodiscard]] std::optional<engine::core::Error> save_trouble() const;

  // Where else records lie (other_places.h): none where there is no file yet, or none that can be read.
  [[nodiscard]] std::vector<OtherPlace> other_places() const;
  // Written by another thread, the latest only; what is loaded later has it.
  void remember_places(const std::vector<OtherPlace>& places) const;
  [[nodiscard]] std::optional<engine::core::Error> places_trouble() const;

 private:
  Profile(std::string folder, std::optional<FileLock> lock, std::string why_unsaved);

  std::string folder_, why_unsaved_;
  std::optional<FileLock> lock_;               // nothing: nothing is saved
  std::unique_ptr<LatestFile> settings_file_;  // after the lock; null: nothing is saved
  std::unique_ptr<LatestFile> places_file_;    // the same
};

}  // namespace trainer::store
