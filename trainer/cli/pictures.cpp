#include "trainer/cli/pictures.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "trainer/assessment/site.h"
#include "trainer/store/files.h"
#include "trainer/words/say.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves declaring it to us

namespace trainer::cli {

namespace fs = std::filesystem;

namespace {

struct Shot {
  std::string view, at, caption;
};

// The side of the head from which a zone is seen best. Head space: x to the client's left, y up, z to the
// face.
std::string side_of(const runner::Attempt& attempt) {
  const auto& site = *attempt.site;
  if (site.targets().empty()) return "front";
  const auto& target = site.targets().front();
  const auto centre = target.plane.address((target.region.box().low + target.region.box().high) / 2.0);
  const auto where = site.canvas().locate(centre.value_or(target.zone.outline.front()));
  if (!where) return "front";
  const auto n = where->normal;
  const std::array<std::pair<double, const char*>, 5> views = {
      {{n.z + 0.3 * n.y, "front"}, {n.y, "top"}, {n.x, "left"}, {-n.x, "right"}, {-n.z, "back"}}};
  return std::max_element(views.begin(), views.end(),
                          [](const auto& a, const auto& b) { return a.first < b.first; })
      ->second;
}

std::vector<Shot> shots_of(const runner::Attempt& attempt) {
  if (attempt.site->canvas().head() == nullptr)
    return {{"front", "fresh", words::say("The whole pad")},
            {"macro", "fresh", words::say("The work, close up")}};
  const std::string side = side_of(attempt);
  std::vector<Shot> shots{{side, "fresh", words::say("The head, just worked")},
                          {side, "4w", words::say("The same, healed for four weeks (an illustration)")}};
  for (const auto& target : attempt.site->targets())
    if (shots.size() < 5)
      shots.push_back({"zone:" + target.zone.id, "fresh", words::say("The zone {}", target.zone.id)});
  shots.push_back({"macro", "fresh", words::say("The work, close up and fresh")});
  shots.push_back({"macro", "4w", words::say("The same, healed for four weeks (an illustration)")});
  return shots;
}

// Runs a program, its output thrown away; its exit code, or -1 when it does not start.
int run(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t silence;
  posix_spawn_file_actions_init(&silence);
  posix_spawn_file_actions_addopen(&silence, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&silence, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int spawned =
      posix_spawn(&child, words.front().c_str(), &silence, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&silence);
  int status = 0;
  if (spawned != 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status)) return -1;
  return WEXITSTATUS(status);
}

std::vector<std::uint8_t> read_bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

std::vector<report::CaptionedPng> take_pictures(const runner::Attempt& attempt, const std::string& record,
                                                bool salvage, std::string& why_not) {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path() / "smp-trainer";
  if (!fs::exists(program, error)) {
    why_not = words::say("smp-trainer, which draws them, does not lie beside smp");
    return {};
  }
  const auto folder = store::TemporaryFolder::make();
  if (!folder) {
    why_not = engine::core::describe(folder.error());
    return {};
  }
  const fs::path png = fs::path(folder->path()) / "picture.png";
  const std::string place = fs::absolute(record, error).string();  // never read as an option
  std::vector<report::CaptionedPng> pictures;
  for (const Shot& shot : shots_of(attempt)) {
    std::vector<std::string> words{program.string(), "render", place,     "--view", shot.view,   "--at",
                                   shot.at,          "--size", "960x720", "-o",     png.string()};
    if (salvage) words.emplace_back("--salvage");
    if (run(words) != 0) {
      why_not =
          words::say("smp-trainer cannot draw here (try: smp-trainer render {} -o picture.png)", record);
      break;
    }
    pictures.push_back({read_bytes(png), shot.caption});
  }
  return pictures;
}

}  // namespace trainer::cli
