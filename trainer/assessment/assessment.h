// From dots to a verdict that can be explained: criteria, total, ledger. All points are integer
// hundredths (7752 = 77.52 points); how they combine: design, scoring.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/scoring/criterion.h"
#include "engine/skin/dot.h"
#include "engine/skin/dry_mark.h"
#include "trainer/assessment/site.h"

namespace trainer::assessment {

// To a question; index of the answer from 0.
struct Answer {
  std::int32_t choice = 0;
  std::int64_t t_us = 0;
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

struct CriticalResult {
  std::string id;
  bool passed = true;
  std::string detail;               // a sentence with the number that decided
  std::vector<std::uint32_t> dots;  // that broke it; empty when it is met
};

// A fix in the canvas' own address space.
struct LedgerFix {
  std::vector<std::uint32_t> remove;
  std::vector<engine::scalp::CanvasPoint> add;
  std::vector<std::pair<std::uint32_t, std::int32_t>> set_depth_um;
  std::uint16_t treatment_session = 1;  // that `add` belongs to
};

struct LedgerLine {
  std::string criterion;      // id
  bool weakest = false;       // the "weakest skill" line: 0.7 x (lowest criterion - 100)
  bool critical = false;      // a broken critical criterion; `criterion` and `cause_id` are its id
  int points = 0;             // hundredths, <= 0
  std::string cause_id;       // "too_sparse", ...
  std::string cause, advice;  // sentences in a trainer's words
  std::vector<std::uint32_t> dots;
  std::int64_t from_us = 0, to_us = 0;
  std::optional<engine::scalp::CanvasPoint> at;
  double radius_mm = 0.0;
  std::optional<LedgerFix> fix;
  std::optional<std::size_t> question = {};  // of theory: which one, from 0
  int gain = 0;  // hundredths the total would rise by if this alone were put right
};

struct Assessment {
  int dots = 0;              // placed, and not taken back
  int asked = 0;             // in the skin when the last treatment session ends
  int missing = 0;           // of the session that is under way, or not finished
  bool finished = false;     // at least 60 % of the asked dots; below, no total. Questions alone: always
  std::optional<int> total;  // hundredths
  std::optional<int> mean, lowest;
  bool passed = false;
  std::string grade;    // "distinction", "merit", "pass", "not_yet", "not_finished"
  std::string verdict;  // one or two sentences
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
