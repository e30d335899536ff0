// What the picture tests share: a context, dots laid out on a pad, measurements of pixels.
#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/draw.h"
#include "engine/gl/offscreen.h"
#include "engine/render/renderer.h"
#include "tests/support/here.h"

namespace engine::render::test {

inline std::optional<gl::OffscreenContext> context() {
  auto made = gl::OffscreenContext::make();
  if (made) return *std::move(made);
  MESSAGE("SKIPPED, NO OPENGL: " << made.error().message);
  return std::nullopt;
}

inline scalp::SurfacePoint on_pad(double x, double y) {
  return {{x, y, 0.0}, {0.0, 0.0, 1.0}, core::Mm{1.18}};
}

// Dots on a jittered triangular grid over a square of the pad.
inline std::vector<DotInstance> field(double from, double to, double spacing, const Mark& mark) {
  std::vector<DotInstance> out;
  std::uint64_t k = 0;
  int row = 0;
  for (double y = from; y < to; y += spacing * 0.866, ++row) {
    for (double x = from + (row % 2) * spacing / 2.0; x < to; x += spacing, ++k) {
      const double dx = core::draw_normal(1, "x", k) * spacing * 0.12;
      const double dy = core::draw_normal(1, "y", k) * spacing * 0.12;
      Mark one = mark;
      one.diameter.value *= 1.0 + 0.10 * core::draw_normal(1, "size", k);
      one.density *= 1.0 + 0.15 * core::draw_normal(1, "load", k);
      out.push_back(make_splat(on_pad(x + dx, y + dy), one, core::draw_unit(1, "turn", k)));
    }
  }
  return out;
}

inline double linear(std::uint8_t v) {
  return std::pow(v / 255.0, 2.2);
}

// compose.frag backwards: from a channel of a pixel to light.
inline double light_of(double channel) {
  const double wanted = std::pow(channel / 255.0, 2.2);
  double low = 0.0, high = 40.0;
  for (int k = 0; k < 60; ++k) {
    const double x = (low + high) / 2.0, t = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14);
    (t < wanted ? low : high) = x;
  }
  return low;
}

// Mean of a square of pixels, linear RGB.
inline glm::dvec3 mean(const Image& image, int x0, int y0, int size) {
  glm::dvec3 sum(0.0);
  for (int y = y0; y < y0 + size; ++y) {
    for (int x = x0; x < x0 + size; ++x) {
      const auto* p = image.at(x, y);
      sum += glm::dvec3(linear(p[0]), linear(p[1]), linear(p[2]));
    }
  }
  return sum / static_cast<double>(size * size);
}

inline int largest_difference(const Image& a, const Image& b) {
  int most = a.rgba.size() == b.rgba.size() ? 0 : 256;
  for (std::size_t k = 0; k < std::min(a.rgba.size(), b.rgba.size()); ++k) {
    most = std::max(most, std::abs(static_cast<int>(a.rgba[k]) - static_cast<int>(b.rgba[k])));
  }
  return most;
}

// Pictures of one height in a row.
inline Image side_by_side(const std::vector<Image>& images) {
  Image out{0, images.front().height, {}};
  for (const Image& image : images) out.width += image.width;
  for (int y = 0; y < out.height; ++y) {
    for (const Image& image : images)
      out.rgba.insert(out.rgba.end(), image.at(0, y), image.at(0, y) + 4 * image.width);
  }
  return out;
}

inline void save(const Image& image, const std::string& name) {
  const auto saved = save_png(image, support::binary_dir() + "/picture-" + name + ".png");
  CHECK(saved.has_value());
}

}  // namespace engine::render::test
