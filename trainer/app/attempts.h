// What a trainee has done, in the profile and at other places, as it was looked up last: no call here waits
// for a disk, and a place that cannot be reached keeps nothing else back.
#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/moment.h"
#include "trainer/app/lookup.h"
#include "trainer/library/attempt_list.h"
#include "trainer/store/other_places.h"
#include "trainer/store/profile.h"

namespace trainer::app {

class Attempts {
 public:
  // The records of the profile, of the places that it remembers, and of those that `elsewhere` finds at the
  // first look, on a reading thread: what could not be remembered is found all the same. The profile must
  // outlive this.
  using Elsewhere = std::function<std::vector<std::string>()>;
  Attempts(Reader& reader, const store::Profile& profile, Elsewhere elsewhere = {});

  void refresh();  // asks for a look
  // Takes what it has found; between frames, steady clock.
  void follow(engine::core::SteadyTime now_us);
  void wait();  // for all of it; for whoever has no picture to draw
  // Whether the profile's are; other places may still be looked at.
  [[nodiscard]] bool known() const { return own_.found().has_value(); }
  [[nodiscard]] std::uint64_t version() const { return version_; }
  // Latest first; empty as long as they are not known.
  [[nodiscard]] const std::vector<store::RecordGlance>& now() const { return now_; }

  // Work is saved in that folder: it is looked there from now on, also after the next start.
  void remember(const std::string& folder);
  // What the last window said when it died; a sentence for each place that cannot be reached now, for records
  // that cannot be shown, and why places cannot be remembered.
  [[nodiscard]] std::vector<std::string> problems() const;
  [[nodiscard]] std::string records_folder() const { return profile_->records_folder(); }

  // What looking has cost so far.
  [[nodiscard]] std::size_t opened() const;
  [[nodiscard]] std::size_t folded() const;

 private:
  struct Found {
    std::vector<store::RecordGlance> attempts;
    std::vector<library::UnreadAttempt> unread;
    std::size_t files = 0;  // records, also those that cannot be read
    bool reached = true;
    bool deleted = false;  // it cannot be reached because it was removed, and not what it lay on
    std::size_t opened = 0, folded = 0;
    std::string last_words = {};  // of the profile's last window, if it died
  };
  struct Place {
    store::OtherPlace of;
    Lookup<Found> list;
    std::optional<engine::core::SteadyTime> asked_us = {};  // since when nothing has been found
    std::uint64_t seen = 0;
    bool silent = false, forgotten = false;
  };
  static std::function<Found()> looker(const std::string& folder);
  static std::function<Found()> own_looker(const store::Profile& profile);
  void add(store::OtherPlace place);
  bool follow(Place& place, engine::core::SteadyTime now_us);
  bool count();  // whether what is remembered has changed
  void find_elsewhere();
  void merge();
  void write() const;

  Reader* reader_;
  const store::Profile* profile_;
  Lookup<Found> own_;
  std::uint64_t seen_ = 0, version_ = 0;
  std::vector<std::unique_ptr<Place>> others_;
  Elsewhere elsewhere_;  // nothing: it was asked
  std::future<std::vector<std::string>> found_elsewhere_;
  std::vector<store::RecordGlance> now_;
};

}  // namespace trainer::app
