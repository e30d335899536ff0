// The healed view, driven without a picture: healed_draw_test and render.sh look at it.
#include "trainer/app/screens/healed_screen.h"

#include "tests/trainer/app/work.h"

using namespace rooms;
using trainer::ui::Command;

TEST_CASE("work in zones is shown with its years, above the debrief, and that is announced") {
  Household home;
  const auto sitting = home.sit(plain_lesson());
  const auto next = app::healed_of(*sitting);
  CHECK(is<app::Push>(next).announce == "Letting the years pass\u2026");
  CHECK(is<app::Push>(next).open);
}

TEST_CASE("where nothing was worked there is nothing to heal: it stays") {
  Household home;
  support::LessonBuilder paper("paper");
  paper.with([](lessons::Lesson& l) { l.practical = false; })
      .step(support::question(0))
      .step(support::StepKind::Review)
      .judged(engine::scoring::CriterionId::Theory, 100);
  const auto sitting = home.sit(paper);
  const auto next = app::healed_of(*sitting);
  CHECK(stays(next));
  CHECK(is<app::Stay>(next).said.empty());
}

namespace {

// The view over a finished sitting, in a window of 1280 x 800.
struct Healed {
  Household home;
  std::unique_ptr<app::Sitting> sitting;
  std::unique_ptr<app::HealedScreen> screen;

  explicit Healed(const support::LessonBuilder& lesson) : sitting(home.sit(lesson)) {
    screen = opened<app::HealedScreen>(is<app::Push>(app::healed_of(*sitting)).open, home);
    show(*screen);
  }
  [[nodiscard]] const ui::HealedPanel& panel() const { return screen->years().panel(); }
};

}  // namespace

TEST_CASE("keys walk through the ages, and stop at the first and the last") {
  Healed healed(plain_lesson());
  CHECK(healed.panel().days == ui::kAgeStops[4].days);
  CHECK(stays(healed.screen->act({Command::Older})));
  CHECK(healed.panel().days == ui::kAgeStops[5].days);
  for (int i = 0; i < 3; ++i) healed.screen->act({Command::Older});
  CHECK(healed.panel().days == ui::kAgeStops[5].days);
  for (int i = 0; i < 9; ++i) healed.screen->act({Command::Younger});
  CHECK(healed.panel().days == 0.0);
}

TEST_CASE("every choice of the panel is taken, and what is told follows it") {
  Healed healed(plain_lesson());
  healed.screen->act_on(ui::SetAge{28.0});
  const auto four_weeks = healed.screen->years().view().rows;
  healed.screen->act_on(ui::SetAge{5 * 365.25});
  CHECK(healed.panel().days == 5 * 365.25);
  const auto five_years = healed.screen->years().view().rows;
  REQUIRE(four_weeks.size() == five_years.size());
  std::size_t changed = 0;
  for (std::size_t i = 0; i < four_weeks.size(); ++i)
    changed += four_weeks[i].experts != five_years[i].experts;
  CHECK(changed > 0);  // an expert's dots age too
  healed.screen->act_on(ui::LiveIn{engine::scalp::Sun::Outdoors});
  CHECK(healed.panel().sun == engine::scalp::Sun::Outdoors);
  healed.screen->act_on(ui::SkinIs{engine::scalp::SkinKind::Oily});
  CHECK(healed.panel().skin == engine::scalp::SkinKind::Oily);
  for (const int distance : {0, 1, 2}) {
    healed.screen->act_on(ui::SeeFrom{distance});
    CHECK(healed.panel().distance == distance);
  }
  healed.screen->act_on(ui::ShowExtent{ui::Extent::WholeHead});
  CHECK(healed.panel().extent == ui::Extent::WholeHead);
  healed.screen->act_on(ui::ShowWipe{true});
  healed.screen->act_on(ui::SetWipe{0.9});
  CHECK(healed.panel().wipe);
  CHECK(healed.panel().wipe_at == 0.9);
  healed.screen->act_on(ui::SetWipe{7.0});  // never wiped out of the window
  CHECK(healed.panel().wipe_at < 1.0);
}

TEST_CASE("it goes back to the debrief by every key that says so, and measures nothing") {
  Healed healed(plain_lesson());
  for (const auto command : {Command::Proceed, Command::Back, Command::BackToReview}) {
    CHECK(healed.screen->can(command));
    CHECK(std::holds_alternative<app::Pop>(healed.screen->act({command})));
  }
  CHECK_FALSE(healed.screen->can(Command::Tape));
  CHECK_FALSE(healed.screen->can(Command::Undo));
}

TEST_CASE("both pictures are the view's, and with the wipe its handle is not") {
  Healed healed(plain_lesson());
  const auto layout = ui::healed_layout(kFrame, healed.panel());
  const auto middle = [](const ui::Rect& r) { return Vec2{r.x + r.w / 2, r.y + r.h / 2}; };
  CHECK(healed.screen->owns(middle(layout.yours)));
  CHECK(healed.screen->owns(middle(layout.experts)));
  CHECK_FALSE(healed.screen->owns(middle(layout.side)));
  healed.screen->act_on(ui::ShowWipe{true});
  show(*healed.screen);
  const auto wiped = ui::healed_layout(kFrame, healed.panel());
  CHECK_FALSE(healed.screen->owns(middle(ui::wipe_handle(kFrame, wiped))));
}

TEST_CASE("a drag over the expert's picture turns one's own view, as one over one's own does") {
  Healed healed(plain_lesson());
  const auto layout = ui::healed_layout(kFrame, healed.panel());
  const Vec2 over{layout.experts.x + layout.experts.w / 2, layout.experts.y + layout.experts.h / 2};
  healed.home.give(*healed.screen,
                   platform::PointerPressed{mouse(kNow + kSecond, over), platform::Button::Right});
  CHECK(healed.screen->owns({5, 5}));  // wherever it goes
  healed.home.give(*healed.screen, platform::PointerReleased{mouse(kNow + 2 * kSecond, over + Vec2{40, 0}),
                                                             platform::Button::Right});
  CHECK_FALSE(healed.screen->owns({layout.side.x + layout.side.w / 2, layout.side.y + layout.side.h / 2}));
}
