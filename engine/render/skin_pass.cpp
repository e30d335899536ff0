#include "engine/render/skin_pass.h"

#include <cstddef>
#include <glm/common.hpp>

#include "engine/render/relief.h"
#include "engine/render/scatter.h"
#include "engine/render/shader_text.h"
#include "engine/render/skin_tables.h"

namespace engine::render {
namespace {

constexpr unsigned kReliefUnit = 0, kScatterUnit = 1, kTissueUnit = 2;

core::Result<gl::Program> skin_program(const std::string& vertex, const std::string& defines) {
  return gl::Program::make({.name = "skin (" + vertex + ")",
                            .vertex = shader_text(vertex),
                            .fragment = shader_text("skin.frag"),
                            .defines = defines});
}

void set_lamps(const gl::Program& program, const Lights& lights) {
  program.set("key_direction", lights.key.direction);
  program.set("key_colour", lights.key.colour);
  program.set("fill_direction", lights.fill.direction);
  program.set("fill_colour", lights.fill.colour);
  program.set("rim_direction", lights.rim.direction);
  program.set("rim_colour", lights.rim.colour);
  program.set("key_shadow", lights.key_shadow);
}

// The law of skin/bare_skin.h, so that the picture and what is asked of it without one agree.
void set_pigments(const gl::Program& program, const skin::SkinPigments& skin) {
  program.set("base", glm::vec3(skin.base));
  program.set("melanin", static_cast<float>(skin.melanin));
  program.set("haemoglobin", static_cast<float>(skin.haemoglobin));
  program.set("melanin_density", glm::vec3(skin::kMelaninDensity));
  program.set("melanin_squared_density", glm::vec3(skin::kMelaninSquaredDensity));
  program.set("haemoglobin_density", glm::vec3(skin::kHaemoglobinDensity));
  program.set("blood_hidden", static_cast<float>(skin::kBloodHidden));
}

}  // namespace

core::Result<SkinPass> SkinPass::make() {
  SkinPass pass;
  const std::array<std::string, 4> variants{"", "#define DETAIL\n", "#define TISSUE\n",
                                            "#define DETAIL\n#define TISSUE\n"};
  for (std::size_t k = 0; k < variants.size(); ++k) {
    auto pad = skin_program("pad.vert", "#define PAD\n" + variants.at(k));
    if (!pad) return core::fail(pad.error());
    auto head = skin_program("head.vert", variants.at(k));
    if (!head) return core::fail(head.error());
    pass.pad_program_.at(k) = *std::move(pad);
    pass.head_program_.at(k) = *std::move(head);
  }
  begin_skin_tables();
  return pass;
}

void SkinPass::upload_tables() {
  if (relief_) return;
  relief_ = gl::Texture(
      {.width = kReliefSize, .height = kReliefSize, .filter = gl::Filter::Mipmap, .wrap = gl::Wrap::Repeat});
  relief_.upload(skin_tables().relief);
  scatter_ = gl::Texture({.format = gl::Format::Rgb16F, .width = kScatterSize, .height = kScatterSize});
  scatter_.upload(skin_tables().scatter);
}

void SkinPass::set_material(const gl::Program& program, const View& view, const SkinLook& look,
                            bool detail) const {
  set_pigments(program, skin_pigments(look));
  program.set("clay", look.clay ? 1.0F : 0.0F);
  program.set("gloss", skin_gloss(look));
  program.set("exposure", skin_exposure(look));
  program.set_sampler("scatter", kScatterUnit);
  scatter_.bind(kScatterUnit);
  set_lamps(program, view.lights);
  if (tissue_) {
    program.set("tissue_low", tissue_low_);
    program.set("tissue_size", tissue_size_);
    program.set("scar", glm::vec3(skin::kScar.melanin, skin::kScar.eased, skin::kScar.haemoglobin));
    program.set_sampler("tissue", kTissueUnit);
    tissue_.bind(kTissueUnit);
  }
  if (!detail) return;
  if (!pad_) {
    program.set("lines", static_cast<float>(look.lines));
    program.set("face_height", static_cast<float>(look.face_height));
  }
  program.set("relief_amount", glm::smoothstep(1.5F, 12.0F, view.px_per_mm) * 0.85F + 0.25F);
  program.set_sampler("relief", kReliefUnit);
  relief_.bind(kReliefUnit);
}

void SkinPass::set_tissue(const TissueLook& look) {
  tissue_ = {};
  if (look.width == 0) return;
  tissue_ = gl::Texture({.format = gl::Format::Rgba16F,
                         .width = look.width,
                         .height = look.height,
                         .filter = gl::Filter::Mipmap});
  tissue_.upload(look.texels);
  tissue_low_ = look.low;
  tissue_size_ = look.size;
}

void SkinPass::set_pad(const scalp::Pad& pad) {
  pad_ = pad;
  indices_ = 0;
}

void SkinPass::set_head(const HeadModel& head) {
  pad_.reset();
  vertices_.set(std::span(head.vertices));
  head_.bind();
  triangles_.set(std::span(head.triangles));
  head_.attach_indices(triangles_);
  indices_ = static_cast<GLsizei>(head.triangles.size());
  constexpr std::size_t kStride = sizeof(HeadVertex);
  head_.attach(vertices_,
               {.location = 0, .components = 3, .offset = offsetof(HeadVertex, position), .stride = kStride});
  head_.attach(vertices_,
               {.location = 1, .components = 3, .offset = offsetof(HeadVertex, normal), .stride = kStride});
  head_.attach(vertices_, {.location = 2, .offset = offsetof(HeadVertex, occlusion), .stride = kStride});
  head_.attach(vertices_, {.location = 3, .offset = offsetof(HeadVertex, chart), .stride = kStride});
}

void SkinPass::draw(const View& view, const SkinLook& look, bool detail) {
  glDepthMask(GL_TRUE);
  glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
  glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
  glDisable(GL_BLEND);
  if (!pad_ && indices_ == 0) return;
  upload_tables();
  const gl::Program& program =
      (pad_ ? pad_program_ : head_program_).at((detail ? 1U : 0U) + (tissue_ ? 2U : 0U));
  program.use();
  set_view(program, view);
  set_material(program, view, look, detail);
  pad_ ? draw_pad(view, program) : draw_head(view);
}

void SkinPass::draw_pad(const View& view, const gl::Program& program) const {
  glDisable(GL_CULL_FACE);
  glDisable(GL_DEPTH_TEST);
  program.set("pad_size", glm::vec2(pad_->width.value, pad_->height.value));
  program.set("px_per_mm", view.px_per_mm);
  no_vertices_.bind();
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void SkinPass::draw_head(const View& view) const {
  glEnable(GL_CULL_FACE);
  glFrontFace(view.mirrored ? GL_CW : GL_CCW);
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LESS);
  head_.bind();
  glDrawElements(GL_TRIANGLES, indices_, GL_UNSIGNED_INT, nullptr);
  glFrontFace(GL_CCW);
  glDisable(GL_CULL_FACE);
}

}  // namespace engine::render
