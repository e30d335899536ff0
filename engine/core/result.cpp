#include "engine/core/result.h"

namespace engine::core {

std::string describe(const Error& error) {
  std::string text;
  if (!error.file.empty()) {
    text += error.file;
    if (error.line) text.append(":").append(std::to_string(*error.line));
    if (error.line && error.column) text.append(":").append(std::to_string(*error.column));
    text += ": ";
  } else if (error.line) {
    text.append("line ").append(std::to_string(*error.line)).append(": ");
  }
  if (!error.field.empty()) text += error.field + ": ";
  return text + error.message;
}

}  // namespace engine::core
