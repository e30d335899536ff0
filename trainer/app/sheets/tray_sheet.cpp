#include "trainer/app/sheets/tray_sheet.h"

#include "trainer/app/house.h"

namespace trainer::app {

using engine::skin::Machine;

Push tray_sheet(Sitting& sitting) {
  return {[&sitting](House&) { return std::make_unique<TraySheet>(sitting); }};
}

Next TraySheet::tick(engine::core::SteadyTime now_us) {
  now_us_ = now_us;
  return Stay{};
}

void TraySheet::draw(ui::Ui& ui, Asked& asked) {
  ui::TrayIntents intents;
  ui::draw_tray_sheet(ui, frame_, view(), intents);
  ask(intents, *this, asked);
}

template <class Change>
Next TraySheet::change(Change change_machine) {
  Machine machine = sitting_->attempt().skin.machine;
  change_machine(machine);
  if (machine == sitting_->attempt().skin.machine) return Stay{};
  const auto done = sitting_->act(runner::ChangeMachine{sitting_->time(now_us_), machine});
  return done ? Next{Stay{}} : Next{Pop{.said = done.error().message}};
}

Next TraySheet::act_on(const ui::TrayIntents::One& intent) {
  return std::visit(
      ui::Each{[&](ui::Command command) -> Next {
                 if (command != ui::Command::ToggleMoreTools) return Pop{};
                 panel_.more = !panel_.more;
                 return Stay{};
               },
               [&](const ui::ChooseNeedle& i) {
                 return change([&](Machine& m) {
                   if (const auto needle = engine::skin::parse_needle(i.needle)) m.needle = *needle;
                 });
               },
               [&](const ui::ChooseDilution& i) {
                 return change([&](Machine& m) { m.dilution_milli = i.milli; });
               },
               [&](const ui::MixParts& i) {
                 panel_.pigment_parts = i.pigment;
                 return change([&](Machine& m) {
                   m.dilution_milli = engine::skin::dilution_of_parts(i.water, i.pigment);
                 });
               },
               [&](const ui::ChoosePigment& i) { return change([&](Machine& m) { m.pigment = i.pigment; }); },
               [&](const ui::SetTool& i) {
                 return change([&](Machine& m) {
                   (i.setting == ui::Setting::SetOut   ? m.set_um
                    : i.setting == ui::Setting::Stroke ? m.stroke_um
                                                       : m.rate_mhz) = i.value;
                 });
               }},
      intent);
}

}  // namespace trainer::app
