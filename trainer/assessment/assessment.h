// From dots to a verdict that can be explained: criteria, total, ledger. All points are integer
// hundredths (7752 = 77.52 points); how they combine: docs/scoring.md 3.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/core/moment.h"
#include "engine/core/units.h"
#include "engine/scoring/criterion.h"
#include "engine/scoring/rubric.h"
#include "engine/skin/dot.h"
#include "engine/skin/dry_mark.h"
#include "trainer/assessment/site.h"

namespace trainer::assessment {

// To a question; index of the answer from 0.
struct Answer {
  std::int32_t choice = 0;
  engine::core::AttemptTime t_us{};
  bool operator==(const Answer&) const = default;
};

// What is judged: the fold of a record, without the record.
struct Work {
  std::span<const engine::skin::Dot> dots;                     // withdrawn ones are ignored
  std::span<const engine::scalp::CanvasPoint> drawn_hairline;  // empty: nothing drawn
  std::uint32_t contacts_outside = 0;                          // presses beside the canvas
  std::span<const std::int32_t> healings = {};                 // days between treatment sessions
  std::span<const engine::skin::DryMark> dry_marks = {};       // of dry needling
  std::optional<double> at_days = {};  // the age at which it is judged; nothing: the lesson's
  std::span<const std::optional<Answer>> answers =
      {};  // the first to each question; missing ones count as wrong
};

struct CriterionScore {
  engine::scoring::CriterionId id = engine::scoring::CriterionId::Density;
  std::optional<int> score;  // hundredths; nothing: not judged, and its weight left the mean
  int weight = 0;            // as the lesson gives it
  bool simulated = false;    // depth from press time: counts at a third of its weight
  std::optional<int> minimum;
  std::vector<engine::scoring::Metric> metrics;
};

// A critical criterion with the numbers that decided: what they are of depends on its id.
struct CriticalResult {
  engine::scoring::CriticalId id = engine::scoring::CriticalId::Blowout;
  bool passed = true;
  double limit = 0.0;             // of the lesson: share, mm, dots or questions
  std::size_t count = 0, of = 0;  // dots or questions that broke it, of how many
  double value = 0.0;             // needled: share of the scar; below_hairline: mm of the foremost dot
  std::size_t marks = 0, too_deep = 0, too_shallow = 0;  // of dry needling
  std::vector<std::uint32_t> dots;                       // that broke it; empty when it is met
};

// A fix in the canvas' own address space.
struct LedgerFix {
  std::vector<std::uint32_t> remove;
  std::vector<engine::scalp::CanvasPoint> add;
  std::vector<std::pair<std::uint32_t, std::int32_t>> set_depth_um;
  std::uint16_t treatment_session = 1;  // that `add` belongs to
};

// What made the depth of the dots, and so what mends it: how hard they were pressed, or how long.
enum class Mends { Time, Pressure };

// A fault that the equipment made, not the hand.
struct EquipmentFault {
  enum class Kind { SlackSkin, OutOfReach, WrongNeedle } kind = Kind::SlackSkin;
  std::int32_t reach_um = 0, edge_um = 0;  // out of reach: how deep it came, where the band begins
  engine::skin::Needle needle;             // wrong needle: that made the dots
  bool operator==(const EquipmentFault&) const = default;
};

// One line of the books, in ids and numbers: the sentences stand in trainer/words.
struct LedgerLine {
  enum class Kind { Loss, Weakest, Critical } kind = Kind::Loss;
  std::optional<engine::scoring::CriterionId> criterion;  // nothing for a broken critical criterion
  std::optional<engine::scoring::CriticalId> critical;
  // Of the line that holds the total down, kLowestShare x (lowest criterion - 100): the first cause of that
  // criterion.
  engine::scoring::CauseId cause = engine::scoring::CauseId::Unknown;
  std::size_t guilty = 0;  // how many dots did it, named or not
  Mends mends = Mends::Time;
  std::optional<EquipmentFault> equipment = {};
  std::optional<std::size_t> session = {};  // of several treatment sessions, from 0
  std::size_t target = 0;                   // of the site, that it happened in
  int points = 0;                           // hundredths, <= 0
  std::vector<std::uint32_t> dots;
  engine::core::AttemptTime from_us, to_us;
  std::optional<engine::scalp::CanvasPoint> at;
  engine::core::Mm radius{};
  std::optional<LedgerFix> fix;
  std::optional<std::size_t> question = {};  // of theory: which one, from 0
  int gain = 0;  // hundredths the total would rise by if this alone were put right

  [[nodiscard]] bool weakest() const { return kind == Kind::Weakest; }
  [[nodiscard]] bool is_critical() const { return kind == Kind::Critical; }
};

enum class Grade { NotFinished, NotYet, Pass, Merit, Distinction };
std::string_view name(Grade grade);  // "not_finished", "not_yet", "pass", "merit", "distinction"

// The first treatment session that is not finished, else the last: what is there of what is asked.
struct SessionProgress {
  std::size_t session = 0;  // from 0
  int there = 0, asked = 0;
};

struct Assessment {
  int dots = 0;     // placed, and not taken back
  int asked = 0;    // in the skin when the last treatment session ends
  int missing = 0;  // of the session that is under way, or not finished
  bool finished =
      false;  // at least kFinishedPercent of the asked dots; below, no total. Questions alone: always
  std::optional<int> total;  // hundredths
  std::optional<int> mean, lowest;
  bool passed = false;
  Grade grade = Grade::NotFinished;
  SessionProgress progress;
  std::vector<CriterionScore> criteria;
  std::vector<CriticalResult> critical;
  std::vector<LedgerLine>
      ledger;  // sums to total - 10000 exactly; worst first, the weakest line after its first
  // Said without points: first the critical criteria that were broken, then, while there is no total, what
  // can be said so far, worst first.
  std::vector<LedgerLine> remarks;

  // What a debrief lists: remarks, then the ledger, with the numbers of their pins on the skin (from 1; 0:
  // none). Valid while this object is.
  struct Listed {
    const LedgerLine* line;
    int number;
  };
  [[nodiscard]] std::vector<Listed> listed() const;
};

enum class Gains { Compute, Skip };  // Skip: a live look; gains stay 0

Assessment assess(const Site& site, const Work& work, Gains gains = Gains::Compute);

}  // namespace trainer::assessment
