#include "trainer/assessment/equipment_fault.h"

#include <algorithm>

#include "engine/skin/machine.h"

namespace trainer::assessment {

using engine::scoring::Cause;
using engine::scoring::CauseId;
using engine::skin::Dot;

namespace {

// More than half of the dots that a cause names.
template <class Fault>
const Dot* most(std::span<const Dot> dots, const Cause& cause, Fault fault) {
  std::size_t count = 0;
  const Dot* one = nullptr;
  for (const auto number : cause.dots) {
    if (number >= dots.size() || !fault(dots[number])) continue;
    ++count;
    one = &dots[number];
  }
  return 2 * count > cause.dots.size() ? one : nullptr;
}

std::optional<EquipmentFault> too_shallow(const SiteTarget& target, std::span<const Dot> dots,
                                          const Cause& cause) {
  const auto& depth = target.target.depth;
  if (most(dots, cause, [](const Dot& d) { return d.stretch_permille < engine::skin::kSlack; }) != nullptr)
    return EquipmentFault{.kind = EquipmentFault::Kind::SlackSkin, .needle = {}};
  const Dot* dot = most(dots, cause, [&](const Dot& d) { return out_of_reach(d, depth); });
  if (dot == nullptr) return std::nullopt;
  return EquipmentFault{.kind = EquipmentFault::Kind::OutOfReach,
                        .reach_um = dot->reach_um,
                        .edge_um = static_cast<std::int32_t>(depth.low * dot->thickness_um + 0.5),
                        .needle = {}};
}

std::optional<EquipmentFault> wrong_size(const SiteTarget& target, std::span<const Dot> dots,
                                         const Cause& cause) {
  const Dot* dot = most(dots, cause, [&](const Dot& d) { return wrong_needle(d.needle, target.target); });
  if (dot == nullptr) return std::nullopt;
  return EquipmentFault{.kind = EquipmentFault::Kind::WrongNeedle, .needle = dot->needle};
}

}  // namespace

bool out_of_reach(const Dot& dot, const engine::scoring::Band& depth) {
  return dot.reach_um < depth.low * dot.thickness_um;
}

bool wrong_needle(const engine::skin::Needle& needle, const lessons::Target& target) {
  return !target.needles.empty() && std::find(target.needles.begin(), target.needles.end(),
                                              engine::skin::to_string(needle)) == target.needles.end();
}

std::optional<EquipmentFault> equipment_fault(const SiteTarget& target, std::span<const Dot> dots,
                                              const Cause& cause) {
  if (cause.dots.empty()) return std::nullopt;
  if (cause.id == CauseId::TooShallow) return too_shallow(target, dots, cause);
  if (cause.id == CauseId::TooLarge || cause.id == CauseId::TooSmall) return wrong_size(target, dots, cause);
  return std::nullopt;
}

}  // namespace trainer::assessment
