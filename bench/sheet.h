// The judges' kit: a fixed list of pictures, the same at every commit, so that anyone can judge any of them.
#pragma once

#include <string>
#include <vector>

#include "bench/looks_rows.h"
#include "engine/scalp/client.h"
#include "engine/scalp/zone.h"

namespace bench {

// Work in a picture: over the whole head by a habit, or a robot's attempt at the lesson of the scene.
struct Work {
  double per_cm2 = 0.0, days = engine::skin::kHealedDays;
  trainer::robots::Habit hand{};
  // A kind of trainer/robots, of that skill; empty: by habit. `whole`: continued over the head from its hand.
  std::string robot{};
  double skill = 1.0;
  bool whole = false;
};

enum class From { Side, Front, Left, Back, Top, Close };  // Side: three quarters, from above

struct Shot {
  std::string name, caption;  // of its file, without number and ending; under it on the sheet
  Work work{};
  From from = From::Side;
  double metres = 1.0;
};

// Who is in the pictures: a shipped lesson's client with its scars, or one of one's own.
struct Scene {
  std::vector<Shot> shots;
  engine::scalp::Client client{};
  std::string lesson{};
  engine::scalp::PointSpec close{};                                     // what From::Close looks at
  engine::scalp::TissueKind scar = engine::scalp::TissueKind::Healthy;  // a disc of 12 mm round `close`
};

std::vector<Scene> sheet_scenes();

// Every picture as NN-name.png, all on sheet.png with captions, and table.csv (looks.h) into a folder, which
// must be there. 0, or 3 when one cannot be drawn or written. One to three minutes.
int draw_sheet(const std::string& folder);

}  // namespace bench
