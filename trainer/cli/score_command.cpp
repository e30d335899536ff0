#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "engine/core/printable.h"
#include "engine/skin/healing.h"
#include "trainer/assessment/fix.h"
#include "trainer/assessment/score_json.h"
#include "trainer/cli/commands.h"
#include "trainer/cli/numbers.h"
#include "trainer/cli/open.h"
#include "trainer/cli/say.h"
#include "trainer/runner/attempt.h"
#include "trainer/words/causes.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"
#include "trainer/words/verdict.h"

namespace trainer::cli {

using nlohmann::json;

namespace {

struct Options {
  std::vector<std::string> records;
  std::optional<std::size_t> apply_fix;  // a ledger line, from 0
  std::string at;                        // the age to judge at; empty: the lesson's
  std::optional<double> at_days = {};
  unsigned jobs = 1;
  bool salvage = false, as_json = false, require_pass = false;
};

CLI::Validator age_check() {
  return {[](std::string& text) {
            const auto age = engine::skin::parse_age(text);
            return age ? std::string() : age.error().message;
          },
          "", "age"};
}

// What one record gives: a document, or why not.
struct Scored {
  json document;
  assessment::Assessment assessed;
  std::string digest;
  std::shared_ptr<const assessment::Site> site;
};

engine::core::Result<assessment::Assessment> assess(const runner::Attempt& attempt, const Options& o) {
  auto work = runner::work_of(attempt);
  work.at_days = o.at_days;
  auto before = assessment::assess(*attempt.site, work);
  if (!o.apply_fix) return before;
  const std::size_t number = *o.apply_fix;
  if (number >= before.ledger.size())
    return engine::core::fail(fmt::format("there is no ledger line {}; this record has {}, counted from 0",
                                          number, before.ledger.size()));
  const auto& fix = before.ledger[number].fix;
  if (!fix) return engine::core::fail(fmt::format("ledger line {} has no fix that could be applied", number));
  const auto dots = assessment::apply_fix(*attempt.site, attempt.skin.dots, *fix);
  work.dots = dots;
  return assessment::assess(*attempt.site, work);
}

engine::core::Result<Scored> score_one(const Options& o, const std::string& path) {
  const auto open = library::open_record(path, reading(o.salvage));
  if (!open) return engine::core::fail(open.error());
  const auto attempt = runner::fold(open->site, open->record.events);
  auto assessed = assess(attempt, o);
  if (!assessed) {
    auto error = assessed.error();
    error.file = path;
    return engine::core::fail(std::move(error));
  }
  const auto& hash = open->record.header.lesson_hash;
  Scored scored{assessment::score_json(*open->site, hash, *assessed), std::move(*assessed), {}, open->site};
  words::add_sentences(scored.document, *open->site, scored.assessed);
  scored.digest = assessment::score_digest(*open->site, hash, scored.assessed);
  scored.document["record"] = engine::core::as_utf8(path);
  scored.document["digest"] = scored.digest;
  if (open->record.salvaged) scored.document["salvaged"] = true;
  if (o.apply_fix) scored.document["applied_fix"] = *o.apply_fix;
  if (o.at_days) scored.document["at"] = o.at;
  return scored;
}

// Every record, in the order given, by as many threads as asked for.
std::vector<engine::core::Result<Scored>> score_all(const Options& o) {
  std::vector<engine::core::Result<Scored>> results(o.records.size(), engine::core::fail("not scored"));
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < o.records.size(); i = next++) results[i] = score_one(o, o.records[i]);
  };
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < std::min<std::size_t>(o.jobs, o.records.size()); ++i) others.emplace_back(work);
  work();
  others.clear();  // joins
  return results;
}

void print(const std::string& record, const assessment::Site& site, const assessment::Assessment& a,
           const std::string& digest) {
  say("{}\n  {}\n", engine::core::on_one_line(record), words::verdict(site, a));
  for (const auto& c : a.criteria)
    say("  {:<12} {:>7}   {}\n", words::label(c.id), c.score ? words::points_text(*c.score) : "-",
        c.simulated ? words::say("weight {}, a third of it: depth simulated from press time", c.weight)
                    : words::say("weight {}", c.weight));
  for (std::size_t i = 0; i < a.ledger.size(); ++i) {
    const auto& l = a.ledger[i];
    const words::CauseWords said = words::of(l, site, a);
    const std::string both = words::together({said.cause, said.advice});
    say("  {:>2}. {:>8}  {}\n", i, words::points_text(l.points),
        l.fix ? words::say("{} (--apply-fix {}: +{})", both, i, words::points_text(l.gain)) : both);
  }
  say("  {}\n", a.total ? words::say("total {}   digest {}", words::points_text(*a.total), digest)
                        : words::say("total none   digest {}", digest));
}

int score(const Options& o) {
  json list = json::array();
  int code = kOk;
  bool all_passed = true;
  auto results = score_all(o);
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!results[i]) {
      code = complain(results[i].error());
      list.push_back(failed("record", o.records[i], results[i].error()));
      continue;
    }
    all_passed = all_passed && results[i]->assessed.passed;
    if (!o.as_json) print(o.records[i], *results[i]->site, results[i]->assessed, results[i]->digest);
    list.push_back(std::move(results[i]->document));
  }
  if (o.as_json) say_json(o.records.size() == 1 && code == kOk ? list[0] : list);
  return code == kOk && o.require_pass && !all_passed ? kBad : code;
}

}  // namespace

void add_score(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("score", "Fold records and score them");
  auto o = std::make_shared<Options>();
  command->add_option("records", o->records, "Records (.smprec)")->required();
  command->add_option("--jobs", o->jobs, "Records scored at the same time")->check(number_between(1, 256));
  command
      ->add_option("--at", o->at,
                   "Score the work as it will be at this age: fresh, or a number with d, w or y (4w, 3y). An "
                   "illustration from a model of healing")
      ->check(age_check())
      ->option_text("TIME");
  command
      ->add_option("--apply-fix", o->apply_fix,
                   "Score the work as it would be with the fix of this ledger line (from 0)")
      ->transform(whole_number_up_to(100'000));
  command->add_flag("--salvage", o->salvage, "Score the longest valid part of a damaged record");
  command->add_flag("--require-pass", o->require_pass, "Exit 1 when one is below the pass mark");
  command->add_flag("--json", o->as_json, "One JSON document on stdout");
  command->callback([o, &exit_code] {
    if (!o->at.empty()) o->at_days = engine::skin::parse_age(o->at).value();
    exit_code = score(*o);
  });
}

}  // namespace trainer::cli
