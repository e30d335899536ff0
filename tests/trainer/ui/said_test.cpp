// In a language of x, numbers and signs alone nothing of what a screen draws is left in English but keys and
// what the lesson's author wrote.
#include <doctest/doctest.h>

#include <array>
#include <cctype>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "tests/support/ui_checks.h"
#include "trainer/ui/brief/brief_screen.h"
#include "trainer/ui/debrief/debrief_screen.h"
#include "trainer/ui/device_check/device_check_screen.h"
#include "trainer/ui/first_run/first_run_screen.h"
#include "trainer/ui/healed/healed_screen.h"
#include "trainer/ui/home/home_screen.h"
#include "trainer/ui/sheets/about.h"
#include "trainer/ui/sheets/sheets.h"
#include "trainer/ui/theory/theory_screen.h"
#include "trainer/ui/tray/tray.h"
#include "trainer/ui/work/work_screen.h"
#include "trainer/words/say.h"

using namespace trainer;
using namespace trainer::ui;
using support::StepKind;
using support::UiStage;

namespace {

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// The places of the message stay what they are.
std::string in_x(std::string_view message) {
  std::string said(message);
  bool place = false;
  for (char& c : said) {
    place = c == '{' || (place && c != '}');
    if (!place && is_letter(c)) c = 'x';
  }
  return said;
}

struct SpeaksX {
  SpeaksX() {
    words::speak([](std::string_view one, std::string_view many, std::size_t n) {
      return in_x(many.empty() || n == 1 ? one : many);
    });
  }
  ~SpeaksX() { words::speak({}); }
  SpeaksX(const SpeaksX&) = delete;
  SpeaksX& operator=(const SpeaksX&) = delete;
};

// Keys, and what is data and no message.
constexpr std::array<std::string_view, 25> kNamesOfThings = {
    "Enter", "Esc",   "PgUp",    "PgDn",  "Home", "F1",   "F11",        "Alt O", "Shift",
    "Ctrl",  "Space", "Left",    "Right", "Up",   "Down", "Field",      "Alt",   "RL",
    "mouse", "grey",  "neutral", "test",  "cool", "warm", "Work evenly"};

bool is_said(std::string text) {
  for (const auto name : kNamesOfThings)
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
      text.erase(at, name.size());
  // A single letter is a key.
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    if (is_letter(text[i]) && is_letter(text[i + 1]) && (text[i] != 'x' || text[i + 1] != 'x')) return false;
  return true;
}

void all_is_said(const UiStage::Draw& draw) {
  UiStage stage({1920, 1200}, draw);
  const auto texts = stage.drawn().texts;
  CHECK(texts.size() > 1);
  for (const auto& text : texts)
    if (!is_said(text.words)) FAIL_CHECK("in English: " << text.words);
}

lessons::Lesson lesson() {
  auto l = support::field()
               .step(lessons::Step{StepKind::Brief, "1", "2"})
               .step(lessons::Step{StepKind::NeedleWork, "1", "2"})
               .step(lessons::Step{StepKind::Review, "1", "2"})
               .lesson();
  l.title = "1";
  l.summary = "2";
  return l;
}
runner::Attempt attempt(std::vector<engine::skin::Dot> dots = {}) {
  auto a = runner::begin(assessment::Site::make(lesson()).value());
  a.skin.dots = std::move(dots);
  return a;
}

}  // namespace

TEST_CASE("a language of x leaves what it does not know") {
  CHECK(in_x("{:.2f} mm deep") == "{:.2f} xx xxxx");
  CHECK(is_said("xxx xx 3"));
  CHECK(is_said("Enter"));
  CHECK_FALSE(is_said("xxx of 3"));
}

TEST_CASE("sheets say all in the language of the program") {
  const SpeaksX x;
  all_is_said([](Ui& ui, const Frame& f, Intents& intents) { draw_help(ui, f, intents); });
  all_is_said(
      [](Ui& ui, const Frame& f, Intents& intents) { draw_about(ui, f, make_about_view("1.0"), intents); });
  SettingsView settings;
  settings.feel.machine_sound = true;
  all_is_said(
      [&](Ui& ui, const Frame& f, SettingsIntents& intents) { draw_settings(ui, f, settings, intents); });
  const auto tray = make_tray_view(attempt(), {.more = true});
  all_is_said([&](Ui& ui, const Frame& f, TrayIntents& intents) { draw_tray_sheet(ui, f, tray, intents); });
}

TEST_CASE("the way through a lesson is said in the language of the program") {
  const SpeaksX x;
  const auto brief = make_brief_view(*attempt().site);
  all_is_said([&](Ui& ui, const Frame& f, BriefIntents& intents) {
    draw_brief(ui, brief_layout(f), brief, intents);
  });
  for (const auto& dots : {std::vector<engine::skin::Dot>{}, support::in_rows(4, 3, {20, 20}, 1.4)}) {
    const auto a = attempt(dots);
    const auto work = make_work_view(a, make_gauges(a, {}, 14), "");
    all_is_said(
        [&](Ui& ui, const Frame& f, WorkIntents& intents) { draw_work(ui, work_layout(f), work, intents); });
    const auto debrief = make_debrief_view(a, runner::assess(a), false);
    all_is_said([&](Ui& ui, const Frame& f, DebriefIntents& intents) {
      draw_debrief(ui, debrief_layout(f), debrief, {}, intents);
    });
  }
  all_is_said([](Ui& ui, const Frame& f, Intents& intents) {
    draw_question(ui, f, make_leave_question(attempt(), {}), intents);
  });
}

TEST_CASE("what stands round the lessons is said in the language of the program") {
  const SpeaksX x;
  for (const bool head : {false, true}) {
    const HealedPanel panel{.extent = head ? Extent::Finished : Extent::Patch};
    const auto healed = make_healed_view({.lesson = "1", .head = head, .asked_cm2 = 40, .finished_cm2 = 90},
                                         panel, {.dots = 3}, {.dots = 3});
    all_is_said([&](Ui& ui, const Frame& f, HealedIntents& intents) {
      draw_healed(ui, healed_layout(f, panel), healed, panel, intents);
    });
  }
  const HomeView home{.device = DeviceLabel{}, .device_new = true, .earlier = {{"r", "1", "2", "3"}}};
  all_is_said(
      [&](Ui& ui, const Frame& f, HomeIntents& intents) { draw_home(ui, home_layout(f), home, intents); });
  for (int part = 0; part <= static_cast<int>(FirstPart::Compare); ++part) {
    FirstRunState state;
    state.part = static_cast<FirstPart>(part);
    const auto first = make_first_run_view(state, attempt(), {});
    all_is_said([&](Ui& ui, const Frame& f, Intents& intents) {
      draw_first_run(ui, first_run_layout(f), first, intents);
    });
  }
  const std::vector<engine::sim::CheckPart> parts = {engine::sim::CheckPart::Taps,
                                                     engine::sim::CheckPart::Comfortable};
  const auto check = make_check_view({}, parts, {.part = engine::sim::CheckPart::Taps}, {});
  all_is_said([&](Ui& ui, const Frame& f, Intents& intents) { draw_device_check(ui, f, check, intents); });
  const auto result = make_check_result({}, parts, {}, {});
  all_is_said([&](Ui& ui, const Frame& f, Intents& intents) { draw_device_check(ui, f, result, intents); });
}
