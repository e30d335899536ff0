#include "trainer/lessons/writer.h"

namespace trainer::lessons {

namespace {

constexpr std::size_t kLineWidth = 100;  // beyond it a list is written one entry a line

std::string quoted(const std::string& text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += {'\\', 'u', '0', '0', kHex[byte >> 4], kHex[byte & 15]};
    } else {
      out += c;
    }
  }
  return out + '"';
}

// A whole number needs no ".0": the reader takes integers for numbers.
std::string plain(double x) {
  std::string text = decimal(x);
  if (text.size() > 2 && text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

struct Inline {
  std::string operator()(bool x) const { return x ? "true" : "false"; }
  std::string operator()(std::int64_t x) const { return std::to_string(x); }
  std::string operator()(double x) const { return plain(x); }
  std::string operator()(const std::string& text) const { return quoted(text); }
  std::string operator()(const Other&) const { return "\"\""; }
  std::string operator()(const List& list) const {
    std::string out;
    for (const Value& item : list.items) out += (out.empty() ? "" : ", ") + std::visit(*this, item.data);
    return "[" + out + "]";
  }
  std::string operator()(const Table& table) const {
    std::string out;
    for (const Member& member : table.members)
      out += (out.empty() ? "" : ", ") + member.key + " = " + std::visit(*this, member.value.data);
    return "{ " + out + " }";
  }
};

std::string inline_text(const Value& value) {
  return std::visit(Inline{}, value.data);
}

std::string key_and_value(const std::string& key, const Value& value) {
  const std::string text = key + " = " + inline_text(value);
  const auto* list = value.as<List>();
  if (list == nullptr || text.size() <= kLineWidth) return text + "\n";
  std::string lines = key + " = [\n";
  for (const Value& item : list->items) lines += "  " + inline_text(item) + ",\n";
  return lines + "]\n";
}

// What an element of the section is before anything is set.
Lesson blank(const Section& section) {
  Lesson lesson;
  if (section.open) section.open(lesson);
  return lesson;
}

std::string fields_text(const Section& section, const Lesson& lesson, std::size_t index) {
  const Lesson untouched = blank(section);
  std::string text;
  for (const FormatField& field : section.fields) {
    const auto value = field.get(lesson, index);
    if (!value) continue;
    const auto fallback = field.get(untouched, 0);
    if (field.required || !fallback || inline_text(*fallback) != inline_text(*value))
      text += key_and_value(field.key, *value);
  }
  return text;
}

std::string section_text(const Section& section, const Lesson& lesson) {
  if (section.path.empty()) return fields_text(section, lesson, 0);
  std::string text;
  for (std::size_t i = 0; i < section.count(lesson); ++i) {
    const std::string fields = fields_text(section, lesson, i);
    if (section.many) text += "\n[[" + section.path + "]]\n" + fields;
    // A pad of default size is still the choice of a pad; a tray of defaults says nothing.
    else if (!fields.empty() || section.open || section.required)
      text += "\n[" + section.path + "]\n" + fields;
  }
  return text;
}

}  // namespace

std::string write_sections(const std::vector<Section>& format, const Lesson& lesson) {
  std::string text;
  for (const Section& section : format) text += section_text(section, lesson);
  return text;
}

std::string write_lesson(const Lesson& lesson) {
  return write_sections(lesson_format(), lesson);
}

}  // namespace trainer::lessons
