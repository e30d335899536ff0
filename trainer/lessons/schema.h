// The lesson format for editors, printed from the reader's field table.
#pragma once

#include <string>

namespace trainer::lessons {

std::string schema_json();  // JSON Schema, draft 7: lessons/lesson.schema.json

}  // namespace trainer::lessons
