// A bald head on which a square of skin is drawn and measured.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "bench/looks_rows.h"
#include "engine/gl/offscreen.h"
#include "engine/render/client_head.h"
#include "engine/render/renderer.h"
#include "engine/skin/light.h"
#include "trainer/lessons/lesson.h"

namespace bench {

// One way of drawing: at rest or while the camera moves, on a screen of one or two pixels to a point.
struct Way {
  bool moving;
  double scale;
};
inline constexpr std::array kWays{Way{false, 1.0}, Way{false, 2.0}, Way{true, 1.0}, Way{true, 2.0}};

// Light of the screen, linear, as an eye would add it up over an area, 0..1.
double light_of_channel(std::uint8_t channel);

class Studio {
 public:
  // Nothing when no picture can be drawn here: the reason has been printed.
  static std::optional<Studio> open();

  // Puts on the bald head what the subject has.
  void dress(const Subject& subject);
  void undress(int skin_type) { dress({.name = "bare", .skin_type = skin_type}); }
  // Mean light of a square seen straight on from so far.
  engine::skin::Rgb measure(const Way& way, double metres);

 private:
  Studio(engine::gl::OffscreenContext context, engine::render::Renderer renderer);
  [[nodiscard]] std::vector<engine::render::DotInstance> stubble(const Subject& subject) const;
  [[nodiscard]] std::vector<engine::render::DotInstance> work(const Subject& subject) const;

  engine::gl::OffscreenContext context_;
  engine::render::Renderer renderer_;
  engine::scalp::Client bald_{.loss_class = "totalis"};
  engine::scalp::Canvas canvas_;
  engine::render::HeadModel head_;
  trainer::lessons::Lesson lesson_;
};

}  // namespace bench
