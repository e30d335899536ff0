// Draws skin and dots into a texture, keeping what has not changed: the skin is redrawn when the camera
// or the skin changes, optical density is only ever added to in between, and only the rectangle round new
// dots is composed again. Needs a current GL context (>= 4.1 core) from make to destruction, on one thread.
#pragma once

#include <memory>
#include <span>

#include "engine/core/result.h"
#include "engine/render/camera.h"
#include "engine/render/head_model.h"
#include "engine/render/image.h"
#include "engine/render/scene.h"
#include "engine/render/tissue_look.h"
#include "engine/scalp/canvas.h"
#include "engine/scalp/client.h"

namespace engine::render {

// Each slot keeps its own picture, so that a loupe costs the main picture nothing.
enum class Slot { Main, Loupe, Thumbnail };

struct DrawOptions {
  Slot slot = Slot::Main;
  // less than half the resolution and no fine relief while the camera moves; call again when it rests
  bool moving = false;
};

// A GL texture to draw with one image call over the whole viewport. Row 0 of a texture is the bottom row:
// uv of the upper left corner is (0, 1), of the lower right (1, 0). Valid until the next draw of its slot.
struct DrawnTexture {
  unsigned texture = 0;
  int width = 0;  // px of the texture; smaller than the viewport while moving
  int height = 0;
};

class Renderer {
 public:
  // Error: a shader does not compile (names it), or the context is too old.
  static core::Result<Renderer> make();
  Renderer(Renderer&&) noexcept;
  Renderer& operator=(Renderer&&) noexcept;
  ~Renderer();

  void set_pad(const scalp::Canvas& pad, std::span<const DotInstance> hair = {});
  // `hair`: splats that belong to the client, not to the work; they are added before the dots.
  void set_head(const HeadModel& head, std::span<const DotInstance> hair);
  void set_tissue(const TissueLook& look);  // scars and marks of either; stays until set again
  // Either of them from the canvas; a head is made here and now (make_client_head).
  void set_canvas(const scalp::Canvas& canvas, const scalp::Client& client = {});
  void set_skin(const SkinLook& look);
  void set_dots(std::span<const DotInstance> dots);  // after undo, replay, or a change of time
  void append_dot(const DotInstance& dot);           // equal to set_dots with one more, bit for bit

  // Leaves the default framebuffer bound, blending and tests off. The width and height of the viewport may
  // change from call to call. A picture of zero size when the driver refuses the surfaces.
  DrawnTexture draw(const Camera& camera, Viewport viewport, DrawOptions options = {});
  [[nodiscard]] Image read_pixels(Slot slot = Slot::Main) const;  // of the last picture drawn there

 private:
  struct State;  // GL objects: keeps glad out of this header
  explicit Renderer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace engine::render
