#include "trainer/cli/say.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "engine/core/printable.h"
#include "trainer/cli/commands.h"
#include "trainer/cli/open.h"
#include "trainer/library/streams.h"

namespace trainer::cli {

std::string in_lines(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines += engine::core::on_one_line(text.substr(0, end));
    if (end == text.npos) return lines;
    lines += '\n';
    text.remove_prefix(end + 1);
  }
  return lines;
}

void say_text(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void remark_text(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void say_json(const nlohmann::json& document) {
  say_text(document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

int exit_code_when_said(int code) {
  const auto said = library::all_said();
  return said ? code : complain(said.error());
}

}  // namespace trainer::cli
