// The pictures of docs/scoring.md: kinds of work side by side, with the total that each gets, what is named
// and where.
//   smp-pictures > docs/pictures/kinds-of-work.svg
//   smp-pictures --table         how dark work looks, against its targets (looks.h)
//   smp-pictures --sheet FOLDER  pictures of heads to judge by (sheet.h)
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "bench/looks.h"
#include "bench/sheet.h"
#include "bench/usage.h"
#include "engine/scoring/pattern.h"
#include "tests/support/patterns.h"

namespace {

using engine::scoring::Cause;
using engine::scoring::CriterionResult;

constexpr double kSide = 30.0;  // mm and d_ref: 100 dots per cm2
constexpr double kGap = 3.0, kCaption = 6.4;
constexpr int kAcross = 4;
constexpr engine::core::Seed kSeed = 3;

struct Panel {
  const char* kind;
  const char* caption;
};
constexpr Panel kPanels[] = {{"expert, 0.70", "Expert"},
                             {"slightly uneven", "Slightly uneven"},
                             {"patchy", "Patchy"},
                             {"too even", "Too even"},
                             {"a hole of 3", "A hole"},
                             {"10 % double hits", "One in ten hit twice"},
                             {"a third in rows", "A third in rows"},
                             {"copied tile", "One tile, copied"},
                             {"random", "Without looking"},
                             {"medium clusters", "Clusters"},
                             {"hexagonal grid, 0.1", "A grid by hand"},
                             {"under-dense x0.5", "Half the dots asked"}};

const CriterionResult& lowest(const engine::scoring::PatternAnalysis& a) {
  return *std::min_element(a.criteria.begin(), a.criteria.end(), [](const auto& x, const auto& y) {
    return x.score.value_or(10000) < y.score.value_or(10000);
  });
}

std::string name_of(const Cause& cause) {
  constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {"too_dense", "too dense"}, {"too_sparse", "too thin"},
      {"uneven", "uneven"},       {"too_even", "too even"},
      {"clumps", "clumps"},       {"gaps", "gaps"},
      {"rows", "rows"},           {"grid", "a pattern that repeats"}};
  for (const auto& [id, text] : kNames)
    if (id == name(cause.id)) return std::string(text);
  return std::string(name(cause.id));
}

void draw(const Panel& panel, double x, double y) {
  const auto kinds = patterns::kinds();
  const auto& kind =
      *std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.name == panel.kind; });
  const auto dots = kind.make(kSeed, patterns::Ground{0.0, kSide});
  const auto window = engine::geometry::Region::rectangle({0, 0}, {kSide, kSide});
  std::vector<engine::geometry::Vec2> inside;
  std::copy_if(dots.begin(), dots.end(), std::back_inserter(inside),
               [&](auto p) { return window.contains(p); });
  const auto analysis = engine::scoring::analyse_points(inside, window, kind.asked, {});
  fmt::print(
      "<svg x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><rect width=\"100%\" height=\"100%\" "
      "fill=\"#e9c9ae\"/><path d=\"",
      x, y, kSide, kSide);
  for (const auto p : inside) fmt::print("M{:.2f} {:.2f}h0", p.x, kSide - p.y);
  fmt::print("\" stroke=\"#2e2622\" stroke-width=\".34\" stroke-linecap=\"round\"/>");
  const auto& worst = lowest(analysis);
  std::string named = "nothing to mend";
  if (*worst.score < 9500) {
    const Cause& cause = worst.causes.front();
    named = name_of(cause);
    fmt::print(
        "<circle cx=\"{:.2f}\" cy=\"{:.2f}\" r=\"{:.2f}\" fill=\"none\" stroke=\"#0b5cad\" "
        "stroke-width=\".3\"/>",
        cause.at.x, kSide - cause.at.y, std::clamp(cause.radius.value, 1.5, 7.0));
  }
  fmt::print(
      "</svg><text x=\"{0}\" y=\"{1}\" font-weight=\"600\">{2}: {3:.0f}</text><text x=\"{0}\" "
      "y=\"{4}\">{5}</text>\n",
      x, y + kSide + 2.6, panel.caption, *analysis.total / 100.0, y + kSide + 5.0, named);
}

}  // namespace

int main(int argc, char** argv) {
  constexpr const char* kUsage =
      "smp-pictures                 the picture of docs/scoring.md as SVG\n"
      "smp-pictures --table         how dark work looks, against the targets; exit 1 where one is missed\n"
      "smp-pictures --sheet FOLDER  pictures to judge by, each as PNG and all on FOLDER/sheet.png, and that "
      "table "
      "at rest as FOLDER/table.csv; two minutes of a core, more on a busy machine";
  if (bench::told_usage(argc, argv, kUsage)) return 0;
#ifdef SMP_LOOKS
  const std::string_view asked = argc > 1 ? argv[1] : "";
  if (asked == "--table" && argc == 2) return bench::print_looks();
  if (asked == "--sheet" && argc == 3) {
    if (std::filesystem::is_directory(argv[2])) return bench::draw_sheet(argv[2]);
    fmt::print(stderr, "{}: expected a folder that is there\n", argv[2]);
    return 2;
  }
#endif
  if (argc > 1) {  // also what a build without a window cannot draw
    fmt::print(stderr, "{}\n", kUsage);
    return 2;
  }
  constexpr int kCount = static_cast<int>(std::size(kPanels));
  const double width = kAcross * (kSide + kGap) + kGap,
               height = (kCount / kAcross) * (kSide + kCaption + kGap) + kGap;
  fmt::print(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{2:.0f}\" "
      "font-family=\"Inter, DejaVu Sans, sans-serif\" font-size=\"2.1\" fill=\"#1c1917\">\n"
      "<title>Kinds of work at 100 dots per square centimetre, 3 x 3 cm, and what they score</title>\n<rect "
      "width=\"{0}\" height=\"{1}\" fill=\"#fff\"/>\n",
      width, height, 8.0 * width);
  for (int i = 0; i < kCount; ++i)
    draw(kPanels[i], kGap + (i % kAcross) * (kSide + kGap), kGap + (i / kAcross) * (kSide + kCaption + kGap));
  fmt::print("</svg>\n");
}
