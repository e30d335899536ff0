// A finished attempt, looked at: its assessment, and its log played again.
#pragma once

#include <cstdint>
#include <string>

#include "engine/core/moment.h"
#include "trainer/app/sitting.h"
#include "trainer/ui/debrief/debrief_screen.h"

namespace trainer::app {

class Review {
 public:
  // `sitting` must outlive the review. `watching`: an expert's demonstration.
  explicit Review(const Sitting& sitting, bool watching = false);

  [[nodiscard]] const assessment::Assessment& assessment() const { return assessment_; }
  [[nodiscard]] const ui::DebriefView& view() const { return view_; }
  [[nodiscard]] const ui::DebriefPanel& panel() const { return panel_; }
  [[nodiscard]] const runner::Attempt& shown() const { return shown_; }  // the work at the playhead

  void choose(int line);  // of the ledger; -1: none
  [[nodiscard]] const assessment::LedgerLine* chosen() const;
  void seek(engine::core::AttemptTime t_us);
  void step_dot(int by);  // to the next or last dot
  void toggle_play();
  void show_tab(ui::DebriefTab tab) { panel_.tab = tab; }
  void set_speed(double factor) { panel_.speed = factor; }
  void tick(engine::core::Span elapsed_us);  // plays on

  // One line of JSON: the total that was claimed live, this one's, its digest, the record.
  [[nodiscard]] std::string result_line() const;

 private:
  const Sitting* sitting_;
  assessment::Assessment assessment_;
  ui::DebriefView view_;
  ui::DebriefPanel panel_;
  runner::Attempt shown_;
  std::size_t next_ = 0;  // event
};

}  // namespace trainer::app
