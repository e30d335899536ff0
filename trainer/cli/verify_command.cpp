#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "trainer/assessment/score_json.h"
#include "trainer/cli/commands.h"
#include "trainer/cli/open.h"
#include "trainer/runner/attempt.h"

namespace trainer::cli {

using nlohmann::json;

namespace {

struct Options {
  std::vector<std::string> records;
  bool as_json = false;
};

// The claim of the `finished` event against what the fold says.
json claim(const library::OpenRecord& open) {
  const auto attempt = runner::fold(open.site, open.record.events);
  if (!attempt.finished) return {{"finished", false}, {"holds", nullptr}};
  auto before = attempt;
  before.finished.reset();
  const auto assessed = runner::assess(before);
  const std::string digest = assessment::score_digest(*open.site, open.record.header.lesson_hash, assessed);
  const bool holds =
      assessed.total.value_or(-1) == attempt.finished->total_hundredths && digest == attempt.finished->digest;
  const auto points = [](int hundredths) {
    return hundredths < 0 ? json(nullptr) : json(hundredths / 100.0);
  };
  return {{"finished", true},
          {"holds", holds},
          {"claimed_total", points(attempt.finished->total_hundredths)},
          {"total", points(assessed.total.value_or(-1))},
          {"claimed_digest", attempt.finished->digest},
          {"digest", digest}};
}

int verify_one(const std::string& path, json& list, bool as_json) {
  const auto checked = store::verify_record(path);
  if (!checked) {
    list.push_back({{"record", path}, {"error", engine::core::describe(checked.error())}});
    return complain(checked.error());
  }
  json document = {{"record", path},
                   {"intact", checked->intact},
                   {"valid_frames", checked->valid_frames},
                   {"valid_to_us", checked->valid_to_us.us}};
  document["reason"] = checked->intact ? json(nullptr) : json(checked->reason);
  int code = checked->intact ? kOk : kBad;
  if (checked->intact) {
    const auto open = library::open_record(path);
    if (!open) return complain(open.error());
    document["lesson"] = open->record.header.lesson_id;
    document["claim"] = claim(*open);
    if (document["claim"]["holds"] == false) code = kBad;
  }
  if (!as_json) {
    fmt::print("{}: {}\n", path, checked->intact ? "intact" : "damaged: " + checked->reason);
    if (document.contains("claim") && document["claim"]["finished"] == true)
      fmt::print("  claim {}: total {}\n", document["claim"]["holds"] == true ? "holds" : "does not hold",
                 document["claim"]["total"].dump());
  }
  list.push_back(std::move(document));
  return code;
}

int verify(const Options& o) {
  json list = json::array();
  int code = kOk;
  for (const auto& path : o.records) code = std::max(code, verify_one(path, list, o.as_json));
  if (o.as_json) fmt::print("{}\n", (list.size() == 1 ? list[0] : list).dump(2));
  return code;
}

}  // namespace

void add_verify(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("verify", "Is a record intact, and does its claim hold?");
  auto o = std::make_shared<Options>();
  command->add_option("records", o->records, "Records (.smprec)")->required();
  command->add_flag("--json", o->as_json, "One JSON document on stdout");
  command->callback([o, &exit_code] { exit_code = verify(*o); });
}

}  // namespace trainer::cli
