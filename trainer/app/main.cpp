#include <cstdio>

#include "trainer/app/app.h"

namespace {

constexpr int kDataExit = 3;  // design: commands

int complain(const engine::core::Error& error) {
  std::fprintf(stderr, "error: %s\n", engine::core::describe(error).c_str());
  return kDataExit;
}

}  // namespace

int main(int argc, char** argv) {
  trainer::app::Options options;
  if (const auto usage = trainer::app::parse(argc, argv, options)) return usage->exit_code;
  auto app = trainer::app::App::make(options);
  if (!app) return complain(app.error());
  if (auto ran = (*app)->run(); !ran) return complain(ran.error());
  return 0;
}
