// One dot more: time from a dot to all its scores, on fields that hold many already.
//   smp-live [DOTS=100000] [--json]
// Every criterion that a pad can have is kept; the last scores are compared with those from scratch.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <nlohmann/json.hpp>

#include "engine/core/draw.h"
#include "engine/scoring/judge.h"
#include "engine/scoring/live_field.h"
#include "tests/support/patterns.h"

namespace {

using namespace engine::scoring;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMeasured = 500;  // dots added one by one at the end

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

Rubric everything() {
  Rubric rubric = pad_pattern_rubric();
  for (const auto id : {CriterionId::Depth, CriterionId::Size, CriterionId::Shade, CriterionId::Angle,
                        CriterionId::Placement, CriterionId::Pace})
    rubric.criteria.push_back({.id = id, .weight = 10, .minimum = {}});
  return rubric;
}

bool same(const std::vector<CriterionResult>& a, const std::vector<CriterionResult>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].score != b[i].score || a[i].metrics.size() != b[i].metrics.size()) return false;
    for (std::size_t k = 0; k < a[i].metrics.size(); ++k)
      if (a[i].metrics[k].value != b[i].metrics[k].value) return false;
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t wanted = 100'000;
  bool json = false;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--json") == 0)
      json = true;
    else
      wanted = static_cast<std::size_t>(std::max(0LL, std::atoll(argv[i])));
  }
  if (wanted < 2 * kMeasured) {
    const bool help = argc > 1 && std::strcmp(argv[argc - 1], "--help") == 0;
    fmt::print(help ? stdout : stderr,
               "smp-live [DOTS] [--json]\nOne dot more on a field that holds many: time to all its "
               "scores.\n\n  DOTS   from {}; 100000 unless told\n",
               2 * kMeasured);
    return help ? 0 : 2;
  }
  // Careful work in random order: the last dots fall anywhere.
  const double side = std::sqrt(static_cast<double>(wanted));
  auto places = patterns::poisson_disc(3, {0.0, side}, 0.78);
  std::erase_if(places, [side](auto p) { return p.x < 0 || p.y < 0 || p.x > side || p.y > side; });
  Field field;
  field.region = Region::rectangle({0, 0}, {side, side});
  field.target.plateau_per_mm2 = 1.0;
  field.of_lesson = true;
  const Rubric rubric = everything();
  const auto dot = [&](std::size_t i) {
    return FieldDot{.number = static_cast<std::uint32_t>(i),
                    .angle_known = true,
                    .at = places[i],
                    .delta = 0.5 + 0.1 * engine::core::draw_unit(1, "delta", i)};
  };
  const std::size_t before = places.size() - kMeasured;
  for (std::size_t i = 0; i < before; ++i) field.dots.push_back(dot(i));
  auto start = Clock::now();
  LiveField live(field, rubric);
  static_cast<void>(live.scores());
  const double build = ms_since(start);
  std::vector<double> times;
  std::vector<CriterionResult> scores;
  for (std::size_t i = before; i < places.size(); ++i) {
    start = Clock::now();
    live.add(dot(i));
    scores = live.scores();
    times.push_back(ms_since(start));
    field.dots.push_back(dot(i));
  }
  start = Clock::now();
  const bool equal = same(scores, judge(field, rubric));
  const double scratch = ms_since(start);
  std::sort(times.begin(), times.end());
  const double median = times[times.size() / 2], p99 = times[times.size() * 99 / 100];
  if (json) {
    fmt::print("{}\n", nlohmann::json{{"dots", places.size()},
                                      {"build_ms", build},
                                      {"median_ms", median},
                                      {"p99_ms", p99},
                                      {"scratch_ms", scratch},
                                      {"same", equal}}
                           .dump());
  } else {
    fmt::print(
        "{} dots. One more: median {:.3f} ms, p99 {:.3f} ms. From scratch {:.0f} ms ({:.0f} times the "
        "median). All put in one by one: {:.0f} ms. {}\n",
        places.size(), median, p99, scratch, scratch / median, build,
        equal ? "Same bits." : "DIFFERENT SCORES");
  }
  return equal ? 0 : 1;
}
