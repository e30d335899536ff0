#include "engine/platform/keyboard.h"

#include <array>
#include <string_view>

namespace engine::platform {

namespace {

struct Named {
  SDL_Keycode code;
  Key key;
};
constexpr std::array kNamed = {
    Named{SDLK_RETURN, Key::Enter},  Named{SDLK_KP_ENTER, Key::Enter}, Named{SDLK_ESCAPE, Key::Escape},
    Named{SDLK_TAB, Key::Tab},       Named{SDLK_SPACE, Key::Space},    Named{SDLK_BACKSPACE, Key::Backspace},
    Named{SDLK_DELETE, Key::Delete}, Named{SDLK_LEFT, Key::Left},      Named{SDLK_RIGHT, Key::Right},
    Named{SDLK_UP, Key::Up},         Named{SDLK_DOWN, Key::Down},      Named{SDLK_HOME, Key::Home},
    Named{SDLK_END, Key::End},       Named{SDLK_PAGEUP, Key::PageUp},  Named{SDLK_PAGEDOWN, Key::PageDown},
    Named{SDLK_F1, Key::F1},         Named{SDLK_F8, Key::F8},          Named{SDLK_F11, Key::F11},
};

// Of the number pad, with numbers and without.
struct OnPad {
  SDL_Keycode code;
  char number;
  Key otherwise;
};
constexpr std::array kPad = {
    OnPad{SDLK_KP_0, '0', Key::Other},       OnPad{SDLK_KP_1, '1', Key::End},
    OnPad{SDLK_KP_2, '2', Key::Down},        OnPad{SDLK_KP_3, '3', Key::PageDown},
    OnPad{SDLK_KP_4, '4', Key::Left},        OnPad{SDLK_KP_5, '5', Key::Other},
    OnPad{SDLK_KP_6, '6', Key::Right},       OnPad{SDLK_KP_7, '7', Key::Home},
    OnPad{SDLK_KP_8, '8', Key::Up},          OnPad{SDLK_KP_9, '9', Key::PageUp},
    OnPad{SDLK_KP_PERIOD, '.', Key::Delete},
};

// What a US keyboard has at that place, without Shift and with.
struct Place {
  SDL_Scancode first, last;
  std::string_view plain;
};
constexpr std::array kPlaces = {
    Place{SDL_SCANCODE_A, SDL_SCANCODE_Z, "abcdefghijklmnopqrstuvwxyz"},
    Place{SDL_SCANCODE_1, SDL_SCANCODE_0, "1234567890"},
    Place{SDL_SCANCODE_MINUS, SDL_SCANCODE_BACKSLASH, "-=[]\\"},
    Place{SDL_SCANCODE_SEMICOLON, SDL_SCANCODE_SLASH, ";'`,./"},
};
constexpr std::string_view kPlain = "`1234567890-=[]\\;',./", kShifted = "~!@#$%^&*()_+{}|:\"<>?";

// From here on letters are of another alphabet; below are Latin ones with their accents.
constexpr SDL_Keycode kOtherAlphabets = 0x0370;

bool is_letter_elsewhere(SDL_Keycode code) {
  return code >= kOtherAlphabets && (code & SDLK_SCANCODE_MASK) == 0;
}

KeyMade character(char c) {
  return {Key::Character, c};
}

// Layouts that have digits behind Shift (French, Czech ...) print other signs on their keys; a command of a
// digit is found by the key's place there, with Shift or without. A sign that is a command itself stays one.
bool hides_digit(SDL_Keycode code, SDL_Scancode place) {
  constexpr std::string_view kCommands = "-=+,.?[]";
  if (place < SDL_SCANCODE_1 || place > SDL_SCANCODE_0 || code <= 32) return false;
  if (code >= kOtherAlphabets) return true;
  return code > 127 || (kPlain.substr(1, 10).find(static_cast<char>(code)) == std::string_view::npos &&
                        kCommands.find(static_cast<char>(code)) == std::string_view::npos);
}

}  // namespace

KeyMade key_made(SDL_Keycode code, SDL_Scancode place, bool numbers) {
  for (const Named& named : kNamed)
    if (named.code == code) return {named.key, 0};
  for (const OnPad& pad : kPad)
    if (pad.code == code) return numbers ? character(pad.number) : KeyMade{pad.otherwise, 0};
  switch (code) {
    case SDLK_KP_PLUS:
      return character('+');
    case SDLK_KP_MINUS:
      return character('-');
    case SDLK_KP_MULTIPLY:
      return character('*');
    case SDLK_KP_DIVIDE:
      return character('/');
    case SDLK_KP_EQUALS:
      return character('=');
    default:
      break;
  }
  const bool hidden = hides_digit(code, place);
  if (code > 32 && code < 127 && !hidden) return character(static_cast<char>(code));
  if (hidden || is_letter_elsewhere(code))
    for (const Place& p : kPlaces)
      if (place >= p.first && place <= p.last)
        return character(p.plain[static_cast<std::size_t>(place - p.first)]);
  return {};
}

std::optional<char> typed_otherwise(const char* text, const KeyChanged& key) {
  const char c = text[0];
  if (c <= 32 || c >= 127 || text[1] != '\0') return std::nullopt;
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (letter || key.modifiers.ctrl) return std::nullopt;
  if (key.key == Key::Character) {
    const auto at = kPlain.find(key.symbol);
    const bool shifted = key.modifiers.shift && at != std::string_view::npos && kShifted[at] == c;
    if (key.symbol == c || shifted) return std::nullopt;
  }
  return c;
}

}  // namespace engine::platform
