// From one camera to another in 400 ms, slow at both ends and the short way round.
#pragma once

#include <optional>

#include "engine/core/moment.h"
#include "engine/render/camera.h"

namespace trainer::canvas {

class Flight {
 public:
  void start(const engine::render::Camera& from, const engine::render::Camera& to,
             engine::core::SteadyTime now_us);
  void end() { way_.reset(); }
  [[nodiscard]] bool on() const { return way_.has_value(); }
  // Nothing where none is on.
  [[nodiscard]] std::optional<engine::render::Camera> goal() const;
  // How far it has come; at its goal it ends. A clock that runs backwards keeps it at its beginning.
  std::optional<engine::render::Camera> follow(engine::core::SteadyTime now_us);

 private:
  struct Way {
    engine::render::Camera from, to;
    engine::core::SteadyTime start_us;
  };
  std::optional<Way> way_;
};

}  // namespace trainer::canvas
