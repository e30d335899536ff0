// Home: carry on where the work stopped, or choose a lesson.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "trainer/ui/device_check/device_check_screen.h"
#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/kit/ui.h"

namespace trainer::ui {

struct LessonCard {
  std::string id, path, title, summary, minutes, best;
  int module = 1;
};
// "16 Oct 2026, 14:02"; "77.52" or "no total"
struct EarlierWork {
  std::string record, lesson, when, total;
  bool finished = true;
};
struct ContinueCard {
  std::string record, lesson;
  std::string at, dots;
};

// Of which something lies in memory only.
struct UnsavedWork {
  std::string lesson, what;
  bool operator==(const UnsavedWork&) const = default;
};

struct HomeView {
  bool known = true;    // what lessons there are, and what was done before
  std::string reading;  // until then, where it takes long
  std::optional<ContinueCard> go_on;
  std::optional<DeviceLabel> device;  // what points
  bool device_new = false;            // and was never checked: a line offers it
  std::vector<UnsavedWork> unsaved;
  std::vector<LessonCard> lessons;
  std::vector<EarlierWork> earlier;   // finished, latest first
  std::vector<std::string> problems;  // lessons or settings that cannot be read
};

struct OpenLesson {
  std::string path;
};
struct ContinueRecord {
  std::string path;
};
struct OpenReview {
  std::string record;
};
using HomeIntents = IntentsOf<OpenLesson, ContinueRecord, OpenReview>;
void draw_home(Ui& ui, const HomeLayout& layout, const HomeView& view, HomeIntents& intents);

}  // namespace trainer::ui
