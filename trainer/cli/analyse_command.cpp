#include <fmt/format.h>

#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>

#include "engine/core/printable.h"
#include "engine/core/units.h"
#include "engine/geometry/curve_distance.h"
#include "engine/scoring/judge.h"
#include "engine/scoring/pattern.h"
#include "engine/scoring/total.h"
#include "trainer/cli/commands.h"
#include "trainer/cli/csv.h"
#include "trainer/cli/numbers.h"
#include "trainer/cli/open.h"
#include "trainer/cli/say.h"
#include "trainer/cli/window.h"
#include "trainer/words/counts.h"

namespace trainer::cli {

using engine::core::fail;
using engine::core::Mm;
using engine::core::Result;
using engine::geometry::Region;
using engine::geometry::Vec2;
using nlohmann::json;

namespace {

struct Options {
  std::string points, window, drawn, target, depths, band, radii;
  double density = 0.0, aim = 0.0;
  std::optional<double> axis_x;
};

template <class T>
json or_null(const std::optional<T>& value) {
  return value ? json(*value) : json(nullptr);
}
json points_of(std::optional<int> hundredths) {
  return hundredths ? json(*hundredths / 100.0) : json(nullptr);
}

Result<std::vector<Vec2>> read_points(const std::string& path) {
  const auto values = read_csv(path, {"x", "y"});
  if (!values) return fail(values.error());
  std::vector<Vec2> points;
  points.reserve(values->size() / 2);
  for (std::size_t i = 0; i < values->size(); i += 2) points.push_back({(*values)[i], (*values)[i + 1]});
  return points;
}

// Wrong numbers on the command line are wrong usage.
CLI::Validator numbers_joined(bool two_rising) {
  return CLI::Validator(
      [two_rising](std::string& text) -> std::string {
        const auto numbers = numbers_of(text);
        if (!numbers) return "expected numbers joined by commas, found \"" + text + "\"";
        if (two_rising && (numbers->size() != 2 || !((*numbers)[0] < (*numbers)[1])))
          return "expected LO,HI with LO below HI, found \"" + text + "\"";
        return {};
      },
      "NUMBERS");
}

json k_json(const std::vector<std::optional<double>>& values) {
  json list = json::array();
  for (const auto& v : values) list.push_back(or_null(v));
  return list;
}

// Worst first, with the points that each takes from the total; what the lowest takes is booked to the one
// that tells most.
json causes_json(const engine::scoring::PatternAnalysis& a) {
  const auto rubric = engine::scoring::pad_pattern_rubric();
  const auto* first = engine::scoring::most_telling(a.criteria);
  std::vector<engine::scoring::Weighted> scores;
  for (std::size_t i = 0; i < a.criteria.size(); ++i)
    if (a.criteria[i].score) scores.push_back({*a.criteria[i].score, rubric.criteria[i].weight});
  std::vector<std::pair<double, json>> causes;
  for (std::size_t i = 0; i < a.criteria.size(); ++i) {
    const auto& c = a.criteria[i];
    if (!c.score)
      causes.emplace_back(100.0, json{{"criterion", name(c.id)},
                                      {"cause", name(engine::scoring::CauseId::NotEnoughData)},
                                      {"points", nullptr},
                                      {"at", nullptr},
                                      {"dots", json::array()}});
    for (const auto& cause : c.causes) {
      const double by_mean = engine::scoring::lost_by_mean(scores, {*c.score, rubric.criteria[i].weight}),
                   by_lowest = &c == first ? engine::scoring::lost_by_lowest(scores) : 0.0;
      const double lost = cause.share * (by_mean + by_lowest) / 100.0;
      causes.emplace_back(lost, json{{"criterion", name(c.id)},
                                     {"cause", name(cause.id)},
                                     {"points", -std::floor(lost * 100 + 0.5) / 100.0},
                                     {"at", {cause.at.x, cause.at.y}},
                                     {"dots", cause.dots}});
    }
  }
  std::stable_sort(causes.begin(), causes.end(),
                   [](const auto& x, const auto& y) { return x.first > y.first; });
  json list = json::array();
  for (auto& [lost, cause] : causes) list.push_back(std::move(cause));
  return list;
}

// Takes away the points beyond the window; those within a nanometre of its border stay.
std::size_t leave_out(std::vector<Vec2>& points, const Region& window) {
  constexpr double kOnBorder = 1e-6;
  return std::erase_if(
      points, [&](Vec2 p) { return !window.contains(p) && !(window.border_distance(p).value <= kOnBorder); });
}

engine::core::Error in_file(engine::core::Error error, const std::string& path) {
  error.file = path;
  return error;
}

int analyse_points(const Options& o) {
  auto points = read_points(o.points);
  if (!points) return complain(points.error());
  const auto window = read_window(o.window);
  if (!window) return complain(window.error());
  const auto radii = o.radii.empty() ? std::vector<double>() : numbers_of(o.radii).value();
  const std::size_t outside = leave_out(*points, *window);
  if (outside > 0)
    remark("note: {}: {}\n", engine::core::on_one_line(o.points), words::points_left_out(outside));
  if (auto possible = engine::scoring::can_look_over(*window, o.density / 100.0); !possible)
    return complain(in_file(possible.error(), o.window));
  if (auto possible = engine::scoring::can_analyse(*points, o.density / 100.0, radii); !possible)
    return complain(in_file(possible.error(), o.points));
  const auto a = engine::scoring::analyse_points(*points, *window, o.density / 100.0, radii);
  json criteria = json::object();
  for (const auto& c : a.criteria) criteria[std::string(name(c.id))] = points_of(c.score);
  json nnd = {{"mean", nullptr}, {"min", nullptr}, {"max", nullptr}, {"sd", nullptr}};
  if (a.nearest)
    nnd = {
        {"mean", a.nearest->mean}, {"min", a.nearest->min}, {"max", a.nearest->max}, {"sd", a.nearest->sd}};
  const json document = {
      {"n", a.n},
      {"outside", outside},
      {"area", a.area},
      {"intensity", a.intensity},
      {"nnd", nnd},
      {"clark_evans", {{"naive", or_null(a.clark_evans)}, {"donnelly", or_null(a.clark_evans_donnelly)}}},
      {"K", {{"r", a.r}, {"border", k_json(a.k_border)}, {"translation", k_json(a.k_translation)}}},
      {"density",
       {{"mean_abs_log2_ratio", or_null(a.mean_abs_log2_ratio)}, {"relative_cv", or_null(a.relative_cv)}}},
      {"spacing", {{"R_local", or_null(a.r_local)}, {"doublet_fraction", or_null(a.doublet_fraction)}}},
      {"gaps",
       {{"largest_empty_radius", a.largest_empty_radius ? json(a.largest_empty_radius->value) : json()},
        {"uncovered_fraction", or_null(a.uncovered_fraction)}}},
      {"rows", {{"coherence_mean", or_null(a.coherence_mean)}, {"coherence_max", or_null(a.coherence_max)}}},
      {"criteria", criteria},
      {"total", points_of(a.total)},
      {"causes", causes_json(a)}};
  say_json(document);
  return kOk;
}

// Lines are measured by looking for the nearest piece from many places: quick for a line that goes somewhere,
// slow for one that fills its own box with crossing pieces.
Result<void> is_a_line(const std::vector<Vec2>& points) {
  constexpr double kMostCrossed = 200.0;  // pieces over a place of the box
  if (engine::geometry::without_repeats(points).size() < 2)
    return fail("expected at least two points 0.01 mm apart");
  if (points.size() > engine::scoring::kMostPoints)
    return fail(
        fmt::format("{} points; at most {} can be measured", points.size(), engine::scoring::kMostPoints));
  Vec2 low = points.front(), high = low;
  double covered = 0.0;
  for (std::size_t i = 1; i < points.size(); ++i) {
    low = glm::min(low, points[i]);
    high = glm::max(high, points[i]);
    const Vec2 d = points[i] - points[i - 1];
    covered += std::fabs(d.x * d.y);
  }
  const double box = std::max((high.x - low.x) * (high.y - low.y), 1e-9);
  if (covered / box > kMostCrossed)
    return fail(
        fmt::format("expected the points of a line in order; its pieces cross over each place {:.0f} times",
                    covered / box));
  return {};
}

int analyse_hairline(const Options& o) {
  auto drawn = read_points(o.drawn), target = read_points(o.target);
  if (!drawn) return complain(drawn.error());
  if (!target) return complain(target.error());
  for (const auto& [curve, path] : {std::pair{&*drawn, o.drawn}, {&*target, o.target}})
    if (auto line = is_a_line(*curve); !line) return complain(in_file(line.error(), path));
  namespace g = engine::geometry;
  // Fréchet looks at every pair of segments.
  constexpr double kMostPairs = 1e7, kMostDiscretePairs = 5e8;
  const double pairs = static_cast<double>(drawn->size()) * static_cast<double>(target->size());
  if (pairs > kMostPairs)
    remark("note: {} x {} points are too many for the Fréchet distance; it is left out\n", drawn->size(),
           target->size());
  const json frechet = pairs <= kMostPairs ? json(g::frechet(*drawn, *target)) : json(nullptr);
  const json discrete =
      pairs <= kMostDiscretePairs ? json(g::discrete_frechet(*drawn, *target)) : json(nullptr);
  json asymmetry = nullptr;
  if (o.axis_x) {
    std::vector<Vec2> mirror;
    for (auto it = drawn->rbegin(); it != drawn->rend(); ++it)
      mirror.push_back({2 * *o.axis_x - it->x, it->y});
    asymmetry = {{"assd", g::mean_distance(*drawn, mirror)}, {"max", g::hausdorff(*drawn, mirror)}};
  }
  const json document = {
      {"hausdorff", g::hausdorff(*drawn, *target)},
      {"hd95", g::hausdorff_95(*drawn, *target)},
      {"assd", g::mean_distance(*drawn, *target)},
      {"frechet", frechet},
      {"frechet_discrete", discrete},
      {"tangent_mean_deg",
       engine::core::degrees(engine::core::Radians{g::tangent_difference(*drawn, *target)})},
      {"signed_offset", g::signed_offset(*drawn, *target)},
      {"asymmetry", asymmetry},
      {"reversed", g::reversed(*drawn, *target)}};
  say_json(document);
  return kOk;
}

int analyse_depth(const Options& o) {
  const auto depths = read_csv(o.depths, {"depth_mm"});
  if (!depths) return complain(depths.error());
  const auto band = numbers_of(o.band).value();
  const auto a = engine::scoring::analyse_depth(*depths, Mm{band[0]}, Mm{band[1]});
  const bool some = a.n > 0;
  const auto number = [&](double x) { return some ? json(x) : json(nullptr); };
  const json document = {{"n", a.n},
                         {"in_band", number(a.in_band)},
                         {"too_deep", number(a.too_deep)},
                         {"too_shallow", number(a.too_shallow)},
                         {"mean", number(a.mean)},
                         {"mean_error", number(a.mean - o.aim)},
                         {"sd", or_null(a.sd)},
                         {"drift_per_dot", or_null(a.drift_per_dot)}};
  say_json(document);
  return kOk;
}

}  // namespace

void add_analyse(CLI::App& app, int& exit_code) {
  auto* analyse = app.add_subcommand("analyse", "Metrics of points, curves and depths from CSV files");
  analyse->require_subcommand(1);
  auto o = std::make_shared<Options>();
  auto* points = analyse->add_subcommand("points", "A point pattern on a flat pad; columns x, y in mm");
  points->add_option("points", o->points, "CSV")->required();
  points->add_option("--window", o->window, "JSON with rings, in mm (docs/files.md)")->required();
  points->add_option("--density", o->density, "Target, dots per cm2")
      ->required()
      ->check(number_between(0.01, 1e7));
  points->add_option("--r", o->radii, "Radii of K in mm, joined by commas")->check(numbers_joined(false));
  points->callback([o, &exit_code] { exit_code = analyse_points(*o); });
  auto* hairline = analyse->add_subcommand("hairline", "Distances between two curves; columns x, y in mm");
  hairline->add_option("drawn", o->drawn, "CSV")->required();
  hairline->add_option("target", o->target, "CSV")->required();
  hairline->add_option("--axis-x", o->axis_x, "Midline in mm, for asymmetry")
      ->check(number_between(-1e6, 1e6));
  hairline->callback([o, &exit_code] { exit_code = analyse_hairline(*o); });
  auto* depth = analyse->add_subcommand("depth", "A sequence of depths in order; column depth_mm");
  depth->add_option("depths", o->depths, "CSV")->required();
  depth->add_option("--band", o->band, "LO,HI in mm, both inside")->required()->check(numbers_joined(true));
  depth->add_option("--target", o->aim, "Depth aimed at, mm")->required()->check(number_between(0.0, 100.0));
  depth->callback([o, &exit_code] { exit_code = analyse_depth(*o); });
  for (auto* command : {points, hairline, depth}) accept_json(command);
}

}  // namespace trainer::cli
