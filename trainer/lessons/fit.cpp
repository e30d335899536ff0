#include "trainer/lessons/fit.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/skin/needle.h"
#include "trainer/lessons/nearest.h"

namespace trainer::lessons {

void Notes::error(const std::string& code, const std::string& key, Place at, std::string found,
                  std::string expected, std::string message) {
  if (findings.size() > kMostFindings) return;
  if (findings.size() == kMostFindings) {
    findings.push_back({.line = at.line,
                        .column = at.column,
                        .severity = "error",
                        .code = "limit",
                        .message = "there is more wrong with this file; these come first"});
    return;
  }
  findings.push_back({.line = at.line,
                      .column = at.column,
                      .key = key,
                      .severity = "error",
                      .code = code,
                      .found = std::move(found),
                      .expected = std::move(expected),
                      .message = std::move(message)});
}

void Notes::unknown_key(const std::string& key, const Member& member, const std::vector<std::string>& known) {
  const std::string meant = nearest(member.key, known);
  const std::string shown = describe(value_of(member.key));
  if (meant.empty()) {
    std::string names;
    for (const std::string& name : known) names += (names.empty() ? "" : ", ") + name;
    error("unknown_key", key, member.at, shown, "one of the keys " + names,
          "no key is called " + shown + " here");
  } else {
    error("unknown_key", key, member.at, shown, "\"" + meant + "\"",
          "no key is called " + shown + " here; did you mean \"" + meant + "\"?");
  }
}

void Notes::missing_key(const std::string& key, Place table, std::string expected) {
  error("missing_key", key, table, "nothing", std::move(expected),
        "\"" + std::string(last_key(key)) + "\" is missing");
}

bool is_id(std::string_view text) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && lower(text.front()) && std::all_of(text.begin(), text.end(), [&](char c) {
    return lower(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

namespace {

bool wrong(const std::string& code, const Value& value, const Type& type, const std::string& key,
           Notes& notes, const std::string& what) {
  notes.error(code, key, value.at, describe(value), expectation(type), what);
  return false;
}

bool wrong_type(const Value& value, const Type& type, const std::string& key, Notes& notes) {
  return wrong("wrong_type", value, type, key, notes, "this is the wrong kind of value");
}

// Above 2^53 the nearest double would pass for a whole number that is beyond the range.
bool above(const Value& value, double high) {
  const auto* whole = value.as<std::int64_t>();
  if (whole == nullptr || high >= 0x1p62) return value.number() > high;
  return *whole > static_cast<std::int64_t>(std::floor(high));
}

bool number_fits(const Value& value, const Type& type, const std::string& key, Notes& notes) {
  if (!value.is_number() || (type.kind == Kind::Integer && value.as<double>() != nullptr))
    return wrong_type(value, type, key, notes);
  const double x = value.number();
  if (!std::isfinite(x)) return wrong("out_of_range", value, type, key, notes, "this is not a finite number");
  if (x < type.low || above(value, type.high))
    return wrong("out_of_range", value, type, key, notes,
                 x < type.low ? "this is below the range" : "this is above the range");
  if (type.hundredths && std::fabs(x * 100.0 - std::floor(x * 100.0 + 0.5)) > 1e-6)
    return wrong("out_of_range", value, type, key, notes, "points have at most two decimals");
  return true;
}

// Control characters have no place in a lesson; tabs and line breaks only where a text may have lines.
bool clean(const std::string& text, bool lines) {
  return std::none_of(text.begin(), text.end(), [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7F || (byte < 0x20 && !(lines && (c == '\n' || c == '\t')));
  });
}

bool text_fits(const Value& value, const Type& type, const std::string& key, Notes& notes) {
  const auto* text = value.as<std::string>();
  if (!text) return wrong_type(value, type, key, notes);
  const auto size = static_cast<double>(text->size());
  if (size < type.low || size > type.high)
    return wrong("out_of_range", value, type, key, notes,
                 size < type.low ? "this text is empty" : "this text is too long");
  if (!clean(*text, type.kind == Kind::Prose))
    return wrong("bad_text", value, type, key, notes, "this text holds a control character");
  if (type.kind == Kind::Id && !is_id(*text))
    return wrong("bad_text", value, type, key, notes, "this name holds characters that a name may not have");
  if (type.kind == Kind::Needle && !engine::skin::parse_needle(*text))
    return wrong("bad_text", value, type, key, notes, "no needle is called so");
  return true;
}

bool choice_fits(const Value& value, const Type& type, const std::string& key, Notes& notes) {
  const auto* text = value.as<std::string>();
  if (!text) return wrong_type(value, type, key, notes);
  if (std::find(type.choices.begin(), type.choices.end(), *text) != type.choices.end()) return true;
  const std::string meant = nearest(*text, type.choices);
  return wrong("not_a_choice", value, type, key, notes,
               "this is none of the choices" + (meant.empty() ? "" : "; did you mean \"" + meant + "\"?"));
}

bool items_fit(const Value& value, const Type& item, const std::string& key, Notes& notes) {
  bool good = true;
  const auto& items = value.items();
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!fits(items[i], item, join_key(key, i), notes)) good = false;
  return good;
}

bool list_fits(const Value& value, const Type& type, const std::string& key, Notes& notes) {
  if (value.as<List>() == nullptr) return wrong_type(value, type, key, notes);
  const auto size = static_cast<double>(value.items().size());
  if (size < type.low || size > type.high)
    return wrong("out_of_range", value, type, key, notes,
                 size < type.low ? "this list is too short" : "this list is too long");
  return items_fit(value, type.item[0], key, notes);
}

bool pair_fits(const Value& value, const Type& type, const std::string& key, Notes& notes) {
  if (value.as<List>() == nullptr || value.items().size() != 2) return wrong_type(value, type, key, notes);
  return items_fit(value, type.item[0], key, notes);
}

bool table_fits(const Value& value, const Type& type, const std::string& key, Notes& notes) {
  if (value.as<Table>() == nullptr) return wrong_type(value, type, key, notes);
  return members_fit(value, type.fields, key, notes);
}

bool kind_fits(const Value& value, const Type& type, const std::string& key, Notes& notes) {
  switch (type.kind) {
    case Kind::Boolean:
      return value.as<bool>() != nullptr || wrong_type(value, type, key, notes);
    case Kind::Integer:
    case Kind::Number:
      return number_fits(value, type, key, notes);
    case Kind::Line:
    case Kind::Prose:
    case Kind::Id:
    case Kind::Needle:
      return text_fits(value, type, key, notes);
    case Kind::Choice:
      return choice_fits(value, type, key, notes);
    case Kind::List:
      return list_fits(value, type, key, notes);
    case Kind::Pair:
      return pair_fits(value, type, key, notes);
    case Kind::Point:
      return value.as<Table>() ? table_fits(value, type, key, notes) : pair_fits(value, type, key, notes);
    case Kind::Table:
      return table_fits(value, type, key, notes);
  }
  return false;
}

}  // namespace

bool misspelt(const Value& table, const std::string& key, const std::vector<std::string>& known) {
  const auto& members = table.as<Table>()->members;
  return std::any_of(members.begin(), members.end(), [&](const Member& member) {
    return std::find(known.begin(), known.end(), member.key) == known.end() &&
           nearest(member.key, known) == key;
  });
}

bool fits(const Value& value, const Type& type, const std::string& key, Notes& notes) {
  if (!kind_fits(value, type, key, notes)) return false;
  notes.places[key] = value.at;
  return true;
}

bool members_fit(const Value& table, const std::vector<FormatField>& fields, const std::string& key,
                 Notes& notes) {
  bool good = true;
  std::vector<std::string> known;
  for (const FormatField& field : fields) known.push_back(field.key);
  for (const FormatField& field : fields) {
    const Value* value = table.find(field.key);
    if (value != nullptr) {
      good = fits(*value, field.type, join_key(key, field.key), notes) && good;
    } else if (field.required) {
      if (!misspelt(table, field.key, known))
        notes.missing_key(join_key(key, field.key), table.at, expectation(field.type));
      good = false;
    }
  }
  for (const Member& member : table.as<Table>()->members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    notes.unknown_key(join_key(key, member.key), member, known);
    good = false;
  }
  return good;
}

std::string join_key(std::string_view path, std::string_view key) {
  return path.empty() ? std::string(key) : std::string(path) + "." + std::string(key);
}
std::string join_key(std::string_view path, std::size_t index) {
  return std::string(path) + "[" + std::to_string(index) + "]";
}

}  // namespace trainer::lessons
