#include "trainer/canvas/picture.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "trainer/assessment/site.h"
#include "trainer/words/say.h"

namespace trainer::canvas {

namespace render = engine::render;

namespace {

// A needled place: red round a prick, without pigment. It has healed by the next visit.
std::vector<render::DotInstance> mark_splats(const runner::Attempt& attempt,
                                             const engine::skin::DryMark& mark) {
  if (mark.treatment_session != attempt.skin.treatment_session) return {};
  engine::skin::Dot prick;
  prick.at = mark.at;
  prick.deposit_depth_um = mark.depth_um;
  prick.thickness_um = mark.thickness_um;
  prick.diameter_um = 140;
  prick.pigment_permille = 120;
  prick.treatment_session = mark.treatment_session;
  return render::dot_splats(attempt.site->canvas(), prick, 0.0, attempt.skin.healing);
}

}  // namespace

engine::core::Result<Picture> Picture::make() {
  auto renderer = render::Renderer::make();
  if (!renderer) return engine::core::fail(renderer.error());
  return Picture(std::move(*renderer));
}

void Picture::set_site(const assessment::Site& site, const Picture* like) {
  if (!renderer_) return;
  const auto& lesson = site.lesson();
  engine::scalp::Client client;
  if (const auto* person = std::get_if<engine::scalp::Client>(&lesson.canvas))
    client = engine::scalp::person_of(*person);
  std::optional<HeadOf> whose;
  if (site.canvas().head() != nullptr) whose = HeadOf{client, lesson.zones, lesson.tissue};
  if (like != nullptr || !whose || whose_ != whose) {
    head_ = like != nullptr ? like->head_ : nullptr;
    wanted_ = nullptr;
    coming_ = {};
  }
  whose_ = whose;
  looked_for_ = false;
  if (head_ != nullptr) {
    take_head();
  } else if (whose) {
    renderer_->set_head({}, {});
    renderer_->set_tissue({});
    // The canvas is shared, not borrowed: the site may go before the head is there.
    if (!waits())
      wanted_ = [canvas = site.canvas(), client] {
        return std::make_shared<const render::ClientHead>(render::make_client_head(canvas, client));
      };
  } else {
    renderer_->set_canvas(site.canvas());
  }
  look_ = render::skin_of(client);
  renderer_->set_skin(look_);
  renderer_->set_dots({});
  shown_.clear();
  extra_ = marks_ = 0;
  stale_ = true;
}

void Picture::release() {
  renderer_.reset();
  last_camera_.reset();
  shown_.clear();
  extra_ = ~std::size_t{0};
  marks_ = 0;
}

engine::core::Result<void> Picture::restore(const assessment::Site* site) {
  auto renderer = render::Renderer::make();
  if (!renderer) return engine::core::fail(renderer.error());
  renderer_ = std::move(*renderer);
  stale_ = true;
  if (site == nullptr) return {};
  wait();
  set_site(*site, this);
  return {};
}

void Picture::take_head() {
  renderer_->set_head(head_->model, head_->hair);
  renderer_->set_tissue(head_->tissue);
  stale_ = true;
}

void Picture::begin() {
  if (wanted_) coming_ = std::async(std::launch::async, std::exchange(wanted_, nullptr));
}

// Begins when it is looked for again: the first frame comes first.
void Picture::arrive() {
  if (patient_) return wait();
  if (!std::exchange(looked_for_, true)) return;
  begin();
  if (coming_.valid() && coming_.wait_for(std::chrono::seconds{0}) == std::future_status::ready) wait();
}

void Picture::wait() {
  if (!renderer_) return;
  begin();
  if (!coming_.valid()) return;
  head_ = coming_.get();
  take_head();
}

void Picture::set_clay(bool clay) {
  if (!renderer_ || look_.clay == clay) return;
  look_.clay = clay;
  renderer_->set_skin(look_);
  stale_ = true;
}

void Picture::set_days(double days) {
  if (days == days_) return;
  days_ = days;
  shown_.clear();
  stale_ = true;
}

void Picture::show(const runner::Attempt& attempt, std::span<const engine::skin::Dot> extra) {
  if (!renderer_) return;
  const auto& dots = attempt.skin.dots;
  const std::size_t n = shown_.size();
  // While the dot of a contact is open only its numbers change, hardly its look: it is drawn when it opens
  // and once more when it closes.
  const auto& marks = attempt.skin.dry_marks;
  const bool open = attempt.skin.contact && attempt.skin.contact->has_open_dot;
  const bool same_age = healings_ == attempt.skin.healings;
  const bool new_marks = marks.size() > marks_;
  if (same_age && extra.size() == extra_ && dots.size() == n && marks.size() >= marks_ &&
      (open || std::equal(dots.begin(), dots.end(), shown_.begin()))) {
    for (; marks_ < marks.size(); ++marks_)
      for (const auto& splat : mark_splats(attempt, marks[marks_])) renderer_->append_dot(splat);
    stale_ = stale_ || new_marks;
    return;
  }
  const auto& canvas = attempt.site->canvas();
  const bool appended = same_age && !new_marks && marks.size() == marks_ && extra.size() == extra_ &&
                        dots.size() == n + 1 && std::equal(shown_.begin(), shown_.end(), dots.begin());
  if (appended) {
    for (const auto& splat : render::dot_splats(canvas, dots.back(), days_, attempt.skin.healing))
      renderer_->append_dot(splat);
  } else {
    std::vector<render::DotInstance> instances;
    for (const auto& dot : dots) {
      const auto healed = engine::sim::days_healed(attempt.skin.healings, dot.treatment_session,
                                                   attempt.skin.treatment_session);
      const auto splats =
          render::dot_splats(canvas, dot, days_ + static_cast<double>(healed), attempt.skin.healing);
      instances.insert(instances.end(), splats.begin(), splats.end());
    }
    for (const auto& mark : marks) {
      const auto splats = mark_splats(attempt, mark);
      instances.insert(instances.end(), splats.begin(), splats.end());
    }
    marks_ = marks.size();
    const auto more = render::dot_splats(canvas, extra, days_, attempt.skin.healing);
    instances.insert(instances.end(), more.begin(), more.end());
    renderer_->set_dots(instances);
  }
  shown_ = dots;
  extra_ = extra.size();
  healings_ = attempt.skin.healings;
  stale_ = true;
}

void Picture::show_aged(const engine::scalp::Canvas& canvas, std::span<const engine::skin::Dot> dots,
                        double days, const engine::skin::HealingModel& healing) {
  if (!renderer_) return;
  renderer_->set_dots(render::dot_splats(canvas, dots, days, healing));
  shown_.clear();
  extra_ = ~std::size_t{0};
  marks_ = 0;
  stale_ = true;
}

render::DrawnTexture Picture::draw(const render::Camera& camera, render::Viewport viewport, bool moving) {
  if (!renderer_) return {};
  if (!stale_ && last_camera_ == camera && last_viewport_ == viewport && last_moving_ == moving) return last_;
  last_ = renderer_->draw(camera, viewport, {.slot = render::Slot::Main, .moving = moving});
  last_camera_ = camera;
  last_viewport_ = viewport;
  last_moving_ = moving;
  stale_ = false;
  return last_;
}

render::DrawnTexture Picture::draw_loupe(const render::Camera& camera, render::Viewport viewport) {
  if (!renderer_) return {};
  return renderer_->draw(camera, viewport, {.slot = render::Slot::Loupe, .moving = false});
}

engine::core::Result<render::Image> Picture::still(const render::Camera& camera, render::Viewport viewport) {
  if (!renderer_) return engine::core::fail(words::say("there is no graphics context to draw with"));
  wait();
  draw(camera, viewport, false);
  render::Image image = renderer_->read_pixels();
  if (image.width != viewport.width || image.height != viewport.height)
    return engine::core::fail(
        words::say("the graphics driver cannot draw {} x {} pixels", viewport.width, viewport.height));
  for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
  return image;
}

}  // namespace trainer::canvas
