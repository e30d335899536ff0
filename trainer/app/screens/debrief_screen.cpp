#include "trainer/app/screens/debrief_screen.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "trainer/app/house.h"
#include "trainer/app/screens/brief_screen.h"
#include "trainer/app/screens/healed_screen.h"
#include "trainer/app/screens/wait_screen.h"
#include "trainer/app/screens/work_screen.h"
#include "trainer/canvas/overlay.h"
#include "trainer/robots/robot.h"
#include "trainer/words/reading.h"

namespace trainer::app {

using engine::core::fail;
using engine::core::Result;
using ui::Command;

namespace {

constexpr double kDemonstrationSpeed = 16.0;
constexpr engine::core::Span kLongestTickUs{250'000};  // after a pause of the program it does not jump ahead

using Opened = Result<std::unique_ptr<Screen>>;

std::unique_ptr<DebriefScreen> make(std::unique_ptr<Sitting> sitting, House& house, bool watching = false) {
  return std::make_unique<DebriefScreen>(std::move(sitting), house.picture, house.preferences, house.devices,
                                         house.shelf, watching);
}

void print(const Review& review) {
  std::printf("%s\n", review.result_line().c_str());
  std::fflush(stdout);
}

}  // namespace

Replace debrief_of(std::unique_ptr<Sitting> sitting) {
  sitting->close();
  auto carried = std::make_shared<std::unique_ptr<Sitting>>(std::move(sitting));
  return Replace{[carried](House& house) -> Opened {
    const std::string name = std::filesystem::path((*carried)->record()).filename().string();
    house.preferences.change([&](store::Settings& s) { s.last_view.erase(name); });
    auto screen = make(std::move(*carried), house);
    if (house.options.print_result) print(screen->review());
    return screen;
  }};
}

Push review_of(const std::string& record) {
  const auto work = [record]() -> Opener {
    auto read = Sitting::look_at(record);
    if (!read) return refusal(read.error());
    return [sitting = std::make_shared<std::unique_ptr<Sitting>>(std::move(*read)), record](House& house) {
      auto screen = make(std::move(*sitting), house);
      if (house.options.print_result && house.options.replay == record) print(screen->review());
      return screen;
    };
  };
  return {[work](House& house) {
    return std::make_unique<WaitScreen>(house.reader, work, words::reading_record());
  }};
}

Push demonstration_of(const lessons::LessonPackage& package) {
  return {[package](House& house) -> Opened {
    auto site = assessment::Site::make(package.lesson);
    if (!site) return fail(site.error());
    auto events = robots::show_how(*site);
    if (!events) return fail(events.error());
    auto sitting = Sitting::demonstration(package, std::move(*events));
    if (!sitting) return fail(sitting.error());
    auto screen = make(std::move(*sitting), house, true);
    screen->play(kDemonstrationSpeed);
    return screen;
  }};
}

DebriefScreen::DebriefScreen(std::unique_ptr<Sitting> sitting, canvas::Picture& picture,
                             Preferences& preferences, const Devices& devices, Shelf& shelf, bool watching)
    : CanvasRoom(sitting->attempt().site, picture, preferences),
      sitting_(std::move(sitting)),
      devices_(&devices),
      shelf_(&shelf),
      review_(*sitting_, watching) {}

void DebriefScreen::arrive(const std::string& said) {
  CanvasRoom::arrive(said);
  if (!said.empty()) said_ = said;
  if (!shelf_->known()) shelf_->refresh();  // which lesson is the next
}

void DebriefScreen::place(const ui::Frame& frame) {
  layout_ = ui::debrief_layout(frame);
  look_into(frame, layout_.canvas, layout_.canvas);
}

bool DebriefScreen::owns(engine::geometry::Vec2 px) const {
  return view_.hand().dragging() ||
         layout_.canvas.contains({static_cast<float>(px.x), static_cast<float>(px.y)});
}

bool DebriefScreen::can(Command command) const {
  switch (command) {
    case Command::MoveByHand:  // Space plays
      return false;
    case Command::ToggleLoupe:
    case Command::Proceed:
    case Command::Back:
    case Command::GoHome:
    case Command::StartWork:
    case Command::Again:
    case Command::NextLesson:
    case Command::OpenHealed:
    case Command::TogglePlay:
    case Command::SeekBack:
    case Command::SeekOn:
    case Command::DotBack:
    case Command::DotOn:
    case Command::ChooseNumber:
    case Command::ResetView:
    case Command::NextMap:
      return true;
    default:
      return CanvasRoom::can(command);
  }
}

Next DebriefScreen::act(const Order& order) {
  const engine::core::AttemptTime head = review_.panel().playhead_us;
  switch (order.command) {
    case Command::Proceed:
      return act({.command = review_.view().actions.front().command});
    case Command::Back:
    case Command::GoHome:
      return Pop{.said = said_};
    case Command::StartWork:
    case Command::Again:
      return start_work(sitting_->package(), *devices_);
    case Command::NextLesson:
      return next_lesson();
    case Command::OpenHealed:
      return healed_of(*sitting_);
    case Command::TogglePlay:
      review_.toggle_play();
      return Stay{};
    case Command::SeekBack:
      review_.seek(head - ui::kSeekUs);
      return Stay{};
    case Command::SeekOn:
      review_.seek(head + ui::kSeekUs);
      return Stay{};
    case Command::DotBack:
    case Command::DotOn:
      review_.step_dot(order.command == Command::DotOn ? 1 : -1);
      return Stay{};
    case Command::ChooseNumber:
      choose(order.number - 1);
      return Stay{};
    case Command::ResetView:
      reset_view();
      return Stay{};
    case Command::NextMap:
      next_map();
      return Stay{};
    default:
      return CanvasRoom::act(order);
  }
}

Next DebriefScreen::act_on(const ui::DebriefIntents::One& intent) {
  return std::visit(ui::Each{[&](Command command) -> Next { return act_or_pass(command); },
                             [&](const ui::ChooseLine& i) -> Next {
                               choose(i.line);
                               return Stay{};
                             },
                             [&](const ui::ChooseTab& i) -> Next {
                               review_.show_tab(i.tab);
                               return Stay{};
                             },
                             [&](const ui::SeekTo& i) -> Next {
                               review_.seek(i.t_us);
                               return Stay{};
                             },
                             [&](const ui::SetSpeed& i) -> Next {
                               review_.set_speed(i.factor);
                               return Stay{};
                             }},
                    intent);
}

void DebriefScreen::play(double speed) {
  review_.set_speed(speed);
  review_.toggle_play();
}

// Flies to what the line is about.
void DebriefScreen::choose(int line) {
  constexpr double kLeastMm = 12.0, kRadii = 5.0, kLeastZoom = 4.0, kMostZoom = 24.0;
  review_.choose(line);
  const auto* chosen = review_.chosen();
  if (chosen == nullptr) return reset_view();
  if (!chosen->at) return;
  const double across_pt = static_cast<double>(view_.lens().free().w) / frame_.scale;
  const double zoom =
      std::clamp(across_pt / std::max(kLeastMm, kRadii * chosen->radius.value), kLeastZoom, kMostZoom);
  view_.eye().look_at(*chosen->at, zoom, view_.now_us());
}

void DebriefScreen::next_map() {
  const int next = map_ ? static_cast<int>(*map_) + 1 : static_cast<int>(ui::Overlay::DensityMap);
  map_ = next < ui::kOverlays ? std::optional(static_cast<ui::Overlay>(next)) : std::nullopt;
}

Next DebriefScreen::next_lesson() {
  const auto next = shelf_->after(sitting_->package().lesson.id);
  return next ? Next{brief_instead(*shelf_, *next)} : Next{Pop{.said = said_}};
}

Next DebriefScreen::tick(engine::core::SteadyTime now_us) {
  CanvasRoom::tick(now_us);
  shelf_->follow();
  review_.tick(std::min(now_us - std::exchange(ticked_us_, now_us), kLongestTickUs));
  return Stay{};
}

bool DebriefScreen::moving() const {
  return CanvasRoom::moving() || review_.panel().playing;
}

void DebriefScreen::draw(ui::Ui& ui, Asked& asked) {
  view_.draw(ui, review_.shown(), {}, map_.has_value(), 12);
  if (!view_.picture().waits()) {
    ui::CanvasInk ink;
    if (map_) view_.add_map(ink, review_.shown(), *map_, review_.panel().playhead_us);
    canvas::add_ground(sitting_->attempt(), view_.lens(), ink);
    canvas::add_no_go(sitting_->attempt(), view_.lens(), ink);
    view_.add_to(ink, ui, frame_.left_handed);
    canvas::add_ledger(review_.shown(), review_.assessment(), view_.lens(), review_.panel().chosen, ink);
    ui::draw_ink(ui, view_.lens().picture(), view_.lens().free(), ink);
  }
  ui::DebriefIntents intents;
  ui::draw_debrief(ui, layout_, review_.view(), review_.panel(), intents);
  ask(intents, *this, asked);
}

}  // namespace trainer::app
