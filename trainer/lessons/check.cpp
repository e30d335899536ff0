#include "trainer/lessons/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/scalp/client.h"
#include "engine/scalp/tissue.h"
#include "engine/scoring/criterion.h"
#include "engine/scoring/judge.h"
#include "engine/scoring/scars.h"
#include "trainer/lessons/laid_target.h"
#include "trainer/lessons/sessions.h"
#include "trainer/lessons/skin_of_zones.h"
#include "trainer/lessons/steps.h"

namespace trainer::lessons {

using engine::core::fail;
using engine::core::Result;
using engine::geometry::Region;
using engine::geometry::Vec2;
using engine::scalp::BandShape;
using engine::scalp::Canvas;
using engine::scalp::Pad;
using engine::scoring::CriterionId;
using engine::scoring::TargetDensity;

namespace {

constexpr double kGridPitchMm = 0.25;
constexpr double kMostCells = 40'000;
// Hairline exercises (docs/design.md 4): shorter or shallower ones have no measurable edge.
constexpr double kHairlineDepthMm = 25.0;
constexpr double kHairlineLengthMm = 40.0;
constexpr double kLengthSlackMm = 0.5;  // of a zone measured on its unrolled outline

Result<Canvas> make_bare_canvas(const Lesson& lesson) {
  if (const auto* pad = std::get_if<Pad>(&lesson.canvas)) return Canvas(*pad);
  return engine::scalp::make_head_canvas(std::get<engine::scalp::Client>(lesson.canvas));
}

class Checker {
 public:
  Checker(const Lesson& lesson, const Places& places, std::string file)
      : lesson_(lesson), places_(places), file_(std::move(file)) {}

  Checked checked;

  void run() {
    const auto bare = make_bare_canvas(lesson_);
    if (!bare) {
      const std::string key = std::holds_alternative<Pad>(lesson_.canvas) ? "pad" : "client";
      add("error", "bad_zone", key, bare.error().message, "a client that can be made", bare.error().message);
      return;
    }
    hairline(*bare);
    for (std::size_t i = 0; i < lesson_.zones.size(); ++i) zone(*bare, i);
    const auto canvas = make_canvas(lesson_);
    if (!canvas) return;  // a zone of scarred skin that does not resolve has been reported
    for (std::size_t i = 0; i < lesson_.targets.size(); ++i) target(*canvas, i);
    unseen();
    unwatched();
    unjudged();
    length();
  }

 private:
  void add(const std::string& severity, const std::string& code, const std::string& key, std::string found,
           std::string expected, std::string message) {
    const auto at = places_.find(key);
    const Place place = at != places_.end() ? at->second : Place{1, 1};
    checked.findings.push_back({file_, place.line, place.column, key, severity, code, std::move(found),
                                std::move(expected), std::move(message)});
  }

  void hairline(const Canvas& canvas) {
    if (lesson_.hairline.empty()) return;
    if (const auto line = engine::scalp::resolve_curve(canvas, lesson_.hairline); !line)
      add("error", "bad_zone", "hairline", line.error().message, "points on the canvas",
          line.error().message);
  }

  void zone(const Canvas& canvas, std::size_t i) {
    const auto resolved = engine::scalp::resolve(canvas, lesson_.zones[i]);
    if (!resolved)
      add("error", "bad_zone", fmt::format("zones[{}]", i), resolved.error().message,
          "an outline on the canvas that does not cross itself", resolved.error().message);
  }

  // Zones and hairlines that do not resolve have been reported by now.
  void target(const Canvas& canvas, std::size_t i) {
    const Target& asked = lesson_.targets[i];
    const auto site = lay_out(lesson_, canvas, asked);
    if (!site) {
      if (!has_errors(checked.findings))
        add("error", "bad_zone", fmt::format("targets[{}].zone", i), site.error().message,
            "a zone that unrolls", site.error().message);
      return;
    }
    const double dots = dots_to_place(*site);
    checked.targets.push_back({asked.zone, site->region.area(), dots});
    checked.dots += dots;
    for (const auto& rule : lesson_.rubric.criteria) {
      if (!site->scars.empty()) continue;
      enough(i, engine::scoring::waits_for_last(rule.id) ? dots : dots * smallest_share(), rule.id);
      if (rule.id == CriterionId::Blending && site->hair.empty() && site->hair_beside.empty())
        add("error", "no_hair", fmt::format("targets[{}]", i), "no hair within 20 mm",
            "hair in the zone or beside it",
            fmt::format("zone \"{}\" has no hair near it that blending could be judged by", asked.zone));
      if (rule.id == CriterionId::Hairline || rule.id == CriterionId::Feathering)
        large_enough(i, site->region, rule.id);
    }
  }

  // Of the dots, what the treatment session that adds least adds.
  [[nodiscard]] double smallest_share() const {
    double least = 1.0, before = 0.0;
    for (const auto& session : treatment_sessions(lesson_)) {
      least = std::min(least, session.share - before);
      before = session.share;
    }
    return least;
  }

  void enough(std::size_t i, double dots, CriterionId id) {
    const std::size_t needed = engine::scoring::least_dots(id);
    if (dots >= static_cast<double>(needed)) return;
    add("error", "too_small", fmt::format("targets[{}]", i), fmt::format("{:.1f} dots", dots),
        fmt::format("at least {} dots", needed),
        fmt::format("zone \"{}\" asks for too few dots to be judged by {}", lesson_.targets[i].zone,
                    engine::scoring::name(id)));
  }

  void large_enough(std::size_t i, const Region& region, CriterionId id) {
    const Vec2 size = region.box().high - region.box().low;
    double deep = size.y, wide = size.x;
    for (const auto& spec : lesson_.zones)
      if (const auto* band = std::get_if<BandShape>(&spec.shape);
          band && spec.id == lesson_.targets[i].zone) {
        deep = (band->to - band->from).value;
        wide = region.area() / deep;
      }
    if (deep + kLengthSlackMm >= kHairlineDepthMm && wide + kLengthSlackMm >= kHairlineLengthMm) return;
    add("error", "too_small", fmt::format("targets[{}]", i),
        fmt::format("{:.1f} mm deep, {:.1f} mm long", deep, wide), "at least 25 mm deep and 40 mm long",
        fmt::format("zone \"{}\" is too small to be judged by {}", lesson_.targets[i].zone,
                    engine::scoring::name(id)));
  }

  // Criteria that say nothing of punctate scars, in a lesson that asks for nothing else.
  void unseen() {
    const bool only_scars =
        !lesson_.targets.empty() &&
        std::all_of(lesson_.targets.begin(), lesson_.targets.end(), [this](const Target& target) {
          return std::any_of(lesson_.zones.begin(), lesson_.zones.end(), [&](const auto& zone) {
            return zone.id == target.zone && std::holds_alternative<engine::scalp::PunctateShape>(zone.shape);
          });
        });
    for (std::size_t i = 0; only_scars && i < lesson_.rubric.criteria.size(); ++i)
      if (const auto id = lesson_.rubric.criteria[i].id; engine::scoring::says_nothing_of_scars(id))
        add("error", "not_seen", fmt::format("rubric.criteria[{}].id", i),
            std::string(engine::scoring::name(id)),
            "density, naturalness, placement, depth, size, shade or angle",
            "punctate scars cannot be judged by this criterion");
  }

  // A no-go zone that nothing looks at costs nobody anything.
  void unwatched() {
    if (forbidden_zones(lesson_).empty()) return;
    const auto& rubric = lesson_.rubric;
    const bool watched = std::any_of(rubric.criteria.begin(), rubric.criteria.end(),
                                     [](const auto& r) { return r.id == CriterionId::Placement; }) ||
                         std::any_of(rubric.critical.begin(), rubric.critical.end(),
                                     [](const auto& r) { return r.id == engine::scoring::CriticalId::NoGo; });
    if (watched) return;
    add("warning", "unwatched", lesson_.no_go.empty() ? "tissue[0]" : "no_go", "no_go without a rule",
        "the criterion \"placement\", or the critical fault \"no_go\"",
        "a dot in a no-go zone would cost nothing");
  }

  // Questions that count for nothing.
  void unjudged() {
    const auto steps = question_steps(lesson_);
    const auto& rubric = lesson_.rubric;
    const bool judged = std::any_of(rubric.criteria.begin(), rubric.criteria.end(),
                                    [](const auto& r) { return r.id == CriterionId::Theory; }) ||
                        std::any_of(rubric.critical.begin(), rubric.critical.end(), [](const auto& r) {
                          return r.id == engine::scoring::CriticalId::WrongAnswers;
                        });
    if (steps.empty() || judged) return;
    add("warning", "unwatched", fmt::format("steps[{}].kind", steps.front()), "a question without a rule",
        "the criterion \"theory\", or the critical fault \"wrong_answers\"",
        "a wrong answer would cost nothing");
  }

  void length() {
    checked.minutes = checked.dots / kDotsPerMinute;
    const bool sessions = treatment_sessions(lesson_).size() > 1;
    const double most_dots = sessions ? kMostDotsInSessions : kMostDots,
                 most_minutes = sessions ? kMostMinutesInSessions : kMostMinutes;
    if (checked.dots <= most_dots && checked.minutes <= most_minutes) return;
    add("warning", "long_exercise", "targets[0]",
        fmt::format("{:.0f} dots, {:.1f} minutes", checked.dots, checked.minutes),
        fmt::format("at most {:.0f} dots and {:.0f} minutes", most_dots, most_minutes),
        "this is long for one exercise; give it a smaller zone or split it");
  }

  const Lesson& lesson_;
  const Places& places_;
  std::string file_;
};

// Cells along one side: at least one, none larger than the pitch.
int cells(double extent, double pitch) {
  return std::max(1, static_cast<int>(std::ceil(extent / pitch)));
}

}  // namespace

Result<Canvas> make_canvas(const Lesson& lesson) {
  auto bare = make_bare_canvas(lesson);
  if (!bare || lesson.tissue.empty()) return bare;
  std::vector<engine::scalp::TissueArea> areas;
  for (const Tissue& tissue : lesson.tissue)
    for (const auto& spec : lesson.zones) {
      if (spec.id != tissue.zone) continue;
      auto zone = engine::scalp::resolve(*bare, spec);
      if (!zone) return fail(zone.error());
      areas.push_back({tissue.kind, std::move(*zone)});
    }
  return bare->with(std::make_shared<const engine::scalp::TissueMap>(*bare, std::move(areas)));
}

double asked_dots(const Region& region, const TargetDensity& density) {
  if (!(region.area() > 0.0)) return 0.0;
  if (density.constant()) return region.area() * density.plateau_per_mm2;
  const auto& box = region.box();
  const Vec2 size = box.high - box.low;
  const double pitch = std::max(kGridPitchMm, std::sqrt(size.x * size.y / kMostCells));
  const int nx = cells(size.x, pitch), ny = cells(size.y, pitch);
  double sum = 0.0;
  std::int64_t inside = 0;
  for (int y = 0; y < ny; ++y)
    for (int x = 0; x < nx; ++x) {
      const Vec2 p{box.low.x + size.x * (x + 0.5) / nx, box.low.y + size.y * (y + 0.5) / ny};
      if (!region.contains(p)) continue;
      sum += density.at(p);
      ++inside;
    }
  // A zone so thin that no cell's centre lies in it.
  if (inside == 0) return region.area() * density.plateau_per_mm2;
  return region.area() * (sum / static_cast<double>(inside));
}

Result<double> asked_dots(const Lesson& lesson, const Canvas& canvas, const Target& target) {
  const auto site = lay_out(lesson, canvas, target);
  if (!site) return fail(site.error());
  return dots_to_place(*site);
}

Checked check_lesson(const Reading& reading, const std::string& file_name) {
  Checked checked;
  if (reading.lesson) {
    Checker checker(*reading.lesson, reading.places, file_name);
    checker.run();
    checked = std::move(checker.checked);
  }
  checked.findings.insert(checked.findings.begin(), reading.findings.begin(), reading.findings.end());
  sort_findings(checked.findings);
  return checked;
}

Checked check_text(std::string_view text, const std::string& file_name) {
  return check_lesson(read_lesson(text, file_name), file_name);
}

}  // namespace trainer::lessons
