// smp: everything that needs no window.
#include <cstdio>
#include <exception>

#include "trainer/cli/commands.h"
#include "trainer/cli/say.h"
#include "trainer/library/streams.h"

namespace {

// What is wrong first, with the word that was not understood, then how it is meant.
std::string usage_message(const CLI::App* app, const CLI::Error& error) {
  const CLI::App* at = app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  const auto unknown = at->remaining();
  const bool command_missing =
      dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && at->get_require_subcommand_min() > 0;
  std::string message = error.what();
  if (command_missing)
    message =
        unknown.empty() ? "expected a command" : "unknown command or option \"" + unknown.front() + "\"";
  return "error: " + trainer::cli::in_lines(message) + "\n\n" + at->help();
}

}  // namespace

int main(int argc, char** argv) {
  using namespace trainer::cli;
  CLI::App app{"SMP Trainer without a window: lessons, records, scores and reports."};
  app.set_version_flag("--version", "smp " SMP_VERSION);
  app.require_subcommand(1);
  app.failure_message(usage_message);
  app.footer(
      "Exit codes: 0 ok, 1 the thing checked is bad, 2 usage, 3 the data cannot be read, written or "
      "understood.");
  trainer::library::hold_standard_streams();
  int exit_code = kOk;
  add_lesson(app, exit_code);
  add_play(app, exit_code);
  add_robot(app, exit_code);
  add_score(app, exit_code);
  add_replay(app, exit_code);
  add_verify(app, exit_code);
  add_analyse(app, exit_code);
  add_report(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_code_when_said(kOk) : kUsage;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    return kData;
  }
  return exit_code_when_said(exit_code);
}
