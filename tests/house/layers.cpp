#include "layers.h"

#include <algorithm>
#include <array>
#include <regex>
#include <sstream>

namespace house {

namespace {

constexpr int kSide = -1;

struct Module {
  std::string_view name;
  int level;              // kSide: only those named, and levels up to `reach`
  int reach;              // highest level it may include
  std::string_view also;  // further modules, space separated
};

// ARCHITECTURE.md, table of modules.
constexpr std::array kModules = {
    Module{"engine/core", 0, -1, ""},
    Module{"engine/geometry", 1, 0, ""},
    Module{"engine/scalp", 2, 1, ""},
    Module{"engine/skin", 3, 2, ""},
    Module{"engine/sim", 4, 3, ""},
    Module{"engine/scoring", 5, 4, ""},
    Module{"engine/gl", kSide, 1, ""},
    Module{"engine/platform", kSide, 4, ""},
    Module{"engine/render", kSide, 5, "engine/gl"},
    Module{"trainer/lessons", 6, 5, ""},
    Module{"trainer/assessment", 7, 6, ""},
    Module{"trainer/runner", 8, 7, ""},
    Module{"trainer/words", 9, 8, ""},
    Module{"trainer/robots", 9, 8, "trainer/words"},
    Module{"trainer/store", 9, 8, ""},
    Module{"trainer/report", 9, 8, "trainer/store trainer/words"},
    Module{"trainer/library", 9, 8, "trainer/store"},
    Module{"trainer/ui", 9, 8, "trainer/words trainer/store engine/render engine/platform"},
    Module{"trainer/canvas", 10, 8, "trainer/words trainer/ui engine/gl engine/render engine/platform"},
    Module{"trainer/cli", 10, 9, ""},
    Module{"trainer/app", 11, 9, "trainer/canvas engine/gl engine/render engine/platform"},
};

// Libraries that only some modules may see, so that the rest builds without them.
struct Library {
  std::string_view prefix;   // of the name between the brackets of an #include
  std::string_view modules;  // space separated
};
constexpr std::array kLibraries = {
    Library{"glad/", "engine/gl"},
    Library{"SDL", "engine/platform trainer/app"},
    Library{"imgui", "trainer/ui trainer/canvas trainer/app"},
};

// Clocks, threads, generators, locales have no place on the way to a score.
constexpr std::array<std::string_view, 7> kForbiddenHeaders = {"chrono", "ctime",  "thread", "random",
                                                               "locale", "future", "mutex"};

const Module* find(std::string_view name) {
  const auto found =
      std::find_if(kModules.begin(), kModules.end(), [&](const Module& m) { return m.name == name; });
  return found == kModules.end() ? nullptr : &*found;
}

bool holds(std::string_view list, std::string_view word) {
  std::istringstream words{std::string(list)};
  for (std::string each; words >> each;)
    if (each == word) return true;
  return false;
}

// Levels 0-8, and the robots: the demonstration must be the same on every build.
bool decides_scores(const Module& m) {
  return (m.level >= 0 && m.level <= 8) || m.name == "trainer/robots";
}

std::string check_include(const Module& from, const std::string& target) {
  const std::string module = module_of(target);
  if (!module.empty()) {
    if (!known(module)) return "includes the unknown module " + module;
    return may_include(from.name, module) ? "" : "must not include " + module;
  }
  for (const Library& library : kLibraries)
    if (target.starts_with(library.prefix) && !holds(library.modules, from.name))
      return "must not include " + target + ": only " + std::string(library.modules);
  if (decides_scores(from) &&
      std::find(kForbiddenHeaders.begin(), kForbiddenHeaders.end(), target) != kForbiddenHeaders.end())
    return "must not include <" + target + ">: no clock, thread, locale or generator at this level";
  return "";
}

std::string check_calls(const Module& from, const std::string& code) {
  static const std::regex kLibm(
      R"(\b(std|glm)::(sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|exp|exp2|expm1|log|log2|log10|log1p|)"
      R"(pow|erf|erfc|hypot|cbrt|tgamma|lgamma|fma|rand)\b)");
  std::smatch match;
  if (decides_scores(from) && std::regex_search(code, match, kLibm))
    return "calls " + match.str() + ": use engine/core/exact_math.h and engine/core/draw.h";
  return "";
}

}  // namespace

std::string module_of(std::string_view path) {
  if (!path.starts_with("engine/") && !path.starts_with("trainer/")) return "";
  const auto end = path.find('/', path.find('/') + 1);
  return end == std::string_view::npos ? "" : std::string(path.substr(0, end));
}

bool known(std::string_view module) {
  return find(module) != nullptr;
}

bool may_include(std::string_view from, std::string_view to) {
  const Module* a = find(from);
  const Module* b = find(to);
  if (!a || !b) return false;
  return a == b || holds(a->also, to) ||
         (b->level != kSide && b->level <= a->reach && (a->name != "trainer/cli" || b->name != "trainer/ui"));
}

std::vector<Breach> breaches(const SourceFile& file) {
  static const std::regex kInclude(R"re(^\s*#\s*include\s*["<]([^">]+)[">])re");
  const Module* from = find(module_of(file.path));
  if (!from) return {{file.path, 0, "lies in no module of the table"}};
  std::vector<Breach> found;
  std::istringstream lines(file.text);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::smatch match;
    std::string what = std::regex_search(line, match, kInclude)
                           ? check_include(*from, match[1].str())
                           : check_calls(*from, line.substr(0, line.find("//")));
    if (!what.empty()) found.push_back({file.path, number, std::move(what)});
  }
  return found;
}

}  // namespace house
