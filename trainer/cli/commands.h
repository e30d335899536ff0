// The subcommands of `smp`. Each adds itself to the program and leaves its exit code behind:
// 0 ok, 1 the thing checked is bad, 2 usage (by main), 3 cannot read, write or understand the data.
#pragma once

#include <CLI/CLI.hpp>

namespace trainer::cli {

constexpr int kOk = 0, kBad = 1, kUsage = 2, kData = 3;

// `--json` where the output is the same with and without it.
inline void accept_json(CLI::App* command) {
  command->add_flag_callback(
      "--json", [] {}, "Output is the same with and without it");
}

void add_analyse(CLI::App& app, int& exit_code);
void add_lesson(CLI::App& app, int& exit_code);
void add_play(CLI::App& app, int& exit_code);
void add_replay(CLI::App& app, int& exit_code);
void add_report(CLI::App& app, int& exit_code);
void add_robot(CLI::App& app, int& exit_code);
void add_score(CLI::App& app, int& exit_code);
void add_verify(CLI::App& app, int& exit_code);

}  // namespace trainer::cli
