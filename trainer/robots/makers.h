// The kinds of simulated practitioners: how each places its dots, and how it holds the needle.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/core/draw.h"
#include "trainer/robots/cheats.h"
#include "trainer/robots/hand.h"

namespace trainer::robots {

enum class Grip { Skilled, Macro, Frantic };

struct Maker {
  std::string_view name;
  bool cheat;
  std::string_view summary;
  std::optional<double> skill;  // nothing: as asked
  Pattern pattern;              // null: placed with skill
  Grip grip;
  bool guesses = false;  // the answers to questions
};

std::span<const Maker> makers();
const Maker* find_maker(std::string_view name);  // null: there is none of that name
Hand hand_for(const Maker& maker, double skill, engine::core::Seed seed);

}  // namespace trainer::robots
