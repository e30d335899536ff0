// Everything that a person can ask for without saying more: ONE table with its keys, those of a left-handed
// person, and what it is called. Keys, help, letters on tools and the shell all read it. Whether a command
// can be asked for just now is known to the screen alone (app: Screen::can).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/moment.h"
#include "engine/platform/input.h"

namespace trainer::ui {

enum class Command {
  // The way through a lesson, and between screens.
  GoHome,
  StartWork,
  AskLeave,
  LeaveAndKeep,
  AskFinish,
  FinishNow,
  AskEndSession,
  EndSession,
  KeepWorking,
  LineDone,
  Onward,   // whatever the primary button means now
  Proceed,  // Enter
  Back,     // Escape
  WatchExpert,
  Again,
  NextLesson,
  OpenHealed,
  BackToReview,
  ConfirmAnswer,
  NextQuestion,
  AskAgainLater,
  ChooseNumber,  // an answer, a line of the ledger; `number` says which, from 1
  NextPart,
  SkipPart,
  RepeatFirstRun,
  Quit,
  OpenSaving,  // what is not saved, and what can be done
  GoUnsaved,   // on with what was asked for, though not everything is saved
  // Sheets.
  OpenHelp,
  OpenSettings,
  OpenTray,
  OpenAbout,
  OpenDeviceCheck,
  CloseSheet,
  ToggleMoreTools,
  CheckNextPart,
  CheckAgain,
  UseCheck,
  ResetDevice,
  KeepDevice,
  ToggleLeftHanded,
  // The needle.
  Needle,   // held: in the skin
  Stretch,  // held
  ToggleStretch,
  Undo,
  UndoDot,
  Redo,
  Shallower,
  Deeper,
  LastDot,
  NextEmpty,
  PatchBack,
  PatchNext,
  // The view.
  MoveByHand,  // held: the left button moves the picture
  HoldMirror,
  Mirror,
  HoldLoupe,
  ToggleLoupe,
  ResetView,
  WholeView,
  ShowWhole,
  Square,
  ZoomIn,
  ZoomOut,
  TurnLeft,
  TurnRight,
  TurnUp,
  TurnDown,
  TurnLeftALittle,
  TurnRightALittle,
  TurnUpALittle,
  TurnDownALittle,
  NudgeLeft,
  NudgeRight,
  NudgeUp,
  NudgeDown,
  RollLeft,
  RollRight,
  LampLeft,
  LampRight,
  Tape,
  NextMap,
  ToggleOverlays,
  LookFrom,  // `number`: 1 front, 2 left, 3 right, 4 top, 5 back
  // What is played again, and the years.
  TogglePlay,
  DotBack,
  DotOn,
  SeekBack,
  SeekOn,
  Younger,
  Older,
  // The window.
  FocusNext,
  FocusBack,
  FullScreen
};

// A command that a key means, in the order in which screens are asked.
struct KeyMeaning {
  Command command = Command::Back;
  int number = 0;     // of ChooseNumber and LookFrom, from 1
  bool held = false;  // means something while its key is down
  bool operator==(const KeyMeaning&) const = default;
};
// Of a key that went down. Repeats of the keyboard mean nothing to held keys.
std::vector<KeyMeaning> meanings(const engine::platform::KeyChanged& key, bool left_handed);
// What ends with a key that came up, whatever else is held down meanwhile.
std::vector<KeyMeaning> endings(const engine::platform::KeyChanged& key, bool left_handed);

// The first key of a command, as it stands on a tool: "Z"; empty: none.
std::string key_of(Command command, bool left_handed);

// How far SeekBack and SeekOn go.
constexpr engine::core::Span kSeekUs{5'000'000};

// The keys as help lists them, by subject.
enum class KeyGroup { None, Needle, View, Replay };
struct KeyLine {
  std::string what, keys;
};
std::vector<KeyLine> key_lines(KeyGroup group, bool left_handed);

}  // namespace trainer::ui
