#include "engine/render/renderer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "engine/render/client_head.h"
#include "engine/render/compose_pass.h"
#include "engine/render/dot_pass.h"
#include "engine/render/skin_pass.h"
#include "engine/render/thinning.h"
#include "engine/render/wander_pass.h"

namespace engine::render {
namespace {

constexpr double kMovingShare =
    0.42;  // of the resolution while the camera moves, for processors without a GPU
// Splats drawn at most while the camera moves; each stands for several then (thinning.h).
constexpr std::size_t kMovingSplats = 6000;

// What a slot's surfaces show.
struct Shown {
  Camera camera;
  Viewport viewport;
  bool moving = false;
  std::uint64_t skin_version = 0;
  std::uint64_t dots_version = 0;
  bool operator==(const Shown&) const = default;
};

struct SlotState {
  std::optional<Targets> still, moving;
  std::optional<Shown> shown;
  std::size_t dots_drawn = 0;
  bool last_moving = false;
};

// The rectangle that new splats may have touched; empty when they are off the picture.
PixelRect touched(std::span<const DotInstance> splats, const Camera& camera, Viewport viewport,
                  const Targets& t) {
  const double scale = static_cast<double>(t.height) / viewport.height;
  double left = t.width, right = 0.0, low = t.height, high = 0.0;
  for (const DotInstance& splat : splats) {
    const Vec3 position(splat.position);
    const auto px = project(camera, viewport, position);
    if (!px) continue;
    const double near_factor = 1.1;  // the corner nearest to the eye looks larger
    const double reach =
        scale * (near_factor * splat_reach(splat) * px_per_mm_at(camera, viewport, position) + 1.0) + 3.0;
    left = std::min(left, px->x * scale - reach);
    right = std::max(right, px->x * scale + reach);
    low = std::min(low, t.height - px->y * scale - reach);
    high = std::max(high, t.height - px->y * scale + reach);
  }
  const int x0 = std::max(0, static_cast<int>(std::floor(left))),
            y0 = std::max(0, static_cast<int>(std::floor(low)));
  const int x1 = std::min(t.width, static_cast<int>(std::ceil(right)));
  const int y1 = std::min(t.height, static_cast<int>(std::ceil(high)));
  return {x0, y0, std::max(0, x1 - x0), std::max(0, y1 - y0)};
}

}  // namespace

struct Renderer::State {
  SkinPass skin_pass;
  DotPass dot_pass;
  WanderPass wander_pass;
  ComposePass compose_pass;
  SkinLook look;
  std::vector<DotInstance> dots, hair;
  Ranks dot_ranks, hair_ranks;
  SplatBuffer dot_buffer, scratch;
  std::uint64_t skin_version = 1, dots_version = 1;
  bool on_head = false;
  std::array<SlotState, 3> slots;

  Targets* targets(SlotState& slot, Viewport viewport, bool moving);
  void draw_all(SlotState& slot, const Targets& t, const View& view, bool moving);
  void set_hair(std::span<const DotInstance> splats);
  void draw_splats(std::span<const DotInstance> splats, const Ranks* thinned_by, const View& view);
};

core::Result<Renderer> Renderer::make() {
  auto skin = SkinPass::make();
  if (!skin) return core::fail(skin.error());
  auto dots = DotPass::make();
  if (!dots) return core::fail(dots.error());
  auto wander = WanderPass::make();
  if (!wander) return core::fail(wander.error());
  auto compose = ComposePass::make();
  if (!compose) return core::fail(compose.error());
  return Renderer(std::unique_ptr<State>(new State{.skin_pass = *std::move(skin),
                                                   .dot_pass = *std::move(dots),
                                                   .wander_pass = *std::move(wander),
                                                   .compose_pass = *std::move(compose)}));
}

Renderer::Renderer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

void Renderer::set_pad(const scalp::Canvas& pad, std::span<const DotInstance> hair) {
  state_->skin_pass.set_pad(*pad.pad());
  state_->set_hair(hair);
  state_->on_head = false;
  ++state_->skin_version;
}

void Renderer::set_head(const HeadModel& head, std::span<const DotInstance> hair) {
  state_->skin_pass.set_head(head);
  state_->set_hair(hair);
  state_->on_head = true;
  ++state_->skin_version;
}

constexpr double kClippedMm = 0.4;  // hair of a pad: so short that one sees where it comes out of the skin

void Renderer::set_canvas(const scalp::Canvas& canvas, const scalp::Client& client) {
  if (const scalp::Pad* pad = canvas.pad()) {
    const auto units =
        scalp::follicular_units(canvas, pad->seed, scalp::growth_of(*pad), scalp::whole(canvas));
    set_pad(canvas, scalp_stubble(canvas, units, {.length = core::Mm{kClippedMm}, .seed = pad->seed}));
    return set_tissue(make_tissue_look(canvas, [](const geometry::Vec3& p) { return glm::vec2(p.x, p.y); }));
  }
  const ClientHead head = make_client_head(canvas, client);
  set_head(head.model, head.hair);
  set_tissue(head.tissue);
}

void Renderer::set_tissue(const TissueLook& look) {
  state_->skin_pass.set_tissue(look);
  ++state_->skin_version;
}

void Renderer::set_skin(const SkinLook& look) {
  if (look == state_->look) return;
  state_->look = look;
  ++state_->skin_version;
}

void Renderer::set_dots(std::span<const DotInstance> dots) {
  state_->dots.assign(dots.begin(), dots.end());
  state_->dot_ranks.forget();
  state_->dot_buffer.set(dots);
  ++state_->dots_version;
}

void Renderer::append_dot(const DotInstance& dot) {
  state_->dots.push_back(dot);
  state_->dot_buffer.append(dot);
}

Targets* Renderer::State::targets(SlotState& slot, Viewport viewport, bool moving) {
  const auto drawn = [share = moving ? kMovingShare : 1.0](int px) {
    return std::max(1, static_cast<int>(std::lround(px * share)));
  };
  const int width = drawn(viewport.width), height = drawn(viewport.height);
  std::optional<Targets>& t = moving ? slot.moving : slot.still;
  if (!t || t->width != width || t->height != height) {
    slot.shown.reset();
    t.reset();
    auto made = Targets::make(width, height);
    if (!made) return nullptr;
    t = *std::move(made);
  }
  return &*t;
}

void Renderer::State::set_hair(std::span<const DotInstance> splats) {
  hair.assign(splats.begin(), splats.end());
  hair_ranks.forget();
}

// Only those in sight go to the GPU, in their order: the sums stay the same to the last bit.
void Renderer::State::draw_splats(std::span<const DotInstance> splats, const Ranks* thinned_by,
                                  const View& view) {
  std::vector<DotInstance> seen;
  float thinning = 1.0F;
  if (thinned_by == nullptr) {
    seen = in_sight(splats, view);
  } else {
    seen = few_in_sight(splats, *thinned_by, view, kMovingSplats, thinning);
  }
  scratch.set(seen);
  dot_pass.draw(view, scratch, {.first = 0, .count = seen.size(), .thinning = thinning}, on_head);
}

void Renderer::State::draw_all(SlotState& slot, const Targets& t, const View& view, bool moving) {
  t.skin.bind();
  skin_pass.draw(view, look, !moving);
  t.dots.bind();
  glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  if (moving) {
    hair_ranks.update(hair);
    dot_ranks.update(dots);
  }
  draw_splats(hair, moving ? &hair_ranks : nullptr, view);
  draw_splats(dots, moving ? &dot_ranks : nullptr, view);
  slot.dots_drawn = dots.size();
  compose_pass.draw(t, view, wander_pass.draw(t, view, {0, 0, t.width, t.height}), !moving);
}

DrawnTexture Renderer::draw(const Camera& camera, Viewport viewport, DrawOptions options) {
  SlotState& slot = state_->slots.at(static_cast<std::size_t>(options.slot));
  const Targets* t = state_->targets(slot, viewport, options.moving);
  if (t == nullptr) return {};
  slot.last_moving = options.moving;
  const Shown wanted{camera, viewport, options.moving, state_->skin_version, state_->dots_version};
  const View view = make_view(camera, viewport, t->height);
  glViewport(0, 0, t->width, t->height);
  if (slot.shown != wanted) {
    state_->draw_all(slot, *t, view, options.moving);
    slot.shown = wanted;
  } else if (slot.dots_drawn < state_->dots.size()) {
    const auto added = std::span(state_->dots).subspan(slot.dots_drawn);
    t->dots.bind();
    state_->dot_pass.draw(view, state_->dot_buffer, {.first = slot.dots_drawn, .count = added.size()},
                          state_->on_head);
    slot.dots_drawn = state_->dots.size();
    const PixelRect rect = touched(added, camera, viewport, *t);
    if (rect.width > 0 && rect.height > 0)
      state_->compose_pass.draw(*t, view, state_->wander_pass.draw(*t, view, rect), !options.moving);
  }
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glDisable(GL_DEPTH_TEST);
  return {t->picture.name(), t->width, t->height};
}

Image Renderer::read_pixels(Slot which) const {
  const SlotState& slot = state_->slots.at(static_cast<std::size_t>(which));
  const std::optional<Targets>& t = slot.last_moving ? slot.moving : slot.still;
  if (!t) return {};
  Image image{t->width, t->height, {}};
  const std::size_t row = 4 * static_cast<std::size_t>(t->width);
  std::vector<std::uint8_t> upside_down(row * static_cast<std::size_t>(t->height));
  t->compose.bind();
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, t->width, t->height, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  image.rgba.reserve(upside_down.size());
  for (std::size_t y = static_cast<std::size_t>(t->height); y-- > 0;) {
    const auto first = upside_down.begin() + static_cast<std::ptrdiff_t>(y * row);
    image.rgba.insert(image.rgba.end(), first, first + static_cast<std::ptrdiff_t>(row));
  }
  return image;
}

}  // namespace engine::render
