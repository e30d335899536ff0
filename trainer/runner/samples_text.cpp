// A record as SAMPLES.jsonl.
#include "trainer/runner/samples_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "trainer/runner/decide.h"
#include "trainer/runner/sample_line.h"

namespace trainer::runner {

namespace {

using namespace engine::sim;

// The shortest text that reads back as the same number.
std::string number(double x) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), x);
  return {text.data(), end.ptr};
}
std::string thousandths(std::int32_t x) {
  return number(x / 1000.0);
}
std::string tenths(const Tilt& tilt) {
  return fmt::format("[{},{}]", number(tilt.x_ddeg / 10.0), number(tilt.y_ddeg / 10.0));
}
std::string place(const engine::scalp::CanvasPoint& at) {
  return fmt::format("[{},{}]", thousandths(at.u_um), thousandths(at.v_um));
}
std::string share(std::uint16_t pressure) {
  return number(pressure / static_cast<double>(kFullPressure));
}
std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string sample_line(const NeedleSample& s) {
  std::string line = fmt::format("{{\"t_us\":{},\"at\":{}", s.t_us.us, place(s.at));
  if (s.pressure) line += fmt::format(",\"pressure\":{}", share(*s.pressure));
  if (s.tilt) line += fmt::format(",\"tilt_deg\":{}", tenths(*s.tilt));
  return line + fmt::format(",\"contact\":{}}}\n", s.contact);
}

// Keys of an event's line behind its name; nothing: an event without a line.
struct Keys {
  std::optional<std::string> operator()(const NeedleMoved&) const { return std::nullopt; }
  std::optional<std::string> operator()(const ContactInterrupted&) const { return "\"interrupt\""; }
  std::optional<std::string> operator()(const MachineChanged& e) const {
    const auto& m = e.machine;
    return fmt::format(R"("tool","needle":{},"rate_hz":{},"set_mm":{},"stroke_mm":{},)"
                       R"("pigment":{},"dilution":{},"stretch":{})",
                       quoted(engine::skin::to_string(m.needle)), thousandths(m.rate_mhz),
                       thousandths(m.set_um), thousandths(m.stroke_um), quoted(m.pigment),
                       thousandths(m.dilution_milli), thousandths(m.stretch_permille));
  }
  std::optional<std::string> operator()(const DeviceChanged& e) const {
    return fmt::format(R"("device","kind":"{}"{},"timed":{})", kDeviceNames[static_cast<std::size_t>(e.kind)],
                       e.name.empty() ? "" : ",\"name\":" + quoted(e.name), e.timed_presses);
  }
  std::optional<std::string> operator()(const Calibrated& e) const {
    return fmt::format(R"("calibration","minimum_pressure":{},"maximum_pressure":{},"curve":{},)"
                       R"("press_time":{},"depth_offset":{},"upright_deg":{})",
                       share(e.minimum_pressure), share(e.maximum_pressure),
                       thousandths(e.curve_gamma_permille), thousandths(e.press_time_permille),
                       thousandths(e.depth_offset_permille), tenths(e.upright));
  }
  std::optional<std::string> operator()(const ViewScaled& e) const {
    return fmt::format(R"("view","px_per_mm":{})", thousandths(e.px_per_mm_milli));
  }
  std::optional<std::string> operator()(const Undone& e) const {
    return fmt::format(R"("undo","dot":{})", e.scope == UndoScope::Dot);
  }
  std::optional<std::string> operator()(const Redone&) const { return "\"redo\""; }
  std::optional<std::string> operator()(const Healed& e) const {
    return fmt::format(R"("heal","days":{})", e.days);
  }
  std::optional<std::string> operator()(const Event& e) const { return std::visit(*this, e); }
  std::optional<std::string> operator()(const SittingStarted&) const { return std::nullopt; }
  std::optional<std::string> operator()(const StepEntered&) const { return "\"next_step\""; }
  std::optional<std::string> operator()(const Answered& e) const {
    return fmt::format(R"("answer","question":{},"choice":{})", e.question, e.choice);
  }
  std::optional<std::string> operator()(const HairlineDrawn& e) const {
    std::string points;
    for (const auto& p : e.points) points += (points.empty() ? "" : ",") + place(p);
    return fmt::format(R"("hairline","points":[{}])", points);
  }
  std::optional<std::string> operator()(const CueUsed&) const { return std::nullopt; }
  std::optional<std::string> operator()(const Finished&) const { return std::nullopt; }
};

// What a person did that enters a step along the way.
std::optional<Intent> deed(const AttemptEvent& any) {
  if (const auto* e = std::get_if<HairlineDrawn>(&any)) return DrawHairline{e->t_us, e->points};
  if (const auto* e = std::get_if<Answered>(&any)) return AnswerQuestion{e->t_us, e->question, e->choice};
  const auto* event = std::get_if<Event>(&any);
  if (event == nullptr) return std::nullopt;
  if (const auto* e = std::get_if<NeedleMoved>(event)) return MoveNeedle{e->sample};
  if (const auto* e = std::get_if<Healed>(event)) return Heal{e->t_us, e->days};
  return std::nullopt;
}

// How many of these events the intent leads to; 0: it leads to others.
std::size_t led_to(const Attempt& attempt, const Intent& intent, std::span<const AttemptEvent> events) {
  const auto led = decide(attempt, intent, {});
  if (!led || led->size() > events.size() || !std::equal(led->begin(), led->end(), events.begin())) return 0;
  return led->size();
}

// Events that one line stands for, from the first on, and the one that the line names.
struct Said {
  std::size_t count = 1;
  const AttemptEvent* by = nullptr;
};

bool heals(const AttemptEvent& any) {
  const auto* event = std::get_if<Event>(&any);
  return event != nullptr && std::holds_alternative<Healed>(*event);
}

// A step is entered by what was done in it, or passed on purpose.
Said entered(const Attempt& attempt, std::span<const AttemptEvent> events) {
  // a robot waits a moment between the two
  if (events.size() > 1 && heals(events[1])) return {2, &events[1]};
  for (std::size_t i = 1; i < events.size() && !deed(events[i - 1]); ++i) {
    const auto intent = deed(events[i]);
    if (intent && led_to(attempt, *intent, events) == i + 1) return {i + 1, &events[i]};
  }
  return {std::max<std::size_t>(1, led_to(attempt, NextStep{time_us(events.front())}, events)),
          &events.front()};
}

class Writer {
 public:
  explicit Writer(std::shared_ptr<const assessment::Site> site) : attempt_(begin(std::move(site))) {}

  std::string write(std::span<const AttemptEvent> events) {
    while (!events.empty()) {
      const Said said = std::holds_alternative<StepEntered>(events.front()) ? entered(attempt_, events)
                                                                            : Said{1, &events.front()};
      line(*said.by);
      for (const auto& event : events.first(said.count)) runner::apply(attempt_, event);
      events = events.subspan(said.count);
    }
    return std::move(text_);
  }

 private:
  void line(const AttemptEvent& any) {
    const engine::core::AttemptTime t = time_us(any);
    const auto* event = std::get_if<Event>(&any);
    if (const auto* moved = event != nullptr ? std::get_if<NeedleMoved>(event) : nullptr) {
      text_ += sample_line(moved->sample);
    } else if (const auto keys = std::visit(Keys{}, any)) {
      text_ += t > now_ ? fmt::format("{{\"t_us\":{},\"event\":{}}}\n", t.us, *keys)
                        : fmt::format("{{\"event\":{}}}\n", *keys);
    } else {
      return;
    }
    now_ = std::max(now_, t);
  }

  Attempt attempt_;
  std::string text_;
  engine::core::AttemptTime now_;  // as `play` will count it
};

}  // namespace

std::string samples_text(std::shared_ptr<const assessment::Site> site, std::span<const AttemptEvent> events) {
  return Writer(std::move(site)).write(events);
}

}  // namespace trainer::runner
