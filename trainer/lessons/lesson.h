// A lesson as a value. Files become this through reader.h; the field table there is the one source
// of the format's documentation.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/core/hash.h"
#include "engine/scalp/client.h"
#include "engine/scalp/zone.h"
#include "engine/scoring/field.h"
#include "engine/scoring/rubric.h"
#include "engine/skin/equipment.h"
#include "engine/skin/machine.h"

namespace trainer::lessons {

// Needling: a dry needle works the scars, dots come when they have healed.
enum class StepKind { Brief, NeedleWork, Drawing, Healing, Review, Theory, Needling };
// Who holds the skin taut: until the lesson teaches it, an assistant does.
enum class StretchBy { Assistant, Own };

// What a step of theory asks; the question itself is the text of the step.
enum class Basis { Source, Judgement };  // of the right answer: published, or what we think
struct Question {
  std::string picture;               // PNG file of the lesson's folder; empty: none
  std::vector<std::string> answers;  // 2 to 5
  int right = 0;                     // index of the right one
  std::string why;                   // said once it is answered
  Basis basis = Basis::Judgement;
  std::string source;  // where it is published, or whose judgement; may be empty
  bool operator==(const Question&) const = default;
};

struct Step {
  StepKind kind = StepKind::NeedleWork;
  std::string title;
  std::string text;    // one or two sentences
  double share = 1.0;  // of needle work: how much of the final density shall be there when the session ends
  std::int32_t days = 12;  // of healing
  Question question = {};  // of theory
  bool operator==(const Step&) const = default;
};

// A picture of the lesson's folder: black asks for the full density, white for none.
struct Painting {
  std::string file;                                            // empty: none
  std::shared_ptr<const engine::scoring::PaintedShare> share;  // null until the package is read
  bool operator==(const Painting& o) const {
    return file == o.file && (share == o.share || (share && o.share && *share == *o.share));
  }
};

// Scarred, burnt or marked skin in a zone.
struct Tissue {
  engine::scalp::TissueKind kind = engine::scalp::TissueKind::FlatScar;
  std::string zone;  // id of a ZoneSpec
  bool operator==(const Tissue&) const = default;
};

struct Target {
  std::string zone;                                     // id of a ZoneSpec
  double density_cm2 = 90.0;                            // plateau, 20..200
  std::vector<engine::scoring::GradientStep> gradient;  // behind the hairline; empty: constant
  Painting painting;  // instead of a gradient: laid over the box of the zone
  engine::scoring::Band depth = engine::scoring::kDepthBand;
  engine::scoring::Band diameter = engine::scoring::kDiameterBand;  // mm, healed
  engine::scoring::Band angle = engine::scoring::kAngleBand;        // degrees to the skin
  std::optional<double> dilution;    // parts of water to one of pigment; nothing: what lies on the tray
  std::vector<std::string> needles;  // that are right here; empty: any of the lesson's
  bool operator==(const Target&) const = default;
};

// Pen: depth and angle must be measured, so nothing without pressure sets a dot.
enum class Needed { Any, Pen };

struct Lesson {
  std::string id;  // a-z 0-9 -
  int version = 1;
  std::string title, summary;
  std::vector<std::string> objectives;
  std::string treatment;  // "practice", "shaved_look", "density", "scar_camouflage"
  int module = 1;         // of the course, 1..14
  bool practical = true;
  std::variant<engine::scalp::Pad, engine::scalp::Client> canvas;
  engine::skin::Machine machine;     // what is on the tray at the start
  std::vector<std::string> needles;  // allowed, "1RL-0.25"; empty: only the machine's
  StretchBy stretch_by = StretchBy::Assistant;
  std::vector<engine::scalp::ZoneSpec> zones;
  std::vector<Tissue> tissue;
  std::vector<engine::scalp::PointSpec> hairline;  // agreed line, client's right to left; empty: none
  std::vector<Target> targets;                     // at least one when practical
  std::vector<std::string> no_go;                  // zones that no needle may touch
  std::vector<Step> steps;
  engine::scoring::Rubric rubric;
  std::string judged_at =
      "fresh";                    // the age at which the work is judged, as engine::skin::parse_age reads it
  std::vector<std::string> cues;  // spacing_ring, depth_bar, next_dot, density_map ...
  Needed device = Needed::Any;    // what must be in the hand
  bool undo_allowed = true;
  std::optional<int> time_limit_s;
  engine::skin::Equipment
      equipment;  // not in lesson.toml: the program's when the work begins, then the record's
  bool operator==(const Lesson&) const = default;
};

constexpr int kFirstModuleWithMore = 10;  // no lesson before it asks for taper, stroke or voltage

// A lesson with the exact bytes it came from (what a record embeds).
struct LessonPackage {
  Lesson lesson;
  std::vector<std::uint8_t> bytes;  // a .smplesson zip, deterministic for the same files
  engine::core::Digest hash{};      // BLAKE2b-256 of bytes
  // lesson.equipment as a record embeds it (equipment.h); beside the lesson, so that `hash` is the lesson's
  // own
  std::vector<std::uint8_t> equipment_bytes = {};
};

}  // namespace trainer::lessons
