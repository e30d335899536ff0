#include <fmt/format.h>

#include <memory>

#include "engine/core/printable.h"
#include "trainer/cli/commands.h"
#include "trainer/cli/numbers.h"
#include "trainer/cli/open.h"
#include "trainer/cli/say.h"
#include "trainer/runner/attempt.h"
#include "trainer/runner/samples.h"
#include "trainer/words/refusals.h"

namespace trainer::cli {

namespace {

constexpr std::size_t kMaxSamples = std::size_t{1} << 30;  // bytes of a SAMPLES.jsonl

struct Options {
  std::string lesson, samples, output, lessons;
  std::uint64_t seed = 0;
};

int play(const Options& o) {
  auto inputs = files_of_lesson(o.lesson, o.lessons);
  inputs.push_back(o.samples);
  if (const auto refused = refuse_overlap(inputs, {o.output})) return *refused;
  auto package = open_lesson(o.lesson, o.lessons);
  if (!package) return complain(package.error());
  auto site = assessment::Site::make(package->lesson);
  if (!site) return complain(site.error());
  const auto text = read_text(o.samples, kMaxSamples);
  if (!text) return complain(text.error());
  auto events = runner::play(*site, *text, package->hash);
  if (!events) {
    auto error = events.error().where;
    if (events.error().refused) error.message = words::of(*events.error().refused);
    error.file = o.samples;
    return complain(error);
  }
  const auto header = library::header_for(*package, o.seed, engine::sim::DeviceKind::File);
  if (auto written = write_record(o.output, header, *package, *events); !written)
    return complain(written.error());
  if (runner::fold(*site, *events).skin.dots.empty())
    remark("note: {}: no dot was made\n", engine::core::on_one_line(o.samples));
  return kOk;
}

}  // namespace

void add_play(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("play", "Run samples through the whole pipeline into a record");
  auto options = std::make_shared<Options>();
  command->add_option("lesson", options->lesson, "Lesson id or path")->required();
  command
      ->add_option("samples", options->samples, "SAMPLES.jsonl, one sample or event a line (docs/files.md)")
      ->required();
  command->add_option("-o,--output", options->output, "Record to write")->required();
  command->add_option("--seed", options->seed, "Seed of the client")
      ->transform(whole_number_up_to(kLargestSeed));
  command->add_option("--lessons", options->lessons, "Folder of lessons");
  accept_json(command);
  command->callback([options, &exit_code] { exit_code = play(*options); });
}

}  // namespace trainer::cli
