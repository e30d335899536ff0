#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "engine/core/printable.h"
#include "trainer/assessment/score_json.h"
#include "trainer/cli/commands.h"
#include "trainer/cli/open.h"
#include "trainer/cli/say.h"
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

// Nothing is known to be missing of a record whose program stopped, yet nothing says that it is all.
std::string verdict(const json& document) {
  const bool intact = document["intact"] == true, closed = document["closed"] == true;
  if (intact) return closed ? "intact" : "never closed; what there is of it is intact";
  return (closed ? "damaged: " : "never closed, and not whole: ") + document["reason"].get<std::string>();
}

void print(const std::string& path, const json& document) {
  say("{}: {}\n", engine::core::on_one_line(path), verdict(document));
  if (!document.contains("claim") || document["claim"]["finished"] != true) return;
  say("  claim {}: total {}\n", document["claim"]["holds"] == true ? "holds" : "does not hold",
      document["claim"]["total"].dump());
}

engine::core::Result<json> verified(const std::string& path) {
  const auto checked = store::verify_record(path);
  if (!checked) return engine::core::fail(checked.error());
  json document = {{"record", engine::core::as_utf8(path)},
                   {"intact", checked->intact},
                   {"closed", !checked->never_closed},
                   {"valid_frames", checked->valid_frames},
                   {"valid_to_us", checked->valid_to_us.us}};
  document["reason"] = checked->intact ? json(nullptr) : json(engine::core::as_utf8(checked->reason));
  if (!checked->intact) return document;
  const auto open = library::open_record(path);
  if (!open) return engine::core::fail(open.error());
  document["lesson"] = open->record.header.lesson_id;
  document["claim"] = claim(*open);
  return document;
}

int verify_one(const std::string& path, json& list, bool as_json) {
  auto document = verified(path);
  if (!document) {
    list.push_back(failed("record", path, document.error()));
    return complain(document.error());
  }
  if (!as_json) print(path, *document);
  const bool good = (*document)["intact"] == true && (*document)["claim"]["holds"] != false;
  list.push_back(std::move(*document));
  return good ? kOk : kBad;
}

int verify(const Options& o) {
  json list = json::array();
  int code = kOk;
  for (const auto& path : o.records) code = std::max(code, verify_one(path, list, o.as_json));
  if (o.as_json) say_json(list.size() == 1 ? list[0] : list);
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
