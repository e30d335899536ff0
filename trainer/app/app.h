// The window program: one loop that takes input, lets intents happen, and draws when something changed.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "engine/gl/texture.h"
#include "engine/platform/sound.h"
#include "engine/platform/window.h"
#include "trainer/app/device_check.h"
#include "trainer/app/devices.h"
#include "trainer/app/first_minutes.h"
#include "trainer/app/imgui_host.h"
#include "trainer/app/lesson_minutes.h"
#include "trainer/app/options.h"
#include "trainer/app/review.h"
#include "trainer/app/sitting.h"
#include "trainer/app/years.h"
#include "trainer/canvas/eye.h"
#include "trainer/canvas/guide.h"
#include "trainer/canvas/heat.h"
#include "trainer/canvas/overlay.h"
#include "trainer/canvas/picture.h"
#include "trainer/canvas/press_band.h"
#include "trainer/canvas/tape.h"
#include "trainer/ui/home/home_screen.h"
#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/kit/ui.h"
#include "trainer/ui/theory/theory_screen.h"
#include "trainer/ui/tray/tray.h"
#include "trainer/ui/work/work_screen.h"

namespace trainer::app {

using namespace canvas;  // while this file lives

class App {
 public:
  // Error: no window, no driver, profile in use, nothing to show.
  static engine::core::Result<std::unique_ptr<App>> make(const Options& options);
  ~App();
  engine::core::Result<void> run();

 private:
  enum class Screen { FirstRun, Home, Brief, Theory, Work, Debrief, Healed };
  enum class Sheet {
    None,
    Help,
    Settings,
    Tray,
    AskFinish,
    AskEndSession,
    Healed,
    AskLeave,
    DeviceCheck,
    NeedsPen
  };
  // The pointer over the canvas and what it is doing there.
  struct Hand {
    Vec2 at{-1.0};
    bool needle = false, by_key = false;
    std::int64_t down_us = 0;   // steady clock
    std::int64_t shift_us = 0;  // of this contact: its times all move together, or its length would change
    std::optional<engine::platform::Button> drag;
    // whose contact, drag or pencil it is
    engine::platform::DeviceId device = engine::platform::kSystemMouse;
    // where a pen went down, until it is up; its echo may lie where it was before
    std::optional<Vec2> pen_down;
    bool space = false, pencil = false;
    std::int64_t missed_us = -1'000'000'000;  // last press beside the skin
  };
  // On while its key is held; a second press within a moment keeps it on until the next one.
  struct HoldOrLatch {
    bool on = false, latched = false;
    std::int64_t pressed_us = -1'000'000'000;
    void down(std::int64_t t_us);
    void up();
    void toggle() { on = latched = !on; }
  };
  // What is known of pen and machine by eye and ear.
  struct Felt {
    engine::platform::PointerSample pointer;  // latest
    bool near = true, faded = false;
    std::int64_t moved_us = 0;
    BandWatch band;
    std::optional<std::int64_t> ticked_us;  // beginning of the press whose ticks are known
    std::string trouble;                    // why there is no sound
  };
  struct HeatStamp {
    ui::Overlay map;
    std::size_t dots, undone;
    std::int64_t t_us;  // of the review's playhead
    bool operator==(const HeatStamp&) const = default;
  };
  struct Flash {
    CanvasPoint at;
    std::int64_t until_us;
  };

  App(Options options, engine::platform::Window window, Picture picture, store::Profile profile);

  // ---- app.cpp: start and loop
  engine::core::Result<void> open_first_screen();
  void frame();
  void announce(const std::string& what);  // one frame with a sentence, before something that takes seconds
  void list_home();  // the lessons; how long they take follows once they are on the screen
  void take_minutes();
  void watch_the_clock();                       // it ticks; at its limit the work ends
  void drop_input();                            // what was pressed while nothing could answer
  engine::core::Result<void> renew_graphics();  // everything in the GL context, after it was lost
  bool moving() const;                          // something changes by itself
  engine::core::Result<void> take_screenshot();
  // once, when the first frame is on the screen and nothing is still to come
  void print_start();
  void apply_scale(double scale);

  // ---- screens.cpp: going from one screen to another
  void go_home();
  void open_brief(const std::string& lesson);
  void open_brief(lessons::LessonPackage package);
  void start_work(lessons::LessonPackage package);
  void continue_record(const std::string& path);
  void start_first_run();
  void enter_first_run();
  void go_on_in_first_run(FirstMinutes::Onward onward);
  void enter_work();
  void finish_work();
  void end_session();  // the skin heals, and the next treatment session begins
  void open_review(std::unique_ptr<Sitting> sitting, bool print, bool watching = false);
  void review_record(const std::string& path);
  void open_healed();
  void back_to_review();
  void watch_expert();
  void leave_first_run();
  void next_lesson();
  void close_sitting();
  void remember_view();
  void show(std::unique_ptr<Sitting> sitting);
  void save_settings();
  void fail_softly(const std::string& what);

  // ---- calibrate.cpp: what points at the window
  Calibrations calibrations() const;
  engine::sim::Calibrated calibration_in_use() const;
  void follow_devices(const engine::platform::InputEvent& event);
  void feed_check(const engine::platform::InputEvent& event);
  void ask_about_device();
  void open_check();
  void close_check();
  void use_check();
  void reset_device();
  void keep_device(const std::string& name, const store::DeviceSettings& device);
  void let_device_be();

  // ---- input.cpp: from the window to the needle, the eye and the interface
  void handle(const engine::platform::InputEvent& event);
  void handle_pointer(const engine::platform::PointerMoved& e);
  void handle_press(const engine::platform::PointerPressed& e);
  void handle_echo(const engine::platform::PointerPressed& e);
  void handle_release(const engine::platform::PointerReleased& e);
  void handle_wheel(const engine::platform::WheelTurned& e);
  void press_beside(std::int64_t t_us);
  bool takes_needle() const;
  bool over_canvas(Vec2 px) const;
  Vec2 on_canvas(Vec2 px) const;  // of the expert's picture: the same place of one's own
  void handle_device(const engine::platform::InputEvent& event);
  void needle_down(const engine::platform::PointerSample& hand, bool by_key);
  void needle_move(const engine::platform::PointerSample& hand);
  void needle_up(const engine::platform::PointerSample& hand);
  engine::sim::NeedleSample needle_at(const engine::platform::PointerSample& hand, CanvasPoint at,
                                      bool contact) const;
  void use_device(const engine::platform::PointerSample& hand, bool by_key, std::int64_t t_us);
  void set_upright(CanvasPoint at, std::int64_t t_us);
  bool busy_with_another(engine::platform::DeviceId device) const;
  void lost(engine::platform::DeviceId device, std::int64_t t_us);
  void follow_first_run();
  void interrupt(std::int64_t t_us);
  bool pencil() const;  // a hairline is drawn now, no needle
  void draw_point(Vec2 px);
  void line_done();
  // ---- keys.cpp
  void handle_key(const engine::platform::KeyChanged& e);
  bool held_key(const engine::platform::KeyChanged& e);
  void press_enter(const engine::platform::KeyChanged& e);
  void press_escape();
  void view_key(const engine::platform::KeyChanged& e);
  void work_key(const engine::platform::KeyChanged& e);
  void review_key(const engine::platform::KeyChanged& e);
  void healed_key(const engine::platform::KeyChanged& e);

  // ---- theory.cpp
  std::optional<std::size_t> question() const;  // that is on the screen
  void enter_step();                            // the screen of the current step
  void ask();
  void next_step();
  void hand_in();
  void choose_answer(int answer);
  void confirm_answer();
  void next_question();
  void theory_key(const engine::platform::KeyChanged& e);
  void draw_question_picture(const ui::Rect& r);

  // ---- feel.cpp: what takes the place of touch
  void feel(const engine::platform::InputEvent& event);
  void follow_feel();
  bool pen_away() const;
  bool rippling() const;
  void add_feel(ui::NeedleInk& needle) const;
  void open_sound();
  engine::platform::MachineTone tone() const;
  void tick_at_the_band();
  void set_feel(ui::Feel feel, bool on);
  // ---- intents.cpp
  void act(const ui::Intent& intent);
  void act(ui::Command command);
  void undo(engine::sim::UndoScope scope);
  void redo();
  void reset_view();
  void to_patch(int by);
  void fly_to_patch(std::size_t patch);
  void toggle_overlay(ui::Overlay overlay);
  void next_map();  // none, density, spacing, depth, rows, none
  std::optional<ui::Overlay> map_shown() const;
  void set_mirror(bool on);
  void shift_depth(int permille);
  void choose_line(int line);
  void see_from(int distance);
  bool act_on_years(const ui::Intent& intent);
  // the skin as taut as stretch_ says, where that is left to the trainee
  void stretch(std::int64_t t_us);
  void change_machine(const engine::skin::Machine& machine);

  // ---- draw.cpp
  void lay_out();  // rectangles of this screen, the eye in its place
  void draw_picture();
  void draw_years();
  void draw_screen(ui::Intents& intents);
  void draw_sheet(ui::Intents& intents);
  ui::CanvasInk make_ink();
  void add_overlays(ui::CanvasInk& ink);
  void add_loupe(ui::CanvasInk& ink);
  void add_map(ui::CanvasInk& ink);
  std::optional<ui::Pressing> pressing() const;
  std::string clock_words() const;  // the attempt's time, and its limit
  ui::Frame frame_rect() const;
  double needle_zoom() const;  // working zoom, points per mm
  Vec2 view_mm() const;

  Options options_;
  engine::platform::Window window_;
  std::unique_ptr<ImguiHost> imgui_;  // before it: window_ holds the context
  Picture picture_;
  store::Profile profile_;
  store::Settings settings_;
  ui::Ui ui_;
  Screen screen_ = Screen::Home;
  Sheet sheet_ = Sheet::None;
  ui::HomeView home_;
  // of the lessons of home_, until they are known; after window_: it wakes that
  std::optional<LessonMinutes> minutes_;
  bool minutes_due_ = false;  // nobody has begun
  std::unique_ptr<Sitting> sitting_;
  std::optional<Eye> eye_;
  std::optional<FirstMinutes> first_;
  std::vector<engine::skin::Dot> beside_;   // the expert's, in the first minutes
  ui::TheoryPanel theory_;                  // of the question on the screen
  std::deque<std::size_t> ask_again_;       // questions, before the work is handed in
  std::optional<std::size_t> asked_again_;  // the one of them on the screen
  engine::gl::Texture question_picture_;
  std::string question_picture_of_;  // file; empty: none was read
  std::unique_ptr<Review> review_;
  std::unique_ptr<Years> years_;                        // while the healed view is open
  std::optional<ui::ContinueCard> broken_off_;          // work at the lesson of the brief
  std::optional<lessons::LessonPackage> watched_from_;  // the brief to go back to
  Hand hand_;
  Felt felt_;
  std::optional<engine::platform::Sound> sound_;  // after window_: closed before it
  std::optional<Flash> flash_;
  std::vector<Patch> patches_;
  std::size_t patch_ = 0;
  Devices pointers_;                    // what points at the window
  std::unique_ptr<DeviceCheck> check_;  // while its sheet is open
  std::set<std::string> worked_with_;   // devices that set dots in this sitting
  bool device_choice_ = false;          // the coach asks about a device that has changed
  int lifts_since_asked_ = 0;
  HoldOrLatch mirror_, loupe_, stretch_;
  ui::TrayPanel tray_;
  Overlays overlays_;
  bool overlay_list_ = false;
  Tape tape_;
  std::optional<FaceThirds> thirds_;       // of this head, once they were asked for
  std::optional<ui::Overlay> review_map_;  // the heat map of the debrief
  HeatMap heat_;                           // as it was made last
  std::optional<HeatStamp> heat_of_;       // from what
  std::vector<CanvasPoint> expert_;        // places of the expert's dots, once asked for
  std::vector<CanvasPoint> next_dot_;      // the emptiest place, for so many dots
  std::size_t next_dot_for_ = ~std::size_t{0};
  std::vector<CanvasPoint> drawing_;  // points of a hairline not yet handed over
  std::string message_;
  std::deque<engine::platform::InputEvent> waiting_;
  std::int64_t ticked_s_ = -1;      // of the attempt, as the clock showed last
  std::int64_t remembered_us_ = 0;  // when the view was last written down
  std::int64_t now_us_ = 0;         // of the event being handled, or of this frame
  int frames_wanted_ = 3, frames_drawn_ = 0;
  std::optional<std::int64_t> first_frame_us_, picture_us_;  // since the start of the process
  bool quit_ = false;
};

}  // namespace trainer::app
