// The command line of the window program.
#pragma once

#include <optional>
#include <string>

namespace trainer::app {

struct Options {
  std::string lesson, profile, lessons, replay, screenshot;
  int frames = 0;  // stop after so many; 0: run on
  int width = 1280, height = 800;
  double scale = 0.0;  // 0: as the settings or the screen say
  bool print_result = false;
  bool print_start = false;    // how long the start took
  bool testify = false;        // what happens, as testimony.h says it; for tests
  int lose_context_every = 0;  // frames; for tests
  int fail_at_frame = 0;       // an error that nobody catches; for tests
  int slow_frames_ms = 0;      // added to every frame; for tests
};

struct Usage {
  int exit_code = 0;
};  // help was asked (0) or the line is wrong (2); text has been printed

// Help goes to stdout; what is wrong goes to stderr, with a hint at --help.
std::optional<Usage> parse(int argc, char** argv, Options& options);

// "1280x800" within 320x240..16384x16384.
bool parse_size(const std::string& text, int& width, int& height);

}  // namespace trainer::app
