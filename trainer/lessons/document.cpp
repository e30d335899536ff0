#include "trainer/lessons/document.h"

#include <fmt/format.h>

#include "trainer/lessons/format.h"
#include "trainer/lessons/reader.h"

namespace trainer::lessons {

namespace {

std::string cell(std::string text) {
  std::string safe;
  for (const char c : text) safe += c == '|' ? std::string("\\|") : std::string(1, c);
  return safe;
}

std::string default_text(const Value& value) {
  if (const auto* table = value.as<Table>()) {
    std::string text;
    for (const Member& member : table->members)
      text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", member.key, default_text(member.value));
    return "{ " + text + " }";
  }
  if (const auto* list = value.as<List>()) {
    std::string text;
    for (const Value& item : list->items) text += (text.empty() ? "" : ", ") + default_text(item);
    return "[" + text + "]";
  }
  if (const auto* real = value.as<double>()) return fmt::format("{}", *real);
  return describe(value);
}

std::string need(const Section& section, const FormatField& field, const Lesson& blank) {
  if (field.required) return "required";
  for (const std::string& name : section.one_of)
    if (name == field.key) return "one of these";
  const auto value = field.get ? field.get(blank, 0) : std::nullopt;
  return value ? "`" + default_text(*value) + "`" : "";
}

std::string row(const std::string& key, const Type& type, const std::string& need,
                const std::string& description) {
  return fmt::format("| `{}` | {} | {} | {} |\n", key, cell(expectation(type)), cell(need),
                     cell(description));
}

// The keys inside a table that is a value: `disc.radius_mm`, `gradient[].to_mm`.
std::string inner_rows(const std::string& key, const Type& type) {
  if (type.kind == Kind::List) return inner_rows(key + "[]", type.item[0]);
  if (type.kind != Kind::Table) return {};
  std::string rows;
  for (const FormatField& field : type.fields)
    rows += row(key + "." + field.key, field.type, field.required ? "required" : "", field.description);
  return rows;
}

std::string heading(const Section& section) {
  if (section.path.empty()) return "## The file itself\n\n";
  return "## `" + std::string(section.many ? "[[" : "[") + section.path + (section.many ? "]]" : "]") +
         "`\n\n";
}

std::string section_text(const Section& section) {
  Lesson blank;
  if (section.open) section.open(blank);
  std::string text = heading(section) + section.description;
  if (section.many)
    text += fmt::format(" {} to {} of them.", section.required ? 1 : 0, kMostOfOneKind);
  else if (section.required && !section.path.empty())
    text += " Required.";
  text += "\n";
  if (!section.one_of.empty())
    text += fmt::format("Exactly one of `{}` stands here.\n", fmt::join(section.one_of, "`, `"));
  text += "\n| key | value | default | meaning |\n|---|---|---|---|\n";
  for (const FormatField& field : section.fields) {
    text += row(field.key, field.type, need(section, field, blank), field.description);
    text += inner_rows(field.key, field.type);
  }
  return text + "\n";
}

constexpr const char* kIntroduction = R"(# The lesson format

Printed from the reader's field table by `smp lesson doc`; a test compares it with this file. The same table
gives `lessons/lesson.schema.json` (`smp lesson schema`), which editors use to complete and check while you
type.

A lesson is a folder with `lesson.toml` and, if you like, PNG pictures, or the same packed into one
`.smplesson` file (`smp lesson pack`). `smp lesson check` names every mistake with file, line, column, key,
what it found and what it expected, and prints how many dots and minutes the lesson asks for.

Lengths are in millimetres, densities in dots/cm2. Files are UTF-8, at most 1 MiB, nested at most 32 deep. An
unknown key is an error.

)";

std::string point_text() {
  const std::vector<Section> format = lesson_format();
  for (const FormatField& field : format.front().fields) {
    if (field.key != "hairline") continue;
    std::string text =
        "## Points\n\nA point is `[x, y]` in mm (on a pad from its lower left corner, on a head in the "
        "chart), or on a head a "
        "walk from a landmark,\n`{ from = \"mfp\", left_mm = 12, back_mm = 5 }`:\n\n"
        "| key | value | default | meaning |\n|---|---|---|---|\n";
    for (const FormatField& inner : field.type.item[0].fields)
      text += row(inner.key, inner.type, inner.required ? "required" : "`0`", inner.description);
    return text + "\n";
  }
  return {};
}

constexpr const char* kRules = R"(## Rules between keys

- Ids of zones, criteria and critical faults are each used once; a target names a zone, and a zone has one
  target.
- A gradient, a drawing step, `below_hairline` and the criteria `hairline` and `feathering` need `hairline`;
  `feathering` needs a gradient.
- A zone in `no_go` has no target, and the critical fault `no_go` needs one. Where it overlaps a target, the
  target ends: no dots are asked there, and a dot there is a fault for `placement` and for the critical fault
  `no_go`. The `low` of a band lies below its `high`, `from_mm` below `to_mm`, the steps of a gradient go away
  from the line, and pass, merit and distinction do not fall. The two ends of a ramp differ.
- A zone of punctate scars asks for one to three dots in each scar, and a target there has no density of its
  own; a quarter of a millimetre round each belongs to it. Another target that they lie in is judged without
  them. Only density, naturalness (rings), placement, depth, size, shade and angle look at them; at least one
  criterion must see something.
- A brief is the first step, a review the last; needle work needs a target, and targets need a step of needle
  work.
- Steps of healing part treatment sessions: needle work (or, before the first, needling) comes before and
  needle work after each, the shares of the sessions rise, and needle work of one session has one share. The
  skin sheds 5 to 20 in a hundred good dots, and most of what was too shallow; the next session is judged with
  what is left. Sessions may be off by 5 points of the final density below one half, by 8 above.
- A step of theory asks one question: it needs `text`, `answers`, `right` (below their number), `why` and
  `tag`, and no other step takes these but `text`. The criterion `theory` and the critical fault
  `wrong_answers` need a question; a question that neither judges is a warning. A lesson of questions alone
  has `practical = false` and no target.
- A step of needling works scarred skin with a dry needle: one target at least lies in a scar or a burn, and
  healing comes before any needle work. After six weeks the needled places are half of the way to healthy
  skin. The critical fault `needled` asks for such a step.
- Taper and stroke are asked for from module 10 on.
- The needle in the machine is among `needles`, when these are given. A pad has no landmarks.
- Every zone lies on its canvas and does not cross itself. A zone asks for enough dots for each criterion that
  judges it: depth, size, angle, shade 1; clumps, density 15; evenness, gaps, pace 30; naturalness, feathering
  60; with several treatment sessions the one that adds least. Zones judged by `hairline` or `feathering` are
  at least 25 mm deep and 40 mm long.
- More than 700 dots or 14 minutes (at 50 dots a minute) is a warning; with several treatment sessions 1,000
  and 20.
)";

}  // namespace

std::string format_document() {
  std::string text = kIntroduction;
  for (const Section& section : lesson_format()) text += section_text(section);
  return text + point_text() + kRules;
}

}  // namespace trainer::lessons
