#include "trainer/lessons/schema.h"

#include <nlohmann/json.hpp>

#include "trainer/lessons/format.h"

namespace trainer::lessons {

using Json = nlohmann::ordered_json;

namespace {

Json schema_of(const Type& type);

Json to_json(const Value& value) {
  if (const auto* flag = value.as<bool>()) return *flag;
  if (const auto* integer = value.as<std::int64_t>()) return *integer;
  if (const auto* text = value.as<std::string>()) return *text;
  if (const auto* list = value.as<List>()) {
    Json items = Json::array();
    for (const Value& item : list->items) items.push_back(to_json(item));
    return items;
  }
  if (const auto* table = value.as<Table>()) {
    Json members = Json::object();
    for (const Member& member : table->members) members[member.key] = to_json(member.value);
    return members;
  }
  return value.number();
}

// Bounds without a needless ".0" where they are whole.
Json bound_of(double x) {
  const auto whole = static_cast<std::int64_t>(x);
  return static_cast<double>(whole) == x ? Json(whole) : Json(x);
}

Json number_schema(const Type& type) {
  Json schema{{"type", type.kind == Kind::Integer ? "integer" : "number"},
              {"minimum", bound_of(type.low)},
              {"maximum", bound_of(type.high)}};
  if (type.hundredths) schema["multipleOf"] = 0.01;
  return schema;
}

// Lengths here count characters, the reader's count bytes: the schema is never the stricter one.
Json text_schema(const Type& type) {
  Json schema{{"type", "string"}, {"minLength", bound_of(type.low)}, {"maxLength", bound_of(type.high)}};
  if (type.kind == Kind::Id) schema["pattern"] = "^[a-z][a-z0-9_-]*$";
  if (type.kind == Kind::Needle) schema["pattern"] = "^[1-9]RL-0\\.[0-9]+$";
  return schema;
}

Json list_schema(const Type& type, const Json& low, const Json& high) {
  return {{"type", "array"}, {"items", schema_of(type.item[0])}, {"minItems", low}, {"maxItems", high}};
}

Json table_schema(const std::vector<FormatField>& fields) {
  Json schema{{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
  Json required = Json::array();
  for (const FormatField& field : fields) {
    Json property = schema_of(field.type);
    if (!field.description.empty()) property["description"] = field.description;
    schema["properties"][field.key] = std::move(property);
    if (field.required) required.push_back(field.key);
  }
  if (!required.empty()) schema["required"] = std::move(required);
  return schema;
}

Json schema_of(const Type& type) {
  switch (type.kind) {
    case Kind::Boolean:
      return {{"type", "boolean"}};
    case Kind::Integer:
    case Kind::Number:
      return number_schema(type);
    case Kind::Line:
    case Kind::Prose:
    case Kind::Id:
    case Kind::Needle:
      return text_schema(type);
    case Kind::Choice:
      return {{"enum", type.choices}};
    case Kind::List:
      return list_schema(type, bound_of(type.low), bound_of(type.high));
    case Kind::Pair:
      return list_schema(type, 2, 2);
    case Kind::Point:
      return {{"anyOf", Json::array({list_schema(type, 2, 2), table_schema(type.fields)})}};
    case Kind::Table:
      return table_schema(type.fields);
  }
  return {};
}

void add_defaults(Json& schema, const Section& section) {
  Lesson lesson;
  if (section.open) section.open(lesson);
  for (const FormatField& field : section.fields) {
    if (field.required || !field.get) continue;
    if (const auto value = field.get(lesson, 0)) schema["properties"][field.key]["default"] = to_json(*value);
  }
}

Json section_schema(const Section& section, const std::vector<Section>& format) {
  Json schema = table_schema(section.fields);
  schema["description"] = section.description;
  add_defaults(schema, section);
  for (const Section& inner : format) {
    if (inner.path.empty() || parent_path(inner.path) != section.path) continue;
    Json content = section_schema(inner, format);
    if (inner.many)
      content = {
          {"type", "array"}, {"items", std::move(content)}, {"minItems", 1}, {"maxItems", kMostOfOneKind}};
    const std::string key(last_key(inner.path));
    schema["properties"][key] = std::move(content);
    if (inner.required) schema["required"].push_back(key);
  }
  for (const std::string& name : section.one_of)
    schema["oneOf"].push_back({{"required", Json::array({name})}});
  return schema;
}

}  // namespace

std::string schema_json() {
  const auto format = lesson_format();
  Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
              {"title", "SMP Trainer lesson"},
              {"$comment", "Printed from the reader's field table by `smp lesson schema`."}};
  schema.update(section_schema(format.front(), format));
  return schema.dump(2) + "\n";
}

}  // namespace trainer::lessons
