// What may lie over the skin on the practice screen, and where one looks: overlays, maps, patches, flights.
#include "trainer/app/screens/work_screen.h"

#include "tests/trainer/app/work.h"

using namespace rooms;
using ui::Command;

TEST_CASE("the list of overlays opens and closes, is not the skin's, and Escape closes it first") {
  Work work;
  CHECK_FALSE(work.screen().work_view().overlays);
  work.act(Command::ToggleOverlays);
  const auto view = work.screen().work_view();
  REQUIRE(view.overlays);
  const auto rect = ui::overlay_list_rect(kFrame, ui::work_layout(kFrame), *view.overlays).centre();
  CHECK_FALSE(work.screen().owns({rect.x, rect.y}));
  CHECK(stays(work.act(Command::Back)));
  CHECK_FALSE(work.screen().work_view().overlays);
  CHECK(work.screen().owns({rect.x, rect.y}));
}

TEST_CASE("an overlay that the lesson counts as help is on record when it is laid on, not when it goes") {
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.cues = {"next_dot", "density_map", "spacing_ring"}; });
  Work work(lesson);
  const auto cues = [&] { return count<runner::CueUsed>(work.events()); };
  const auto before = cues();
  intend(work, ui::ToggleOverlay{ui::Overlay::NextDot});
  CHECK(cues() == before + 1);
  intend(work, ui::ToggleOverlay{ui::Overlay::NextDot});
  CHECK(cues() == before + 1);
  intend(work, ui::ToggleOverlay{ui::Overlay::PatchGrid});
  CHECK(cues() == before + 1);
}

TEST_CASE("heat maps come one after the other, as far as the lesson allows any") {
  Work none;
  none.act(Command::NextMap);
  CHECK(none.said().find("no maps") != std::string::npos);
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.cues = {"density_map"}; });
  Work work(lesson);
  work.act(Command::NextMap);
  CHECK(work.said().empty());
  work.act(Command::ToggleOverlays);
  const auto on = [&](ui::Overlay overlay) {
    const auto view = work.screen().work_view();
    REQUIRE(view.overlays);
    for (const auto& row : view.overlays->rows)
      if (row.overlay == overlay) return row.on;
    return false;
  };
  CHECK(on(ui::Overlay::DensityMap));
  work.act(Command::NextMap);
  CHECK_FALSE(on(ui::Overlay::DensityMap));
}

TEST_CASE("patches are gone through one after the other and by the map; the coach says which") {
  Work work(wide_lesson());
  const auto view = work.screen().work_view();
  REQUIRE(view.navigator.more_than_one);
  const auto patches = view.navigator.patches.size();
  work.act(Command::PatchNext);
  CHECK(work.said() == "Patch 2 of " + std::to_string(patches) + ".");
  work.act(Command::PatchBack);
  work.act(Command::PatchBack);
  CHECK(work.said() == "Patch 1 of " + std::to_string(patches) + ".");
  intend(work, ui::FlyToPatch{static_cast<int>(patches) - 1});
  CHECK(work.said() == "Patch " + std::to_string(patches) + " of " + std::to_string(patches) + ".");
  CHECK(work.screen().view_.eye().flying());
  intend(work, ui::FlyToPatch{99});
  CHECK(work.said().find("Patch " + std::to_string(patches)) == 0);
}

TEST_CASE("the last dot and the emptiest place are flown to") {
  Work work(wide_lesson());
  work.act(Command::LastDot);
  CHECK_FALSE(work.screen().view_.eye().flying());  // there is none
  const auto patches = work.screen().work_view().navigator.patches.size();
  work.dot(15, 30);
  intend(work, ui::FlyToPatch{static_cast<int>(patches) - 1});
  work.tick(kSecond);
  work.act(Command::LastDot);
  work.tick(kSecond);
  CHECK(std::abs(work.px(15, 30).x - ui::work_layout(kFrame).free.centre().x) < 3);
  work.act(Command::NextEmpty);
  CHECK(work.screen().view_.eye().flying());
}

TEST_CASE("the view is looked at from a side by intent and by key") {
  Work work;
  CHECK(stays(intend(work, ui::LookFrom{3})));
  CHECK(stays(work.act(Command::LookFrom, true, 1)));
}
