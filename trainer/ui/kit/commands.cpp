#include "trainer/ui/kit/commands.h"
#include "trainer/words/say.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace trainer::ui {

using engine::platform::Key;
using engine::platform::KeyChanged;

namespace {

struct Row {
  Command command;
  KeyGroup group;
  words::Text what;            // neighbours of the same name share a line of the help
  std::string_view keys;       // alternatives, separated by spaces: "Ctrl+Enter", "1..9"
  std::string_view left = {};  // for whoever draws with the left hand, besides `keys`
  words::Text shown = {};      // instead of the keys, in the help
  bool held = false;
};

using words::Text;
using C = Command;
constexpr KeyGroup kNone = KeyGroup::None, kNeedle = KeyGroup::Needle, kView = KeyGroup::View,
                   kReplay = KeyGroup::Replay;

constexpr Row kRows[] = {
    {.command = C::Needle,
     .group = kNeedle,
     .what = Text("Place a dot"),
     .keys = "D",
     .shown = Text("left press, or hold D"),
     .held = true},
    {C::Undo, kNeedle, Text("Undo"), "Z", "U"},
    {C::UndoDot, kNeedle, Text("Undo one dot"), "Shift+Z", "Shift+U"},
    {C::Redo, kNeedle, Text("Redo"), "Y"},
    {C::Shallower, kNeedle, Text("Shallower, deeper (mouse)"), "["},
    {C::Deeper, kNeedle, Text("Shallower, deeper (mouse)"), "]", {}, Text("[  ], Alt + wheel")},
    {C::OpenTray, kNeedle, Text("Needle, pigment, machine"), "1"},
    {.command = C::Stretch,
     .group = kNeedle,
     .what = Text("Stretch the skin: hold, twice keeps it"),
     .keys = "S",
     .left = "K",
     .held = true},
    {C::Onward, kNeedle, Text("Finish"), "Ctrl+Enter"},
    {C::TurnLeft, kView, Text("Turn the head"), "Left"},
    {C::TurnRight, kView, Text("Turn the head"), "Right"},
    {C::TurnUp, kView, Text("Turn the head"), "Up"},
    {C::TurnDown, kView, Text("Turn the head"), "Down", {}, Text("right drag, arrows")},
    {C::TurnLeftALittle, kNone, {}, "Shift+Left"},
    {C::TurnRightALittle, kNone, {}, "Shift+Right"},
    {C::TurnUpALittle, kNone, {}, "Shift+Up"},
    {C::TurnDownALittle, kNone, {}, "Shift+Down"},
    {C::NudgeLeft, kNone, {}, "Alt+Left"},
    {C::NudgeRight, kNone, {}, "Alt+Right"},
    {C::NudgeUp, kNone, {}, "Alt+Up"},
    {C::NudgeDown, kNone, {}, "Alt+Down"},
    {.command = C::MoveByHand,
     .group = kView,
     .what = Text("Move the picture"),
     .keys = "Space",
     .shown = Text("middle drag, Space + drag"),
     .held = true},
    {C::ZoomIn, kView, Text("Zoom to the pointer"), "+ ="},
    {C::ZoomOut, kView, Text("Zoom to the pointer"), "-", {}, Text("wheel, + \u2212")},
    {C::LampLeft, kView, Text("Turn the lamp"), "Shift+Q", "Shift+O"},
    {C::LampRight, kView, Text("Turn the lamp"), "Shift+E", "Shift+P"},
    {C::Tape, kView, Text("Measuring tape: from, to, away"), "X"},
    {C::RollLeft, kView, Text("Roll"), "Q", "O"},
    {C::RollRight, kView, Text("Roll"), "E", "P"},
    {C::ResetView, kView, Text("Working zoom"), "R"},
    {C::ShowWhole, kNone, {}, "Shift+R"},
    {C::WholeView, kView, Text("The whole, and back"), "V"},
    {C::LastDot, kView, Text("Last dot, emptiest spot"), "Home"},
    {C::NextEmpty, kView, Text("Last dot, emptiest spot"), "N"},
    {C::PatchBack, kView, Text("Previous, next patch"), "PgUp Shift+W", "Shift+I"},
    {C::PatchNext, kView, Text("Previous, next patch"), "PgDn W", "I"},
    {C::Square, kView, Text("Square to the skin"), "C"},
    {.command = C::HoldMirror,
     .group = kView,
     .what = Text("Mirror view, needle off: hold, twice keeps it"),
     .keys = "M",
     .held = true},
    {C::Mirror, kNone, {}, "Shift+6"},
    {.command = C::HoldLoupe,
     .group = kView,
     .what = Text("Loupe: hold, twice keeps it"),
     .keys = "L",
     .left = "J",
     .held = true},
    {C::ToggleOverlays, kView, Text("Overlays"), "O", "Alt+O"},
    {C::NextMap, kView, Text("Heat maps, one after the other"), "Shift+H"},
    {C::LookFrom, kView, Text("Front, left, right, top, back"), "Shift+1..5", {}, Text("Shift 1\u20135")},
    {C::TogglePlay, kReplay, Text("Play, pause"), "Space"},
    {C::SeekBack, kReplay, Text("{} s back, on"), "J"},
    {C::SeekOn, kReplay, Text("{} s back, on"), "L"},
    {C::DotBack, kReplay, Text("One dot back, on"), ","},
    {C::DotOn, kReplay, Text("One dot back, on"), "."},
    {C::ChooseNumber, kReplay, Text("Ledger line"), "1..9", {}, Text("1\u20139")},
    {C::ToggleLoupe, kReplay, Text("Loupe"), "Shift+L"},
    {C::OpenHealed, kReplay, Text("Healed view and back"), "T"},
    {C::BackToReview, kNone, {}, "T"},
    {C::Older, kReplay, Text("There: older, younger"), "."},
    {C::Younger, kReplay, Text("There: older, younger"), ","},
    {C::OpenHelp, kNone, {}, "F1 ?"},
    {C::OpenSettings, kNone, {}, "Ctrl+,"},
    {C::Proceed, kNone, {}, "Enter Ctrl+Enter Shift+Enter Alt+Enter"},
    {C::Back, kNone, {}, "Esc"},
    {C::FocusNext, kNone, {}, "Tab"},
    {C::FocusBack, kNone, {}, "Shift+Tab"},
    {C::FullScreen, kNone, {}, "F11"},
};

struct Named {
  std::string_view name;
  Key key;
};
constexpr std::array kNames = {
    Named{"Enter", Key::Enter}, Named{"Esc", Key::Escape},    Named{"Tab", Key::Tab},
    Named{"Space", Key::Space}, Named{"Left", Key::Left},     Named{"Right", Key::Right},
    Named{"Up", Key::Up},       Named{"Down", Key::Down},     Named{"Home", Key::Home},
    Named{"PgUp", Key::PageUp}, Named{"PgDn", Key::PageDown}, Named{"F1", Key::F1},
    Named{"F11", Key::F11}};

// One alternative, read: "Shift+1..5".
struct Chord {
  Key key = Key::Other;
  char from = 0, to = 0;  // of a Character; the same but for a row of digits
  engine::platform::Modifiers modifiers;
};

bool taken_off(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

Chord chord(std::string_view text) {
  Chord c;
  for (bool more = true; more;) {
    more = false;
    if (taken_off(text, "Ctrl+")) c.modifiers.ctrl = more = true;
    if (taken_off(text, "Shift+")) c.modifiers.shift = more = true;
    if (taken_off(text, "Alt+")) c.modifiers.alt = more = true;
  }
  for (const Named& named : kNames)
    if (named.name == text) c.key = named.key;
  if (c.key != Key::Other) return c;
  c.key = Key::Character;
  c.from = c.to = lower(text.front());
  if (text.size() > 1) c.to = text.back();
  return c;
}

template <class Each>
void for_each_chord(std::string_view keys, Each each) {
  while (!keys.empty()) {
    const auto end = std::min(keys.find(' '), keys.size());
    each(chord(keys.substr(0, end)));
    keys.remove_prefix(std::min(end + 1, keys.size()));
  }
}

// On some keyboards signs need Shift, on others not.
bool is_sign(char c) {
  return !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
}

// The number that the key picks of the chord's row, 0 where it has none; nothing: another key.
std::optional<int> number_of(const Chord& c, const KeyChanged& e, bool any_modifiers) {
  if (c.key != e.key) return std::nullopt;
  const bool question = c.from == '?' && e.symbol == '/' && e.modifiers.shift;
  if (c.key == Key::Character && !question && (e.symbol < c.from || e.symbol > c.to)) return std::nullopt;
  auto held = e.modifiers;
  if (c.key == Key::Character && is_sign(c.from)) held.shift = c.modifiers.shift;
  if (!any_modifiers && held != c.modifiers) return std::nullopt;
  return c.from != c.to ? e.symbol - c.from + 1 : 0;
}

void add_matches(const Row& row, std::string_view keys, const KeyChanged& e, std::vector<KeyMeaning>& found) {
  for_each_chord(keys, [&](const Chord& c) {
    if (const auto number = number_of(c, e, !e.down)) found.push_back({row.command, *number, row.held});
  });
}

std::string printed(std::string_view keys) {
  std::string text(keys.substr(0, keys.find(' ')));
  std::replace(text.begin(), text.end(), '+', ' ');
  return text.empty() || text == " " ? "+" : text;
}

std::string shown(const Row& row, bool left_handed) {
  if (left_handed && !row.left.empty()) return printed(row.left);
  return row.shown.english.empty() ? printed(row.keys) : words::say(row.shown);
}

}  // namespace

std::vector<KeyMeaning> meanings(const KeyChanged& key, bool left_handed) {
  std::vector<KeyMeaning> found;
  for (const Row& row : kRows)
    if (left_handed) add_matches(row, row.left, key, found);
  for (const Row& row : kRows) add_matches(row, row.keys, key, found);
  if (key.repeat)
    std::erase_if(found, [](const auto& m) { return m.held || m.command == Command::TogglePlay; });
  return found;
}

std::vector<KeyMeaning> endings(const KeyChanged& key, bool left_handed) {
  auto found = meanings(key, left_handed);
  std::erase_if(found, [](const auto& m) { return !m.held; });
  return found;
}

std::string key_of(Command command, bool left_handed) {
  for (const Row& row : kRows)
    if (row.command == command) return printed(left_handed && !row.left.empty() ? row.left : row.keys);
  return {};
}

std::vector<KeyLine> key_lines(KeyGroup group, bool left_handed) {
  std::vector<KeyLine> lines;
  for (const Row& row : kRows) {
    if (row.group != group || row.what.english.empty()) continue;
    const std::string what =
        words::say(row.what, kSeekUs.us / 1'000'000);  // the one number that a row may speak of
    if (lines.empty() || lines.back().what != what) {
      lines.push_back({what, shown(row, left_handed)});
    } else if (!row.shown.english.empty() && !(left_handed && !row.left.empty())) {
      lines.back().keys = words::say(row.shown);
    } else {
      lines.back().keys += "  " + shown(row, left_handed);
    }
  }
  return lines;
}

}  // namespace trainer::ui
