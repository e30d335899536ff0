#include "trainer/lessons/types.h"

#include <utility>

#include "trainer/lessons/convert.h"

namespace trainer::lessons {

Type number(double low, double high, std::string unit) {
  return {.kind = Kind::Number, .low = low, .high = high, .unit = std::move(unit)};
}
Type integer(double low, double high, std::string unit) {
  return {.kind = Kind::Integer, .low = low, .high = high, .unit = std::move(unit)};
}
Type points_0_100() {
  return {.kind = Kind::Number, .low = 0, .high = 100, .unit = "points", .hundredths = true};
}
Type boolean() {
  return {.kind = Kind::Boolean};
}
Type line(double high) {
  return {.kind = Kind::Line, .low = 1, .high = high};
}
Type prose(double low, double high) {
  return {.kind = Kind::Prose, .low = low, .high = high};
}
Type id_type() {
  return {.kind = Kind::Id, .low = 1, .high = 64};
}
Type choice(std::vector<std::string> choices) {
  return {.kind = Kind::Choice, .choices = std::move(choices)};
}
Type needle() {
  return {.kind = Kind::Needle, .low = 1, .high = 16};
}
Type list(Type item, double low, double high) {
  return {.kind = Kind::List, .low = low, .high = high, .item = {std::move(item)}};
}
Type pair(Type item) {
  return {.kind = Kind::Pair, .item = {std::move(item)}};
}
Type table(std::vector<FormatField> fields) {
  return {.kind = Kind::Table, .fields = std::move(fields)};
}

// Chart coordinates of a head stay well inside 400 mm; pads are at most 200 mm.
Type point() {
  return {
      .kind = Kind::Point,
      .item = {number(-400, 400, "mm")},
      .fields = {part("from", choice(landmark_names()), true, "the landmark to start from"),
                 part("left_mm", number(-400, 400, "mm"), false,
                      "then so far along the circle of equal distance from the vertex, to the client's left"),
                 part("back_mm", number(-400, 400, "mm"), false,
                      "first so far along the meridian, away from the face; negative: towards it")}};
}

FormatField part(std::string key, Type type, bool required, std::string description) {
  return {.key = std::move(key),
          .type = std::move(type),
          .required = required,
          .description = std::move(description)};
}

}  // namespace trainer::lessons
