#include "engine/render/client_head.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "engine/scalp/hair.h"
#include "engine/scalp/head_mesh.h"
#include "engine/scalp/head_surface.h"

namespace engine::render {
namespace {

// Where the texture of the skin lies: polar about the middle, 105 mm to the radian. Close to the chart,
// but smooth over the whole head; nothing is measured with it.
glm::vec2 texture_address(const geometry::Vec3& from_middle) {
  constexpr double kMmPerRadian = 105.0;
  const double length = glm::length(from_middle);
  const double polar = std::acos(std::clamp(from_middle.y / length, -1.0, 1.0));
  const double turn = std::atan2(from_middle.x, from_middle.z);
  return glm::vec2(std::sin(turn), std::cos(turn)) * static_cast<float>(polar * kMmPerRadian);
}

HeadModel model_of(const scalp::HeadSurface& surface, const scalp::HairMap& hair) {
  scalp::HeadMesh mesh = scalp::make_head_mesh(surface.implicit(), kHeadMeshStep);
  HeadModel model;
  model.vertices.reserve(mesh.positions.size());
  for (std::size_t k = 0; k < mesh.positions.size(); ++k) {
    const geometry::Vec3& p = mesh.positions[k];
    model.vertices.push_back({.position = glm::vec3(p),
                              .normal = glm::vec3(mesh.normals[k]),
                              .scalp = static_cast<float>(hair.scalp_share(p)),
                              .chart = texture_address(p - surface.middle())});
  }
  model.triangles = std::move(mesh.triangles);
  return model;
}

// Half of the hair is grey at 50 in one person of four (general knowledge; the curve is a judgement).
double grey_at(int age) {
  return std::clamp((age - 35) / 60.0, 0.0, 0.6);
}

}  // namespace

ClientHead make_client_head(const scalp::Canvas& canvas, const scalp::Client& client) {
  const scalp::HeadSurface& surface = *canvas.head();
  ClientHead head{
      .model = model_of(surface, scalp::HairMap(surface.implicit().shape(), client.loss_class, client.seed)),
      .hair = {},
      .tissue = make_tissue_look(
          canvas, [&](const geometry::Vec3& p) { return texture_address(p - surface.middle()); })};
  bake_light(head.model, [&](const geometry::Vec3& p) {
    return surface.implicit().distance(p, scalp::Ears::With).value;
  });
  paint_face(head.model, surface.implicit());
  const HairLook look{.colour = client.hair_colour,
                      .length = core::Mm{client.hair_length.value},
                      .parting = core::Mm{client.parting.value},
                      .beard = client.sex == scalp::Sex::Male && client.loss_class != "universalis",
                      .slim_brows = client.sex == scalp::Sex::Female,
                      .eyes = scalp::eye_share(surface.implicit().shape()),
                      .grey = grey_at(client.age),
                      .brows = client.loss_class != "universalis",
                      .seed = client.seed};
  head.hair = scalp_stubble(
      canvas, scalp::follicular_units(canvas, client.seed, scalp::growth_of(client), scalp::whole(canvas)),
      look);
  const auto face = face_hair(head.model, look);
  head.hair.insert(head.hair.end(), face.begin(), face.end());
  return head;
}

}  // namespace engine::render
