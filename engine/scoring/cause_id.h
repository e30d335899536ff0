// Why points are lost: ids, in one table. What is said of them stands in trainer/words.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace engine::scoring {

enum class CauseId {
  Unknown,  // points were lost, and no cause has been told apart
  NotEnoughData,
  TooSparse,
  TooDense,
  Uneven,
  TooEven,
  Clumps,
  OverOldDot,
  Gaps,
  Rows,
  Grid,
  TooDeep,
  TooShallow,
  DepthSpread,
  DepthDrift,
  TooHigh,
  TooLow,
  TooStraight,
  Asymmetric,
  OffLine,
  WrongDirection,
  NothingDrawn,
  FrontTooDense,
  FrontTooSparse,
  HardEdge,
  EdgeTooWide,
  TooSmall,
  TooLarge,
  TooSlanted,
  TooSteep,
  TooDark,
  TooLight,
  SpacingChanged,
  DepthChanged,
  Outside,
  Forbidden,
  OnHair,
  BareScars,
  CrowdedScars,
  RingedScars,
  BesideScars,
  WrongAnswer,
  NoAnswer
};
constexpr int kCauseCount = 43;

// As it stands in documents: "too_sparse".
std::string_view name(CauseId id);
std::optional<CauseId> cause_from_name(std::string_view text);
std::span<const CauseId> all_causes();

// Whether something is missing there (dots, depth, height of the line); else there is too much of it, or it
// is wrong.
bool is_too_little(CauseId id);
// Whether it says no more than that the work is not finished: no reproach while it goes on.
bool is_unfinished(CauseId id);

}  // namespace engine::scoring
