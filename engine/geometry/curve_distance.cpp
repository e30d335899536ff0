#include "engine/geometry/curve_distance.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/geometry/polyline.h"
#include "engine/geometry/segment_tree.h"

namespace engine::geometry {

namespace {

constexpr double kSampleStep = 0.005;  // mm, the step of the reference values
constexpr std::size_t kMostSamples = 60'000;

// Middles of short pieces of a curve, each with its length and its distance to the other curve.
struct Sample {
  double distance, weight;
  Vec2 at;
};

std::vector<Sample> sampled(Curve p, Curve q) {
  const SegmentTree others(q);
  std::vector<Sample> samples;
  const double step = std::max(kSampleStep, length(p) / kMostSamples);
  for (std::size_t i = 1; i < p.size(); ++i) {
    const double size = glm::length(p[i] - p[i - 1]);
    const int pieces = std::max(1, static_cast<int>(std::ceil(size / step)));
    for (int k = 0; k < pieces; ++k) {
      const Vec2 at = p[i - 1] + (p[i] - p[i - 1]) * ((k + 0.5) / pieces);
      samples.push_back({others.nearest(at).distance, size / pieces, at});
    }
  }
  return samples;
}

// Branch and bound. The distance to one segment is convex along a piece, so no point of the piece is
// farther from the curve than the farther of its ends is from any one segment.
double directed_hausdorff(Curve p, Curve q) {
  using Nearest = SegmentTree::Nearest;
  const SegmentTree others(q);
  struct Piece {
    double bound;
    Vec2 a, b;
    Nearest na, nb;
    bool operator<(const Piece& o) const { return bound < o.bound; }
  };
  const auto piece = [&](Vec2 a, Nearest na, Vec2 b, Nearest nb) {
    const double by_a = std::max(na.distance, segment_distance(b, q[na.segment - 1], q[na.segment]));
    const double by_b = std::max(nb.distance, segment_distance(a, q[nb.segment - 1], q[nb.segment]));
    const double by_length = 0.5 * (na.distance + nb.distance + glm::length(b - a));
    return Piece{std::min({by_a, by_b, by_length}), a, b, na, nb};
  };
  std::priority_queue<Piece> queue;
  Nearest last = others.nearest(p.front());
  double best = last.distance;
  for (std::size_t i = 1; i < p.size(); ++i) {
    const Nearest next = others.nearest(p[i]);
    best = std::max(best, next.distance);
    queue.push(piece(p[i - 1], last, p[i], next));
    last = next;
  }
  while (!queue.empty() && queue.top().bound > best + 1e-6) {
    const Piece top = queue.top();
    queue.pop();
    const Vec2 m = (top.a + top.b) * 0.5;
    const Nearest nm = others.nearest(m);
    best = std::max(best, nm.distance);
    queue.push(piece(top.a, top.na, m, nm));
    queue.push(piece(m, nm, top.b, top.nb));
  }
  return best;
}

double percentile_95(std::vector<Sample> samples) {
  std::stable_sort(samples.begin(), samples.end(),
                   [](const Sample& a, const Sample& b) { return a.distance < b.distance; });
  double whole = 0.0, sum = 0.0;
  for (const Sample& s : samples) whole += s.weight;
  for (const Sample& s : samples) {
    sum += s.weight;
    if (sum >= 0.95 * whole) return s.distance;
  }
  return samples.back().distance;
}

// The part [low, high] of segment a-b within eps of c; low > high when there is none.
struct Free {
  double low = 1.0, high = 0.0;
  [[nodiscard]] bool empty() const { return low > high; }
};

Free free_part(Vec2 c, Vec2 a, Vec2 b, double eps) {
  const Vec2 d = b - a, f = a - c;
  const double aa = glm::dot(d, d), half = glm::dot(f, d), cc = glm::dot(f, f) - eps * eps;
  if (aa == 0.0) return cc <= 0.0 ? Free{0.0, 1.0} : Free{};
  const double root2 = half * half - aa * cc;
  if (root2 < 0.0) return {};
  const double root = std::sqrt(root2);
  const Free part{std::max(0.0, (-half - root) / aa), std::min(1.0, (-half + root) / aa)};
  return part;
}

// Is there a monotone path through the free space of this eps?
bool frechet_within(Curve p, Curve q, double eps) {
  const std::size_t n = p.size(), m = q.size();
  if (glm::length(p.front() - q.front()) > eps || glm::length(p.back() - q.back()) > eps) return false;
  std::vector<Free> bottom(n - 1), next(n - 1);  // reachable on the lower edge of each cell of a row
  bool open = true;
  for (std::size_t i = 0; i + 1 < n; ++i) {
    const Free f = free_part(q[0], p[i], p[i + 1], eps);
    bottom[i] = open && !f.empty() && f.low <= 0.0 ? f : Free{};
    open = !bottom[i].empty() && bottom[i].high >= 1.0;
  }
  bool left_open = true;
  for (std::size_t j = 0; j + 1 < m; ++j) {
    const Free edge = free_part(p[0], q[j], q[j + 1], eps);
    Free left = left_open && !edge.empty() && edge.low <= 0.0 ? edge : Free{};
    left_open = !left.empty() && left.high >= 1.0;
    for (std::size_t i = 0; i + 1 < n; ++i) {
      const Free top = free_part(q[j + 1], p[i], p[i + 1], eps),
                 right = free_part(p[i + 1], q[j], q[j + 1], eps);
      Free top_reach, right_reach;
      if (!top.empty()) {
        if (!left.empty())
          top_reach = top;
        else if (!bottom[i].empty() && bottom[i].low <= top.high)
          top_reach = {std::max(bottom[i].low, top.low), top.high};
      }
      if (!right.empty()) {
        if (!bottom[i].empty())
          right_reach = right;
        else if (!left.empty() && left.low <= right.high)
          right_reach = {std::max(left.low, right.low), right.high};
      }
      next[i] = top_reach;
      left = right_reach;
    }
    if (j + 2 == m) return !next[n - 2].empty() && next[n - 2].high >= 1.0;
    bottom.swap(next);
  }
  return false;
}

void simplify(Curve curve, std::vector<bool>& keep) {
  // a call for each would be too deep
  std::vector<std::pair<std::size_t, std::size_t>> parts{{0, curve.size() - 1}};
  while (!parts.empty()) {
    const auto [a, b] = parts.back();
    parts.pop_back();
    double worst = 0.02;
    std::size_t at = 0;
    for (std::size_t i = a + 1; i < b; ++i)
      if (const double d = segment_distance(curve[i], curve[a], curve[b]); d > worst) {
        worst = d;
        at = i;
      }
    if (at == 0) continue;
    keep[at] = true;
    parts.emplace_back(a, at);
    parts.emplace_back(at, b);
  }
}

}  // namespace

std::vector<Vec2> without_repeats(Curve curve) {
  std::vector<Vec2> merged;
  for (const Vec2 p : curve)
    if (merged.empty() || glm::length(p - merged.back()) >= 0.01) merged.push_back(p);
  return merged;
}

std::vector<Vec2> cleaned(Curve curve) {
  const std::vector<Vec2> merged = without_repeats(curve);
  if (merged.size() < 3) return merged;
  std::vector<bool> keep(merged.size(), false);
  keep.front() = keep.back() = true;
  simplify(merged, keep);
  std::vector<Vec2> kept;
  for (std::size_t i = 0; i < merged.size(); ++i)
    if (keep[i]) kept.push_back(merged[i]);
  return kept;
}

double hausdorff(Curve p, Curve q) {
  return std::max(directed_hausdorff(p, q), directed_hausdorff(q, p));
}

double hausdorff_95(Curve p, Curve q) {
  return std::max(percentile_95(sampled(p, q)), percentile_95(sampled(q, p)));
}

double mean_distance(Curve p, Curve q) {
  double sum = 0.0, weights = 0.0;
  for (const auto& samples : {sampled(p, q), sampled(q, p)})
    for (const Sample& s : samples) {
      sum += s.distance * s.weight;
      weights += s.weight;
    }
  return weights > 0.0 ? sum / weights : 0.0;
}

double signed_offset(Curve p, Curve q) {
  const SegmentTree others(q);
  double sum = 0.0, weights = 0.0;
  for (const Sample& s : sampled(p, q)) {
    const std::size_t i = others.nearest(s.at).segment;
    const Vec2 ab = q[i] - q[i - 1];
    const double l2 = glm::dot(ab, ab),
                 t = l2 > 0.0 ? std::clamp(glm::dot(s.at - q[i - 1], ab) / l2, 0.0, 1.0) : 0.0;
    const double rise = s.at.y - (q[i - 1] + ab * t).y;
    // Beside the other curve is neither above nor below it.
    if (std::fabs(rise) > 1e-9) sum += s.weight * std::copysign(s.distance, rise);
    weights += s.weight;
  }
  return weights > 0.0 ? sum / weights : 0.0;
}

double frechet(Curve p, Curve q) {
  double low = std::max(glm::length(p.front() - q.front()), glm::length(p.back() - q.back()));
  if (frechet_within(p, q, low)) return low;
  double high = discrete_frechet(p, q);  // never below the continuous one
  while (high - low > 1e-7 * std::max(1.0, high)) {
    const double middle = 0.5 * (low + high);
    (frechet_within(p, q, middle) ? high : low) = middle;
  }
  return high;
}

double discrete_frechet(Curve p, Curve q) {
  std::vector<double> row(q.size());
  for (std::size_t i = 0; i < p.size(); ++i) {
    double diagonal = 0.0;
    for (std::size_t j = 0; j < q.size(); ++j) {
      const double d = glm::length(p[i] - q[j]), above = row[j];
      double reach = d;
      if (i > 0 && j > 0)
        reach = std::max(d, std::min({diagonal, above, row[j - 1]}));
      else if (i > 0)
        reach = std::max(d, above);
      else if (j > 0)
        reach = std::max(d, row[j - 1]);
      diagonal = above;
      row[j] = reach;
    }
  }
  return row.back();
}

double tangent_difference(Curve p, Curve q) {
  constexpr std::size_t kChords = 400;
  const auto a = resampled(p, kChords + 1), b = resampled(q, kChords + 1);
  double sum = 0.0;
  for (std::size_t i = 0; i < kChords; ++i) {
    const Vec2 u = a[i + 1] - a[i], v = b[i + 1] - b[i];
    sum += std::fabs(core::exact::atan2(u.x * v.y - u.y * v.x, glm::dot(u, v)));
  }
  return sum / kChords;
}

bool reversed(Curve p, Curve q) {
  const double along = glm::length(p.front() - q.front()) + glm::length(p.back() - q.back());
  return glm::length(p.front() - q.back()) + glm::length(p.back() - q.front()) < along;
}

}  // namespace engine::geometry
