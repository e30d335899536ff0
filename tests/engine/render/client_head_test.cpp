#include "engine/render/client_head.h"

#include "engine/gl/debug.h"
#include "engine/scalp/client.h"
#include "engine/scalp/head_surface.h"
#include "tests/engine/render/pictures.h"

using namespace engine;
using namespace engine::render;

namespace {

// A square of dots on the front of the scalp, 1.1 mm apart in the chart, as if worked there.
std::vector<DotInstance> worked_patch(const scalp::Canvas& canvas) {
  const Vec2 centre = canvas.head()->landmark(scalp::Landmark::Mfp);
  std::vector<DotInstance> out;
  std::uint64_t k = 0;
  for (double u = -30.0; u < 0.0; u += 1.1) {
    for (double v = -45.0; v < -4.0; v += 1.1, ++k) {
      const Vec2 jitter{0.2 * core::draw_normal(1, "u", k), 0.2 * core::draw_normal(1, "v", k)};
      const auto where = canvas.locate(scalp::canvas_point_from_mm(centre + Vec2{u, v} + jitter));
      if (where)
        out.push_back(make_splat(*where, {.diameter = engine::core::Mm{0.4}}, core::draw_unit(1, "turn", k)));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a client's head is drawn from every side, with hair where it grows") {
  auto context = test::context();
  if (!context) return;
  const scalp::Client client{.loss_class = "norwood_5"};
  const auto canvas = scalp::make_head_canvas(client);
  REQUIRE(canvas.has_value());
  const ClientHead head = make_client_head(*canvas, client);
  CHECK(head.hair.size() > 30'000);
  auto renderer = Renderer::make();
  REQUIRE(renderer.has_value());
  renderer->set_head(head.model, head.hair);
  const auto dots = worked_patch(*canvas);
  CHECK(dots.size() > 800);
  renderer->set_dots(dots);
  std::vector<Image> views;
  for (const auto view : {StandardView::Front, StandardView::ThreeQuarter, StandardView::Right,
                          StandardView::Top, StandardView::Back}) {
    renderer->draw(standard_view(view, {1280, 800}), {1280, 800});
    views.push_back(half_size(renderer->read_pixels()));
    const auto middle = test::mean(views.back(), 290, 170, 60);
    INFO("view " << static_cast<int>(view));
    CHECK(middle.r > 0.2);
    CHECK(middle.r > middle.b);
  }
  test::save(test::side_by_side(views), "head");
  CHECK(gl::take_error().empty());
}
