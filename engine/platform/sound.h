// The sound device. SDL2 stays behind this header; opened on the main thread, played on SDL's own.
#pragma once

#include <memory>

#include "engine/core/result.h"
#include "engine/platform/machine_voice.h"

namespace engine::platform {

class Sound {
 public:
  // Error: "No sound device was found", with the system's words. The program goes on without.
  static core::Result<Sound> open();
  Sound(Sound&&) noexcept;
  Sound& operator=(Sound&&) noexcept;
  ~Sound();

  [[nodiscard]] VoiceDesk& desk();
  void play(bool on);  // off: the device rests and costs nothing; what it has of sound is kept

 private:
  struct State;
  explicit Sound(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace engine::platform
