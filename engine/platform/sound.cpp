#include "engine/platform/sound.h"

#include <SDL.h>

#include <string>
#include <utility>

#include "engine/platform/clock.h"

namespace engine::platform {

namespace {

constexpr int kSamplesPerS = 48'000;
constexpr Uint16 kBlock = 512;  // 11 ms: a tick is placed to the sample, but heard this much later

}  // namespace

struct Sound::State {
  VoiceDesk desk;
  VoicePlayer player{desk, kSamplesPerS};
  SDL_AudioDeviceID device = 0;
  bool playing = false;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (device != 0) SDL_CloseAudioDevice(device);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
  }
  static void fill(void* self, Uint8* bytes, int count) {
    const std::span samples(reinterpret_cast<float*>(bytes), static_cast<std::size_t>(count) / sizeof(float));
    static_cast<State*>(self)->player.play(steady_us(), samples);
  }
};

Sound::Sound(std::unique_ptr<State> state) : state_(std::move(state)) {}
Sound::Sound(Sound&&) noexcept = default;
Sound& Sound::operator=(Sound&&) noexcept = default;
Sound::~Sound() = default;

core::Result<Sound> Sound::open() {
  const auto failed = [] {
    return core::fail(std::string("No sound device was found (") + SDL_GetError() + ")");
  };
  if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return failed();
  auto state = std::make_unique<State>();
  SDL_AudioSpec wanted{};
  wanted.freq = kSamplesPerS;
  wanted.format = AUDIO_F32SYS;
  wanted.channels = 1;
  wanted.samples = kBlock;
  wanted.callback = &State::fill;
  wanted.userdata = state.get();
  // SDL converts to what the device takes
  state->device = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
  if (state->device == 0) return failed();
  return Sound(std::move(state));
}

VoiceDesk& Sound::desk() {
  return state_->desk;
}

void Sound::play(bool on) {
  if (state_->playing == on) return;
  state_->playing = on;
  SDL_PauseAudioDevice(state_->device, on ? 0 : 1);
}

}  // namespace engine::platform
