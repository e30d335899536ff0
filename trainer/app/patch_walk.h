// The patches of a lesson, worked one after the other: which one is in view.
#pragma once

#include <string>
#include <vector>

#include "trainer/canvas/patches.h"

namespace trainer::app {

class PatchWalk {
 public:
  void lay_out(std::vector<canvas::Patch> patches) { patches_ = std::move(patches), now_ = 0; }
  [[nodiscard]] const std::vector<canvas::Patch>& all() const { return patches_; }
  [[nodiscard]] const canvas::Patch* now() const { return patches_.empty() ? nullptr : &patches_[now_]; }
  void go_to_first() { now_ = 0; }
  // False where there is no such patch.
  bool go_to(std::size_t patch);
  bool step(int by);                        // stays within the first and the last
  [[nodiscard]] std::string words() const;  // "Patch 2 of 14."

 private:
  std::vector<canvas::Patch> patches_;
  std::size_t now_ = 0;
};

}  // namespace trainer::app
