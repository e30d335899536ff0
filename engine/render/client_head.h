// The head of a client as it is drawn: mesh with baked light, face colours, and the hair that is left.
// Pure, no GL; takes about two seconds on one core, so make it once and off the thread that draws.
#pragma once

#include <vector>

#include "engine/render/hair.h"
#include "engine/render/tissue_look.h"
#include "engine/scalp/client.h"

namespace engine::render {

struct ClientHead {
  HeadModel model;
  std::vector<DotInstance> hair;
  TissueLook tissue;
};

constexpr core::Mm kHeadMeshStep{2.6};  // normals are analytic, so only outlines, ears and lips need more

// For Renderer::set_head. Uses sex, loss class, hair colour and seed of the client.
// `canvas` is a head.
ClientHead make_client_head(const scalp::Canvas& canvas, const scalp::Client& client);

}  // namespace engine::render
