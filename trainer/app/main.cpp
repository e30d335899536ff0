#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include "trainer/app/render_command.h"
#include "trainer/app/shell.h"
#include "trainer/library/streams.h"

namespace {

constexpr int kDataExit = 3;  // cannot read, write or understand the data, or no window

int complain(const engine::core::Error& error) {
  std::fprintf(stderr, "error: %s\n", engine::core::describe(error).c_str());
  return kDataExit;
}

// Help and results, too, are no success when nobody could read them.
int when_said(int code) {
  const auto said = trainer::library::all_said();
  return said ? code : complain(said.error());
}

// The one place that catches what nobody foresaw: whoever worked is told where the work is.
int run(trainer::app::Shell& shell) {
  engine::core::Error error;
  try {
    auto ran = shell.run();
    if (ran) return when_said(0);
    error = ran.error();
  } catch (const std::exception& fault) {
    error.message = fault.what();
  }
  complain(error);
  for (const auto& line : shell.last_words()) std::fprintf(stderr, "%s\n", line.c_str());
  return kDataExit;
}

}  // namespace

int main(int argc, char** argv) {
  trainer::library::hold_standard_streams();
  if (argc > 1 && std::string_view(argv[1]) == "render")
    return when_said(trainer::app::render_command(argc, argv));
  trainer::app::Options options;
  if (const auto usage = trainer::app::parse(argc, argv, options)) return when_said(usage->exit_code);
  auto shell = trainer::app::Shell::make(options);
  if (!shell) return complain(shell.error());
  return run(**shell);
}
