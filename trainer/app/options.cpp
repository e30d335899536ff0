#include "trainer/app/options.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdio>
#include <iostream>

#include "trainer/library/files_read.h"
#include "trainer/library/open.h"
#include "trainer/store/outputs.h"

namespace trainer::app {

namespace {

constexpr int kUsageExit = 2;  // docs/design.md 3

bool whole(const std::string& text, int low, int high, int& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size() && out >= low && out <= high;
}

// A whole number in tens: the library would take 010 for eight.
CLI::Validator whole_number(int low, int high) {
  return {[=](std::string& text) -> std::string {
            int x = 0;
            if (!whole(text, low, high, x))
              return "expected a whole number from " + std::to_string(low) + " to " + std::to_string(high) +
                     ", found '" + text + "'";
            text = std::to_string(x);
            return {};
          },
          std::to_string(low) + " to " + std::to_string(high)};
}

// The error, when the picture of the window would be written over what is opened.
std::optional<std::string> overlap(const Options& o) {
  if (o.screenshot.empty()) return std::nullopt;
  auto inputs = library::files_of_lesson(o.lesson, library::lesson_folders(o.lessons, o.profile));
  inputs.push_back(o.replay);
  const auto apart = store::outputs_apart(inputs, {o.screenshot});
  return apart ? std::nullopt : std::optional(apart.error().message);
}

}  // namespace

bool parse_size(const std::string& text, int& width, int& height) {
  const auto x = text.find('x');
  return x != std::string::npos && whole(text.substr(0, x), 320, 16384, width) &&
         whole(text.substr(x + 1), 240, 16384, height);
}

std::optional<Usage> parse(int argc, char** argv, Options& o) {
  CLI::App app{"SMP Trainer: practise scalp micropigmentation", "smp-trainer"};
  app.footer("smp-trainer render --help: pictures of a record or a lesson, without a window");
  std::string size;
  app.add_option("lesson", o.lesson,
                 "Lesson to open at once: an id, a folder, a lesson.toml or a .smplesson");
  app.add_option("--profile", o.profile,
                 "Folder of records and settings (default: $XDG_DATA_HOME/smp-trainer)");
  app.add_option("--lessons", o.lessons, "Folder of lessons");
  app.add_option("--replay", o.replay, "Open a finished record in the review");
  app.add_option("--screenshot", o.screenshot, "Write the last frame to this PNG and stop");
  app.add_option("--frames", o.frames, "Stop after so many frames (default with --screenshot: 20)")
      ->transform(whole_number(1, 1000000));
  app.add_option("--size", size, "Size of the window, WIDTHxHEIGHT")->check([](const std::string& text) {
    int w = 0, h = 0;
    return parse_size(text, w, h) ? std::string()
                                  : "expected WIDTHxHEIGHT, for example 1280x800, found '" + text + "'";
  });
  app.add_option("--scale", o.scale, "Size of text and controls, 0.5 to 4")
      ->check([](const std::string& text) {
        double x = 0.0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), x);
        const bool good = error == std::errc{} && end == text.data() + text.size() && x >= 0.5 && x <= 4.0;
        return good ? std::string() : "expected a number from 0.5 to 4, found '" + text + "'";
      });
  app.add_flag("--print-result", o.print_result, "Print a line of JSON when a review opens");
  app.add_flag("--print-start", o.print_start,
               "Print a line of JSON: how long it took from the start of the program to the first frame and "
               "to the head");
  app.add_flag("--testify", o.testify, "For tests: print what happens, a line of JSON each")->group("");
  app.add_option("--lose-context", o.lose_context_every,
                 "For tests: throw the graphics context away every so many frames, and end at a GL error")
      ->group("");
  app.add_option("--fail-at-frame", o.fail_at_frame, "For tests: die of an error that nobody foresaw")
      ->group("");
  app.add_option("--slow-frames", o.slow_frames_ms,
                 "For tests: every frame takes so many milliseconds longer")
      ->transform(whole_number(0, 10000))
      ->group("");
  app.set_version_flag("--version", std::string("smp-trainer ") + SMP_VERSION);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return Usage{app.exit(e, std::cout, std::cerr) == 0 ? 0 : kUsageExit};
  }
  if (!size.empty()) parse_size(size, o.width, o.height);
  if (!o.screenshot.empty() && o.frames == 0) o.frames = 20;
  if (const auto clash = overlap(o)) {
    std::fprintf(stderr, "error: %s\n", clash->c_str());
    return Usage{kUsageExit};
  }
  return std::nullopt;
}

}  // namespace trainer::app
