// What a person can ask for through the interface. Draw functions only say so; the shell acts.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/scalp/client.h"
#include "trainer/ui/kit/theme.h"

namespace trainer::ui {

enum class Command {
  GoHome,
  StartWork,
  AskLeave,
  AskFinish,
  FinishNow,
  AskEndSession,
  EndSession,
  KeepWorking,
  LineDone,
  LeaveAndKeep,
  OpenHelp,
  OpenSettings,
  OpenTray,
  CloseSheet,
  ToggleMoreTools,
  ToggleStretch,
  NextPart,
  SkipPart,
  RepeatFirstRun,
  Undo,
  Redo,
  ResetView,
  WholeView,
  Mirror,
  NextEmpty,
  LastDot,
  PatchBack,
  PatchNext,
  Square,
  ToggleLoupe,
  ToggleOverlays,
  TogglePlay,
  WatchExpert,
  Again,
  ToggleLeftHanded,
  NextLesson,
  OpenHealed,
  BackToReview,
  NextMap,
  ConfirmAnswer,
  NextQuestion,
  AskAgainLater,
  OpenDeviceCheck,
  CheckNextPart,
  CheckAgain,
  UseCheck,
  ResetDevice,
  KeepDevice,
  Quit
};
struct OpenLesson {
  std::string path;
};
struct ContinueRecord {
  std::string path;
};
struct OpenReview {
  std::string record;
};
struct ChooseAnswer {
  int answer = 0;
};  // of the question, from 0
struct ChooseLine {
  int line = -1;
};  // of the ledger
struct ChooseTab {
  int tab = 0;
};  // of the debrief
struct SeekTo {
  std::int64_t t_us = 0;
};
struct SetSpeed {
  double factor = 1.0;
};
struct SetScale {
  double scale = 1.0;
};
// What can be felt of the machine without touch, each on or off.
enum class Feel { MachineSound, PressTicks, PenDrawn, ReducedMotion };
struct SetFeel {
  Feel feel = Feel::MachineSound;
  bool on = false;
};
struct SetVolume {
  int percent = 50;
};
struct SetTheme {
  Theme theme = Theme::Dark;
};
// The last four are heat maps, of which one is shown at a time.
enum class Overlay {
  Template,
  Spacing,
  PatchGrid,
  Midline,
  Landmarks,
  Thirds,
  NextDot,
  Expert,
  DensityMap,
  SpacingMap,
  DepthMap,
  Rows
};
constexpr int kOverlays = 12;
struct ToggleOverlay {
  Overlay overlay = Overlay::Template;
};
struct ChooseNeedle {
  std::string needle;
};  // "1RL-0.25"
struct ChooseDilution {
  std::int32_t milli = 0;
};  // parts of water x 1000
struct MixParts {
  std::int32_t water = 14, pigment = 1;
};
struct ChoosePigment {
  std::string pigment;
};
enum class Setting { SetOut, Stroke, Rate };
struct SetTool {
  Setting setting = Setting::SetOut;
  std::int32_t value = 0;
};  // um, um, mHz
struct FlyToPatch {
  int patch = 0;
};
struct LookFrom {
  int view = 0;
};  // 0 front, 1 left, 2 right, 3 top, 4 back

// Of the healed view.
struct SetAge {
  double days = 0.0;
};
struct SeeFrom {
  int distance = 1;
};  // of kDistancesM
struct LiveIn {
  engine::scalp::Sun sun = engine::scalp::Sun::Mixed;
};
struct SkinIs {
  engine::scalp::SkinKind skin = engine::scalp::SkinKind::Normal;
};
struct ShowWhole {
  bool whole = false;
};
struct ShowWipe {
  bool wipe = false;
};
struct SetWipe {
  double share = 0.5;
};

using Intent = std::variant<Command, OpenLesson, ContinueRecord, OpenReview, ChooseAnswer, ChooseLine,
                            ChooseTab, SeekTo, SetSpeed, SetScale, SetTheme, ToggleOverlay, FlyToPatch,
                            ChooseNeedle, ChooseDilution, MixParts, ChoosePigment, SetTool, LookFrom, SetAge,
                            SeeFrom, LiveIn, SkinIs, ShowWhole, ShowWipe, SetWipe, SetFeel, SetVolume>;
using Intents = std::vector<Intent>;

}  // namespace trainer::ui
