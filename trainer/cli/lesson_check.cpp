#include "trainer/cli/lesson_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/core/printable.h"
#include "trainer/cli/open.h"
#include "trainer/lessons/package.h"

namespace trainer::cli {

using engine::core::fail;
using engine::core::Result;

namespace {

constexpr std::size_t kMaxLesson = 1 << 20;

Result<std::string> text_at(const std::string& path, const lessons::Loading& loading) {
  if (path.ends_with(".toml")) {
    auto text = read_text(path, kMaxLesson);
    // The package knows what else may be wrong with its folder.
    if (!text && lessons::has_errors(loading.findings)) return fail(lessons::first_error(loading.findings));
    return text;
  }
  const auto files = lessons::read_files(path);
  if (!files) return fail(files.error());
  const auto text = files->find("lesson.toml");
  if (text == files->end()) return fail(engine::core::Error{.message = "holds no lesson.toml", .file = path});
  return std::string(text->second.begin(), text->second.end());
}

// What only the whole package shows: pictures that cannot be used, files that nobody named.
void add_of_package(const lessons::Loading& loading, std::vector<lessons::Finding>& findings) {
  for (const auto& finding : loading.findings)
    if (std::find(findings.begin(), findings.end(), finding) == findings.end()) findings.push_back(finding);
  lessons::sort_findings(findings);
}

}  // namespace

Result<lessons::Checked> check_lesson_at(const std::string& argument) {
  std::error_code ignored;
  const bool folder = std::filesystem::is_directory(argument, ignored);
  const std::string path = folder ? (std::filesystem::path(argument) / "lesson.toml").string() : argument;
  const auto loading = lessons::load_package(path);
  const auto text = text_at(path, loading);
  if (!text) return fail(text.error());
  auto checked = lessons::check_text(*text, path);
  add_of_package(loading, checked.findings);
  return checked;
}

std::string finding_line(const lessons::Finding& f) {
  return fmt::format("{}:{}:{}: {}: {}", engine::core::on_one_line(f.file), f.line, f.column, f.severity,
                     lessons::sentence(f));
}

}  // namespace trainer::cli
