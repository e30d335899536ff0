#include "trainer/canvas/layers.h"
#include "engine/core/moment.h"
#include "trainer/canvas/eye.h"

#include <doctest/doctest.h>

#include "tests/support/lessons.h"
#include "trainer/canvas/eye.h"

using engine::core::Span;
using engine::core::SteadyTime;

using namespace trainer;
using canvas::Layers;
using ui::Overlay;

namespace {

support::LessonBuilder lesson(std::vector<std::string> cues = {}) {
  support::LessonBuilder made = support::field(40.0);
  made.step(support::StepKind::NeedleWork);
  static std::vector<std::string> wanted;
  wanted = std::move(cues);
  made.with([](lessons::Lesson& l) { l.cues = wanted; });
  return made;
}

struct View {
  runner::Attempt attempt;
  canvas::Eye eye;

  explicit View(const lessons::Lesson& l)
      : attempt(runner::begin(*assessment::Site::make(l))), eye(attempt.site->canvas()) {
    eye.place({0, 0, 1000, 800}, {0, 0, 1000, 800}, 1.0);
    eye.look_at({30'000, 30'000}, 14.0, SteadyTime{0});
    eye.jump();
  }
  ui::CanvasInk ink(Layers& layers) const {
    ui::CanvasInk made;
    layers.add_to(made, attempt, eye.lens(), {});
    return made;
  }
  void dot(engine::scalp::CanvasPoint at) {
    for (const bool contact : {true, false})
      runner::apply(attempt,
                    engine::sim::Event{engine::sim::NeedleMoved{{.t_us = attempt.skin.t_us + Span{150'000},
                                                                 .at = at,
                                                                 .pressure = {},
                                                                 .tilt = {},
                                                                 .contact = contact}}});
  }
};

const std::vector<std::string> kMaps = {"density_map", "depth_map", "rows"};

}  // namespace

TEST_CASE("work begins with the template, and the spacing ring where the lesson allows it") {
  const Layers bare(lesson().lesson()), plain(lesson({"template"}).lesson()),
      ring(lesson({"template", "spacing_ring"}).lesson());
  CHECK_FALSE(bare.shows(Overlay::Template));
  CHECK(plain.shows(Overlay::Template));
  CHECK_FALSE(plain.shows(Overlay::Spacing));
  CHECK(ring.shows(Overlay::Spacing));
  CHECK_FALSE(ring.map());
}

TEST_CASE("an overlay is laid on and taken off, others stay") {
  Layers layers(lesson({"template"}).lesson());
  layers.toggle(Overlay::PatchGrid);
  layers.toggle(Overlay::Midline);
  CHECK(layers.shows(Overlay::PatchGrid));
  layers.toggle(Overlay::PatchGrid);
  CHECK_FALSE(layers.shows(Overlay::PatchGrid));
  CHECK(layers.shows(Overlay::Midline));
  CHECK(layers.shows(Overlay::Template));
}

TEST_CASE("one map at a time") {
  Layers layers(lesson(kMaps).lesson());
  for (int i = static_cast<int>(Overlay::DensityMap); i < ui::kOverlays; ++i) {
    layers.toggle(static_cast<Overlay>(i));
    CHECK(layers.map() == static_cast<Overlay>(i));
  }
  layers.toggle(Overlay::Rows);
  CHECK_FALSE(layers.map());
}

TEST_CASE("maps go one after the other, only those that the lesson allows, and after the last none") {
  const auto allows = lesson({"density_map", "depth_map"});
  Layers layers(allows.lesson());
  std::vector<Overlay> seen;
  while (const auto next = layers.map_after(allows.lesson())) {
    seen.push_back(*next);
    layers.toggle(*next);
    REQUIRE(seen.size() < 9);
  }
  for (const auto overlay : seen) CHECK(canvas::allowed(allows.lesson(), overlay));
  CHECK(seen == std::vector{Overlay::DensityMap, Overlay::SpacingMap, Overlay::DepthMap});
  CHECK(layers.map() == seen.back());
  CHECK_FALSE(Layers(lesson().lesson()).map_after(lesson().lesson()));
}

TEST_CASE("the key of maps goes through them and ends with none") {
  const auto allows = lesson({"density_map"});
  Layers layers(allows.lesson());
  for (int i = 0; i < 2; ++i) {
    layers.toggle(*layers.next_map(allows.lesson()));
    CHECK(layers.map() == Overlay::DensityMap);
    layers.toggle(*layers.next_map(allows.lesson()));
    CHECK(layers.map() == Overlay::SpacingMap);
    layers.toggle(*layers.next_map(allows.lesson()));
    CHECK_FALSE(layers.map());
  }
  CHECK_FALSE(Layers(lesson().lesson()).next_map(lesson().lesson()));
}

TEST_CASE("the next dot's ring lies where the field is emptiest, and moves with the work") {
  View view(lesson({"next_dot"}).lesson());
  Layers layers(view.attempt.site->lesson());
  const auto before = view.ink(layers).marks.size();
  layers.toggle(Overlay::NextDot);
  const auto first = view.ink(layers).marks;
  REQUIRE(first.size() == before + 1);
  CHECK(view.ink(layers).marks.back().at == first.back().at);
  const auto emptiest = canvas::emptiest(view.attempt);
  REQUIRE(emptiest);
  view.dot(*emptiest);
  const auto second = view.ink(layers).marks;
  CHECK_FALSE(second.back().at == first.back().at);
}

TEST_CASE("an expert's places are rings, and are forgotten when the skin has healed") {
  View view(lesson({"expert_ghost"}).lesson());
  Layers layers(view.attempt.site->lesson());
  layers.toggle(Overlay::Expert);
  CHECK_FALSE(layers.knows_expert());
  const auto before = view.ink(layers).marks.size();
  layers.set_expert({{20'000, 20'000}, {30'000, 30'000}, {40'000, 40'000}});
  CHECK(layers.knows_expert());
  CHECK(view.ink(layers).marks.size() == before + 3);
  layers.forget();
  CHECK_FALSE(layers.knows_expert());
  CHECK(view.ink(layers).marks.size() == before);
  layers.set_expert({{20'000, 20'000}});
  layers.toggle(Overlay::Expert);
  CHECK(view.ink(layers).marks.size() == before);
}

TEST_CASE("a pad has no face to divide") {
  View view(lesson({"thirds"}).lesson());
  Layers layers(view.attempt.site->lesson());
  const auto before = view.ink(layers).lines.size();
  layers.toggle(Overlay::Thirds);
  CHECK(view.ink(layers).lines.size() == before);
}
