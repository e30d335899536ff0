// Which key it is that somebody pressed, on any alphabet and layout. Commands are letters, digits and signs
// of a US keyboard. A letter is found by what is printed on its key; on a keyboard of another alphabet
// (Cyrillic, Greek, Hebrew ...) by the key's place, and so is a digit that a layout (French, Czech ...) hides
// behind Shift. Any other sign that is hidden behind Shift or AltGr is found by the text it types.
#pragma once

#include <SDL_events.h>

#include <optional>

#include "engine/platform/input.h"

namespace engine::platform {

struct KeyMade {
  Key key = Key::Other;
  char symbol = 0;  // of a Character
};
// `numbers`: the number pad types numbers now.
KeyMade key_made(SDL_Keycode code, SDL_Scancode place, bool numbers);

// The sign or digit that this key has typed, where the key alone did not tell it; nothing where it did, and
// for everything that is no single sign of ASCII.
std::optional<char> typed_otherwise(const char* text, const KeyChanged& key);

}  // namespace engine::platform
