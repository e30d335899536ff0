// One attempt while somebody works at it: what is done is decided, applied and written down at once.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/moment.h"
#include "trainer/app/recording.h"
#include "trainer/assessment/live_score.h"
#include "trainer/lessons/lesson.h"
#include "trainer/library/open.h"
#include "trainer/runner/attempt.h"
#include "trainer/runner/way.h"
#include "trainer/store/keeper.h"
#include "trainer/store/profile.h"
#include "trainer/store/record.h"

namespace trainer::app {

// What is known of devices, by name; of any other, nothing. The needle key is the mouse's.
using Calibrations = std::map<std::string, engine::sim::Calibrated>;
constexpr const char* kMouseName = "mouse";

class Sitting {
 public:
  // Nothing is recorded. `record`: the file that is looked at.
  Sitting(lessons::LessonPackage package, std::shared_ptr<const assessment::Site> site,
          std::vector<runner::AttemptEvent> events = {}, std::string record = {});
  ~Sitting() { recording_->close({}); }  // without a word of how far it stands
  Sitting(const Sitting&) = delete;
  Sitting& operator=(const Sitting&) = delete;

  // A new record in the profile. It is made meanwhile, on another thread: `recording` knows what became of
  // it. Times are of the steady clock, microseconds.
  static engine::core::Result<std::unique_ptr<Sitting>> start(
      lessons::LessonPackage package, const store::Profile& profile, bool timed_presses,
      engine::core::SteadyTime now_us, engine::core::WallTime unix_s, Calibrations calibrations = {},
      store::WriterOptions writing = {});
  // Goes on with an unfinished record, also after a crash.
  static engine::core::Result<std::unique_ptr<Sitting>> go_on(const std::string& record, bool timed_presses,
                                                              engine::core::SteadyTime now_us,
                                                              engine::core::WallTime unix_s,
                                                              Calibrations calibrations = {},
                                                              store::WriterOptions writing = {});
  // A finished (or any readable) record, only to look at.
  static engine::core::Result<std::unique_ptr<Sitting>> look_at(
      const std::string& record, store::ReadMode reading = store::ReadMode::Strict);

  // A lesson not begun, to look at its canvas, or somebody else's work at it, as a log. Nothing is recorded.
  static engine::core::Result<std::unique_ptr<Sitting>> demonstration(
      lessons::LessonPackage package, std::vector<runner::AttemptEvent> events = {});

  [[nodiscard]] const runner::Attempt& attempt() const { return attempt_; }
  [[nodiscard]] const std::vector<runner::AttemptEvent>& events() const { return recording_->events(); }
  [[nodiscard]] const lessons::LessonPackage& package() const { return package_; }
  [[nodiscard]] std::string record() const;
  [[nodiscard]] const std::shared_ptr<Recording>& recording() const { return recording_; }
  [[nodiscard]] bool read_only() const { return !recording_->writes(); }

  // The attempt's time for a moment of the steady clock; never before its last event.
  [[nodiscard]] engine::core::AttemptTime time(engine::core::SteadyTime steady_us) const;
  // Between the two no time passes for the attempt: what is done then lies where it stood still. Twice is
  // once.
  void pause(engine::core::SteadyTime steady_us);
  void resume(engine::core::SteadyTime steady_us);
  // How far `time` moves that moment, because something later is on record already.
  [[nodiscard]] engine::core::Span shift(engine::core::SteadyTime steady_us) const {
    return time(steady_us) - (engine::core::AttemptTime{} + (steady_us - origin_us_));
  }

  // Decides, applies, records. Error: why not, in words for the person; nothing has happened then.
  engine::core::Result<void> act(const runner::Intent& intent);
  // Information that needs no decision: device, calibration, scale of the view, cue.
  void note(runner::AttemptEvent event);
  // `name`: of the device, as the system calls it; `tells_length`: of presses, but for a pen. Nothing happens
  // when it is the one in use and tells as much as before. Every change of device brings its calibration.
  void use_device(engine::sim::DeviceKind kind, const std::string& name, engine::core::AttemptTime t_us,
                  bool tells_length = true);
  // From now on, or from the next time that the device is used. Between contacts only.
  void calibrate(const std::string& device, engine::sim::Calibrated calibration,
                 engine::core::AttemptTime t_us);

  // The total as it stands, once the field is nearly done: what Finish would give, to the last digit.
  [[nodiscard]] std::optional<int> total_so_far();

  // Has the file closed, so that it stands alone. Nothing can be done with the sitting afterwards but look.
  void close();

 private:
  void open_sitting(bool timed_presses, engine::core::SteadyTime now_us, engine::core::WallTime unix_s);
  void record(runner::AttemptEvent event);

  lessons::LessonPackage package_;
  runner::Attempt attempt_;
  std::shared_ptr<Recording> recording_ = std::make_shared<Recording>();
  std::string looked_at_;                              // the record, where nothing is written
  engine::core::SteadyTime origin_us_{};               // steady time of the attempt's zero
  std::optional<engine::core::SteadyTime> paused_us_;  // steady time since when it stands still
  bool timed_presses_ = true;
  Calibrations calibrations_;
  std::unique_ptr<assessment::LiveScore> live_;  // once it is asked for
  std::size_t scored_events_ = 0;                // when it was last asked
  std::optional<int> so_far_;
};

}  // namespace trainer::app
