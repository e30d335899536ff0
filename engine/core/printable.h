// Names and other bytes from outside, made fit for a document or a line of text.
#pragma once

#include <string>
#include <string_view>

namespace engine::core {

// UTF-8 in any case: a byte that belongs to no character is written \xHH. Everything else stays as it is.
std::string as_utf8(std::string_view bytes);

// The same on one line: control characters, too, are written \n, \r, \t or \xHH, so that a name cannot end a
// line or move a terminal's cursor.
std::string on_one_line(std::string_view bytes);

// How many bytes at the front are one character of UTF-8 (no surrogate, nothing overlong); 0 when they are
// none.
std::size_t utf8_character(std::string_view bytes);

}  // namespace engine::core
