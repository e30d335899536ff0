// Heads measured as anthropometrists measure them, beside published values, and the areas of scalp and loss.
// smp-heads         what the presets measure
// smp-heads --fit   the numbers of the presets, found anew for what they shall measure
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "bench/usage.h"
#include "engine/scalp/hair.h"
#include "engine/scalp/head_measures.h"
#include "engine/scalp/head_mesh.h"
#include "engine/scalp/head_shape.h"

using namespace engine::scalp;

namespace {

void print_row(const std::string& what, double value, const Published& published) {
  fmt::print("  {:<26}{:>8.1f}   {:>6.1f} +- {:<5.1f}{:>+7.2f} SD\n", what, value, published.mean,
             published.sd, (value - published.mean) / published.sd);
}

// What a preset shall measure, in standard deviations from the mean of its sex: length, breadth, coronal arc,
// cheekbones, jaw, height of the face.
struct Wanted {
  std::string name;
  std::array<double, 6> sds;
};
const std::vector<Wanted> kWanted = {
    {"male_average", {0, 0.3, 0, 0, 0, 0}},
    {"male_long", {1, -0.8, 0, -0.5, 0, 0.5}},
    {"male_broad", {-0.7, 1.2, 0.3, 0.7, 0.7, 0}},
    {"male_large", {1, 1.2, 1, 0.5, 0.3, 0.7}},
    {"male_small", {-1, -0.5, -1, -0.7, -0.7, -0.7}},
    {"female_average", {0, 0.6, 0, 0, 0, 0}},
    {"female_long", {1, -0.7, 0, -0.5, 0, 0.3}},
    {"female_broad", {-0.7, 1.2, 0.3, 0.7, 0.5, 0}},
    {"female_small", {-1, -0.5, -1, -0.7, -0.7, -0.7}},
};

constexpr std::array<double HeadShape::*, 6> kFitted = {&HeadShape::length, &HeadShape::breadth,
                                                        &HeadShape::height, &HeadShape::cheek,
                                                        &HeadShape::jaw,    &HeadShape::face_height};
constexpr std::array<std::size_t, 6> kMeasured = {0, 1, 6, 3, 4, 5};  // in the list of measures

std::array<double, 6> misses(const HeadShape& shape, const Wanted& wanted) {
  const auto values = listed(measure_head(ImplicitHead(shape)));
  const auto published = published_measures(wanted.name.starts_with("female"));
  std::array<double, 6> miss{};
  for (std::size_t i = 0; i < miss.size(); ++i)
    miss[i] =
        (values[kMeasured[i]] - published[kMeasured[i]].mean) / published[kMeasured[i]].sd - wanted.sds[i];
  return miss;
}

// Each number moves what it is named after most: one secant step for each in turn, over and over.
HeadShape fit(HeadShape shape, const Wanted& wanted) {
  constexpr double kProbe = 0.01;
  for (int round = 0; round < 8; ++round)
    for (std::size_t i = 0; i < kFitted.size(); ++i) {
      const double miss = misses(shape, wanted)[i];
      HeadShape probe = shape;
      probe.*kFitted[i] += kProbe;
      const double slope = (misses(probe, wanted)[i] - miss) / kProbe;
      if (std::fabs(slope) > 1e-6) shape.*kFitted[i] -= std::clamp(miss / slope, -0.05, 0.05);
    }
  return shape;
}

int fit_all() {
  for (const Wanted& wanted : kWanted) {
    const bool female = wanted.name.starts_with("female");
    const auto known = head_shape(wanted.name);
    const HeadShape s = fit(known ? *known : *head_shape(female ? "female_average" : "male_average"), wanted);
    fmt::print(
        "{}: .length = {:.3f}, .breadth = {:.3f}, .height = {:.3f}, .jaw = {:.3f}, .cheek = {:.3f}, "
        ".face_height = {:.3f}   left over:",
        wanted.name, s.length, s.breadth, s.height, s.jaw, s.cheek, s.face_height);
    for (const double miss : misses(s, wanted)) fmt::print(" {:+.2f}", miss);
    fmt::print(" SD\n");
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (bench::told_usage(argc, argv,
                        "smp-heads: what the presets measure, beside published values\nsmp-heads --fit: "
                        "their numbers, found anew"))
    return 0;
  if (argc > 1 && std::string(argv[1]) == "--fit") return fit_all();
  for (const auto& name : head_shape_names()) {
    const HeadShape shape = *head_shape(name);
    const ImplicitHead head(shape);
    const HeadMeasures m = measure_head(head);
    const auto published = published_measures(name.starts_with("female"));
    fmt::print("{}\n", name);
    const auto values = listed(m);
    for (std::size_t i = 0; i < values.size(); ++i)
      print_row(std::string(kMeasureNames[i]), values[i], published[i]);
    const HairMap full(shape, "none", 1);
    const HeadMesh mesh = make_head_mesh(head, engine::core::Mm{3.0});
    const auto area = [&](const std::function<double(const Vec3&)>& share) {
      return area_of(mesh, share) / 100.0;
    };
    fmt::print("  thirds of the face        {:>8.1f} {:.1f} {:.1f} mm\n", m.upper_third.value,
               m.middle_third.value, m.lower_third.value);
    fmt::print("  ear                       {:>8.1f} mm\n", ear_length(head).value);
    const OutlineFromAbove above = outline_from_above(head);
    fmt::print("  from above: fill          {:>8.3f}, widest at {:.2f}, forehead {:.2f}, back {:.2f}\n",
               above.fill, above.widest, above.forehead, above.back);
    fmt::print("  scalp, cm2                {:>8.1f}\n",
               area([&](const Vec3& p) { return full.scalp_share(p); }));
    for (const auto& loss : loss_class_names()) {
      const HairMap left(shape, loss, 1);
      const double lost = area([&](const Vec3& p) {
        return full.density(p).value > 1.0 && left.density(p).value < 0.5 * full.density(p).value ? 1.0 : 0.0;
      });
      fmt::print("  {:<26}{:>8.1f} cm2 with less than half of the hair\n", loss, lost);
    }
  }
}
