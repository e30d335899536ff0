#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <nlohmann/json.hpp>

#include "engine/core/printable.h"
#include "trainer/assessment/score_json.h"
#include "trainer/cli/commands.h"
#include "trainer/cli/numbers.h"
#include "trainer/cli/open.h"
#include "trainer/cli/say.h"
#include "trainer/runner/attempt.h"
#include "trainer/runner/samples.h"
#include "trainer/runner/samples_text.h"
#include "trainer/store/outputs.h"
#include "trainer/words/counts.h"

namespace trainer::cli {

using nlohmann::json;

namespace {

struct Options {
  std::string record, dots, samples;
  std::optional<std::int64_t> to_us;
  bool salvage = false, as_json = false;
};

std::string number(double x) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, x);
  return {text, end.ptr};
}

std::string dots_csv(const runner::Attempt& attempt) {
  std::string csv =
      "dot,t_us,u_mm,v_mm,zone,pressure,dwell_us,deposit_depth_mm,delta,diameter_mm,angle_deg,treatment_"
      "session,withdrawn\n";
  for (const auto& d : attempt.skin.dots) {
    const auto target = attempt.site->target_at(d.at);
    csv += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{}\n", d.number, d.t_us.us,
                       number(d.at.u_um / 1000.0), number(d.at.v_um / 1000.0),
                       target ? attempt.site->targets()[*target].zone.id : "", number(d.pressure / 8192.0),
                       d.dwell_us.us, number(d.deposit_depth_um / 1000.0), number(engine::skin::delta(d)),
                       number(d.diameter_um / 1000.0), number(d.angle_ddeg / 10.0), d.treatment_session,
                       d.withdrawn ? 1 : 0);
  }
  return csv;
}

json summary(const Options& o, const library::OpenRecord& open, const runner::Attempt& attempt) {
  const auto assessed = runner::assess(attempt);
  const auto& hash = open.record.header.lesson_hash;
  json score = assessment::score_json(*open.site, hash, assessed);
  score["digest"] = assessment::score_digest(*open.site, hash, assessed);
  std::size_t visible = 0;
  for (const auto& d : attempt.skin.dots) visible += d.withdrawn ? 0 : 1;
  json document = {{"record", engine::core::as_utf8(o.record)},
                   {"to_us", o.to_us ? *o.to_us : attempt.skin.t_us.us},
                   {"step", attempt.step},
                   {"state_digest", engine::core::hex(runner::digest(attempt))},
                   {"dots", visible},
                   {"score", score}};
  if (open.record.salvaged) document["salvaged"] = true;
  return document;
}

// What was asked for on stdout, where it takes the place of all else.
bool says_rows(const Options& o) {
  return o.samples == "-" || o.dots == "-";
}

engine::core::Result<void> write_or_say(const std::string& where, const std::string& text) {
  if (where.empty()) return {};
  if (where != "-") return store::write_output(where, text);
  say_text(text);
  return {};
}

std::optional<int> refuse_outputs(const Options& o) {
  if (o.samples == "-" && o.dots == "-") {
    remark("error: --dots and --samples cannot both go to stdout; expected a file for one of them\n");
    return kUsage;
  }
  const auto file = [](const std::string& where) { return where == "-" ? std::string() : where; };
  return refuse_overlap({o.record, o.record + "-wal", o.record + "-journal"},
                        {file(o.samples), file(o.dots)});
}

int replay(const Options& o) {
  if (const auto refused = refuse_outputs(o)) return *refused;
  const auto open = library::open_record(o.record, reading(o.salvage));
  if (!open) return complain(open.error());
  const auto& events = open->record.events;
  const auto attempt = o.to_us ? runner::fold_to(open->site, events, engine::core::AttemptTime{*o.to_us})
                               : runner::fold(open->site, events);
  if (!o.samples.empty())
    if (auto written = write_or_say(o.samples, runner::samples_text(open->site, events)); !written)
      return complain(written.error());
  if (auto written = write_or_say(o.dots, o.dots.empty() ? "" : dots_csv(attempt)); !written)
    return complain(written.error());
  if (says_rows(o)) return kOk;
  const json document = summary(o, *open, attempt);
  if (o.as_json) {
    say_json(document);
  } else {
    say("{}: {} at {:.3f} s, step {}, total {}\nstate {}\n", engine::core::on_one_line(o.record),
        words::dots(document["dots"].get<std::size_t>()), document["to_us"].get<double>() / 1e6,
        attempt.step + 1, document["score"]["total"].dump(), document["state_digest"].get<std::string>());
  }
  return kOk;
}

}  // namespace

void add_replay(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("replay", "Fold a record to a time");
  auto o = std::make_shared<Options>();
  command->add_option("record", o->record, "Record (.smprec)")->required();
  command->add_option("--to", o->to_us, "Microseconds since the start")
      ->transform(whole_number_up_to(std::uint64_t{1} << 62));
  command->add_option("--dots", o->dots, "Write the dots as CSV; - for stdout, then nothing else is printed");
  command->add_option(
      "--samples", o->samples,
      "Write samples and events as SAMPLES.jsonl, for smp play; - for stdout, then nothing else is printed");
  command->add_flag("--salvage", o->salvage, "Use the longest valid part of a damaged record");
  command->add_flag("--json", o->as_json, "One JSON document on stdout");
  command->callback([o, &exit_code] { exit_code = replay(*o); });
}

}  // namespace trainer::cli
