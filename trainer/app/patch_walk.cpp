#include "trainer/app/patch_walk.h"
#include "trainer/words/say.h"

#include <fmt/format.h>

#include <algorithm>

namespace trainer::app {

bool PatchWalk::go_to(std::size_t patch) {
  if (patch >= patches_.size()) return false;
  now_ = patch;
  return true;
}

bool PatchWalk::step(int by) {
  const auto last = static_cast<int>(patches_.size()) - 1;
  return last >= 0 && go_to(static_cast<std::size_t>(std::clamp(static_cast<int>(now_) + by, 0, last)));
}

std::string PatchWalk::words() const {
  return words::say("Patch {} of {}.", now_ + 1, patches_.size());
}

}  // namespace trainer::app
