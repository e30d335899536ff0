// The healed view: the work under review as the years would leave it, an expert's beside it.
#pragma once

#include <algorithm>
#include <memory>
#include <vector>

#include "trainer/app/sitting.h"
#include "trainer/canvas/picture.h"
#include "trainer/ui/healed/healed_screen.h"

namespace trainer::app {

using canvas::Picture;

class Years {
 public:
  // The expert does the lesson here: up to a second. `own`: the picture of the sitting's canvas; `sitting`
  // outlives this. Error: no second picture can be made where `own` shows something, or the expert cannot
  // work.
  static engine::core::Result<std::unique_ptr<Years>> make(const Sitting& sitting, const Picture& own);

  [[nodiscard]] const ui::HealedPanel& panel() const { return panel_; }
  [[nodiscard]] ui::HealedView view() const;
  void age(double days);
  void step(int by);  // to the next or previous age of the slider
  void live_in(engine::scalp::Sun sun);
  void skin_is(engine::scalp::SkinKind skin);
  void show(ui::Extent extent);
  void show_wipe(bool wipe);
  void wipe_to(double share) { panel_.wipe_at = std::clamp(share, 0.02, 0.98); }
  // Points to a millimetre of a skin that looks as large as it would from there, on a screen at arm's length.
  double see_from(int distance);

  // Puts the dots, as old as they are to look, into both pictures when something changed.
  void refresh(Picture& own);
  Picture& experts() { return experts_; }
  void make_stale() { stale_ = true; }  // the pictures are new

 private:
  Years(const Sitting& sitting, Picture experts);
  [[nodiscard]] engine::skin::HealingModel model() const;
  [[nodiscard]] std::vector<engine::skin::Dot> in_this_skin(std::vector<engine::skin::Dot> dots) const;
  void continue_hands();

  const Sitting* sitting_;
  Picture experts_;
  std::vector<engine::skin::Dot> own_dots_, expert_dots_;  // of the patch
  // What a hand goes on to set, once it was asked for: over the rest of the head, and over all of it as it is
  // finished.
  struct Continued {
    std::vector<engine::skin::Dot> rest, finished;
  };
  [[nodiscard]] std::vector<engine::skin::Dot> shown(const std::vector<engine::skin::Dot>& patch,
                                                     const Continued& continued) const;
  Continued own_continued_, expert_continued_;
  double area_mm2_ = 1.0;
  ui::HealedPanel panel_;
  bool stale_ = true;
};

}  // namespace trainer::app
