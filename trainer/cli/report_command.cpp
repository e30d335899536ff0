#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "engine/core/printable.h"
#include "trainer/assessment/score_json.h"
#include "trainer/cli/commands.h"
#include "trainer/cli/open.h"
#include "trainer/cli/pictures.h"
#include "trainer/cli/say.h"
#include "trainer/report/html.h"
#include "trainer/runner/attempt.h"
#include "trainer/store/outputs.h"

namespace trainer::cli {

namespace fs = std::filesystem;

namespace {

struct Options {
  std::vector<std::string> records;
  std::string output;
  bool html = false, no_pictures = false, salvage = false, as_json = false;
};

// A record and the page made of it.
struct Page {
  std::string record, path;
};

std::vector<Page> pages_of(const Options& o) {
  std::vector<Page> pages;
  for (const auto& record : o.records) {
    const std::string name = o.records.size() == 1 ? "index" : fs::path(record).stem().string();
    pages.push_back({record, (fs::path(o.output) / (name + ".html")).string()});
  }
  return pages;
}

std::optional<int> refuse_pages(const Options& o, const std::vector<Page>& pages) {
  std::vector<std::string> outputs{o.output};
  for (const auto& page : pages) outputs.push_back(page.path);
  return refuse_overlap(o.records, outputs);
}

engine::core::Result<void> write_page(const Options& o, const Page& page) {
  auto open = library::open_record(page.record, reading(o.salvage));
  if (!open) return engine::core::fail(open.error());
  const auto attempt = runner::fold(open->site, open->record.events);
  const auto assessed = runner::assess(attempt);
  const auto& hash = open->record.header.lesson_hash;
  report::ReportInput input{.record = fs::path(page.record).filename().string(),
                            .digest = assessment::score_digest(*open->site, hash, assessed),
                            .lesson_hash = engine::core::hex(hash),
                            .salvaged = open->record.salvaged,
                            .pictures = {}};
  if (!o.no_pictures) {
    std::string why_not;
    input.pictures = take_pictures(attempt, page.record, o.salvage, why_not);
    if (!why_not.empty()) remark("note: no pictures of the skin: {}\n", engine::core::on_one_line(why_not));
  }
  return store::write_output(page.path, report::html_report(attempt, assessed, input));
}

int report(const Options& o) {
  const auto pages = pages_of(o);
  if (const auto refused = refuse_pages(o, pages)) return *refused;
  std::error_code error;
  const bool made = fs::create_directories(o.output, error);
  if (error) return complain({.message = "cannot make this folder: " + error.message(), .file = o.output});
  nlohmann::json written = nlohmann::json::array(), failures = nlohmann::json::array();
  for (const auto& page : pages) {
    if (auto done = write_page(o, page); !done) {
      complain(done.error());
      failures.push_back(failed("record", page.record, done.error()));
      continue;
    }
    written.push_back(engine::core::as_utf8(page.path));
    if (!o.as_json) say("{}\n", engine::core::on_one_line(page.path));
  }
  if (made && written.empty()) fs::remove(o.output, error);
  nlohmann::json document{{"pages", written}};
  if (!failures.empty()) document["failed"] = failures;
  if (o.as_json) say_json(document);
  return failures.empty() ? kOk : kData;
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
