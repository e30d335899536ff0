#include "trainer/assessment/tool_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/skin/machine.h"

namespace trainer::assessment {

using engine::scoring::Cause;
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

std::string named(const Cause& cause, std::string_view one, std::string_view many) {
  return cause.guilty() > 1 ? fmt::format("{} dots {}", cause.guilty(), many)
                            : fmt::format("One dot {}", one);
}

std::optional<CauseWords> too_shallow(const SiteTarget& target, std::span<const Dot> dots,
                                      const Cause& cause) {
  const auto& depth = target.target.depth;
  const auto slack = [](const Dot& d) { return d.stretch_permille < kSlack; };
  if (most(dots, cause, slack) != nullptr)
    return CauseWords{
        named(cause, "is too light, placed in slack skin.", "are too light, placed in slack skin."),
        "Stretch the skin until it no longer gives way, then press; S held does it."};
  if (const Dot* dot = most(dots, cause, [&](const Dot& d) { return out_of_reach(d, depth); })) {
    const auto edge_um = static_cast<std::int32_t>(depth.low * dot->thickness_um + 0.5);
    return CauseWords{
        named(cause, "is too light: the needle hung out too little to reach the band.",
              "are too light: the needle hung out too little to reach the band."),
        fmt::format("It came {:.2f} mm deep at most, the band begins at {:.2f}. Set it out to 1.5 to 2 mm.",
                    dot->reach_um / 1000.0, edge_um / 1000.0)};
  }
  return std::nullopt;
}

std::optional<CauseWords> wrong_size(const SiteTarget& target, std::span<const Dot> dots,
                                     const Cause& cause) {
  const Dot* dot = most(dots, cause, [&](const Dot& d) { return wrong_needle(d.needle, target.target); });
  if (dot == nullptr) return std::nullopt;
  const std::string needle = engine::skin::to_string(dot->needle);
  const bool large = cause.id == "too_large";
  return CauseWords{named(cause,
                          large ? "is too large: " + needle + " is not this zone's needle."
                                : "is too small: " + needle + " is not this zone's needle.",
                          large ? "are too large: " + needle + " is not this zone's needle."
                                : "are too small: " + needle + " is not this zone's needle."),
                    "Change to " + target.target.needles.front() + " before you work here."};
}

}  // namespace

bool out_of_reach(const Dot& dot, const engine::scoring::Band& depth) {
  return dot.reach_um < depth.low * dot.thickness_um;
}

bool wrong_needle(const engine::skin::Needle& needle, const lessons::Target& target) {
  return !target.needles.empty() && std::find(target.needles.begin(), target.needles.end(),
                                              engine::skin::to_string(needle)) == target.needles.end();
}

std::optional<CauseWords> tool_words(const SiteTarget& target, std::span<const Dot> dots,
                                     const Cause& cause) {
  if (cause.dots.empty()) return std::nullopt;
  if (cause.id == "too_shallow") return too_shallow(target, dots, cause);
  if (cause.id == "too_large" || cause.id == "too_small") return wrong_size(target, dots, cause);
  return std::nullopt;
}

}  // namespace trainer::assessment
