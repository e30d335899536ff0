#include "engine/scoring/shade.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engine::scoring {

namespace {

constexpr std::array<double, 9> kLadder = {25, 20, 16, 12, 9, 6, 3, 1, 0};
constexpr double kBeyond = 5.0;  // parts of water a rung above the ladder
constexpr double kSame = 1e-9;

struct Side {
  double steps = 0.0;
  std::size_t count = 0;
  Vec2 sum{0.0};
  std::vector<std::uint32_t> dots;

  void add(const FieldDot& dot, double distance) {
    steps += distance;
    ++count;
    sum += dot.at;
    if (dots.size() < kMostNamed) dots.push_back(dot.number);
  }
};

Cause make_cause(CauseId id, Side side, double all) {
  const double count = static_cast<double>(side.count);
  return {.id = id,
          .share = side.steps / all,
          .size = side.steps / count,
          .at = side.sum / count,
          .radius = core::Mm{2.0},
          .dots = std::move(side.dots),
          .count = side.count,
          .fix = {}};
}

}  // namespace

std::span<const double> dilution_ladder() {
  return kLadder;
}

double shade_step(double dilution) {
  if (dilution >= kLadder.front()) return -(dilution - kLadder.front()) / kBeyond;
  for (std::size_t i = 1; i < kLadder.size(); ++i)
    if (dilution >= kLadder[i])
      return static_cast<double>(i) - (dilution - kLadder[i]) / (kLadder[i - 1] - kLadder[i]);
  return static_cast<double>(kLadder.size() - 1);
}

void count_shade(ShadeMeasure& m, double dilution, double asked, bool add) {
  const double off = shade_step(dilution) - shade_step(asked);
  const auto count = [add](std::size_t& n) { add ? ++n : --n; };
  const auto change = [add](Tally& tally, double part) { add ? tally.add(part) : tally.subtract(part); };
  count(m.dots);
  if (off > kSame) {
    count(m.dark);
    change(m.dark_steps, off);
  } else if (off < -kSame) {
    count(m.light);
    change(m.light_steps, -off);
  }
}

CriterionResult score_shade(const ShadeMeasure& m, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Shade, .score = {}, .metrics = {}, .causes = {}};
  if (m.dots == 0) return result;
  const double n = static_cast<double>(m.dots), all = m.dark_steps.sum() + m.light_steps.sum();
  result.score = hundredths(ramp(all / n, ramps.shade));
  result.metrics = {{"steps_off", all / n},
                    {"too_dark", static_cast<double>(m.dark) / n},
                    {"too_light", static_cast<double>(m.light) / n}};
  return result;
}

CriterionResult shade(const Field& field, const Ramps& ramps) {
  ShadeMeasure m;
  for (const FieldDot& dot : field.dots) count_shade(m, dot.dilution, field.dilution, true);
  CriterionResult result = score_shade(m, ramps);
  if (!result.score || *result.score == 10000) return result;
  const double asked = shade_step(field.dilution);
  Side dark, light;
  for (const FieldDot& dot : field.dots) {
    const double off = shade_step(dot.dilution) - asked;
    if (off > kSame) dark.add(dot, off);
    if (off < -kSame) light.add(dot, -off);
  }
  const double all = dark.steps + light.steps;
  if (dark.count > 0) result.causes.push_back(make_cause(CauseId::TooDark, std::move(dark), all));
  if (light.count > 0) result.causes.push_back(make_cause(CauseId::TooLight, std::move(light), all));
  std::stable_sort(result.causes.begin(), result.causes.end(),
                   [](const Cause& a, const Cause& b) { return a.share > b.share; });
  return result;
}

}  // namespace engine::scoring
