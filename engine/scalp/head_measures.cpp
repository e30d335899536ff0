#include "engine/scalp/head_measures.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"

namespace engine::scalp {

namespace {

constexpr double kGlabella = 38.0;  // mm above the tragi

// How far from `from` the skin lies on the way to `towards` (unit): the outermost crossing.
double reach(const ImplicitHead& head, const Vec3& from, const Vec3& towards, double farthest = 180.0) {
  constexpr double kStep = 1.0;
  double out = farthest;
  while (out > 0.0 && head.distance(from + towards * out, Ears::Without).value > 0.0) out -= kStep;
  double low = out, high = out + kStep;
  for (int i = 0; i < 30; ++i) {
    const double middle = 0.5 * (low + high);
    (head.distance(from + towards * middle, Ears::Without).value > 0.0 ? high : low) = middle;
  }
  return low;
}

Vec3 skin(const ImplicitHead& head, const Vec3& from, const Vec3& towards) {
  return from + towards * reach(head, from, towards);
}

Vec3 front(const ImplicitHead& head, double height) {
  return skin(head, {0.0, height, 0.0}, {0.0, 0.0, 1.0});
}

Vec3 opisthocranion(const ImplicitHead& head) {
  const Vec3 glabella = front(head, kGlabella);
  Vec3 best = glabella;
  for (double y = 0.0; y <= 80.0; y += 1.0) {
    const Vec3 p = skin(head, {0.0, y, 0.0}, {0.0, 0.0, -1.0});
    if (glm::length(p - glabella) > glm::length(best - glabella)) best = p;
  }
  return best;
}

double widest(const ImplicitHead& head, double y0, double y1, double z0, double z1) {
  double best = 0.0;
  for (double y = y0; y <= y1; y += 2.0)
    for (double z = z0; z <= z1; z += 2.0)
      best = std::max(best, 2.0 * reach(head, {0.0, y, z}, {1.0, 0.0, 0.0}, 120.0));
  return best;
}

double girth(const ImplicitHead& head, const Vec3& glabella, const Vec3& behind) {
  const Vec3 middle = 0.5 * (glabella + behind), forwards = glm::normalize(glabella - behind);
  double sum = 0.0;
  Vec3 last = glabella;
  constexpr int kSteps = 180;
  for (int i = 1; i <= kSteps; ++i) {
    const double angle = 2.0 * core::kPi * i / kSteps;
    const Vec3 next = skin(
        head, middle, forwards * core::exact::cos(angle) + Vec3{1.0, 0.0, 0.0} * core::exact::sin(angle));
    sum += glm::length(next - last);
    last = next;
  }
  return sum;
}

// From tragus to tragus in the upright plane through both.
double coronal(const ImplicitHead& head) {
  constexpr double kTragusZ = -3.0;
  constexpr int kSteps = 90;
  double sum = 0.0;
  Vec3 last = skin(head, {0.0, 0.0, kTragusZ}, {1.0, 0.0, 0.0});
  for (int i = 1; i <= kSteps; ++i) {
    const double angle = core::kPi * i / kSteps;
    const Vec3 next =
        skin(head, {0.0, 0.0, kTragusZ}, {core::exact::cos(angle), core::exact::sin(angle), 0.0});
    sum += glm::length(next - last);
    last = next;
  }
  return sum;
}

double sellion_height(const ImplicitHead& head) {
  double best = kGlabella;
  for (double y = 12.0; y < kGlabella; y += 0.5)
    if (front(head, y).z < front(head, best).z) best = y;
  return best;
}

// Where the nose passes into the upper lip: the profile is deepest there.
double nose_base_height(const ImplicitHead& head) {
  double best = -14.0;
  for (double y = -14.0; y > -32.0; y -= 0.5)
    if (front(head, y).z < front(head, best).z - 0.2) best = y;
  return best;
}

// The underside of the chin: where the profile in front turns from forwards to backwards.
double menton_height(const ImplicitHead& head) {
  double best = 0.0;
  for (double z = 60.0; z <= 95.0; z += 1.0)
    best = std::min(best, -reach(head, {0.0, -45.0, z}, {0.0, -1.0, 0.0}, 80.0) - 45.0);
  return best;
}

}  // namespace

Vec3 up_the_forehead(const ImplicitHead& head, core::Mm way) {
  constexpr double kTurn = 0.01;  // radians
  const Vec3 from{0.0, 20.0, 0.0};
  Vec3 place = front(head, kGlabella);
  for (double gone = 0.0; gone < way.value;) {
    const double angle = core::exact::atan2(place.y - from.y, place.z) + kTurn;
    const Vec3 next = skin(head, from, {0.0, core::exact::sin(angle), core::exact::cos(angle)});
    const double step = glm::length(next - place);
    if (gone + step >= way.value) return place + (next - place) * ((way.value - gone) / step);
    gone += step;
    place = next;
  }
  return place;
}

std::array<std::vector<Vec3>, 4> lines_of_thirds(const ImplicitHead& head) {
  constexpr int kHalfWidth = 54, kStep = 6;  // mm
  const std::array<double, 4> heights = {up_the_forehead(head, head.shape().glabella_to_trichion).y,
                                         kGlabella, nose_base_height(head), menton_height(head)};
  std::array<std::vector<Vec3>, 4> lines;
  for (std::size_t i = 0; i < heights.size(); ++i)
    for (int x = -kHalfWidth; x <= kHalfWidth; x += kStep) {
      const Vec3 p = skin(head, {static_cast<double>(x), heights.at(i), 0.0}, {0.0, 0.0, 1.0});
      // a chin is narrower than a forehead
      if (std::fabs(head.distance(p, Ears::Without).value) < 0.01) lines.at(i).push_back(p);
    }
  return lines;
}

HeadMeasures measure_head(const ImplicitHead& head) {
  const Vec3 glabella = front(head, kGlabella), behind = opisthocranion(head);
  const double menton = menton_height(head), nose_base = nose_base_height(head);
  const Vec3 trichion = up_the_forehead(head, head.shape().glabella_to_trichion);
  HeadMeasures m;
  m.length = core::Mm{glm::length(glabella - behind)};
  m.breadth = core::Mm{widest(head, 24.0, 70.0, -60.0, 40.0)};
  m.circumference = core::Mm{girth(head, glabella, behind)};
  m.bizygomatic = core::Mm{widest(head, -10.0, 12.0, 24.0, 60.0)};
  m.bigonial = core::Mm{widest(head, -62.0, -50.0, 4.0, 20.0)};
  m.face_height = core::Mm{sellion_height(head) - menton};
  m.coronal_arc = core::Mm{coronal(head)};
  m.upper_third = core::Mm{trichion.y - kGlabella};
  m.middle_third = core::Mm{kGlabella - nose_base};
  m.lower_third = core::Mm{nose_base - menton};
  return m;
}

OutlineFromAbove outline_from_above(const ImplicitHead& head) {
  constexpr double kLowest = 48.0, kHighest = 96.0, kStep = 4.0;  // mm above the tragi
  constexpr std::size_t kSlices = 70;
  double front = 0.0, behind = 0.0;
  for (double y = kLowest; y <= kHighest; y += kStep) {
    front = std::max(front, reach(head, {0.0, y, 0.0}, {0.0, 0.0, 1.0}));
    behind = std::max(behind, reach(head, {0.0, y, 0.0}, {0.0, 0.0, -1.0}));
  }
  std::array<double, kSlices> half{};
  for (std::size_t i = 0; i < kSlices; ++i) {
    const double z = front - (front + behind) * (static_cast<double>(i) + 0.5) / kSlices;
    for (double y = kLowest; y <= kHighest; y += kStep)
      half.at(i) = std::max(half.at(i), reach(head, {0.0, y, z}, {1.0, 0.0, 0.0}, 120.0));
  }
  const auto most = std::max_element(half.begin(), half.end());
  OutlineFromAbove outline;
  for (const double x : half) outline.fill += x / (*most * kSlices);
  outline.widest = (static_cast<double>(most - half.begin()) + 0.5) / kSlices;
  outline.forehead = half.at(kSlices / 7) / *most;
  outline.back = half.at(kSlices - 1 - kSlices / 7) / *most;
  return outline;
}

core::Mm ear_length(const ImplicitHead& head) {
  constexpr double kStep = 0.5, kOff = 2.0;  // mm; an ear is what stands farther off the head than that
  const auto crossed = [&](double y) {
    for (double z = -45.0; z <= 12.0; z += 1.0)
      for (double x = 62.0; x <= 110.0; x += 1.0)
        if (head.distance({x, y, z}, Ears::With).value < 0.0 &&
            head.distance({x, y, z}, Ears::Without).value > kOff)
          return true;
    return false;
  };
  double low = 0.0, high = 0.0;
  while (crossed(low - kStep)) low -= kStep;
  while (crossed(high + kStep)) high += kStep;
  return core::Mm{high - low};
}

std::array<double, 7> listed(const HeadMeasures& m) {
  return {m.length.value,   m.breadth.value,     m.circumference.value, m.bizygomatic.value,
          m.bigonial.value, m.face_height.value, m.coronal_arc.value};
}

std::array<Published, 7> published_measures(bool female) {
  if (female)
    return {
        {{187.5, 7.2}, {146.9, 5.6}, {554.9, 17.2}, {135.1, 6.5}, {110.1, 8.9}, {113.4, 6.1}, {339.4, 13.6}}};
  return {
      {{197.3, 7.4}, {153.0, 6.0}, {575.7, 17.1}, {143.5, 6.9}, {120.4, 10.4}, {122.7, 7.0}, {350.7, 13.9}}};
}

double area_of(const HeadMesh& mesh, const std::function<double(const Vec3&)>& share) {
  double sum = 0.0;
  for (std::size_t i = 0; i + 2 < mesh.triangles.size(); i += 3) {
    const Vec3 a = mesh.positions[mesh.triangles[i]], b = mesh.positions[mesh.triangles[i + 1]],
               c = mesh.positions[mesh.triangles[i + 2]];
    sum += share((a + b + c) / 3.0) * 0.5 * glm::length(glm::cross(b - a, c - a));
  }
  return sum;
}

}  // namespace engine::scalp
