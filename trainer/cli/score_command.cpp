#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "trainer/assessment/score_json.h"
#include "trainer/assessment/words.h"
#include "trainer/cli/commands.h"
#include "trainer/cli/open.h"

namespace trainer::cli {

using nlohmann::json;

namespace {

struct Options {
  std::vector<std::string> records;
  bool salvage = false, as_json = false, require_pass = false;
};

void print(const std::string& record, const assessment::Assessment& a, const std::string& digest) {
  fmt::print("{}\n  {}\n", record, a.verdict);
  for (const auto& c : a.criteria)
    fmt::print("  {:<12} {:>7}   weight {}{}\n", assessment::label(c.id), c.score ? assessment::points_text(*c.score) : "-", c.weight,
               c.simulated ? ", a third of it: depth simulated from press time" : "");
  for (const auto& l : a.ledger) fmt::print("  {:>8}  {} {}\n", assessment::points_text(l.points), l.cause, l.advice);
  fmt::print("  total {}   digest {}\n", a.total ? assessment::points_text(*a.total) : "none", digest);
}

int score(const Options& o) {
  json list = json::array();
  int code = kOk;
  bool all_passed = true;
  for (const auto& path : o.records) {
    const auto open = open_record(path, o.salvage);
    if (!open) {
      code = complain(open.error());
      list.push_back({{"record", path}, {"error", engine::core::describe(open.error())}});
      continue;
    }
    const auto assessed = runner::assess(runner::fold(open->site, open->record.events));
    json document = assessment::score_json(*open->site, open->record.header.lesson_hash, assessed);
    const std::string digest = assessment::score_digest(*open->site, open->record.header.lesson_hash, assessed);
    document["record"] = path;
    document["digest"] = digest;
    if (open->record.salvaged) document["salvaged"] = true;
    all_passed = all_passed && assessed.passed;
    if (!o.as_json) print(path, assessed, digest);
    list.push_back(std::move(document));
  }
  if (o.as_json) fmt::print("{}\n", (o.records.size() == 1 && code == kOk ? list[0] : list).dump(2));
  return code == kOk && o.require_pass && !all_passed ? kBad : code;
}

}  // namespace

void add_score(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("score", "Fold records and score them");
  auto o = std::make_shared<Options>();
  command->add_option("records", o->records, "Records (.smprec)")->required();
  command->add_flag("--salvage", o->salvage, "Score the longest valid part of a damaged record");
  command->add_flag("--require-pass", o->require_pass, "Exit 1 when one is below the pass mark");
  command->add_flag("--json", o->as_json, "One JSON document on stdout");
  command->callback([o, &exit_code] { exit_code = score(*o); });
}

}  // namespace trainer::cli
