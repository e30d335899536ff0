#include <cstdio>
#include <string_view>

#include "trainer/app/render_command.h"
#include "trainer/app/shell.h"

namespace {

constexpr int kDataExit = 3;  // cannot read, write or understand the data, or no window

int complain(const engine::core::Error& error) {
  std::fprintf(stderr, "error: %s\n", engine::core::describe(error).c_str());
  return kDataExit;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "render") return trainer::app::render_command(argc, argv);
  trainer::app::Options options;
  if (const auto usage = trainer::app::parse(argc, argv, options)) return usage->exit_code;
  auto shell = trainer::app::Shell::make(options);
  if (!shell) return complain(shell.error());
  if (auto ran = (*shell)->run(); !ran) return complain(ran.error());
  return 0;
}
