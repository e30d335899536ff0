#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "trainer/assessment/score_json.h"
#include "trainer/cli/commands.h"
#include "trainer/cli/open.h"
#include "trainer/cli/pictures.h"
#include "trainer/report/html.h"
#include "trainer/runner/attempt.h"

namespace trainer::cli {

namespace fs = std::filesystem;

namespace {

struct Options {
  std::vector<std::string> records;
  std::string output;
  bool html = false, no_pictures = false, salvage = false, as_json = false;
};

engine::core::Result<std::string> write_page(const Options& o, const std::string& path,
                                             const std::string& name) {
  auto open = library::open_record(path, reading(o.salvage));
  if (!open) return engine::core::fail(open.error());
  const auto attempt = runner::fold(open->site, open->record.events);
  const auto assessed = runner::assess(attempt);
  const auto& hash = open->record.header.lesson_hash;
  report::ReportInput input{.record = fs::path(path).filename().string(),
                            .digest = assessment::score_digest(*open->site, hash, assessed),
                            .lesson_hash = engine::core::hex(hash),
                            .salvaged = open->record.salvaged,
                            .pictures = {}};
  if (!o.no_pictures) {
    std::string why_not;
    input.pictures = take_pictures(attempt, path, o.salvage, why_not);
    if (!why_not.empty()) fmt::print(stderr, "note: no pictures of the skin: {}\n", why_not);
  }
  const std::string page = (fs::path(o.output) / name).string();
  if (auto written = write_text(page, report::html_report(attempt, assessed, input)); !written)
    return engine::core::fail(written.error());
  return page;
}

int report(const Options& o) {
  std::error_code error;
  fs::create_directories(o.output, error);
  if (error) return complain({.message = "cannot make this folder: " + error.message(), .file = o.output});
  nlohmann::json pages = nlohmann::json::array();
  int code = kOk;
  for (const auto& path : o.records) {
    const std::string name = o.records.size() == 1 ? "index.html" : fs::path(path).stem().string() + ".html";
    const auto page = write_page(o, path, name);
    if (!page) {
      code = complain(page.error());
      continue;
    }
    pages.push_back(*page);
    if (!o.as_json) fmt::print("{}\n", *page);
  }
  if (o.as_json) fmt::print("{}\n", nlohmann::json{{"pages", pages}}.dump(2));
  return code;
}

}  // namespace

void add_report(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("report", "Write reports with plots, maps and pictures");
  auto o = std::make_shared<Options>();
  command->add_option("records", o->records, "Records (.smprec)")->required();
  command->add_option("-o,--output", o->output, "Folder to write into")->required();
  command->add_flag("--html", o->html, "A self-contained page a record (the default)");
  command->add_flag("--no-pictures", o->no_pictures, "Maps and plots only, no pictures of the skin");
  command->add_flag("--salvage", o->salvage, "Use the longest valid part of a damaged record");
  command->add_flag("--json", o->as_json, "One JSON document on stdout");
  command->callback([o, &exit_code] { exit_code = report(*o); });
}

}  // namespace trainer::cli
