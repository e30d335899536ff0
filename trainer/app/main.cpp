#include <unistd.h>

#include <cstdio>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "trainer/app/last_wait.h"
#include "trainer/app/render_command.h"
#include "trainer/app/shell.h"
#include "trainer/library/streams.h"
#include "trainer/store/last_words.h"
#include "trainer/store/profile.h"
#include "trainer/words/saving.h"

namespace {

// docs/design.md 3
constexpr int kDataExit = 3;  // cannot read, write or understand the data, or no window
constexpr int kDiskExit = 4;  // a disk did not answer at the end

int complain(const engine::core::Error& error) {
  std::fprintf(stderr, "error: %s\n", engine::core::describe(error).c_str());
  return kDataExit;
}

// Help and results, too, are no success when nobody could read them.
int when_said(int code) {
  const auto said = trainer::library::all_said();
  return said ? code : complain(said.error());
}

void say(const std::string& line) {
  std::fprintf(stderr, "%s\n", line.c_str());
}

// The one place that catches what nobody foresaw.
std::optional<engine::core::Error> run(trainer::app::Shell& shell) {
  try {
    const auto ran = shell.run();
    return ran ? std::nullopt : std::optional(ran.error());
  } catch (const std::exception& fault) {
    return engine::core::Error{.message = fault.what()};
  }
}

// Told now, and at the next start to whoever sees no terminal.
void say_last_words(const trainer::app::Saving& saving, const engine::core::Error& error,
                    const std::string& profile) {
  saving.wait();
  std::string words = trainer::words::ended_on(engine::core::describe(error));
  for (const auto& line : saving.where()) {
    say(line);
    words += " " + line;
  }
  const auto folder = profile.empty() ? trainer::store::default_profile_folder() : profile;
  if (folder) static_cast<void>(trainer::store::leave_last_words(*folder, words));
}

// Whoever worked is told where the work is when something went wrong; and nobody waits for ever for a disk.
int end(std::unique_ptr<trainer::app::Shell> shell, const std::optional<engine::core::Error>& error,
        const std::string& profile) {
  const trainer::app::LastWait wait(shell->saving().recordings(), {say, [] { ::_exit(kDiskExit); }}, {});
  const int code = error ? complain(*error) : when_said(0);
  if (error) say_last_words(shell->saving(), *error, profile);
  shell.reset();
  return code;
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
  const auto error = run(**shell);
  return end(std::move(*shell), error, options.profile);
}
