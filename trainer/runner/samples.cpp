#include "trainer/runner/samples.h"

#include <utility>

#include "trainer/runner/decide.h"
#include "trainer/runner/sample_line.h"

namespace trainer::runner {

namespace {

using Played = tl::expected<void, NotPlayed>;

tl::unexpected<NotPlayed> cannot_play(engine::core::Error where) {
  return tl::unexpected<NotPlayed>(NotPlayed{std::move(where)});
}

// The key of the line that is to blame.
std::string field_of(Refused why) {
  return why == Refused::NoSuchQuestion ? "question" : why == Refused::NoSuchAnswer ? "choice" : "";
}

engine::skin::Machine changed(engine::skin::Machine machine, const ToolLine& tool) {
  if (tool.needle) machine.needle = *tool.needle;
  if (tool.rate_mhz) machine.rate_mhz = *tool.rate_mhz;
  if (tool.set_um) machine.set_um = *tool.set_um;
  if (tool.stroke_um) machine.stroke_um = *tool.stroke_um;
  if (tool.dilution_milli) machine.dilution_milli = *tool.dilution_milli;
  if (tool.stretch_permille) machine.stretch_permille = *tool.stretch_permille;
  if (tool.pigment) machine.pigment = *tool.pigment;
  return machine;
}

// Feeds lines into decide and apply.
class Player {
 public:
  Player(std::shared_ptr<const assessment::Site> site, const engine::core::Digest& hash)
      : attempt_(begin(std::move(site))), hash_(hash) {
    take(engine::sim::Event{engine::sim::DeviceChanged{{}, engine::sim::DeviceKind::File, "samples", true}});
    take(engine::sim::Event{engine::sim::Calibrated{}});
  }

  Played line(const SampleLine& line) {
    const auto* sample = std::get_if<engine::sim::NeedleSample>(&line);
    const engine::core::AttemptTime t =
        sample != nullptr ? sample->t_us : std::get<EventLine>(line).t_us.value_or(now_);
    if (t < now_)
      return cannot_play({.message = "expected a time that does not fall",
                          .file = {},
                          .line = {},
                          .column = {},
                          .field = "t_us"});
    now_ = t;
    if (sample != nullptr) {
      // What comes after the lesson's time leaves no trace, as in the window.
      if (!attempt_.skin.contact && time_is_up(attempt_, now_)) return {};
      return intend(MoveNeedle{*sample});
    }
    return event(std::get<EventLine>(line));
  }
  tl::expected<std::vector<AttemptEvent>, NotPlayed> finish() {
    if (auto done = intend(Finish{now_}); !done) return tl::unexpected<NotPlayed>(done.error());
    return std::move(events_);
  }

 private:
  Played event(const EventLine& e) {
    if (e.name == "next_step") return intend(NextStep{now_});
    if (e.name == "undo") return intend(Undo{now_, e.undo});
    if (e.name == "redo") return intend(Redo{now_});
    if (e.name == "tool") return intend(ChangeMachine{now_, changed(attempt_.skin.machine, e.tool)});
    if (e.name == "hairline") return intend(DrawHairline{now_, e.points});
    if (e.name == "heal") return intend(Heal{now_, e.days});
    if (e.name == "calibration") return calibrate(e.calibration);
    if (e.name == "interrupt") return intend(InterruptContact{now_});
    if (e.name == "device") return note(e.device);
    if (e.name == "view") return note(engine::sim::ViewScaled{now_, e.px_per_mm_milli});
    // As with the needle: what comes after the lesson's time leaves no trace.
    if (e.name == "answer" && time_is_up(attempt_, now_)) return {};
    return intend(AnswerQuestion{now_, e.question, e.choice});
  }
  Played calibrate(engine::sim::Calibrated calibration) {
    if (attempt_.skin.contact)
      return cannot_play({.message = "a calibration comes between contacts, not while the tip touches"});
    return note(calibration);
  }
  template <class Event>
  Played note(Event event) {
    event.t_us = now_;
    take(engine::sim::Event{std::move(event)});
    return {};
  }
  Played intend(const Intent& intent) {
    auto events = decide(attempt_, intent, hash_);
    if (!events)
      return tl::unexpected<NotPlayed>(
          NotPlayed{{.message = {}, .field = field_of(events.error().why)}, events.error()});
    for (auto& event : *events) take(std::move(event));
    return {};
  }
  void take(AttemptEvent event) {
    runner::apply(attempt_, event);
    events_.push_back(std::move(event));
  }

  Attempt attempt_;
  engine::core::Digest hash_;
  std::vector<AttemptEvent> events_;
  engine::core::AttemptTime now_;
};

}  // namespace

tl::expected<std::vector<AttemptEvent>, NotPlayed> play(std::shared_ptr<const assessment::Site> site,
                                                        std::string_view text,
                                                        const engine::core::Digest& lesson_hash) {
  Player player(std::move(site), lesson_hash);
  int number = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view row = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (!row.empty() && row.back() == '\r') row.remove_suffix(1);
    if (row.find_first_not_of(" \t") == std::string_view::npos) continue;
    const auto line = read_sample_line(row, number);
    if (!line) return cannot_play(line.error());
    if (auto done = player.line(*line); !done) {
      auto failed = done.error();
      failed.where.line = number;
      return tl::unexpected<NotPlayed>(std::move(failed));
    }
  }
  return player.finish();
}

}  // namespace trainer::runner
