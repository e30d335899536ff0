#include "trainer/app/render_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>

#include "engine/gl/offscreen.h"
#include "engine/render/image.h"
#include "engine/skin/healing.h"
#include "trainer/app/lesson_files.h"
#include "trainer/app/options.h"
#include "trainer/app/screenshot.h"
#include "trainer/app/sitting.h"
#include "trainer/assessment/site.h"
#include "trainer/canvas/picture.h"
#include "trainer/canvas/still.h"
#include "trainer/library/files_read.h"
#include "trainer/library/open.h"
#include "trainer/store/outputs.h"

namespace trainer::app {

using canvas::Picture;
using canvas::StillView;

namespace render = engine::render;
using engine::core::fail;
using engine::core::Result;

namespace {

constexpr int kUsageExit = 2, kDataExit = 3;  // docs/design.md 3
constexpr int kLargest = 4096;                // px; the picture is drawn at twice its size and halved

struct StillOptions {
  std::string record, lesson, lessons, view = "front", at = "fresh", size = "1280x800", output;
  bool salvage = false;
  StillView still = render::StandardView::Front;
  double days = 0.0;
  render::Viewport viewport;
};

std::string check_view(const std::string& text) {
  const auto view = canvas::parse_view(text);
  return view ? std::string() : view.error().message;
}

std::string check_age(const std::string& text) {
  const auto days = engine::skin::parse_age(text);
  return days ? std::string() : days.error().message;
}

std::string check_size(const std::string& text) {
  int w = 0, h = 0;
  const bool good = parse_size(text, w, h) && w <= kLargest && h <= kLargest;
  return good ? std::string() : "expected WIDTHxHEIGHT, 320x240 to 4096x4096, found '" + text + "'";
}

// The exit code when the command line says all there is to say.
std::optional<int> parse(int argc, char** argv, StillOptions& o) {
  CLI::App app{"Draw a record or a lesson into a PNG, without a window", "smp-trainer render"};
  auto* record = app.add_option("record", o.record, "Record (.smprec)");
  auto* lesson = app.add_option("--lesson", o.lesson, "Lesson, before any work: an id or a path");
  record->excludes(lesson);
  app.add_option("--lessons", o.lessons, "Folder of lessons");
  app.add_option("--view", o.view, "front, left, right, top, back, three_quarter, macro, zone:ID or dot:N")
      ->check(check_view);
  app.add_option("--at", o.at, "How long after the work: fresh, or a number with d, w or y (4w, 3y)")
      ->check(check_age);
  app.add_option("--size", o.size, "WIDTHxHEIGHT in pixels")->check(check_size);
  app.add_option("-o,--output", o.output, "The PNG file to write")->required();
  app.add_flag("--salvage", o.salvage, "Use the longest valid part of a damaged record");
  try {
    app.parse(argc, argv);
    if (o.record.empty() && o.lesson.empty()) throw CLI::RequiredError("A record or --lesson");
  } catch (const CLI::ParseError& e) {
    return app.exit(e, std::cout, std::cerr) == 0 ? 0 : kUsageExit;
  }
  o.still = *canvas::parse_view(o.view);
  o.days = *engine::skin::parse_age(o.at);
  parse_size(o.size, o.viewport.width, o.viewport.height);
  auto inputs = library::files_of_lesson(o.lesson, library::lesson_folders(o.lessons, {}));
  inputs.push_back(o.record);
  if (const auto apart = store::outputs_apart(inputs, {o.output}); !apart) {
    std::fprintf(stderr, "error: %s\n", apart.error().message.c_str());
    return kUsageExit;
  }
  return std::nullopt;
}

Result<std::unique_ptr<Sitting>> open(const StillOptions& o) {
  if (!o.record.empty())
    return Sitting::look_at(o.record, o.salvage ? store::ReadMode::Salvage : store::ReadMode::Strict);
  auto package = open_lesson(o.lesson, library::lesson_folders(o.lessons, {}));
  if (!package) return fail(package.error());
  return Sitting::demonstration(std::move(*package));
}

Result<void> draw(const StillOptions& o) {
  auto sitting = open(o);
  if (!sitting) return fail(sitting.error());
  const auto& attempt = (*sitting)->attempt();
  const render::Viewport twice{2 * o.viewport.width, 2 * o.viewport.height};
  const auto camera = canvas::still_camera(attempt, o.still, twice);
  if (!camera) return fail(camera.error());
  auto context = engine::gl::OffscreenContext::make();
  if (!context) return fail(context.error());
  auto picture = Picture::make();
  if (!picture) return fail(picture.error());
  picture->set_site(*attempt.site);
  picture->set_days(o.days);
  picture->show(attempt);
  const auto image = picture->still(*camera, twice);
  if (!image) return fail(image.error());
  return save_picture(render::half_size(*image), o.output);
}

}  // namespace

int render_command(int argc, char** argv) {
  StillOptions o;
  if (const auto exit = parse(argc - 1, argv + 1, o)) return *exit;
  const auto drawn = draw(o);
  if (drawn) return 0;
  std::fprintf(stderr, "error: %s\n", engine::core::describe(drawn.error()).c_str());
  return kDataExit;
}

}  // namespace trainer::app
