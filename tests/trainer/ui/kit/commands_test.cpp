// The one table of commands: what each key means, and what help says of it.
#include "trainer/ui/kit/commands.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace trainer::ui;
using engine::platform::Key;
using engine::platform::KeyChanged;
using engine::platform::Modifiers;

namespace {

constexpr Modifiers kNo{}, kShift{.shift = true}, kCtrl{.ctrl = true}, kAlt{.alt = true};

KeyChanged of(Key which, Modifiers modifiers = {}) {
  KeyChanged key;
  key.key = which;
  key.modifiers = modifiers;
  return key;
}

KeyChanged of(char symbol, Modifiers modifiers = {}) {
  KeyChanged key = of(Key::Character, modifiers);
  key.symbol = symbol;
  return key;
}

std::vector<Command> commands(const KeyChanged& key, bool left_handed = false) {
  std::vector<Command> found;
  for (const auto& meaning : meanings(key, left_handed)) found.push_back(meaning.command);
  return found;
}

bool means(const KeyChanged& key, Command command, bool left_handed = false) {
  const auto all = commands(key, left_handed);
  return std::find(all.begin(), all.end(), command) != all.end();
}

std::vector<Command> ended(KeyChanged key, bool left_handed = false) {
  key.down = false;
  std::vector<Command> found;
  for (const auto& meaning : endings(key, left_handed)) found.push_back(meaning.command);
  return found;
}

// Every key that a keyboard has, with every combination of modifiers.
std::vector<KeyChanged> keyboard() {
  std::vector<KeyChanged> all;
  for (int m = 0; m < 8; ++m) {
    const Modifiers modifiers{.shift = (m & 1) != 0, .ctrl = (m & 2) != 0, .alt = (m & 4) != 0};
    for (char c = ' '; c < 127; ++c)
      if (!(c >= 'A' && c <= 'Z')) all.push_back(of(c, modifiers));
    for (int k = static_cast<int>(Key::Enter); k <= static_cast<int>(Key::F11); ++k)
      all.push_back(of(static_cast<Key>(k), modifiers));
  }
  return all;
}

}  // namespace

TEST_CASE("every key means what the table says") {
  struct Row {
    KeyChanged key;
    Command command;
  };
  const Row rows[] = {
      {of('d'), Command::Needle},
      {of('z'), Command::Undo},
      {of('z', kShift), Command::UndoDot},
      {of('y'), Command::Redo},
      {of('['), Command::Shallower},
      {of(']'), Command::Deeper},
      {of('1'), Command::OpenTray},
      {of('s'), Command::Stretch},
      {of(Key::Enter, kCtrl), Command::Onward},
      {of(Key::Left), Command::TurnLeft},
      {of(Key::Right), Command::TurnRight},
      {of(Key::Up), Command::TurnUp},
      {of(Key::Down), Command::TurnDown},
      {of(Key::Left, kShift), Command::TurnLeftALittle},
      {of(Key::Right, kShift), Command::TurnRightALittle},
      {of(Key::Up, kShift), Command::TurnUpALittle},
      {of(Key::Down, kShift), Command::TurnDownALittle},
      {of(Key::Left, kAlt), Command::NudgeLeft},
      {of(Key::Right, kAlt), Command::NudgeRight},
      {of(Key::Up, kAlt), Command::NudgeUp},
      {of(Key::Down, kAlt), Command::NudgeDown},
      {of(Key::Space), Command::MoveByHand},
      {of('+'), Command::ZoomIn},
      {of('='), Command::ZoomIn},
      {of('-'), Command::ZoomOut},
      {of('q', kShift), Command::LampLeft},
      {of('e', kShift), Command::LampRight},
      {of('x'), Command::Tape},
      {of('q'), Command::RollLeft},
      {of('e'), Command::RollRight},
      {of('r'), Command::ResetView},
      {of('r', kShift), Command::ShowWhole},
      {of('v'), Command::WholeView},
      {of(Key::Home), Command::LastDot},
      {of('n'), Command::NextEmpty},
      {of(Key::PageUp), Command::PatchBack},
      {of('w', kShift), Command::PatchBack},
      {of(Key::PageDown), Command::PatchNext},
      {of('w'), Command::PatchNext},
      {of('c'), Command::Square},
      {of('m'), Command::HoldMirror},
      {of('6', kShift), Command::Mirror},
      {of('l'), Command::HoldLoupe},
      {of('o'), Command::ToggleOverlays},
      {of('h', kShift), Command::NextMap},
      {of(Key::Space), Command::TogglePlay},
      {of('j'), Command::SeekBack},
      {of('l'), Command::SeekOn},
      {of(','), Command::DotBack},
      {of('.'), Command::DotOn},
      {of('l', kShift), Command::ToggleLoupe},
      {of('t'), Command::OpenHealed},
      {of('t'), Command::BackToReview},
      {of('.'), Command::Older},
      {of(','), Command::Younger},
      {of(Key::F1), Command::OpenHelp},
      {of(',', kCtrl), Command::OpenSettings},
      {of(Key::Enter), Command::Proceed},
      {of(Key::Enter, kCtrl), Command::Proceed},
      {of(Key::Enter, kShift), Command::Proceed},
      {of(Key::Enter, kAlt), Command::Proceed},
      {of(Key::Escape), Command::Back},
      {of(Key::Tab), Command::FocusNext},
      {of(Key::Tab, kShift), Command::FocusBack},
      {of(Key::F11), Command::FullScreen},
  };
  for (const auto& row : rows) {
    CAPTURE(static_cast<int>(row.key.key));
    CAPTURE(row.key.symbol);
    CHECK(means(row.key, row.command));
    CHECK(means(row.key, row.command, true));  // the left hand's keys come besides, not instead
  }
}

TEST_CASE("the left hand has its own keys, which come first and mean nothing to the right") {
  struct Row {
    KeyChanged key;
    Command command;
  };
  const Row rows[] = {
      {of('u'), Command::Undo},
      {of('u', kShift), Command::UndoDot},
      {of('k'), Command::Stretch},
      {of('o', kShift), Command::LampLeft},
      {of('p', kShift), Command::LampRight},
      {of('o'), Command::RollLeft},
      {of('p'), Command::RollRight},
      {of('i', kShift), Command::PatchBack},
      {of('i'), Command::PatchNext},
      {of('j'), Command::HoldLoupe},
      {of('o', kAlt), Command::ToggleOverlays},
  };
  for (const auto& row : rows) {
    CAPTURE(row.key.symbol);
    CHECK(commands(row.key, true).front() == row.command);
    CHECK_FALSE(means(row.key, row.command, false));
  }
}

TEST_CASE("digits pick a row and say which") {
  for (char c = '1'; c <= '9'; ++c) {
    const auto all = meanings(of(c), false);
    const auto line = std::find_if(all.begin(), all.end(),
                                   [](const auto& m) { return m.command == Command::ChooseNumber; });
    REQUIRE(line != all.end());
    CHECK(line->number == c - '0');
  }
  CHECK(commands(of('0')).empty());
  for (char c = '1'; c <= '5'; ++c) {
    const auto all = meanings(of(c, kShift), false);
    REQUIRE(all.size() == 1);
    CHECK(all[0] == KeyMeaning{Command::LookFrom, c - '0', false});
  }
  CHECK(commands(of('7', kShift)).empty());
}

TEST_CASE("signs are found with and without Shift: keyboards differ") {
  CHECK(means(of('+', kShift), Command::ZoomIn));
  CHECK(means(of('=', kShift), Command::ZoomIn));
  CHECK(means(of('-', kShift), Command::ZoomOut));
  CHECK(means(of('?', kShift), Command::OpenHelp));
  CHECK(means(of('?'), Command::OpenHelp));
  CHECK(means(of('/', kShift), Command::OpenHelp));  // where ? lies on the key of the slash
  CHECK_FALSE(means(of('/'), Command::OpenHelp));
  CHECK(means(of('[', kShift), Command::Shallower));
  CHECK(means(of(',', {.shift = true, .ctrl = true}), Command::OpenSettings));
}

TEST_CASE("a letter with a modifier that is not its own means something else, or nothing") {
  CHECK(commands(of('z', kCtrl)).empty());
  CHECK(commands(of('z', kAlt)).empty());
  CHECK(commands(of('z', kShift)) == std::vector{Command::UndoDot});
  CHECK(commands(of('d', kShift)).empty());
  CHECK(commands(of(Key::Escape, kShift)).empty());
  CHECK(commands(of(Key::Other)).empty());
  CHECK(commands(of('5')) == std::vector{Command::ChooseNumber});
}

TEST_CASE("keys of the keyboard that repeat mean nothing to what is held, and do not stutter the player") {
  for (KeyChanged key : keyboard()) {
    key.repeat = true;
    for (const auto& meaning : meanings(key, false)) {
      CHECK_FALSE(meaning.held);
      CHECK(meaning.command != Command::TogglePlay);
    }
  }
  auto undo = of('z');
  undo.repeat = true;
  CHECK(means(undo, Command::Undo));
}

TEST_CASE("what is held ends with its key, whatever is held down meanwhile") {
  for (const Modifiers modifiers : {kNo, kShift, kCtrl, kAlt, Modifiers{true, true, true}}) {
    CHECK(ended(of('d', modifiers)) == std::vector{Command::Needle});
    CHECK(ended(of('s', modifiers)) == std::vector{Command::Stretch});
    CHECK(ended(of('m', modifiers)) == std::vector{Command::HoldMirror});
    CHECK(ended(of('l', modifiers)) == std::vector{Command::HoldLoupe});
    CHECK(ended(of(Key::Space, modifiers)) == std::vector{Command::MoveByHand});
    CHECK(ended(of('z', modifiers)).empty());
    CHECK(ended(of(Key::Enter, modifiers)).empty());
  }
  CHECK(ended(of('k'), true) == std::vector{Command::Stretch});
  CHECK(ended(of('j', kShift), true) == std::vector{Command::HoldLoupe});
  CHECK(ended(of('k')).empty());
}

TEST_CASE("whatever a key begins to hold, the same key ends") {
  for (const bool left_handed : {false, true})
    for (const KeyChanged& key : keyboard())
      for (const auto& meaning : meanings(key, left_handed)) {
        if (!meaning.held) continue;
        const auto ends = ended(key, left_handed);
        CHECK(std::find(ends.begin(), ends.end(), meaning.command) != ends.end());
      }
}

TEST_CASE("no key means one command twice") {
  for (const bool left_handed : {false, true})
    for (const KeyChanged& key : keyboard()) {
      const auto all = commands(key, left_handed);
      CHECK(std::set<Command>(all.begin(), all.end()).size() == all.size());
    }
}

TEST_CASE("the key on a tool is the first of its command, the left hand's where it has one") {
  CHECK(key_of(Command::Undo, false) == "Z");
  CHECK(key_of(Command::Undo, true) == "U");
  CHECK(key_of(Command::Redo, true) == "Y");
  CHECK(key_of(Command::UndoDot, false) == "Shift Z");
  CHECK(key_of(Command::ZoomIn, false) == "+");
  CHECK(key_of(Command::ZoomOut, false) == "-");
  CHECK(key_of(Command::Onward, false) == "Ctrl Enter");
  CHECK(key_of(Command::OpenHelp, false) == "F1");
  CHECK(key_of(Command::ToggleOverlays, true) == "Alt O");
  CHECK(key_of(Command::GoHome, false).empty());
  CHECK(key_of(Command::Quit, false).empty());
}

TEST_CASE("the key that stands on a tool means its command") {
  for (int i = 0; i <= static_cast<int>(Command::FullScreen); ++i) {
    const auto command = static_cast<Command>(i);
    const std::string text = key_of(command, false);
    if (text.size() != 1 || text[0] < 'A' || text[0] > 'Z') continue;
    CAPTURE(text);
    CHECK(means(of(static_cast<char>(text[0] - 'A' + 'a')), command));
  }
}

TEST_CASE("help lists every subject, a line each, and no line without keys") {
  for (const bool left_handed : {false, true}) {
    std::set<std::string> seen;
    for (const auto group : {KeyGroup::Needle, KeyGroup::View, KeyGroup::Replay}) {
      const auto lines = key_lines(group, left_handed);
      CHECK(lines.size() >= 6);
      for (const auto& line : lines) {
        CAPTURE(line.what);
        CHECK_FALSE(line.what.empty());
        CHECK_FALSE(line.keys.empty());
        CHECK(seen.insert(line.what).second);
      }
    }
    CHECK(key_lines(KeyGroup::None, left_handed).empty());
  }
}

TEST_CASE("neighbours of the same name share a line, with the left hand's keys where it has them") {
  const auto line = [](KeyGroup group, std::string_view what, bool left_handed) {
    for (const auto& l : key_lines(group, left_handed))
      if (l.what == what) return l.keys;
    return std::string();
  };
  CHECK(line(KeyGroup::Needle, "Place a dot", false) == "left press, or hold D");
  CHECK(line(KeyGroup::Needle, "Undo", false) == "Z");
  CHECK(line(KeyGroup::Needle, "Undo", true) == "U");
  CHECK(line(KeyGroup::Needle, "Shallower, deeper (mouse)", false) == "[  ], Alt + wheel");
  CHECK(line(KeyGroup::View, "Roll", false) == "Q  E");
  CHECK(line(KeyGroup::View, "Roll", true) == "O  P");
  CHECK(line(KeyGroup::View, "Turn the lamp", true) == "Shift O  Shift P");
  CHECK(line(KeyGroup::View, "Turn the head", false) == "right drag, arrows");
  CHECK(line(KeyGroup::Replay, "5 s back, on", false) == "J  L");
  CHECK(line(KeyGroup::Replay, "One dot back, on", false) == ",  .");
  CHECK(line(KeyGroup::Replay, "Ledger line", true) == "1\u20139");
}
