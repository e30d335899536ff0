// What the window knows of saving: the attempt in work, and those whose files are still being closed.
// Whatever leaves its screen stays here until all of it is safe, or somebody has said that it may be lost.
#pragma once

#include <future>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/moment.h"
#include "trainer/app/recording.h"
#include "trainer/ui/saving/saving.h"

namespace trainer::app {

class Saving {
 public:
  // A recording that began.
  void watch(std::shared_ptr<Recording> recording);
  // Once a turn. What is closed is forgotten.
  struct Changed {
    bool said = false;    // what screens say of saving
    bool closed = false;  // a record stands alone, and can be listed
  };
  Changed follow();

  // Nothing is on its way to the disk, though something may be in trouble.
  [[nodiscard]] bool at_rest() const;
  // What a banner says: of everything that is not safe, trouble first. Nothing: all is well.
  [[nodiscard]] std::optional<ui::SavingFacts> facts() const;
  // All is safe, or may be lost.
  [[nodiscard]] bool may_end() const;
  // Once: an attempt that cannot be recorded where it should be, and in which nothing was done yet.
  [[nodiscard]] bool cannot_begin();
  // Of that one alone, as `facts` of all.
  [[nodiscard]] std::optional<ui::SavingFacts> facts_of_beginning() const;
  // Once: the place that somebody chose after a trouble is in trouble, too.
  [[nodiscard]] bool lost_place();
  // Something was let go since all was well last: it is not true that all is saved.
  [[nodiscard]] bool let_go() const { return let_go_; }

  // All that is in trouble: into that folder; empty: where it was meant to be.
  void keep_in(const std::string& folder);
  void practise();           // without saving what cannot begin
  void give_up_beginning();  // that, and nothing else
  void risk();               // on with it, as it is
  void give_up();            // all that is in trouble

  // Folders that can be written, looked for on another thread; asked anew by `look_for_places`.
  void look_for_places();
  [[nodiscard]] const std::vector<ui::SavingPlace>& places() const { return places_; }

  // The one that is, or was last, written to that file; null: none that is not closed.
  [[nodiscard]] std::shared_ptr<Recording> of(const std::string& path) const;
  // In which something is safe.
  [[nodiscard]] std::vector<std::string> folders() const;
  // Until everything is closed or in trouble.
  void wait() const;
  // Where the work is, a sentence for each attempt that is not closed: the last words of a window that dies.
  [[nodiscard]] std::vector<std::string> where() const;
  [[nodiscard]] const std::vector<std::shared_ptr<Recording>>& recordings() const { return recordings_; }

 private:
  struct Moved {
    std::weak_ptr<Recording> what;
    bool well = false;  // it was saved at its new place
  };
  void follow_moved();
  static std::optional<ui::SavingFacts> facts_of(std::span<const std::shared_ptr<Recording>> recordings);

  std::vector<std::shared_ptr<Recording>> recordings_;
  std::future<std::vector<ui::SavingPlace>> looking_;
  std::vector<ui::SavingPlace> places_;
  std::optional<ui::SavingFacts> told_;
  std::uint64_t acknowledged_ = 0;
  std::weak_ptr<Recording> asked_;  // `cannot_begin` has told of it
  bool let_go_ = false, lost_place_ = false;
  std::vector<Moved> moved_;
};

}  // namespace trainer::app
