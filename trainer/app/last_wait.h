// Sees to it that the program ends, though a disk never answers: once nobody works any more, what is on its
// way to the disk has so long; then it is said where the work is and what is lost, and the process ends. What
// a screen called saved is on the disk by then, whatever becomes of the process.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "trainer/app/recording.h"

namespace trainer::app {

class LastWait {
 public:
  struct Times {
    std::chrono::milliseconds silent{1000};      // before the first word
    std::chrono::milliseconds patience{30'000};  // since something became safe last
    std::chrono::milliseconds given_up{10'000};  // the same, where somebody knows that the rest is lost
  };
  // How it speaks, and how it ends the process; both on a thread of its own.
  struct Means {
    std::function<void(const std::string&)> say;
    std::function<void()> end;
  };

  // The work until then; nothing is added to it any more.
  LastWait(std::vector<std::shared_ptr<Recording>> recordings, Means means, Times times);
  LastWait(const LastWait&) = delete;
  LastWait& operator=(const LastWait&) = delete;
  ~LastWait();  // waits for the disk, as long as it may

 private:
  using Clock = std::chrono::steady_clock;
  struct State {
    std::uint64_t safe = 0;  // grows with every answer of a disk
    std::size_t lost = 0;    // dots that are on no disk
    bool given_up = false;   // somebody knows of them
    std::vector<std::string> where;
  };
  [[nodiscard]] static State state_of(const std::vector<std::shared_ptr<Recording>>& recordings);
  [[nodiscard]] State now();
  void watch(const std::stop_token& stop);
  void say_last(const State& state, std::chrono::milliseconds waited) const;

  const Means means_;
  const Times times_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::vector<std::shared_ptr<Recording>> recordings_;
  State latest_;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace trainer::app
