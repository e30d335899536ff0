#include <cstdio>
#include <string_view>

#include "trainer/app/app.h"
#include "trainer/app/render_command.h"

namespace {

constexpr int kDataExit = 3;  // design: commands

int complain(const engine::core::Error& error) {
  std::fprintf(stderr, "error: %s\n", engine::core::describe(error).c_str());
  return kDataExit;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "render") return trainer::app::render_command(argc, argv);
  trainer::app::Options options;
  if (const auto usage = trainer::app::parse(argc, argv, options)) return usage->exit_code;
  auto app = trainer::app::App::make(options);
  if (!app) return complain(app.error());
  if (auto ran = (*app)->run(); !ran) return complain(ran.error());
  return 0;
}
