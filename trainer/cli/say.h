// What goes to stdout and stderr. Nothing here throws or stops a batch: whether all of it arrived is asked
// once, at the end.
#pragma once

#include <fmt/format.h>

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace trainer::cli {

void say_text(std::string_view text);           // stdout
void remark_text(std::string_view text);        // stderr
void say_json(const nlohmann::json& document);  // stdout; UTF-8 whatever it holds

// Lines of UTF-8 without control characters: titles of lessons and names of files come from anybody.
std::string in_lines(std::string_view text);

template <class... T>
void say(fmt::format_string<T...> text, T&&... values) {
  say_text(in_lines(fmt::format(text, std::forward<T>(values)...)));
}
template <class... T>
void remark(fmt::format_string<T...> text, T&&... values) {
  remark_text(in_lines(fmt::format(text, std::forward<T>(values)...)));
}

// `code`, or kData when what was said did not arrive; stderr then says so.
int exit_code_when_said(int code);

}  // namespace trainer::cli
