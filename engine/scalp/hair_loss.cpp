#include "engine/scalp/hair_loss.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/scalp/solids.h"

namespace engine::scalp {

using namespace solids;
namespace exact = core::exact;

namespace {

// Norwood-Hamilton, by level: how far the front has receded in the middle and at the temples, and the bald
// crown; mm. The areas come out as those of docs/domain.md 4.2.
struct Stage {
  double middle, temples;  // behind the native line
  double crown;            // radius round the whorl
  double bridge;           // share lost of the band between front and crown
};
constexpr std::array<Stage, 8> kNorwood = {{{0, 0, 0, 0},
                                            {0, 0, 0, 0},
                                            {1, 21, 0, 0},
                                            {6, 40, 0, 0},
                                            {20, 52, 34, 0.15},
                                            {36, 64, 43, 0.45},
                                            {60, 84, 56, 1.0},
                                            {80, 110, 78, 1.0}}};
constexpr double kVertexCrown = 27.0;  // of III vertex
// The variants, by level: the whole front moves back.
constexpr std::array<Stage, 6> kVariant = {
    {{0, 0, 0, 0}, {0, 0, 0, 0}, {14, 26, 0, 0}, {30, 44, 0, 0}, {56, 68, 0, 0}, {88, 98, 0, 0}}};

constexpr Vec2 kWhorl{6.0, -46.0};
constexpr double kSoft = 5.0;  // half the width of an edge

double inside(double depth) {
  return smoothstep(-kSoft, kSoft, depth);
}

// Share lost behind the native front line.
double front_loss(Vec2 p, double front_v, const Stage& stage) {
  const double x = std::fabs(p.x);
  // The native line runs back towards the temples; the recess is deepest some 50 mm from the middle.
  const double native = front_v - 0.0042 * x * x;
  const double recess = mix(stage.middle, stage.temples, smoothstep(12.0, 46.0, x));
  const double side = 1.0 - smoothstep(66.0 + 0.16 * stage.temples, 76.0 + 0.16 * stage.temples, x);
  return recess > 0.0 ? inside(p.y - (native - recess)) * side : 0.0;
}

double crown_loss(Vec2 p, double radius) {
  return radius > 0.0 ? inside(radius - glm::length((p - kWhorl) * Vec2{0.92, 1.0})) : 0.0;
}

double band_loss(Vec2 p, double front_v, const Stage& stage) {
  if (stage.bridge <= 0.0) return 0.0;
  const double wide = 30.0 + 0.45 * stage.crown;
  const double along = inside(p.y - kWhorl.y) * inside(front_v - stage.middle + 8.0 - p.y);
  return stage.bridge * along * inside(wide - std::fabs(p.x));
}

double norwood(Vec2 p, double front_v, const Stage& stage) {
  return std::max({front_loss(p, front_v, stage), crown_loss(p, stage.crown), band_loss(p, front_v, stage)});
}

// Widest along the parting and towards the front ("Christmas tree"); the frontal line is kept.
double ludwig(Vec2 p, double front_v, int level) {
  constexpr std::array<double, 4> kMost = {0.0, 0.38, 0.62, 0.88}, kWide = {0.0, 30.0, 42.0, 58.0};
  const auto i = static_cast<std::size_t>(level);
  const double wide = kWide[i] * (1.0 + 0.35 * std::clamp(p.y / 60.0, -1.0, 1.0));
  const double across = 1.0 - smoothstep(0.2, 1.0, std::fabs(p.x) / wide);
  const double along = smoothstep(-82.0, -50.0, p.y) * (1.0 - smoothstep(front_v - 16.0, front_v - 6.0, p.y));
  return kMost[i] * across * along;
}

double diffuse(Vec2 p) {
  constexpr double kTop = 0.55, kElsewhere = 0.20;  // docs/domain.md 3.1: visible thinning begins at half
  return mix(kElsewhere, kTop, 1.0 - smoothstep(70.0, 105.0, glm::length(p)));
}

}  // namespace

double waviness(const Vec3& p) {
  return (exact::sin(p.x * 0.11 + 1.3 * exact::sin(p.z * 0.07)) +
          exact::sin(p.z * 0.13 + 1.7 * exact::sin(p.y * 0.09)) + exact::sin((p.x + p.y) * 0.23)) /
         3.0;
}

std::vector<std::string> loss_class_names() {
  std::vector<std::string> names = {"none"};
  for (int i = 1; i <= 7; ++i) names.push_back("norwood_" + std::to_string(i));
  for (const char* name : {"norwood_2a", "norwood_3a", "norwood_3_vertex", "norwood_4a", "norwood_5a",
                           "ludwig_1", "ludwig_2", "ludwig_3", "diffuse", "areata", "totalis", "universalis"})
    names.emplace_back(name);
  return names;
}

HairLoss::HairLoss(const std::string& name, core::Seed seed) {
  if (name.starts_with("norwood_")) {
    level_ = name[8] - '0';
    kind_ = name.ends_with("a") ? Kind::Receding : Kind::Norwood;
    vertex_ = name.ends_with("vertex");
  } else if (name.starts_with("ludwig_")) {
    kind_ = Kind::Ludwig;
    level_ = name[7] - '0';
  } else if (name == "diffuse") {
    kind_ = Kind::Diffuse;
  } else if (name == "totalis" || name == "universalis") {
    kind_ = Kind::All;
  } else if (name == "areata") {
    kind_ = Kind::Patches;
    // Three to five round patches, coin-sized to twice that, none over another.
    const std::size_t count = 3 + core::draw_below(seed, "patches", 0, 3);
    for (std::uint64_t i = 0; i < 400 && patches_.size() < count; ++i) {
      const double angle = 2.0 * core::kPi * core::draw_unit(seed, "patch turn", i),
                   way = 105.0 * std::sqrt(core::draw_unit(seed, "patch way", i));
      const Patch patch{way * Vec2{exact::sin(angle), exact::cos(angle)},
                        core::Mm{10.0 + 12.0 * core::draw_unit(seed, "patch size", i)},
                        2.0 * core::kPi * core::draw_unit(seed, "patch outline", i)};
      const bool free = std::none_of(patches_.begin(), patches_.end(), [&](const Patch& other) {
        return glm::length(other.middle - patch.middle) < other.radius.value + patch.radius.value + 8.0;
      });
      if (free && patch.middle.y < 62.0) patches_.push_back(patch);
    }
  }
}

// Round on the whole, oval and with bays; two patches that grow into each other look so too.
double HairLoss::Patch::inside(Vec2 place) const {
  const Vec2 away = place - middle;
  const double round = exact::atan2(away.y, away.x);
  const double bays = 0.10 * exact::sin(2.0 * round + turn) + 0.08 * exact::sin(3.0 * round + 2.3 * turn) +
                      0.05 * exact::sin(5.0 * round + 4.1 * turn);
  return radius.value * (1.0 + bays) - glm::length(away) +
         0.8 * waviness({3.0 * place.x, 3.0 * place.y, 0.0});
}

double HairLoss::lost(Vec2 p, double front_v) const {
  switch (kind_) {
    case Kind::None:
      return 0.0;
    case Kind::All:
      return 1.0;
    case Kind::Diffuse:
      return diffuse(p);
    case Kind::Ludwig:
      return ludwig(p, front_v, level_);
    case Kind::Receding:
      return norwood(p, front_v, kVariant[static_cast<std::size_t>(level_)]);
    case Kind::Norwood: {
      Stage stage = kNorwood[static_cast<std::size_t>(level_)];
      if (vertex_) stage.crown = kVertexCrown;
      return norwood(p, front_v, stage);
    }
    case Kind::Patches: {
      double most = 0.0;
      // Their edges are sharp: hair is there or is not.
      for (const Patch& patch : patches_) most = std::max(most, smoothstep(-1.6, 1.6, patch.inside(p)));
      return most;
    }
  }
  return 0.0;
}

}  // namespace engine::scalp
