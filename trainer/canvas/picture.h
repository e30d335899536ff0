// The skin and its dots as a picture, kept in step with an attempt.
#pragma once

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/render/client_head.h"
#include "engine/render/renderer.h"
#include "trainer/runner/attempt.h"

namespace trainer::canvas {

class Picture {
 public:
  // Shows nothing: for whoever has no GL context.
  Picture() = default;
  // Needs a current GL context. Error: a shader does not compile.
  static engine::core::Result<Picture> make();

  // A head takes two seconds: it is made on another thread and comes later (`arrive`); until then there is no
  // skin to see. That of the same client with the same scars is kept from the site before: who goes from the
  // brief to work does not wait again. `like`: a picture of the same site, whose head, if it is there, this
  // one shares.
  void set_site(const assessment::Site& site, const Picture* like = nullptr);
  // Whose view it shows: screens that lie above each other share it.
  void show_for(const void* view) { shown_for_ = view; }
  [[nodiscard]] bool shown_for(const void* view) const { return shown_for_ == view; }
  // Round a change of the GL context: gives up all that lives in it, and makes it anew from what is kept
  // here.
  void release();
  engine::core::Result<void> restore(const assessment::Site* site);
  [[nodiscard]] bool has_renderer() const { return renderer_.has_value(); }
  // A head that is coming is waited for whenever the picture is drawn: still pictures show everything.
  void be_patient() { patient_ = true; }
  [[nodiscard]] bool waits() const { return wanted_ || coming_.valid(); }
  void arrive();             // takes the head when it is there; the second call begins to make it
  void wait();               // until it is
  void set_clay(bool clay);  // grey skin under a heat map, so that a colour means the same on every skin type
  void set_days(double days);  // since the work; 0 is fresh
  // Dots as they are now; a single new one is only added. `extra`: more dots that belong to nobody's record.
  void show(const runner::Attempt& attempt, std::span<const engine::skin::Dot> extra = {});
  // These dots so many days old, whatever an attempt says; the next `show` puts its own back.
  void show_aged(const engine::scalp::Canvas& canvas, std::span<const engine::skin::Dot> dots, double days,
                 const engine::skin::HealingModel& healing);
  engine::render::DrawnTexture draw(const engine::render::Camera& camera, engine::render::Viewport viewport,
                                    bool moving);
  // A second, smaller picture of the same skin.
  engine::render::DrawnTexture draw_loupe(const engine::render::Camera& camera,
                                          engine::render::Viewport viewport);
  // Read back, top row first. Error: the driver refuses surfaces of this size.
  engine::core::Result<engine::render::Image> still(const engine::render::Camera& camera,
                                                    engine::render::Viewport viewport);

 private:
  explicit Picture(engine::render::Renderer renderer) : renderer_(std::move(renderer)) {}
  struct HeadOf {
    engine::scalp::Client client;
    std::vector<engine::scalp::ZoneSpec> zones;
    std::vector<lessons::Tissue> tissue;
    bool operator==(const HeadOf&) const = default;
  };
  void take_head();
  void begin();

  std::optional<engine::render::Renderer> renderer_;  // empty between release and restore
  std::optional<HeadOf> whose_;                       // head_, or the one that is coming; nothing on a pad
  std::shared_ptr<const engine::render::ClientHead>
      head_;  // null on a pad; shared, it takes two seconds to make
  std::function<std::shared_ptr<const engine::render::ClientHead>()>
      wanted_;  // how to make the one that nobody has begun
  std::future<std::shared_ptr<const engine::render::ClientHead>> coming_;
  std::vector<engine::skin::Dot> shown_;
  std::size_t extra_ = 0;
  std::size_t marks_ = 0;  // of a dry needle, how many of them are shown
  std::vector<std::int32_t> healings_;
  double days_ = 0.0;
  engine::render::SkinLook look_;
  bool stale_ = true;
  bool patient_ = false;
  const void* shown_for_ = nullptr;
  bool looked_for_ = false;
  std::optional<engine::render::Camera> last_camera_;
  engine::render::Viewport last_viewport_;
  bool last_moving_ = false;
  engine::render::DrawnTexture last_;
};

}  // namespace trainer::canvas
