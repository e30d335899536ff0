#include "engine/scalp/client.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/core/draw.h"
#include "engine/scalp/hair.h"
#include "engine/scalp/head_surface.h"

namespace engine::scalp {

namespace {

core::Error unknown(const char* what, const std::string& found, const std::vector<std::string>& known) {
  return {
      .message = fmt::format("no such {}: \"{}\"; expected one of {}", what, found, fmt::join(known, ", ")),
      .file = {},
      .line = {},
      .column = {},
      .field = what};
}

}  // namespace

Client person_of(const Client& described) {
  Client person = described;
  if (!described.vary) return person;
  constexpr int kYears = 8, kYoungest = 18, kOldest = 90;
  person.age =
      std::clamp(described.age - kYears +
                     static_cast<int>(core::draw_below(described.seed, "client/age", 0, 2 * kYears + 1)),
                 kYoungest, kOldest);
  person.undertone = static_cast<Undertone>(core::draw_below(described.seed, "client/undertone", 0, 3));
  person.skin = static_cast<SkinKind>(core::draw_below(described.seed, "client/skin", 0, 3));
  return person;
}

core::Result<HeadShape> shape_of(const Client& client) {
  auto shape = head_shape(client.head_shape);
  if (!shape) return core::fail(unknown("head_shape", client.head_shape, head_shape_names()));
  if (!client.vary) return *shape;
  std::uint64_t part = 0;
  const auto off = [&] { return 2.0 * core::draw_unit(client.seed, "client/shape", part++) - 1.0; };
  constexpr double kShare = 0.025, kHairlineMm = 4.0;
  for (double* proportion : {&shape->length, &shape->breadth, &shape->height, &shape->jaw, &shape->nose,
                             &shape->face, &shape->face_height, &shape->cheek, &shape->lips})
    *proportion *= 1.0 + kShare * off();
  shape->glabella_to_trichion.value += kHairlineMm * off();
  shape->glabella_to_mfp.value += kHairlineMm * off();
  // The face differs more than the scalp, and nothing of it is worked on (amounts: judgement).
  struct Feature {
    double* value;
    double share;
  };
  std::uint64_t feature = 0;
  const auto face = [&] { return 2.0 * core::draw_unit(client.seed, "client/face", feature++) - 1.0; };
  for (const Feature f : {Feature{&shape->nose_width, 0.14},
                          {&shape->lip_fullness, 0.22},
                          {&shape->chin, 0.14},
                          {&shape->ear, 0.09},
                          {&shape->neck, 0.07},
                          {&shape->lips, 0.05}})
    *f.value *= 1.0 + f.share * face();
  shape->nose_reach = shape->nose_reach + core::Mm{2.5 * face()};
  shape->masseter += 0.4 * face();
  return *shape;
}

core::Result<Canvas> make_head_canvas(const Client& client) {
  const auto shape = shape_of(client);
  if (!shape) return core::fail(shape.error());
  const auto classes = loss_class_names();
  if (std::find(classes.begin(), classes.end(), client.loss_class) == classes.end())
    return core::fail(unknown("loss_class", client.loss_class, classes));
  return Canvas(std::make_shared<const HeadSurface>(*shape));
}

}  // namespace engine::scalp
