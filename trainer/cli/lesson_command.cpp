#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>

#include "engine/core/printable.h"
#include "trainer/cli/commands.h"
#include "trainer/cli/lesson_check.h"
#include "trainer/cli/open.h"
#include "trainer/cli/say.h"
#include "trainer/lessons/check.h"
#include "trainer/lessons/document.h"
#include "trainer/lessons/fit.h"
#include "trainer/lessons/package.h"
#include "trainer/lessons/schema.h"
#include "trainer/lessons/skin_of_zones.h"
#include "trainer/lessons/writer.h"
#include "trainer/library/files_read.h"
#include "trainer/library/lesson_list.h"
#include "trainer/store/outputs.h"
#include "trainer/words/counts.h"

namespace trainer::cli {

using nlohmann::json;
namespace fs = std::filesystem;

namespace {

struct Options {
  std::vector<std::string> lessons_to_check;
  std::string argument, output, lessons;
  bool as_json = false, first_practical = false;
};

// As the nearest whole number, to be told.
std::size_t whole(double dots) {
  return static_cast<std::size_t>(std::nearbyint(dots));
}

int list(const Options& o) {
  const auto folders = lesson_folders(o.lessons);
  if (!folders) return complain(folders.error());
  const auto listing = library::list_lessons(*folders);
  json all = json::array();
  for (const auto& e : listing.lessons) {
    if (o.first_practical && !e.practical) continue;
    if (o.first_practical) {
      say("{}\n", e.id);
      return kOk;
    }
    all.push_back({{"id", e.id},
                   {"title", e.title},
                   {"version", e.version},
                   {"module", e.module},
                   {"practical", e.practical},
                   {"path", engine::core::as_utf8(e.path)}});
    if (!o.as_json) say("{:<20} module {:>2}  {}\n", e.id, e.module, e.title);
  }
  for (const auto& f : listing.findings)
    remark("warning: {}:{}: {}\n", engine::core::on_one_line(f.file), f.line, lessons::sentence(f));
  if (o.as_json) say_json(all);
  return kOk;
}

json finding_json(const lessons::Finding& f) {
  return {{"file", engine::core::as_utf8(f.file)},
          {"line", f.line},
          {"column", f.column},
          {"key", f.key},
          {"severity", f.severity},
          {"code", f.code},
          {"found", f.found},
          {"expected", f.expected},
          {"message", f.message}};
}

// The lesson.toml behind an argument: a path, a folder, or an id.
engine::core::Result<std::string> text_path(const std::string& argument, const std::string& folder) {
  const auto folders = lesson_folders(folder);
  if (!folders) return engine::core::fail(folders.error());
  auto path = library::find_lesson(argument, *folders);
  if (path && fs::is_directory(*path)) return *path + "/lesson.toml";
  return path;
}

// Its place in the document, so that those after it keep theirs.
int unreadable(const std::string& argument, const engine::core::Error& error, json& all) {
  all.push_back(failed("lesson", argument, error));
  all.back()["ok"] = false;
  all.back()["findings"] = json::array();
  return complain(error);
}

// The findings of one argument; exit code 3 when it cannot be read at all.
int check_one(const std::string& argument, const Options& o, json& all) {
  const auto path = text_path(argument, o.lessons);
  if (!path) return unreadable(argument, path.error(), all);
  const auto checked = check_lesson_at(*path);
  if (!checked) return unreadable(argument, checked.error(), all);
  json findings = json::array();
  for (const auto& f : checked->findings) {
    findings.push_back(finding_json(f));
    if (!o.as_json) say("{}\n", finding_line(f));
  }
  all.push_back({{"lesson", engine::core::as_utf8(argument)},
                 {"ok", checked->ok()},
                 {"findings", findings},
                 {"dots", checked->dots},
                 {"minutes", checked->minutes}});
  if (!o.as_json && checked->ok())
    say("{}: ok, {}, {:.1f} minutes\n", engine::core::on_one_line(argument),
        words::about_dots(whole(checked->dots)), checked->minutes);
  return checked->ok() ? kOk : kBad;
}

int check(const Options& o) {
  json all = json::array();
  int code = kOk;
  for (const auto& argument : o.lessons_to_check) code = std::max(code, check_one(argument, o, all));
  if (o.as_json) say_json(json{{"lessons", all}});
  return code;
}

json show_json(const lessons::Lesson& lesson, const assessment::Site& site) {
  json criteria = json::array(), targets = json::array();
  for (const auto& c : lesson.rubric.criteria) criteria.push_back({{"id", name(c.id)}, {"weight", c.weight}});
  for (const auto& t : site.targets()) {
    targets.push_back({{"zone", t.zone.id},
                       {"density_cm2", t.target.density_cm2},
                       {"area_mm2", t.region.area()},
                       {"dots", t.asked_dots},
                       {"dilution", site.dilution(t)},
                       {"painting", t.target.painting.file}});
    if (!t.scars.empty())
      targets.back().erase("density_cm2"), targets.back()["scars"] = t.scars.middles.size();
  }
  return {{"id", lesson.id},
          {"title", lesson.title},
          {"version", lesson.version},
          {"module", lesson.module},
          {"summary", lesson.summary},
          {"dots", site.asked_dots()},
          {"minutes", site.asked_dots() / lessons::kDotsPerMinute},
          {"targets", targets},
          {"questions", site.questions().size()},
          {"no_go", lessons::forbidden_zones(lesson)},
          {"criteria", criteria},
          {"pass", lesson.rubric.pass / 100.0}};
}

int show(const Options& o) {
  const auto package = open_lesson(o.argument, o.lessons);
  if (!package) return complain(package.error());
  const auto site = assessment::Site::make(package->lesson);
  if (!site) return complain(site.error());
  const json document = show_json(package->lesson, **site);
  if (o.as_json) {
    say_json(document);
    return kOk;
  }
  say("{} (module {}, version {})\n{}\n", package->lesson.title, package->lesson.module,
      package->lesson.version, package->lesson.summary);
  for (const auto& t : document["targets"]) {
    if (t.contains("scars"))
      say("  {}: one to three dots in each of {} scars, {:g} parts of water\n", t["zone"].get<std::string>(),
          t["scars"].get<int>(), t["dilution"].get<double>());
    else
      say("  {}: {} at {}{:.0f} per cm2 on {:.1f} cm2, {:g} parts of water\n", t["zone"].get<std::string>(),
          words::dots(whole(t["dots"].get<double>())),
          t["painting"].get<std::string>().empty() ? "" : "up to ", t["density_cm2"].get<double>(),
          t["area_mm2"].get<double>() / 100, t["dilution"].get<double>());
  }
  if (const auto questions = (*site)->questions().size(); questions > 0)
    say("  {}\n", words::questions_of_theory(questions));
  for (const auto& id : lessons::forbidden_zones(package->lesson)) say("  no needle in: {}\n", id);
  for (const auto& c : document["criteria"])
    say("  {:<12} weight {}\n", c["id"].get<std::string>(), c["weight"].get<int>());
  say("  pass {}, about {:.0f} minutes\n", document["pass"].get<double>(), document["minutes"].get<double>());
  return kOk;
}

// Every sentence that is the author's to write says so.
void write_prompts(lessons::Lesson& lesson) {
  lesson.title = "My lesson";
  lesson.summary = "Say in one or two sentences what is practised and on whom.";
  lesson.objectives = {"Say what the trainee can do afterwards"};
  for (auto& step : lesson.steps) step.text = "Say what to do in this step, and what to look at.";
}

int make_new(const Options& o) {
  const fs::path folder(o.argument);
  std::error_code error;
  const std::string id = folder.filename().string();
  if (!lessons::is_id(id) || id.size() > 64)
    return complain({.message = "\"" + id +
                                "\" cannot be a lesson's id; expected a folder named with a-z, 0-9, - and _ "
                                "that starts with a letter, at most 64 long",
                     .file = o.argument});
  if (fs::exists(folder, error))
    return complain({.message = "is there already; expected a new folder", .file = o.argument});
  auto like = open_lesson("even-dots", o.lessons);
  if (!like) return complain(like.error());
  like->lesson.id = id;
  write_prompts(like->lesson);
  fs::create_directory(folder, error);  // not its parents: a mistyped path must not leave folders behind
  if (error) return complain({.message = "cannot be made: " + error.message(), .file = o.argument});
  if (auto written =
          store::write_output((folder / "lesson.toml").string(), lessons::write_lesson(like->lesson));
      !written) {
    fs::remove(folder, error);
    return complain(written.error());
  }
  say("{}\n", (folder / "lesson.toml").string());
  remark(
      "Edit it, then: smp lesson check {0}; smp robot {0} --kind expert -o expert.smprec; smp-trainer {0}\n",
      folder.string());
  return kOk;
}

int done(const engine::core::Result<void>& result) {
  return result ? kOk : complain(result.error());
}

int pack(const Options& o) {
  // A path, never an id: what is packed is what lies there.
  if (const auto refused = refuse_overlap(library::files_in(o.argument), {o.output})) return *refused;
  const auto checked = check_lesson_at(o.argument);
  if (!checked) return complain(checked.error());
  for (const auto& finding : checked->findings) remark("{}\n", finding_line(finding));
  if (!checked->ok()) return kBad;
  const auto bytes = lessons::pack(o.argument);
  if (!bytes) return complain(bytes.error());
  return done(store::write_output(o.output, {reinterpret_cast<const char*>(bytes->data()), bytes->size()}));
}

int unpack(const Options& o) {
  if (const auto refused = refuse_overlap({o.argument}, {o.output})) return *refused;
  return done(lessons::unpack(o.argument, o.output));
}

void add(CLI::App* parent, const std::shared_ptr<Options>& o, int& exit_code, const char* name,
         const char* what, const char* argument, const std::function<int(const Options&)>& run) {
  auto* command = parent->add_subcommand(name, what);
  if (argument != nullptr) command->add_option(argument, o->argument)->required();
  command->add_option("--lessons", o->lessons, "Folder of lessons");
  command->add_flag("--json", o->as_json, "One JSON document on stdout");
  command->callback([o, run, &exit_code] { exit_code = run(*o); });
}

}  // namespace

void add_lesson(CLI::App& app, int& exit_code) {
  auto* lesson = app.add_subcommand("lesson", "Work with lessons");
  lesson->require_subcommand(1);
  auto o = std::make_shared<Options>();
  add(lesson, o, exit_code, "list", "Lessons by module", nullptr, list);
  lesson->get_subcommand("list")->add_flag("--first-practical", o->first_practical,
                                           "Print only the id of the first practical lesson");
  add(lesson, o, exit_code, "show", "What a lesson asks for", "lesson", show);
  add(lesson, o, exit_code, "check", "Every mistake with its place", nullptr, check);
  lesson->get_subcommand("check")->add_option("lessons", o->lessons_to_check, "Ids or paths")->required();
  add(lesson, o, exit_code, "new", "A lesson to start from", "folder", make_new);
  add(lesson, o, exit_code, "pack", "A folder into one .smplesson", "folder", pack);
  lesson->get_subcommand("pack")->add_option("-o,--output", o->output, "File to write")->required();
  add(lesson, o, exit_code, "unpack", "A .smplesson into a folder", "package", unpack);
  lesson->get_subcommand("unpack")->add_option("folder", o->output, "Folder, missing or empty")->required();
  add(lesson, o, exit_code, "schema", "JSON Schema of the format", nullptr, [](const Options&) {
    say_text(lessons::schema_json());
    return kOk;
  });
  add(lesson, o, exit_code, "doc", "Document of the format", nullptr, [](const Options&) {
    say_text(lessons::format_document());
    return kOk;
  });
}

}  // namespace trainer::cli
