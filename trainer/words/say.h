// One lookup for the sentences that a person reads. What score, dots and tools have to say becomes words in
// this module and nowhere else; labels and fixed texts of the window go through it where they are drawn.
// Messages are whole sentences in English with places for numbers, looked up as gettext does it (msgid; one
// and many), so that a catalogue of another language can stand in their place.
#pragma once

#include <fmt/format.h>

#include <functional>
#include <string>
#include <string_view>

namespace trainer::words {

// The words of a message; `many` and `n` where it counts something. Must keep the places of the English
// ("{}").
using Catalogue = std::function<std::string(std::string_view one, std::string_view many, std::size_t n)>;
// What the process speaks from now on; an empty one speaks English. One language a process, as gettext has
// it: this is the only state of its kind, and no score ever reads it.
void speak(Catalogue catalogue);

std::string message(std::string_view english);
// `one` where n is 1, else `many`, as English counts; other languages count as their catalogue says.
std::string message_for(std::string_view one, std::string_view many, std::size_t n);

// The places of the message filled; where the catalogue's does not fit the numbers, the English one.
std::string filled(const std::string& message, std::string_view english, fmt::format_args args);

template <class... Args>
std::string say(std::string_view english, const Args&... args) {
  return filled(message(english), english, fmt::make_format_args(args...));
}
// One or many by `n`, which need not be a number of the sentence.
template <class... Args>
std::string say_for(std::string_view one, std::string_view many, std::size_t n, const Args&... args) {
  return filled(message_for(one, many, n), n == 1 ? one : many, fmt::make_format_args(args...));
}
// `n` is the first number in the sentence.
template <class... Args>
std::string say_count(std::string_view one, std::string_view many, std::size_t n, const Args&... args) {
  return filled(message_for(one, many, n), n == 1 ? one : many, fmt::make_format_args(n, args...));
}

// A message that stands in a table: it is looked up where it is shown, and good for nothing else.
struct Text {
  constexpr Text() = default;
  constexpr explicit Text(std::string_view message) : english(message) {}
  std::string_view english;
};
template <class... Args>
std::string say(Text text, const Args&... args) {
  return say(text.english, args...);
}

}  // namespace trainer::words
