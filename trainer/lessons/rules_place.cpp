#include "trainer/lessons/rules.h"

#include <algorithm>

#include "engine/scalp/tissue.h"

namespace trainer::lessons {

using engine::scalp::BandShape;
using engine::scalp::DiscShape;
using engine::scalp::FromLandmark;
using engine::scalp::Pad;
using engine::scalp::PointSpec;
using engine::scalp::PolygonShape;
using engine::scalp::PunctateShape;

namespace {

bool all_ids_read(const Lesson& lesson, const Notes& notes) {
  for (std::size_t i = 0; i < lesson.zones.size(); ++i)
    if (!was_read(notes, join_key("zones", i) + ".id")) return false;
  return true;
}

void zone_ids(const Lesson& lesson, Notes& notes) {
  for (std::size_t i = 0; i < lesson.zones.size(); ++i) {
    const std::string key = join_key("zones", i) + ".id";
    for (std::size_t j = 0; j < i && was_read(notes, key); ++j) {
      if (lesson.zones[j].id != lesson.zones[i].id) continue;
      broken(notes, "duplicate_id", key, "\"" + lesson.zones[i].id + "\"", "a name that no other zone has",
             "another zone has this id already");
      break;
    }
  }
}

void target_zone(const Lesson& lesson, std::size_t i, Notes& notes) {
  const std::string key = join_key("targets", i) + ".zone";
  if (!was_read(notes, key)) return;
  const std::string& id = lesson.targets[i].zone;
  std::string known;
  for (const auto& zone : lesson.zones) known += (known.empty() ? "\"" : ", \"") + zone.id + "\"";
  const bool exists =
      std::any_of(lesson.zones.begin(), lesson.zones.end(), [&](const auto& z) { return z.id == id; });
  if (!exists && all_ids_read(lesson, notes))
    broken(notes, "unknown_zone", key, "\"" + id + "\"",
           known.empty() ? "the id of a zone; this file has none" : "the id of a zone: " + known,
           "no zone has this id");
  for (std::size_t j = 0; j < i; ++j)
    if (lesson.targets[j].zone == id) {
      broken(notes, "duplicate_id", key, "\"" + id + "\"", "one target for each zone",
             "another target asks for this zone already");
      break;
    }
}

void ordered(const engine::scoring::Band& band, const std::string& key, const std::string& message,
             Notes& notes) {
  if (was_read(notes, key) && !(band.low < band.high))
    broken(notes, "bad_order", key, "low = " + decimal(band.low) + ", high = " + decimal(band.high),
           "low below high", message);
}

void target_values(const Lesson& lesson, std::size_t i, Notes& notes) {
  const Target& target = lesson.targets[i];
  const std::string key = join_key("targets", i);
  ordered(target.depth, key + ".depth", "the shallow edge of the band is not above its deep edge", notes);
  ordered(target.diameter, key + ".diameter", "the smallest size is not below the largest", notes);
  ordered(target.angle, key + ".angle", "the most slanted angle is not below the most upright", notes);
  for (std::size_t s = 1; s < target.gradient.size(); ++s)
    if (!(target.gradient[s - 1].to.value < target.gradient[s].to.value))
      broken(notes, "bad_order", join_key(key + ".gradient", s) + ".to_mm",
             decimal(target.gradient[s].to.value), "more than " + decimal(target.gradient[s - 1].to.value),
             "the steps of a gradient go away from the line");
  const bool punctate = std::any_of(lesson.zones.begin(), lesson.zones.end(), [&](const auto& z) {
    return z.id == target.zone && std::holds_alternative<PunctateShape>(z.shape);
  });
  for (const char* given : {".density_cm2", ".gradient", ".painting"})
    if (punctate && was_read(notes, key + given))
      broken(notes, "conflict", key + given, "a density for punctate scars", "no such key",
             "every punctate scar asks for one to three dots; give the skin round them a target of its own");
  if (!target.gradient.empty() && !target.painting.file.empty())
    broken(notes, "conflict", key + ".painting", "a painting and a gradient", "one of them",
           "density is painted or falls off behind a line");
  if (!target.gradient.empty() && lesson.hairline.empty() && !is_faulty(notes, "hairline"))
    broken(notes, "conflict", key + ".gradient", "a gradient and no hairline", "hairline = [points]",
           "a gradient is measured behind the agreed hairline");
}

void landmark_free(const std::vector<PointSpec>& points, const std::string& key, bool many, Notes& notes) {
  for (std::size_t i = 0; i < points.size(); ++i)
    if (std::holds_alternative<FromLandmark>(points[i]))
      broken(notes, "conflict", many ? join_key(key, i) : key, "a landmark", "[x, y] in mm",
             "a pad has no landmarks");
}

struct PadPoints {
  const std::string& key;
  Notes& notes;
  void operator()(const PolygonShape& s) const { landmark_free(s.points, key + ".polygon", true, notes); }
  void operator()(const DiscShape& s) const { landmark_free({s.centre}, key + ".disc.centre", false, notes); }
  void operator()(const PunctateShape& s) const {
    landmark_free(s.polygon, key + ".punctate.polygon", true, notes);
  }
  void operator()(const BandShape& s) const { landmark_free(s.curve, key + ".band.curve", true, notes); }
};

// The chart of another head puts [u, v] elsewhere.
void landmarks_only(const std::vector<PointSpec>& points, const std::string& key, bool many, Notes& notes) {
  for (std::size_t i = 0; i < points.size(); ++i)
    if (!std::holds_alternative<FromLandmark>(points[i]))
      broken(notes, "conflict", many ? join_key(key, i) : key, "[u, v]",
             "{ from = landmark, left_mm, back_mm }", "a client who varies has places by landmark only");
}

struct VariedPoints {
  const std::string& key;
  Notes& notes;
  void operator()(const PolygonShape& s) const { landmarks_only(s.points, key + ".polygon", true, notes); }
  void operator()(const DiscShape& s) const {
    landmarks_only({s.centre}, key + ".disc.centre", false, notes);
  }
  void operator()(const PunctateShape& s) const {
    landmarks_only(s.polygon, key + ".punctate.polygon", true, notes);
  }
  void operator()(const BandShape& s) const { landmarks_only(s.curve, key + ".band.curve", true, notes); }
};

bool varies(const Lesson& lesson) {
  const auto* client = std::get_if<engine::scalp::Client>(&lesson.canvas);
  return client != nullptr && client->vary;
}

void zone_shape(const Lesson& lesson, std::size_t i, Notes& notes) {
  const std::string key = join_key("zones", i);
  if (std::holds_alternative<Pad>(lesson.canvas) && was_read(notes, "pad"))
    std::visit(PadPoints{key, notes}, lesson.zones[i].shape);
  if (varies(lesson)) std::visit(VariedPoints{key, notes}, lesson.zones[i].shape);
  const auto* band = std::get_if<BandShape>(&lesson.zones[i].shape);
  if (band && !(band->from < band->to))
    broken(notes, "bad_order", key + ".band.to_mm", decimal(band->to.value),
           "more than " + decimal(band->from.value), "the band ends before it begins");
}

void forbidden_zone(const Lesson& lesson, std::size_t i, Notes& notes) {
  const std::string key = join_key("no_go", i);
  const std::string& id = lesson.no_go[i];
  const bool exists =
      std::any_of(lesson.zones.begin(), lesson.zones.end(), [&](const auto& z) { return z.id == id; });
  if (!exists && all_ids_read(lesson, notes))
    broken(notes, "unknown_zone", key, "\"" + id + "\"", "the id of a zone of this file",
           "no zone has this id");
  if (std::any_of(lesson.targets.begin(), lesson.targets.end(),
                  [&](const Target& t) { return t.zone == id; }))
    broken(notes, "conflict", key, "\"" + id + "\"", "a zone without a target",
           "this zone is to be worked and not to be touched");
}

void tissue_zone(const Lesson& lesson, std::size_t i, Notes& notes) {
  const std::string key = join_key("tissue", i) + ".zone";
  const Tissue& tissue = lesson.tissue[i];
  if (!was_read(notes, key)) return;
  if (std::none_of(lesson.zones.begin(), lesson.zones.end(),
                   [&](const auto& z) { return z.id == tissue.zone; }) &&
      all_ids_read(lesson, notes))
    broken(notes, "unknown_zone", key, "\"" + tissue.zone + "\"", "the id of a zone of this file",
           "no zone has this id");
  for (std::size_t j = 0; j < i; ++j)
    if (lesson.tissue[j].zone == tissue.zone)
      broken(notes, "duplicate_id", key, "\"" + tissue.zone + "\"", "one kind of skin for each zone",
             "another table says already what the skin is there");
  if (engine::scalp::is_refused(tissue.kind) &&
      std::any_of(lesson.targets.begin(), lesson.targets.end(),
                  [&](const Target& t) { return t.zone == tissue.zone; }))
    broken(notes, "conflict", key, "\"" + tissue.zone + "\"", "a zone without a target",
           "keloids and moles are never treated");
}

}  // namespace

void apply_place_rules(const Lesson& lesson, Notes& notes) {
  zone_ids(lesson, notes);
  for (std::size_t i = 0; i < lesson.zones.size(); ++i) zone_shape(lesson, i, notes);
  if (std::holds_alternative<Pad>(lesson.canvas) && was_read(notes, "pad"))
    landmark_free(lesson.hairline, "hairline", true, notes);
  if (varies(lesson)) landmarks_only(lesson.hairline, "hairline", true, notes);
  for (std::size_t i = 0; i < lesson.targets.size(); ++i) {
    target_zone(lesson, i, notes);
    target_values(lesson, i, notes);
  }
  for (std::size_t i = 0; i < lesson.no_go.size(); ++i) forbidden_zone(lesson, i, notes);
  for (std::size_t i = 0; i < lesson.tissue.size(); ++i) tissue_zone(lesson, i, notes);
}

}  // namespace trainer::lessons
