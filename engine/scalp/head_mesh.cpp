#include "engine/scalp/head_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace engine::scalp {

namespace {

const Vec3 kLow{-112.0, -200.0, -122.0}, kHigh{112.0, 142.0, 134.0};

// Signed distances at the corners of a grid; far cells are skipped along x by the distance itself.
struct Samples {
  int nx, ny, nz;
  double step;
  std::vector<float> d;

  Samples(const ImplicitHead& head, double s) : step(s) {
    const Vec3 n = (kHigh - kLow) / s;
    nx = static_cast<int>(n.x) + 2;
    ny = static_cast<int>(n.y) + 2;
    nz = static_cast<int>(n.z) + 2;
    d.resize(static_cast<std::size_t>(nx) * static_cast<std::size_t>(ny) * static_cast<std::size_t>(nz));
    for (int z = 0; z < nz; ++z)
      for (int y = 0; y < ny; ++y)
        for (int x = 0; x < nx;) {
          const double value = head.distance(kLow + Vec3{x, y, z} * s, Ears::With).value;
          const int run = std::max(1, static_cast<int>(std::fabs(value) * 0.4 / s));
          for (int k = 0; k < run && x < nx; ++k, ++x) d[index(x, y, z)] = static_cast<float>(value);
        }
  }
  [[nodiscard]] std::size_t index(int x, int y, int z) const {
    return (static_cast<std::size_t>(z) * static_cast<std::size_t>(ny) + static_cast<std::size_t>(y)) *
               static_cast<std::size_t>(nx) +
           static_cast<std::size_t>(x);
  }
};

constexpr int kEdges[12][2] = {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {0, 2}, {1, 3},
                               {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}};

// The middle of the crossings of a cell's edges; nothing when the surface does not pass through.
std::optional<Vec3> cell_point(const Samples& s, int x, int y, int z) {
  double corner[8];
  int inside = 0;
  for (int k = 0; k < 8; ++k) {
    corner[k] = s.d[s.index(x + (k & 1), y + ((k >> 1) & 1), z + (k >> 2))];
    inside += corner[k] < 0.0 ? 1 : 0;
  }
  if (inside == 0 || inside == 8) return std::nullopt;
  Vec3 sum{0.0};
  int count = 0;
  for (const auto& e : kEdges) {
    const double a = corner[e[0]], b = corner[e[1]];
    if ((a < 0.0) == (b < 0.0)) continue;
    const double t = a / (a - b);
    const Vec3 from{e[0] & 1, (e[0] >> 1) & 1, e[0] >> 2}, to{e[1] & 1, (e[1] >> 1) & 1, e[1] >> 2};
    sum += from + (to - from) * t;
    ++count;
  }
  return kLow + (Vec3{x, y, z} + sum / static_cast<double>(count)) * s.step;
}

// Two triangles over four neighbouring cells, split along the shorter diagonal.
void add_quad(HeadMesh& mesh, std::array<int, 4> q, bool flip) {
  if (std::any_of(q.begin(), q.end(), [](int i) { return i < 0; })) return;
  if (flip) std::swap(q[1], q[3]);
  const auto at = [&](int k) {
    return mesh.positions[static_cast<std::size_t>(q[static_cast<std::size_t>(k)])];
  };
  const bool first = glm::length(at(0) - at(2)) < glm::length(at(1) - at(3));
  constexpr int kFirst[6] = {0, 1, 2, 0, 2, 3}, kSecond[6] = {1, 2, 3, 1, 3, 0};
  for (const int k : first ? kFirst : kSecond)
    mesh.triangles.push_back(static_cast<std::uint32_t>(q[static_cast<std::size_t>(k)]));
}

// Where a face has more shape than the grid can hold: mouth, nose, lids and ears.
bool is_fine(const ImplicitHead& head, const Vec3& place, double step) {
  const Vec3 p = head.face_space(place);
  const double x = std::fabs(p.x);
  if (p.z > 70.0 && x < 30.0 && p.y < -38.5 && p.y > -46.0) return true;
  if (p.z > 70.0 && x < 32.0 && p.y < -30.0 && p.y > -56.0) return step > 0.8;
  const bool nose = p.z > 80.0 && x < 20.0 && p.y < 6.0 && p.y > -30.0;
  const bool lids = p.z > 62.0 && x > 10.0 && x < 52.0 && p.y > 8.0 && p.y < 36.0;
  const bool ear = x > 68.0 && p.y > -32.0 && p.y < 42.0 && p.z > -40.0 && p.z < 10.0;
  return (nose || lids || ear) && step > 1.6;
}

// Every edge whose middle lies where the face is fine is halved; triangles with halved edges are parted into
// two, three or four.
void refine(HeadMesh& mesh, const ImplicitHead& head, double step) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middles;
  const auto middle = [&](std::uint32_t a, std::uint32_t b) -> std::optional<std::uint32_t> {
    const std::pair key{std::min(a, b), std::max(a, b)};
    if (const auto known = middles.find(key); known != middles.end()) return known->second;
    const Vec3 p = 0.5 * (mesh.positions[a] + mesh.positions[b]);
    if (!is_fine(head, p, step)) return std::nullopt;
    mesh.positions.push_back(p);
    return middles[key] = static_cast<std::uint32_t>(mesh.positions.size() - 1);
  };
  std::vector<std::uint32_t> parted;
  const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    parted.insert(parted.end(), {a, b, c});
  };
  for (std::size_t i = 0; i + 2 < mesh.triangles.size(); i += 3) {
    std::array<std::uint32_t, 3> v{mesh.triangles[i], mesh.triangles[i + 1], mesh.triangles[i + 2]};
    std::array<std::optional<std::uint32_t>, 3> m{middle(v[0], v[1]), middle(v[1], v[2]), middle(v[2], v[0])};
    const auto count = std::count_if(m.begin(), m.end(), [](const auto& x) { return x.has_value(); });
    // Turned so that with one halved edge it is the first, with two the first two.
    while (count > 0 && count < 3 && !(m[0] && (count == 1 || m[1]))) {
      std::rotate(v.begin(), v.begin() + 1, v.end());
      std::rotate(m.begin(), m.begin() + 1, m.end());
    }
    if (count == 0) add(v[0], v[1], v[2]);
    if (count == 1) add(v[0], *m[0], v[2]), add(*m[0], v[1], v[2]);
    if (count == 2) add(*m[0], v[1], *m[1]), add(v[0], *m[0], *m[1]), add(v[0], *m[1], v[2]);
    if (count == 3)
      add(v[0], *m[0], *m[2]), add(*m[0], v[1], *m[1]), add(*m[2], *m[1], v[2]), add(*m[0], *m[1], *m[2]);
  }
  mesh.triangles = std::move(parted);
}

void project(const ImplicitHead& head, double step, Vec3& p) {
  constexpr double kOnIt = 0.002;  // mm
  for (int i = 0; i < 3; ++i) {
    const double off = head.distance(p, Ears::With).value;
    if (std::fabs(off) < kOnIt) return;
    Vec3 move = head.normal(p, Ears::With, core::Mm{0.3}) * off;
    const double size = glm::length(move);
    if (size > 0.6 * step) move *= 0.6 * step / size;
    p -= move;
  }
}

}  // namespace

HeadMesh make_head_mesh(const ImplicitHead& head, core::Mm grid) {
  const double step = grid.value;
  const Samples s(head, step);
  HeadMesh mesh;
  std::vector<int> cell(s.d.size(), -1);
  for (int z = 0; z + 1 < s.nz; ++z)
    for (int y = 0; y + 1 < s.ny; ++y)
      for (int x = 0; x + 1 < s.nx; ++x)
        if (const auto p = cell_point(s, x, y, z)) {
          cell[s.index(x, y, z)] = static_cast<int>(mesh.positions.size());
          mesh.positions.push_back(*p);
        }
  for (int z = 1; z + 1 < s.nz; ++z)
    for (int y = 1; y + 1 < s.ny; ++y)
      for (int x = 1; x + 1 < s.nx; ++x) {
        const auto c = [&](int i, int j, int k) { return cell[s.index(i, j, k)]; };
        const bool in = s.d[s.index(x, y, z)] < 0.0F;
        if (in != (s.d[s.index(x + 1, y, z)] < 0.0F))
          add_quad(mesh, {c(x, y - 1, z - 1), c(x, y, z - 1), c(x, y, z), c(x, y - 1, z)}, !in);
        if (in != (s.d[s.index(x, y + 1, z)] < 0.0F))
          add_quad(mesh, {c(x - 1, y, z - 1), c(x - 1, y, z), c(x, y, z), c(x, y, z - 1)}, !in);
        if (in != (s.d[s.index(x, y, z + 1)] < 0.0F))
          add_quad(mesh, {c(x - 1, y - 1, z), c(x, y - 1, z), c(x, y, z), c(x - 1, y, z)}, !in);
      }
  for (Vec3& p : mesh.positions) project(head, step, p);
  for (double fine = step; fine > 0.5; fine /= 2.0) {
    const std::size_t before = mesh.positions.size();
    refine(mesh, head, fine);
    for (std::size_t i = before; i < mesh.positions.size(); ++i) project(head, fine, mesh.positions[i]);
  }
  for (const Vec3& p : mesh.positions) mesh.normals.push_back(head.normal(p, Ears::With, core::Mm{0.35}));
  return mesh;
}

}  // namespace engine::scalp
