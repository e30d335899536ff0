#include "trainer/lessons/reader.h"

#include <algorithm>
#include <utility>

#include "trainer/lessons/fit.h"
#include "trainer/lessons/format.h"
#include "trainer/lessons/rules.h"
#include "trainer/lessons/toml_tree.h"

namespace trainer::lessons {

namespace {

class FileReader {
 public:
  explicit FileReader(std::vector<Section> format) : format_(std::move(format)) {}

  Notes notes;
  Lesson lesson;

  void read(const Value& root) {
    for (const Section& section : format_) {
      const Value* value = section.path.empty() ? &root : find(root, section);
      if (value != nullptr) {
        section.many ? read_many(section, *value) : read_table(section, *value, section.path, 0);
      } else if (section.required) {
        missing_section(root, section);
      }
    }
  }

 private:
  static const Value* find_parent(const Value& root, const Section& section) {
    const std::string_view parent = parent_path(section.path);
    const Value* value = parent.empty() ? &root : root.find(parent);
    return value != nullptr && value->as<Table>() != nullptr ? value : nullptr;
  }

  static const Value* find(const Value& root, const Section& section) {
    const Value* parent = find_parent(root, section);
    return parent ? parent->find(last_key(section.path)) : nullptr;
  }

  void missing_section(const Value& root, const Section& section) {
    const Value* parent = find_parent(root, section);
    if (parent == nullptr) return;
    const std::string key(last_key(section.path));
    for (const Section& around : format_)
      if (around.path == parent_path(section.path) && misspelt(*parent, key, known_keys(around))) return;
    notes.missing_key(
        section.path, parent->at,
        section.many ? "at least one [[" + section.path + "]]" : "a table [" + section.path + "]");
  }

  void read_many(const Section& section, const Value& value) {
    const std::string expected =
        "1 to " + std::to_string(kMostOfOneKind) + " tables [[" + section.path + "]]";
    if (value.as<List>() == nullptr) {
      notes.error("wrong_type", section.path, value.at, describe(value), expected,
                  "this is the wrong kind of value");
      return;
    }
    const auto& items = value.items();
    if (items.empty() || items.size() > kMostOfOneKind)
      notes.error("out_of_range", section.path, value.at, describe(value), expected,
                  items.empty() ? "this list is empty" : "there are too many of these");
    for (std::size_t i = 0; i < std::min(items.size(), kMostOfOneKind); ++i)
      read_table(section, items[i], join_key(section.path, i), i);
  }

  void read_table(const Section& section, const Value& value, const std::string& key, std::size_t index) {
    if (section.open) section.open(lesson);
    if (value.as<Table>() == nullptr) {
      notes.error("wrong_type", key, value.at, describe(value), "a table", "this is the wrong kind of value");
      return;
    }
    notes.places[key] = value.at;
    const auto known = known_keys(section);
    for (const FormatField& field : section.fields) read_field(field, value, key, index, known);
    unknown_keys(known, value, key);
    one_of(section, value, key);
  }

  void read_field(const FormatField& field, const Value& table, const std::string& key, std::size_t index,
                  const std::vector<std::string>& known) {
    const std::string path = join_key(key, field.key);
    const Value* value = table.find(field.key);
    if (value == nullptr) {
      if (field.required && !misspelt(table, field.key, known))
        notes.missing_key(path, table.at, expectation(field.type));
    } else if (fits(*value, field.type, path, notes)) {
      field.set(lesson, index, *value);
    }
  }

  [[nodiscard]] std::vector<std::string> known_keys(const Section& section) const {
    std::vector<std::string> known;
    for (const FormatField& field : section.fields) known.push_back(field.key);
    for (const Section& inner : format_)
      if (!inner.path.empty() && parent_path(inner.path) == section.path)
        known.emplace_back(last_key(inner.path));
    return known;
  }

  void unknown_keys(const std::vector<std::string>& known, const Value& table, const std::string& key) {
    for (const Member& member : table.as<Table>()->members)
      if (std::find(known.begin(), known.end(), member.key) == known.end())
        notes.unknown_key(join_key(key, member.key), member, known);
  }

  void one_of(const Section& section, const Value& table, const std::string& key) {
    std::vector<std::string> present;
    std::string names;
    for (const std::string& name : section.one_of) {
      names += (names.empty() ? "" : ", ") + name;
      if (table.find(name) != nullptr) present.push_back(name);
    }
    if (section.one_of.empty() || present.size() == 1) return;
    if (present.empty())
      notes.error("missing_key", key, table.at, "nothing", "exactly one of " + names,
                  "one of " + names + " is missing");
    else
      notes.error("conflict", join_key(key, present[1]), table.find(present[1])->at,
                  present[0] + " and " + present[1], "exactly one of " + names,
                  "only one of " + names + " may stand here");
  }

  std::vector<Section> format_;
};

}  // namespace

namespace {

using Rules = void (*)(const Lesson&, Notes&);

Reading read_file(std::string_view text, const std::string& file_name, FileReader reader, Rules rules) {
  Reading reading;
  TomlTree tree = parse_toml(text);
  reading.findings = std::move(tree.findings);
  if (tree.root) {
    reader.read(*tree.root);
    rules(reader.lesson, reader.notes);
    reading.findings = std::move(reader.notes.findings);
    reading.places = std::move(reader.notes.places);
    if (!has_errors(reading.findings)) reading.lesson = std::move(reader.lesson);
  }
  for (Finding& finding : reading.findings) finding.file = file_name;
  sort_findings(reading.findings);
  return reading;
}

}  // namespace

Reading read_lesson(std::string_view text, std::string file_name) {
  return read_file(text, file_name, FileReader(lesson_format()), apply_rules);
}

Reading read_sections(std::string_view text, const std::string& file_name, std::vector<Section> format,
                      Lesson into) {
  FileReader reader(std::move(format));
  reader.lesson = std::move(into);
  return read_file(text, file_name, std::move(reader), [](const Lesson&, Notes&) {});
}

}  // namespace trainer::lessons
