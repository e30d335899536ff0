#include "trainer/lessons/document.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/trainer/lessons/files.h"
#include "trainer/lessons/format.h"
#include "trainer/lessons/schema.h"

using namespace trainer::lessons;

TEST_CASE("the committed schema is what the reader's table prints (renew: smp lesson schema)") {
  CHECK(schema_json() == source_text("lessons/lesson.schema.json"));
}

TEST_CASE("the committed format document is what the reader's table prints (renew: smp lesson doc)") {
  CHECK(format_document() == source_text("docs/lesson-format.md"));
}

TEST_CASE("every key of the table stands in schema and document") {
  const auto schema = nlohmann::json::parse(schema_json());
  const std::string document = format_document();
  for (const Section& section : lesson_format()) {
    nlohmann::json part = schema;
    std::string path = section.path;
    while (!path.empty()) {
      const auto dot = path.find('.');
      part = nlohmann::json(part["properties"][path.substr(0, dot)]);
      if (part.contains("items")) part = nlohmann::json(part["items"]);
      path = dot == std::string::npos ? "" : path.substr(dot + 1);
    }
    CHECK(part["additionalProperties"] == false);
    for (const FormatField& field : section.fields) {
      CAPTURE(section.path);
      CAPTURE(field.key);
      CHECK(part["properties"].contains(field.key));
      CHECK(document.find("| `" + field.key + "` |") != std::string::npos);
    }
  }
}

TEST_CASE("an optional key's default in the schema is the one that a lesson has") {
  const auto schema = nlohmann::json::parse(schema_json());
  CHECK(schema["properties"]["pad"]["properties"]["width_mm"]["default"] == 60.0);
  CHECK(schema["properties"]["rubric"]["properties"]["pass"]["default"] == 70.0);
  CHECK(schema["properties"]["undo"]["default"] == true);
  CHECK(schema["properties"]["tools"]["properties"]["needle"]["default"] == "1RL-0.25");
}
