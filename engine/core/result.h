// Errors as values. No exception crosses a module border: the one function that calls a throwing
// library catches and returns an Error.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace engine::core {

// What went wrong with data from outside, in words for the person who can mend it.
struct Error {
  std::string message;             // one sentence: what is wrong and what was expected
  std::string file = {};           // path, or empty when no file is involved
  std::optional<int> line = {};    // 1-based
  std::optional<int> column = {};  // 1-based
  std::string field = {};          // key or column name, dotted path for nested keys

  bool operator==(const Error&) const = default;
};

// "FILE:LINE:COLUMN: field: message", leaving out what is unknown.
std::string describe(const Error& error);

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}
// A template, so that a braced list always means an Error (two literals would also make a std::string).
template <std::convertible_to<std::string> Text>
tl::unexpected<Error> fail(Text&& message) {
  return fail(Error{.message = std::forward<Text>(message)});
}

}  // namespace engine::core
