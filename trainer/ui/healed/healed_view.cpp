#include <algorithm>
#include <cmath>

#include "engine/skin/healed.h"
#include "trainer/ui/healed/healed_screen.h"
#include "trainer/words/counts.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

constexpr double kBlueGrey = 0.25;  // of Appearance::blue: clearly to be seen

std::string percent(double share) {
  return words::say("{:.0f} %", 100.0 * share);
}

std::string when(double days) {
  for (const AgeStop& stop : kAgeStops)
    if (std::abs(stop.days - days) < 0.5) return words::say(stop.title);
  const auto whole = [](double n) { return static_cast<std::size_t>(n + 0.5); };
  if (days < engine::skin::kHealedDays) return words::days_on(whole(days));
  if (days < 365.0) return words::weeks_on(whole(days / 7.0));
  return words::say("{:.1f} years on", days / engine::skin::kDaysPerYear);
}

std::string sentence(const Aged& yours, const Aged& experts, double days) {
  if (yours.dots == 0) return words::say("There are no dots of yours to age.");
  if (days < 1.0)
    return words::say(
        "Just worked: every dot is there, dark and larger than it will be, and the skin is red.");
  if (yours.blue_grey > 0) return words::dots_gone_deep(static_cast<std::size_t>(yours.blue_grey));
  if (yours.kept < experts.kept - 0.05)
    return words::say("More of your dots are gone than of the expert's: they sat too shallow.");
  if (yours.contrast < 0.85 * experts.contrast)
    return words::say("Your dots are paler than the expert's: they were light from the start.");
  return words::say("Your work has aged like the expert's.");
}

}  // namespace

double days_at(double share) {
  const double place = std::clamp(share, 0.0, 1.0) * (kAgeStops.size() - 1);
  const auto i = std::min(static_cast<std::size_t>(place), kAgeStops.size() - 2);
  return std::lerp(kAgeStops.at(i).days, kAgeStops.at(i + 1).days, place - static_cast<double>(i));
}

double share_at(double days) {
  for (std::size_t i = 0; i + 1 < kAgeStops.size(); ++i)
    if (days <= kAgeStops.at(i + 1).days)
      return (static_cast<double>(i) +
              (days - kAgeStops.at(i).days) / (kAgeStops.at(i + 1).days - kAgeStops.at(i).days)) /
             (kAgeStops.size() - 1);
  return 1.0;
}

Aged aged(const std::vector<engine::skin::Dot>& dots, double days, double area_mm2,
          const engine::skin::HealingModel& model) {
  Aged a;
  int all = 0, left = 0;
  double ink = 0.0;
  for (const auto& dot : dots) {
    if (dot.withdrawn) continue;
    ++all;
    if (!engine::skin::survives(dot, days, model)) continue;
    ++left;
    const auto look = engine::skin::appearance(dot, days, model);
    a.contrast += look.density;
    a.diameter.value += look.diameter.value;
    ink += 0.785398 * look.diameter.value * look.diameter.value;
    a.blue_grey += look.blue > kBlueGrey ? 1 : 0;
  }
  a.dots = all;
  if (left == 0) return a;
  a.kept = static_cast<double>(left) / all;
  a.contrast /= left;
  a.diameter.value /= left;
  a.coverage = ink / area_mm2;
  a.per_cm2 = 100.0 * left / area_mm2;
  return a;
}

namespace {

std::string density_of(const HealedWork& work, bool finishes) {
  if (!work.head || work.asked_cm2 <= 0.0) return {};
  const std::string asked = words::say("The lesson asks for {:g} dots/cm\u00b2.", work.asked_cm2);
  if (!finishes) return asked;
  return words::together({asked, words::say("A finished shaved look has about {:g}.", work.finished_cm2)});
}

std::string continued_by(Extent extent) {
  switch (extent) {
    case Extent::WholeHead:
      return words::say("Continued from your hand: as dense, even and deep as your patch. Not scored.");
    case Extent::Finished:
      return words::say(
          "As your hand would finish it in three sessions: its dots, clumps and depths, at the full density. "
          "Not "
          "scored.");
    case Extent::Patch:
      break;
  }
  return {};
}

}  // namespace

HealedView make_healed_view(const HealedWork& work, const HealedPanel& panel, const Aged& yours,
                            const Aged& experts) {
  HealedView v;
  v.lesson = work.lesson;
  v.head = work.head;
  v.finishes = work.head && work.asked_cm2 > 0.0 && work.asked_cm2 < work.finished_cm2;
  v.density = density_of(work, v.finishes);
  v.continued = continued_by(panel.extent);
  v.title = when(panel.days);
  v.sentence = sentence(yours, experts, panel.days);
  v.rows = {
      {words::say("Kept"), percent(yours.kept), percent(experts.kept), yours.kept < experts.kept - 0.05},
      {words::say("Contrast"), percent(yours.contrast), percent(experts.contrast),
       yours.contrast < 0.85 * experts.contrast},
      {words::say("Dot size"), words::say("{:.2f} mm", yours.diameter.value),
       words::say("{:.2f} mm", experts.diameter.value), yours.diameter.value > 1.2 * experts.diameter.value},
      {words::say("Coverage"), words::say("{:.1f} %", 100.0 * yours.coverage),
       words::say("{:.1f} %", 100.0 * experts.coverage), yours.coverage > 0.20},
      {words::say("Blue-grey"), std::to_string(yours.blue_grey), std::to_string(experts.blue_grey),
       yours.blue_grey > experts.blue_grey},
      {words::say("Per cm\u00b2"), words::say("{:.0f}", yours.per_cm2),
       words::say("{:.0f}", experts.per_cm2)}};
  v.why = words::say(
      "A dot that is too deep spreads and turns blue-grey. A light one fades. Only the band between stays "
      "crisp.");
  return v;
}

HealedLayout healed_layout(const Frame& f, const HealedPanel& panel) {
  constexpr float kGap = 12.0F;
  HealedLayout l;
  Rect rest = f.window;
  l.bar = rest.take_top(f.px(56));
  rest = rest.inset(f.px(kGap));
  l.side = f.left_handed ? rest.take_left(std::min(f.px(300), rest.w * 0.34F))
                         : rest.take_right(std::min(f.px(300), rest.w * 0.34F));
  f.left_handed ? rest.take_left(f.px(kGap)) : rest.take_right(f.px(kGap));
  l.slider = rest.take_bottom(f.px(128));
  rest.take_bottom(f.px(kGap));
  const float half = std::floor((rest.w - f.px(kGap)) / 2);
  l.yours = rest.take_left(half);
  rest.take_left(f.px(kGap));
  l.experts = {rest.x, rest.y, half, rest.h};
  if (panel.wipe) {
    l.yours.w = l.experts.right() - l.yours.x;
    l.experts = {l.yours.x, l.yours.y,
                 std::round(l.yours.w * static_cast<float>(std::clamp(panel.wipe_at, 0.0, 1.0))), l.yours.h};
  }
  return l;
}

Rect wipe_handle(const Frame& f, const HealedLayout& layout) {
  return {layout.experts.right() - f.px(16), layout.experts.y, f.px(32), layout.experts.h};
}

}  // namespace trainer::ui
