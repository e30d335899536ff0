#include "trainer/app/screens/healed_screen.h"

#include <imgui.h>

#include "trainer/app/house.h"
#include "trainer/words/say.h"

namespace trainer::app {

using engine::core::Result;
using ui::Command;

namespace {

ui::Point point(engine::geometry::Vec2 px) {
  return {static_cast<float>(px.x), static_cast<float>(px.y)};
}

}  // namespace

Next healed_of(const Sitting& sitting) {
  if (sitting.attempt().site->targets().empty()) return Stay{};
  return Push{[&sitting](House& house) -> Result<std::unique_ptr<Screen>> {
                house.picture.wait();
                auto years = Years::make(sitting, house.picture);
                if (!years) return engine::core::fail(years.error());
                return std::make_unique<HealedScreen>(sitting, std::move(*years), house.picture,
                                                      house.preferences);
              },
              words::say("Letting the years pass\u2026")};
}

HealedScreen::HealedScreen(const Sitting& sitting, std::unique_ptr<Years> years, canvas::Picture& picture,
                           Preferences& preferences)
    : CanvasRoom(sitting.attempt().site, picture, preferences),
      sitting_(&sitting),
      years_(std::move(years)) {}

void HealedScreen::place(const ui::Frame& frame) {
  layout_ = ui::healed_layout(frame, years_->panel());
  look_into(frame, layout_.yours, layout_.yours);
}

bool HealedScreen::owns(engine::geometry::Vec2 px) const {
  if (view_.hand().dragging()) return true;
  const ui::Point p = point(px);
  if (years_->panel().wipe && ui::wipe_handle(frame_, layout_).contains(p)) return false;
  return layout_.yours.contains(p) || layout_.experts.contains(p);
}

// Of the expert's picture: the same place of one's own.
engine::platform::PointerSample HealedScreen::on_canvas(engine::platform::PointerSample sample) const {
  if (!years_->panel().wipe && layout_.experts.contains(point(sample.at)))
    sample.at -= engine::geometry::Vec2{layout_.experts.x - layout_.yours.x, 0.0};
  return sample;
}

bool HealedScreen::can(Command command) const {
  switch (command) {
    case Command::Tape:
      return false;
    case Command::Proceed:
    case Command::Back:
    case Command::BackToReview:
    case Command::Younger:
    case Command::Older:
    case Command::ResetView:
      return true;
    default:
      return CanvasRoom::can(command);
  }
}

Next HealedScreen::act(const Order& order) {
  switch (order.command) {
    case Command::Proceed:
    case Command::Back:
    case Command::BackToReview:
      return Pop{};
    case Command::Younger:
    case Command::Older:
      years_->step(order.command == Command::Older ? 1 : -1);
      return Stay{};
    case Command::ResetView:
      reset_view();
      return Stay{};
    default:
      return CanvasRoom::act(order);
  }
}

Next HealedScreen::act_on(const ui::HealedIntents::One& intent) {
  std::visit(ui::Each{[](Command) {}, [&](const ui::SetAge& i) { years_->age(i.days); },
                      [&](const ui::SeeFrom& i) { see_from(i.distance); },
                      [&](const ui::LiveIn& i) { years_->live_in(i.sun); },
                      [&](const ui::SkinIs& i) { years_->skin_is(i.skin); },
                      [&](const ui::ShowExtent& i) {
                        years_->show(i.extent);
                        see_from(i.extent == ui::Extent::Patch ? 0 : 1);
                      },
                      [&](const ui::ShowWipe& i) { years_->show_wipe(i.wipe); },
                      [&](const ui::SetWipe& i) { years_->wipe_to(i.share); }},
             intent);
  const auto* command = std::get_if<Command>(&intent);
  return command != nullptr ? act_or_pass(*command) : Next{Stay{}};
}

void HealedScreen::see_from(int distance) {
  const double points_per_mm = years_->see_from(distance);
  const auto middle = engine::scalp::middle(view_.site().targets()[0].zone.outline);
  auto& eye = view_.eye();
  distance > 0 ? eye.look_from_afar(middle, points_per_mm, view_.now_us())
               : eye.look_at(middle, points_per_mm, view_.now_us());
}

// Each picture is as large as one's own; of the one before the work only what lies left of the handle is
// shown.
void HealedScreen::lay(canvas::Picture& picture, const ui::Rect& r, const ui::Ui& ui) {
  const bool moving = view_.eye().flying() || view_.hand().dragging();
  const auto drawn = picture.draw(view_.lens().camera(), view_.lens().viewport(), moving);
  const auto id = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(drawn.texture));
  ImGui::GetWindowDrawList()->AddImageRounded(id, {r.x, r.y}, {r.right(), r.bottom()}, {0, 1},
                                              {r.w / layout_.yours.w, 0}, ui::im(ui::ink::kCore), ui.px(12));
}

void HealedScreen::draw(ui::Ui& ui, Asked& asked) {
  view_.picture().arrive();
  years_->refresh(view_.picture());
  lay(view_.picture(), layout_.yours, ui);
  lay(years_->experts(), layout_.experts, ui);
  ui::HealedIntents intents;
  ui::draw_healed(ui, layout_, years_->view(), years_->panel(), intents);
  ask(intents, *this, asked);
}

Result<void> HealedScreen::graphics(Graphics now) {
  if (now == Graphics::Lost) {
    years_->experts().release();
    return {};
  }
  if (auto restored = CanvasRoom::graphics(now); !restored) return restored;
  years_->make_stale();
  return years_->experts().restore(&view_.site());
}

}  // namespace trainer::app
