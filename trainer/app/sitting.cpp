#include "trainer/app/sitting.h"

#include <algorithm>
#include <utility>

#include "trainer/library/attempt_list.h"
#include "trainer/runner/progress.h"
#include "trainer/words/refusals.h"
#include "trainer/words/saving.h"
#include "trainer/words/say.h"

namespace trainer::app {

using engine::core::fail;
using engine::core::Result;
using engine::sim::DeviceKind;

namespace {

// The name under which the calibration of a device is known.
std::string calibrated_as(const engine::sim::DeviceChanged& device) {
  return device.kind == DeviceKind::Key ? std::string(kMouseName) : device.name;
}

Result<std::unique_ptr<Sitting>> from_lesson(lessons::LessonPackage package,
                                             std::vector<runner::AttemptEvent> events = {}) {
  auto site = assessment::Site::make(package.lesson);
  if (!site) return fail(site.error());
  return std::make_unique<Sitting>(std::move(package), std::move(*site), std::move(events));
}

std::unique_ptr<Sitting> from_record(library::OpenRecord open) {
  return std::make_unique<Sitting>(std::move(open.package), std::move(open.site),
                                   std::move(open.record.events), std::move(open.path));
}

}  // namespace

Sitting::Sitting(lessons::LessonPackage package, std::shared_ptr<const assessment::Site> site,
                 std::vector<runner::AttemptEvent> events, std::string record)
    : package_(std::move(package)), attempt_(runner::begin(std::move(site))), looked_at_(std::move(record)) {
  for (const auto& event : events) runner::apply(attempt_, event);
  recording_->begin(std::move(events), attempt_);
}

Result<std::unique_ptr<Sitting>> Sitting::start(lessons::LessonPackage package, const store::Profile& profile,
                                                bool timed_presses, engine::core::SteadyTime now_us,
                                                engine::core::WallTime unix_s, Calibrations calibrations,
                                                store::WriterOptions writing) {
  auto sitting = from_lesson(std::move(package));
  if (!sitting) return sitting;
  Sitting& s = **sitting;
  s.calibrations_ = std::move(calibrations);
  const auto stem = profile.record_stem(s.package_.lesson.id, unix_s);
  store::Keeper::Beginning beginning{
      library::header_for(s.package_, library::client_seed(s.package_.lesson), DeviceKind::Mouse),
      s.package_.bytes, s.package_.equipment_bytes};
  const auto& why = profile.why_unsaved();
  s.recording_->keep(why.empty() ? store::Keeper::anew(stem, std::move(beginning), std::move(writing))
                                 : store::Keeper::nowhere(stem, {.message = profile.folder() + ": " + why},
                                                          std::move(beginning), std::move(writing)),
                     s.package_.lesson.title);
  s.open_sitting(timed_presses, now_us, unix_s);
  return sitting;
}

Result<std::unique_ptr<Sitting>> Sitting::go_on(const std::string& record, bool timed_presses,
                                                engine::core::SteadyTime now_us,
                                                engine::core::WallTime unix_s, Calibrations calibrations,
                                                store::WriterOptions writing) {
  auto continued = store::RecordWriter::continue_from(record, writing);
  if (!continued) return fail(continued.error());
  store::Keeper::Beginning beginning{continued->record.header, continued->record.lesson_bytes,
                                     continued->record.equipment_bytes};
  auto open = library::unpack_record(std::move(continued->record), record);
  if (!open) return fail(open.error());
  auto sitting = from_record(std::move(*open));
  Sitting& s = *sitting;
  s.calibrations_ = std::move(calibrations);
  s.recording_->keep(
      store::Keeper::going_on(record, std::move(continued->writer), std::move(beginning), std::move(writing)),
      s.package_.lesson.title);
  // A contact that the stop cut off ended where it was.
  if (s.attempt_.skin.contact)
    s.record(engine::sim::Event{engine::sim::ContactInterrupted{s.attempt_.skin.t_us}});
  s.open_sitting(timed_presses, now_us, unix_s);
  return sitting;
}

Result<std::unique_ptr<Sitting>> Sitting::look_at(const std::string& path, store::ReadMode reading) {
  auto open = library::open_record(path, reading);
  if (!open) return fail(open.error());
  return from_record(std::move(*open));
}

Result<std::unique_ptr<Sitting>> Sitting::demonstration(lessons::LessonPackage package,
                                                        std::vector<runner::AttemptEvent> events) {
  return from_lesson(std::move(package), std::move(events));
}

void Sitting::open_sitting(bool timed_presses, engine::core::SteadyTime now_us,
                           engine::core::WallTime unix_s) {
  const engine::core::AttemptTime t = attempt_.skin.t_us;
  origin_us_ = now_us - (t - engine::core::AttemptTime{});
  timed_presses_ = timed_presses;
  record(runner::SittingStarted{t, unix_s});
  record(engine::sim::Event{engine::sim::DeviceChanged{t, DeviceKind::Mouse, kMouseName, timed_presses}});
}

engine::core::AttemptTime Sitting::time(engine::core::SteadyTime steady_us) const {
  const engine::core::SteadyTime now = paused_us_ ? std::min(*paused_us_, steady_us) : steady_us;
  return std::max(attempt_.skin.t_us, engine::core::AttemptTime{} + (now - origin_us_));
}

void Sitting::pause(engine::core::SteadyTime steady_us) {
  if (!paused_us_) paused_us_ = steady_us;
}

void Sitting::resume(engine::core::SteadyTime steady_us) {
  if (paused_us_) origin_us_ += std::max(engine::core::Span{}, steady_us - *paused_us_);
  paused_us_.reset();
}

void Sitting::record(runner::AttemptEvent event) {
  runner::apply(attempt_, event);
  const auto* of_sim = std::get_if<engine::sim::Event>(&event);
  const auto* changed = of_sim != nullptr ? std::get_if<engine::sim::DeviceChanged>(of_sim) : nullptr;
  const auto* calibrated = of_sim != nullptr ? std::get_if<engine::sim::Calibrated>(of_sim) : nullptr;
  if (calibrated != nullptr) calibrations_[calibrated_as(attempt_.skin.device)] = *calibrated;
  const engine::core::AttemptTime device_since =
      changed != nullptr ? changed->t_us : engine::core::AttemptTime{};
  const bool other_device = changed != nullptr;
  recording_->add(std::move(event), attempt_);
  if (!other_device) return;
  engine::sim::Calibrated own = calibrations_[calibrated_as(attempt_.skin.device)];
  own.t_us = device_since;
  record(engine::sim::Event{own});
}

void Sitting::calibrate(const std::string& device, engine::sim::Calibrated calibration,
                        engine::core::AttemptTime t_us) {
  calibrations_[device] = calibration;
  if (device != calibrated_as(attempt_.skin.device) || attempt_.skin.contact) return;
  calibration.t_us = t_us;
  note(engine::sim::Event{calibration});
}

Result<void> Sitting::act(const runner::Intent& intent) {
  if (read_only()) return fail(words::say("this record is only looked at"));
  auto events = runner::decide(attempt_, intent, package_.hash);
  if (!events) return fail(words::of(events.error()));
  for (auto& event : *events) record(std::move(event));
  return {};
}

void Sitting::note(runner::AttemptEvent event) {
  if (!read_only() && !attempt_.finished) record(std::move(event));
}

void Sitting::use_device(DeviceKind kind, const std::string& name, engine::core::AttemptTime t_us,
                         bool tells_length) {
  const engine::sim::DeviceChanged& now = attempt_.skin.device;
  // What is read beside the windowing library has the server's times.
  const bool timed = kind == DeviceKind::Pen || (timed_presses_ && tells_length);
  if (now.kind == kind && now.name == name && now.timed_presses == timed) return;
  note(engine::sim::Event{engine::sim::DeviceChanged{t_us, kind, name, timed}});
}

std::string Sitting::record() const {
  const auto path = recording_->saved().kept.path;
  return path.empty() ? looked_at_ : path;
}

void Sitting::close() {
  if (!read_only()) recording_->close(library::standing_of(attempt_));
}

std::optional<int> Sitting::total_so_far() {
  // While the needle is in the skin its dot has no depth yet.
  if (attempt_.skin.contact || scored_events_ == events().size()) return so_far_;
  scored_events_ = events().size();
  so_far_.reset();
  if (!runner::progress(attempt_).nearly_done) return so_far_;
  if (!live_) live_ = std::make_unique<assessment::LiveScore>(attempt_.site);
  live_->follow(runner::work_of(attempt_));
  so_far_ = live_->scores().total;
  return so_far_;
}

}  // namespace trainer::app
