#include "engine/platform/keyboard.h"

#include <doctest/doctest.h>

using namespace engine::platform;

namespace {

char symbol(SDL_Keycode code, SDL_Scancode place, bool numbers = true) {
  const KeyMade made = key_made(code, place, numbers);
  CHECK((made.key == Key::Character) == (made.symbol != 0));
  return made.symbol;
}

KeyChanged pressed(char symbol, bool shift = false, bool alt = false, bool ctrl = false) {
  return {.key = symbol == 0 ? Key::Other : Key::Character,
          .symbol = symbol,
          .modifiers = {.shift = shift, .ctrl = ctrl, .alt = alt}};
}

}  // namespace

TEST_CASE("a Latin letter is where it is printed, wherever the layout has put it") {
  CHECK(symbol(SDLK_z, SDL_SCANCODE_Z) == 'z');
  CHECK(symbol(SDLK_z, SDL_SCANCODE_Y) == 'z');          // German: Z and Y have changed places
  CHECK(symbol(SDLK_a, SDL_SCANCODE_Q) == 'a');          // French
  CHECK(symbol(0x00FC, SDL_SCANCODE_LEFTBRACKET) == 0);  // the German letter u with dots is no bracket
  CHECK(symbol(0x00DF, SDL_SCANCODE_MINUS) == 0);
}

TEST_CASE("a key of another alphabet means what a US keyboard has in its place") {
  CHECK(symbol(0x044B, SDL_SCANCODE_S) == 's');  // Cyrillic yeru
  CHECK(symbol(0x0432, SDL_SCANCODE_D) == 'd');
  CHECK(symbol(0x044F, SDL_SCANCODE_Z) == 'z');
  CHECK(symbol(0x0445, SDL_SCANCODE_LEFTBRACKET) == '[');
  CHECK(symbol(0x044A, SDL_SCANCODE_RIGHTBRACKET) == ']');
  CHECK(symbol(0x0436, SDL_SCANCODE_SEMICOLON) == ';');
  CHECK(symbol(0x0451, SDL_SCANCODE_GRAVE) == '`');
  CHECK(symbol(0x03C3, SDL_SCANCODE_S) == 's');  // Greek sigma
  CHECK(symbol(0x05D3, SDL_SCANCODE_S) == 's');  // Hebrew dalet
  CHECK(symbol(0x0661, SDL_SCANCODE_1) == '1');  // Arabic one
  CHECK(symbol(0x0660, SDL_SCANCODE_0) == '0');
  CHECK(symbol(SDLK_CAPSLOCK, SDL_SCANCODE_CAPSLOCK) == 0);
  CHECK(symbol(SDLK_F2, SDL_SCANCODE_F2) == 0);
}

TEST_CASE("the number pad types its signs always, its numbers with NumLock, and moves without") {
  CHECK(symbol(SDLK_KP_PLUS, SDL_SCANCODE_KP_PLUS) == '+');
  CHECK(symbol(SDLK_KP_MINUS, SDL_SCANCODE_KP_MINUS, false) == '-');
  CHECK(symbol(SDLK_KP_5, SDL_SCANCODE_KP_5) == '5');
  CHECK(symbol(SDLK_KP_PERIOD, SDL_SCANCODE_KP_PERIOD) == '.');
  CHECK(key_made(SDLK_KP_ENTER, SDL_SCANCODE_KP_ENTER, true).key == Key::Enter);
  CHECK(key_made(SDLK_KP_7, SDL_SCANCODE_KP_7, false).key == Key::Home);
  CHECK(key_made(SDLK_KP_4, SDL_SCANCODE_KP_4, false).key == Key::Left);
  CHECK(key_made(SDLK_KP_PERIOD, SDL_SCANCODE_KP_PERIOD, false).key == Key::Delete);
}

TEST_CASE("keys without a sign keep their names") {
  CHECK(key_made(SDLK_RETURN, SDL_SCANCODE_RETURN, true).key == Key::Enter);
  CHECK(key_made(SDLK_PAGEDOWN, SDL_SCANCODE_PAGEDOWN, true).key == Key::PageDown);
  CHECK(key_made(SDLK_F11, SDL_SCANCODE_F11, true).key == Key::F11);
  CHECK(key_made(SDLK_F2, SDL_SCANCODE_F2, true).key == Key::Other);
}

TEST_CASE("a digit that a layout hides behind Shift is found by its key's place, with Shift and without") {
  constexpr std::pair<SDL_Keycode, SDL_Scancode> kFrench[] = {
      {SDLK_AMPERSAND, SDL_SCANCODE_1},  {0xE9, SDL_SCANCODE_2},           {SDLK_QUOTEDBL, SDL_SCANCODE_3},
      {SDLK_QUOTE, SDL_SCANCODE_4},      {SDLK_LEFTPAREN, SDL_SCANCODE_5}, {0xE8, SDL_SCANCODE_7},
      {SDLK_UNDERSCORE, SDL_SCANCODE_8}, {0xE7, SDL_SCANCODE_9},           {0xE0, SDL_SCANCODE_0}};
  for (const auto& [code, place] : kFrench) {
    const char digit = place == SDL_SCANCODE_0 ? '0' : static_cast<char>('1' + (place - SDL_SCANCODE_1));
    CHECK(symbol(code, place) == digit);
    const char text[] = {digit, '\0'};
    CHECK_FALSE(typed_otherwise(text, pressed(digit, true)));  // Shift 1 is not also 1
  }
  CHECK(symbol(0x011B, SDL_SCANCODE_2) == '2');      // Czech: e with a caron
  CHECK(symbol(SDLK_MINUS, SDL_SCANCODE_6) == '-');  // French: a command of its own
  CHECK(typed_otherwise("6", pressed('-', true)) == '6');
  CHECK(symbol(SDLK_1, SDL_SCANCODE_1) == '1');
  CHECK(symbol(SDLK_KP_1, SDL_SCANCODE_KP_1) == '1');
}

TEST_CASE("a sign that a layout hides behind Shift or AltGr is found by what it types") {
  CHECK(typed_otherwise("[", pressed('8', false, true)) == '[');  // German: AltGr 8
  CHECK(typed_otherwise("?", pressed(0, true)) == '?');           // German: Shift and the sharp s
  CHECK(typed_otherwise("+", pressed('+')) == std::nullopt);      // told by the key already
}

TEST_CASE("what the key itself has told is not told twice") {
  CHECK_FALSE(typed_otherwise("[", pressed('[')));
  CHECK_FALSE(typed_otherwise("?", pressed('/', true)));  // US
  CHECK_FALSE(typed_otherwise("!", pressed('1', true)));
  CHECK_FALSE(typed_otherwise("s", pressed('s')));
  CHECK_FALSE(typed_otherwise("S", pressed('s', true)));
  CHECK_FALSE(typed_otherwise("\u0444", pressed('a')));
  CHECK_FALSE(typed_otherwise(" ", pressed(0)));
  CHECK_FALSE(typed_otherwise("", pressed(0)));
  CHECK_FALSE(typed_otherwise("ab", pressed(0)));
  CHECK_FALSE(typed_otherwise("[", pressed('8', false, false, true)));  // with Ctrl nothing is typed
}
