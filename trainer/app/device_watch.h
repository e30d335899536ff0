// Which devices have set dots in this sitting, and whether to ask about another one.
#pragma once

#include <set>
#include <string>

#include "trainer/runner/attempt.h"

namespace trainer::app {

class DeviceWatch {
 public:
  // After every lift. Another device than the one that the work began with has set a dot: asked once, and on
  // record already; whoever goes on for some lifts wants to go on.
  void lifted(const runner::Attempt& attempt);
  void answered() { asks_ = false; }
  [[nodiscard]] bool asks() const { return asks_; }

 private:
  std::set<std::string> worked_with_;
  bool asks_ = false;
  int lifts_since_asked_ = 0;
};

}  // namespace trainer::app
