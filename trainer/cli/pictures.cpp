#include "trainer/cli/pictures.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "trainer/assessment/site.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves declaring it to us

namespace trainer::cli {

namespace fs = std::filesystem;

namespace {

struct Shot {
  const char* view;
  const char* at;
  const char* caption;
};
constexpr std::array kOfHead = {Shot{"three_quarter", "fresh", "The head, just worked"}, Shot{"three_quarter", "4w", "The same, healed for four weeks"},
                                Shot{"macro", "fresh", "16 mm of the work, fresh"}, Shot{"macro", "4w", "The same, healed for four weeks (an illustration)"}};
constexpr std::array kOfPad = {Shot{"front", "fresh", "The whole pad"}, Shot{"macro", "fresh", "16 mm of the work, close up"}};

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
  const int spawned = posix_spawn(&child, words.front().c_str(), &silence, nullptr, arguments.data(), environ);
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

std::vector<report::Picture> take_pictures(const runner::Attempt& attempt, const std::string& record, bool salvage, std::string& why_not) {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path() / "smp-trainer";
  if (!fs::exists(program, error)) {
    why_not = "smp-trainer, which draws them, does not lie beside smp";
    return {};
  }
  const fs::path png = fs::temp_directory_path(error) / ("smp-report-" + std::to_string(getpid()) + ".png");
  std::vector<report::Picture> pictures;
  const bool head = attempt.site->canvas().head() != nullptr;
  for (const Shot& shot : head ? std::span<const Shot>(kOfHead) : std::span<const Shot>(kOfPad)) {
    std::vector<std::string> words{program.string(), "render", record, "--view", shot.view, "--at", shot.at, "--size", "960x720", "-o", png.string()};
    if (salvage) words.emplace_back("--salvage");
    if (run(words) != 0) {
      why_not = "smp-trainer cannot draw here (try: smp-trainer render " + record + " -o picture.png)";
      break;
    }
    pictures.push_back({read_bytes(png), shot.caption});
  }
  fs::remove(png, error);
  return pictures;
}

}  // namespace trainer::cli
