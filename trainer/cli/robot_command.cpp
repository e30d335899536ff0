#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "engine/core/printable.h"
#include "trainer/assessment/score_json.h"
#include "trainer/cli/commands.h"
#include "trainer/cli/numbers.h"
#include "trainer/cli/open.h"
#include "trainer/cli/say.h"
#include "trainer/robots/robot.h"
#include "trainer/runner/attempt.h"
#include "trainer/runner/decide.h"
#include "trainer/words/refusals.h"

namespace trainer::cli {

namespace {

struct Options {
  std::string lesson, kind = "expert", output, lessons;
  double skill = 0.6;
  std::uint64_t seed = 1;
  bool list = false, json = false;
};

int list_kinds(bool as_json) {
  nlohmann::json list = nlohmann::json::array();
  for (const auto& kind : robots::kinds()) {
    list.push_back({{"kind", kind.name}, {"cheat", kind.cheat}, {"summary", kind.summary}});
    if (!as_json) say("{:<14} {}{}\n", kind.name, kind.cheat ? "(cheat) " : "", kind.summary);
  }
  if (as_json) say_json(list);
  return kOk;
}

int work(const Options& o) {
  if (const auto refused = refuse_overlap(files_of_lesson(o.lesson, o.lessons), {o.output})) return *refused;
  auto package = open_lesson(o.lesson, o.lessons);
  if (!package) return complain(package.error());
  auto site = assessment::Site::make(package->lesson);
  if (!site) return complain(site.error());
  auto events = robots::perform(*site, o.kind, o.skill, o.seed);
  if (!events) return complain(events.error());
  const auto attempt = runner::fold(*site, *events);
  auto last = runner::decide(attempt, runner::Finish{attempt.skin.t_us}, package->hash);
  if (!last) return complain({.message = words::of(last.error())});
  events->insert(events->end(), last->begin(), last->end());
  const auto header = library::header_for(*package, o.seed, engine::sim::DeviceKind::Robot);
  if (auto written = write_record(o.output, header, *package, *events); !written)
    return complain(written.error());
  if (o.json)
    say("{}\n",
        nlohmann::json{
            {"record", engine::core::as_utf8(o.output)}, {"kind", o.kind}, {"dots", attempt.skin.dots.size()}}
            .dump());
  return kOk;
}

int run(const Options& o) {
  if (o.list) return list_kinds(o.json);
  if (!o.lesson.empty() && !o.output.empty()) return work(o);
  remark("error: name a lesson and a record (-o), or --list\nTry `smp robot --help`.\n");
  return kUsage;
}

}  // namespace

void add_robot(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("robot", "A simulated practitioner does the lesson");
  auto o = std::make_shared<Options>();
  command->add_option("lesson", o->lesson, "Lesson id or path");
  command->add_option("--kind", o->kind, "See --list")->capture_default_str();
  command->add_option("--skill", o->skill, "Of kind practitioner: 0 never held a needle, 1 expert")
      ->check(number_between(0.0, 1.0))
      ->capture_default_str();
  command->add_option("--seed", o->seed, "Another hand, same skill")
      ->transform(whole_number_up_to(kLargestSeed))
      ->capture_default_str();
  command->add_option("-o,--output", o->output, "Record to write");
  command->add_option("--lessons", o->lessons, "Folder of lessons");
  command->add_flag("--list", o->list, "List the kinds");
  command->add_flag("--json", o->json, "One JSON document on stdout");
  command->callback([o, &exit_code] { exit_code = run(*o); });
}

}  // namespace trainer::cli
