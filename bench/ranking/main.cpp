// What the scores must rank: kinds of work over seeds, densities, rotations and shapes of the zone. Prints
// the least, middle and greatest total of each kind and marks what lies outside the table's range. A thousand
// dots are not enough to tell an expert's from slightly uneven work every time (docs/scoring.md): a row holds
// when no total lies more than a point outside and at least 19 of 20 are named as asked.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>

#include "bench/ranking/places.h"
#include "engine/scoring/judge.h"
#include "engine/scoring/pattern.h"

namespace {

using patterns::Kind;
using ranking::Place;
using ranking::Seed;

constexpr std::string_view kHelp =
    "smp-ranking [SEEDS] [--kind TEXT] [--place TEXT] [--json]\n"
    "Scores kinds of work over seeds, densities, turns and shapes of the zone.\n\n"
    "  SEEDS         of each kind in each place; 20 unless told\n"
    "  --kind TEXT   only kinds whose name holds TEXT\n"
    "  --place TEXT  only places whose name holds TEXT\n"
    "  --json        for machines\n\n"
    "A row is marked when a total lies outside its range. It fails when one lies more than a point outside, "
    "or fewer\n"
    "than 19 of 20 are named as asked.\n\n"
    "Exit: 0 every row holds, 1 a row fails, 2 wrong use.\n";

struct Options {
  int seeds = 20;
  bool json = false;
  std::string_view kind, place;
};

struct Outcome {
  double total = 0.0;
  std::string cause;
};

Outcome judged(const Kind& kind, const Place& place, Seed seed) {
  const auto field = ranking::laid(kind, place, seed);
  const auto rubric = ranking::rubric_of(place);
  const auto criteria = engine::scoring::judge(field, rubric);
  Outcome outcome{.total = engine::scoring::total(criteria, rubric).value_or(0) / 100.0, .cause = {}};
  if (const auto* first = engine::scoring::most_telling(criteria); first != nullptr && !first->causes.empty())
    outcome.cause = name(first->causes.front().id);
  return outcome;
}

struct Row {
  double low = 0.0, middle = 0.0, high = 0.0;
  int named = 0;
  std::string others;  // causes named instead
  int outside = 0;     // totals
  double by = 0.0;     // the farthest of them
  bool holds = true;
};

Row row_of(const Kind& kind, const Place& place, int seeds) {
  std::vector<double> totals;
  Row row;
  for (int seed = 1; seed <= seeds; ++seed) {
    const Outcome o = judged(kind, place, static_cast<Seed>(seed));
    totals.push_back(o.total);
    const bool as_asked = kind.causes.empty() ||
                          std::find(kind.causes.begin(), kind.causes.end(), o.cause) != kind.causes.end();
    row.named += as_asked ? 1 : 0;
    if (!as_asked && row.others.find(o.cause) == std::string::npos) row.others += " " + o.cause;
  }
  std::sort(totals.begin(), totals.end());
  row.low = totals.front();
  row.middle = totals[totals.size() / 2];
  row.high = totals.back();
  constexpr double kSlack = 1.0, kNamed = 0.95;
  for (const double total : totals) {
    const bool within = total >= kind.low && (kind.low == 0.0 ? total < kind.high : total <= kind.high);
    row.outside += within ? 0 : 1;
    row.by = std::max({row.by, kind.low - total, total - kind.high});
  }
  row.holds = row.by <= kSlack && row.named >= kNamed * seeds;
  return row;
}

std::string mark(const Row& row) {
  const auto outside =
      row.outside > 0 ? fmt::format("<-- {} outside by up to {:.2f}", row.outside, row.by) : "";
  return row.holds ? outside : outside + " FAILS";
}

int run(const Options& options) {
  auto rows = nlohmann::json::array();
  int failed = 0, outside = 0, all = 0;
  double by = 0.0;
  for (const Place& place : ranking::places()) {
    if (place.name.find(options.place) == std::string::npos) continue;
    if (!options.json)
      fmt::print("\n{}, {:.0f} per cm2, turned by {:.1f}\n{:<24}{:>8}{:>8}{:>8}   asked     named as asked\n",
                 place.name, place.per_cm2, place.turn, "", "min", "median", "max");
    for (const Kind& kind : patterns::kinds()) {
      if (kind.name.find(options.kind) == std::string::npos) continue;
      const Row row = row_of(kind, place, options.seeds);
      failed += row.holds ? 0 : 1;
      outside += row.outside;
      all += options.seeds;
      by = std::max(by, row.by);
      rows.push_back({{"kind", kind.name},
                      {"place", place.name},
                      {"per_cm2", place.per_cm2},
                      {"turn", place.turn},
                      {"min", row.low},
                      {"median", row.middle},
                      {"max", row.high},
                      {"low", kind.low},
                      {"high", kind.high},
                      {"named", row.named},
                      {"seeds", options.seeds},
                      {"outside", row.outside},
                      {"by", row.by},
                      {"holds", row.holds}});
      if (!options.json) {
        const auto asked = kind.low == 0.0 ? fmt::format("< {:.0f}", kind.high)
                                           : fmt::format("{:.0f}-{:.0f}", kind.low, kind.high);
        fmt::print("{:<24}{:>8.2f}{:>8.2f}{:>8.2f}   {:<9} {:>3} of {}{} {}\n", kind.name, row.low,
                   row.middle, row.high, asked, row.named, options.seeds, row.others, mark(row));
        std::fflush(stdout);
      }
    }
  }
  if (options.json)
    fmt::print("{}\n", nlohmann::json{{"seeds", options.seeds},
                                      {"rows", rows},
                                      {"totals", all},
                                      {"outside", outside},
                                      {"by", by},
                                      {"failed", failed}}
                           .dump(2));
  else
    fmt::print("\n{} of {} totals outside their range, by up to {:.2f}; {} of {} rows fail\n", outside, all,
               by, failed, rows.size());
  return failed > 0 ? 1 : 0;
}

int wrong(std::string_view what) {
  fmt::print(stderr, "smp-ranking: {}\nsmp-ranking --help shows how it is used.\n", what);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--help" || word == "-h") {
      fmt::print("{}", kHelp);
      return 0;
    }
    if (word == "--json")
      options.json = true;
    else if (word == "--kind" || word == "--place") {
      if (i + 1 == argc) return wrong(fmt::format("{} needs a text", word));
      (word == "--kind" ? options.kind : options.place) = argv[++i];
    } else if (const auto end = word.data() + word.size();
               std::from_chars(word.data(), end, options.seeds).ptr != end || options.seeds < 1 ||
               options.seeds > 100'000)
      return wrong(fmt::format("\"{}\": expected a number of seeds from 1 to 100000, or an option", word));
  }
  return run(options);
}
