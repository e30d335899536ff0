// Nearest neighbours, pair counts and whole scores, beside other people's code on the same arrays in the same
// run. One thread. Best of three for arrays, median of many for one dot.
//   smp-peers [--json] [--most N]      N: largest array, 1000000 unless told
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nanoflann.hpp>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "engine/core/draw.h"
#include "engine/geometry/grid.h"
#include "engine/scoring/criterion.h"
#include "engine/scoring/judge.h"
#include "engine/scoring/rubric.h"

namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;
using engine::geometry::Grid;
using engine::geometry::Region;
using engine::geometry::Vec2;
using engine::scoring::Field;
using Points = std::vector<Vec2>;

constexpr double kPerMm2 = 1.0;
constexpr double kPairRadiusMm = 5.0;
constexpr std::size_t kMostPairs = 100'000;  // more takes the peers minutes

double milliseconds(const std::function<void()>& work) {
  const auto from = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
}

struct Timed {
  double ms = 0.0, checksum = 0.0;
};

Timed best_of_three(const std::function<double()>& work) {
  Timed best;
  for (int i = 0; i < 3; ++i) {
    double sum = 0.0;
    const double ms = milliseconds([&] { sum = work(); });
    if (i == 0 || ms < best.ms) best = {ms, sum};
  }
  return best;
}

double side_of(std::size_t n) {
  return std::sqrt(static_cast<double>(n) / kPerMm2);
}

Points random_points(std::size_t n) {
  Points points;
  points.reserve(n);
  for (std::uint64_t i = 0; i < n; ++i)
    points.push_back(side_of(n) *
                     Vec2{engine::core::draw_unit(7, "x", i), engine::core::draw_unit(7, "y", i)});
  return points;
}

// The same points, those of a cell of two dots' area together: the order that suits a cache.
Points in_cell_order(Points points) {
  const double cell = std::sqrt(2.0 / kPerMm2);
  const auto key = [&](Vec2 p) { return std::pair(std::floor(p.y / cell), std::floor(p.x / cell)); };
  std::stable_sort(points.begin(), points.end(), [&](Vec2 a, Vec2 b) { return key(a) < key(b); });
  return points;
}

double sum_of(const std::vector<double>& values) {
  double sum = 0.0;
  for (const double v : values) sum += v;
  return sum;
}

struct Cloud {
  const Points& points;
  [[nodiscard]] std::size_t kdtree_get_point_count() const { return points.size(); }
  [[nodiscard]] double kdtree_get_pt(std::size_t i, std::size_t axis) const {
    return axis == 0 ? points[i].x : points[i].y;
  }
  template <class Box>
  bool kdtree_get_bbox(Box&) const {
    return false;
  }
};
using KdTree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<double, Cloud>, Cloud, 2>;

using BoostPoint = bg::model::d2::point_xy<double>;
using RTree = bgi::rtree<BoostPoint, bgi::rstar<16>>;

RTree boost_tree(const Points& points) {
  std::vector<BoostPoint> all;
  all.reserve(points.size());
  for (const Vec2 p : points) all.emplace_back(p.x, p.y);
  return RTree(all);
}

double nearest_ours(const Points& points) {
  return sum_of(engine::geometry::nearest_distances(points));
}

double nearest_nanoflann(const Points& points) {
  const Cloud cloud{points};
  KdTree tree(2, cloud, nanoflann::KDTreeSingleIndexAdaptorParams(10));
  tree.buildIndex();
  double sum = 0.0;
  for (const Vec2 p : points) {
    const double query[2] = {p.x, p.y};
    std::uint32_t index[2];
    double d2[2];
    tree.knnSearch(query, 2, index, d2);
    sum += std::sqrt(d2[1]);
  }
  return sum;
}

double nearest_boost(const Points& points) {
  const RTree tree = boost_tree(points);
  double sum = 0.0;
  std::vector<BoostPoint> found;
  for (const Vec2 p : points) {
    found.clear();
    tree.query(bgi::nearest(BoostPoint(p.x, p.y), 2), std::back_inserter(found));
    double far = 0.0;
    for (const auto& q : found) far = std::max(far, std::hypot(q.x() - p.x, q.y() - p.y));
    sum += far;
  }
  return sum;
}

double pairs_ours(const Points& points) {
  const Grid grid(points, kPairRadiusMm / 2);
  std::int64_t pairs = 0;
  grid.pairs_within(kPairRadiusMm, [&](std::size_t, std::size_t, double) { ++pairs; });
  return static_cast<double>(pairs);
}

double pairs_nanoflann(const Points& points) {
  const Cloud cloud{points};
  KdTree tree(2, cloud, nanoflann::KDTreeSingleIndexAdaptorParams(10));
  tree.buildIndex();
  std::int64_t neighbours = 0;
  std::vector<std::pair<std::uint32_t, double>> found;
  for (const Vec2 p : points) {
    const double query[2] = {p.x, p.y};
    neighbours += static_cast<std::int64_t>(tree.radiusSearch(query, kPairRadiusMm * kPairRadiusMm, found,
                                                              nanoflann::SearchParams(0, 0.0F, false)));
  }
  return static_cast<double>((neighbours - static_cast<std::int64_t>(points.size())) / 2);
}

double pairs_boost(const Points& points) {
  const RTree tree = boost_tree(points);
  std::int64_t neighbours = 0;
  for (const Vec2 p : points) {
    const bg::model::box<BoostPoint> box({p.x - kPairRadiusMm, p.y - kPairRadiusMm},
                                         {p.x + kPairRadiusMm, p.y + kPairRadiusMm});
    for (auto it = tree.qbegin(bgi::intersects(box)); it != tree.qend(); ++it) {
      const double dx = it->x() - p.x, dy = it->y() - p.y;
      neighbours += dx * dx + dy * dy <= kPairRadiusMm * kPairRadiusMm ? 1 : 0;
    }
  }
  return static_cast<double>((neighbours - static_cast<std::int64_t>(points.size())) / 2);
}

// A jittered lattice: as even as good work, and quick to make in any number.
Field field_of(std::size_t n) {
  Field field;
  const auto across = static_cast<std::size_t>(std::sqrt(static_cast<double>(n)) + 0.5);
  field.region = Region::rectangle({0, 0}, Vec2{static_cast<double>(across)});
  field.target.plateau_per_mm2 = kPerMm2;
  field.dots.reserve(across * across);
  for (std::uint32_t i = 0; i < across * across; ++i) {
    const Vec2 cell{static_cast<double>(i % across), static_cast<double>(i / across)};
    field.dots.push_back(
        {.number = i,
         .at = cell + Vec2{0.15} +
               0.7 * Vec2{engine::core::draw_unit(3, "x", i), engine::core::draw_unit(3, "y", i)}});
  }
  return field;
}

int score(const Field& field) {
  int sum = 0;
  for (const auto& result : engine::scoring::judge(field, engine::scoring::pad_pattern_rubric()))
    sum += result.score.value_or(0);
  return sum;
}

// Peak of a child process that makes and scores a field, less that of one that does neither: bytes a dot.
double bytes_per_dot(std::size_t n) {
  const auto peak = [](const std::function<void()>& work) {
    const pid_t child = fork();
    if (child == 0) {
      work();
      _exit(0);
    }
    rusage usage{};
    int status = 0;
    wait4(child, &status, 0, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024.0;
  };
  return (peak([&] { score(field_of(n)); }) - peak([] {})) / static_cast<double>(n);
}

// Programs of their own, asked over a file; nothing where they are not installed.
class Elsewhere {
 public:
  Elsewhere(const char* interpreter, const char* script)
      : command_(fmt::format("{} {}/bench/{}", interpreter, SMP_SOURCE_DIR, script)) {}

  void look_at(const Points& points) {
    const auto file = std::filesystem::temp_directory_path() / fmt::format("smp-peers-{}.f64", getpid());
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(points.data()),
               static_cast<std::streamsize>(points.size() * sizeof(Vec2)));
    answer_ = ask(fmt::format("{} {} {} 2>/dev/null", command_, file.string(), kPairRadiusMm));
    std::filesystem::remove(file);
  }
  [[nodiscard]] std::optional<Timed> nearest() const { return part("nearest_ms", "nearest_sum"); }
  [[nodiscard]] std::optional<Timed> pairs() const { return part("pairs_ms", "pairs"); }

 private:
  static nlohmann::json ask(const std::string& command) {
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return {};
    std::string text;
    std::array<char, 4096> chunk{};
    while (const std::size_t n = std::fread(chunk.data(), 1, chunk.size(), pipe))
      text.append(chunk.data(), n);
    pclose(pipe);
    return nlohmann::json::parse(text, nullptr, false);
  }
  [[nodiscard]] std::optional<Timed> part(const char* time, const char* sum) const {
    if (!answer_.is_object() || !answer_.value(time, nlohmann::json()).is_number()) return std::nullopt;
    return Timed{answer_[time].get<double>(), answer_[sum].get<double>()};
  }

  std::string command_;
  nlohmann::json answer_;
};

struct Peer {
  const char* name;
  std::optional<Timed> timed;  // nothing: not installed
};

struct Row {
  std::string task, order;
  std::size_t n = 0;
  Timed ours;
  std::vector<Peer> peers;
};

bool same(const Row& row, const Timed& other) {
  return std::fabs(row.ours.checksum - other.checksum) <= 1e-9 * row.ours.checksum;
}

nlohmann::json to_json(const Row& row) {
  nlohmann::json out{{"task", row.task},
                     {"order", row.order},
                     {"n", row.n},
                     {"ms", row.ours.ms},
                     {"peers", nlohmann::json::object()}};
  for (const Peer& peer : row.peers)
    if (peer.timed)
      out["peers"][peer.name] = {{"ms", peer.timed->ms},
                                 {"ratio", peer.timed->ms / row.ours.ms},
                                 {"same_result", same(row, *peer.timed)}};
  return out;
}

std::vector<Row> compare(std::size_t n) {
  const Points random = random_points(n), ordered = in_cell_order(random);
  Elsewhere scipy("/usr/bin/env python3", "scipy_peer.py"), spatstat("Rscript", "spatstat_peer.R");
  std::vector<Row> rows;
  for (const auto& [order, points] :
       {std::pair<std::string, const Points&>{"random", random}, {"by cell", ordered}}) {
    scipy.look_at(points);
    spatstat.look_at(points);
    const auto timed = [&points = points](auto&& work) {
      return best_of_three([&] { return work(points); });
    };
    rows.push_back({"nearest",
                    order,
                    n,
                    timed(nearest_ours),
                    {{"nanoflann", timed(nearest_nanoflann)},
                     {"Boost", timed(nearest_boost)},
                     {"SciPy", scipy.nearest()},
                     {"spatstat", spatstat.nearest()}}});
    rows.push_back({"pairs to 5 mm", order, n, timed(pairs_ours), {}});
    if (n <= kMostPairs)
      rows.back().peers = {{"nanoflann", timed(pairs_nanoflann)},
                           {"Boost", timed(pairs_boost)},
                           {"SciPy", scipy.pairs()},
                           {"spatstat", spatstat.pairs()}};
  }
  return rows;
}

struct Score {
  std::size_t n = 0;
  double ms = 0.0;
};

std::vector<Score> time_scores(std::size_t most) {
  std::vector<Score> list;
  for (const std::size_t n : {1'000UL, 10'000UL, 20'000UL, 100'000UL, 1'000'000UL}) {
    if (n > most) break;
    const Field field = field_of(n);
    list.push_back({n, best_of_three([&] { return static_cast<double>(score(field)); }).ms});
  }
  return list;
}

double exponent(const std::vector<Score>& list) {
  const auto at = [&](std::size_t n) {
    return std::find_if(list.begin(), list.end(), [&](const Score& s) { return s.n == n; });
  };
  const auto low = at(10'000);
  if (low == list.end() || list.back().n <= low->n) return 0.0;
  return std::log(list.back().ms / low->ms) /
         std::log(static_cast<double>(list.back().n) / static_cast<double>(low->n));
}

// Times in ms, and in brackets how many times ours.
void print(const std::vector<Row>& rows) {
  fmt::print("{:<14} {:<8} {:>8} {:>9}\n", "task", "order", "points", "ours ms");
  for (const Row& row : rows) {
    fmt::print("{:<14} {:<8} {:>8} {:>9.2f}", row.task, row.order, row.n, row.ours.ms);
    for (const Peer& peer : row.peers)
      if (peer.timed)
        fmt::print("   {} {:.1f} ({:.1f}x{})", peer.name, peer.timed->ms, peer.timed->ms / row.ours.ms,
                   same(row, *peer.timed) ? "" : ", OTHER RESULT");
      else
        fmt::print("   {} not installed", peer.name);
    fmt::print("\n");
  }
}

}  // namespace

int main(int argc, char** argv) {
  bool json = false;
  std::size_t most = 1'000'000;
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    if (arg == "--json")
      json = true;
    else if (arg == "--most" && i + 1 < argc)
      most = std::strtoull(argv[++i], nullptr, 10);
    else {
      fmt::print(stderr, "usage: smp-peers [--json] [--most N]\n");
      return 2;
    }
  }
  const double bytes = bytes_per_dot(std::min<std::size_t>(most, 1'000'000));
  std::vector<Row> rows;
  for (const std::size_t n : {10'000UL, 100'000UL, 1'000'000UL})
    if (n <= most)
      for (auto& row : compare(n)) rows.push_back(std::move(row));
  const auto scores = time_scores(most);
  if (json) {
    nlohmann::json out{{"arrays", nlohmann::json::array()},
                       {"scores", nlohmann::json::array()},
                       {"exponent_from_1e4", exponent(scores)},
                       {"peak_bytes_per_dot", bytes}};
    for (const Row& row : rows) out["arrays"].push_back(to_json(row));
    for (const Score& s : scores) out["scores"].push_back({{"n", s.n}, {"ms", s.ms}});
    fmt::print("{}\n", out.dump(2));
    return 0;
  }
  print(rows);
  fmt::print("\n{:>8} {:>12}\n", "dots", "score ms");
  for (const Score& s : scores) fmt::print("{:>8} {:>12.1f}\n", s.n, s.ms);
  fmt::print("exponent from 1e4: {:.3f}   peak memory: {:.0f} bytes a dot\n", exponent(scores), bytes);
  return 0;
}
