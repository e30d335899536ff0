// The lesson format as one table: every key with its type, range, unit, need, description and way in
// and out of a Lesson. Reader, writer, schema and document are all driven by it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trainer/lessons/lesson.h"
#include "trainer/lessons/value.h"

namespace trainer::lessons {

enum class Kind { Boolean, Integer, Number, Line, Prose, Id, Choice, Needle, List, Pair, Point, Table };

struct FormatField;

// What a value may be. `low` and `high` bound numbers, and the bytes of texts and the items of lists.
struct Type {
  Kind kind = Kind::Number;
  double low = 0.0;
  double high = 0.0;
  std::string unit;                  // "mm", "dots/cm2", ...; empty: none
  std::vector<std::string> choices;  // Choice
  std::vector<Type> item;            // List and Pair: one element
  std::vector<FormatField> fields;   // Table; their `set` and `get` are unused
  bool hundredths = false;           // a Number with at most two decimals
};

struct FormatField {
  std::string key;
  Type type;
  bool required = false;
  std::string description;
  // Into and out of element `i` of the section (0 where the section is a single table). `set` is given
  // only values that fit the type; `get` gives nothing when the lesson does not have the value.
  std::function<void(Lesson&, std::size_t i, const Value&)> set = {};
  std::function<std::optional<Value>(const Lesson&, std::size_t i)> get = {};
};

// One table of the file, [path] or [[path]]. Sections stand in the table before the ones inside them.
struct Section {
  std::string path;   // "" is the file itself
  bool many = false;  // [[path]]
  bool required = false;
  std::string description;
  std::vector<FormatField> fields;
  std::vector<std::string> one_of;                  // exactly one of these keys or sections must be there
  std::function<void(Lesson&)> open;                // makes place for an element; empty: nothing to make
  std::function<std::size_t(const Lesson&)> count;  // elements the lesson has
};

// Elements of one [[section]] at most.
constexpr std::size_t kMostOfOneKind = 64;

// Made anew at each call: a reader's few hundred microseconds are cheaper than a global.
std::vector<Section> lesson_format();

// The parts of lesson_format(), in its order.
void add_head_of_file(std::vector<Section>& format);  // format_head.cpp: the file itself, pad, client, tools
void add_work(std::vector<Section>& format);          // format_work.cpp: zones, targets, steps
void add_rubric(std::vector<Section>& format);        // format_rubric.cpp

// Last part of a section's path: "criteria" of "rubric.criteria".
std::string_view last_key(std::string_view path);
// The path without it: "rubric"; "" at the top.
std::string_view parent_path(std::string_view path);

// "a number from 20 to 200 dots/cm2": for findings and for the document.
std::string expectation(const Type& type);

}  // namespace trainer::lessons
