#include "trainer/store/profile.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "drawn_events.h"
#include "trainer/store/record_writer.h"

using engine::core::AttemptTime;
using engine::core::WallTime;

using namespace trainer::store;
using namespace store_test;

TEST_CASE("a glance at a record says what a list needs to know, and nothing of what is none") {
  const Folder folder;
  const auto profile = Profile::open(folder / "profile");
  REQUIRE(profile.has_value());
  CHECK(profile->records().empty());
  const auto lesson = lesson_bytes(100);
  const auto header = header_of(lesson);
  const auto write = [&](const char* name, const std::vector<AttemptEvent>& events) {
    REQUIRE(write_record(profile->records_folder() + "/" + name, header, lesson, events));
  };
  write("a.smprec", presses(4));
  write("b.smprec",
        {trainer::runner::Finished{.t_us = AttemptTime{5'000'000}, .total_hundredths = 7752, .digest = {}}});
  write("c.smprec", {});
  put_file(profile->records_folder() + "/d.smprec", std::vector<std::uint8_t>(100, 'x'));
  put_file(profile->records_folder() + "/notes.txt", std::vector<std::uint8_t>(100, 'x'));
  const auto seen = [&](const char* name) { return glance(profile->records_folder() + "/" + name); };

  const auto unfinished = seen("a.smprec");
  REQUIRE(unfinished.has_value());
  CHECK(unfinished->path == profile->records_folder() + "/a.smprec");
  CHECK_FALSE(unfinished->finished);
  CHECK(unfinished->lesson_id == "even-dots");
  CHECK(unfinished->to_us == AttemptTime{3 * 300'000 + 120'000});
  CHECK(unfinished->changed_s > WallTime{1'600'000'000});
  CHECK(seen("c.smprec")->to_us == AttemptTime{0});
  CHECK_FALSE(seen("d.smprec").has_value());
  CHECK(profile->records().size() == 4);

  const auto done = seen("b.smprec");
  REQUIRE(done.has_value());
  CHECK(done->finished);
  CHECK(done->to_us == AttemptTime{5'000'000});
  CHECK(done->total_hundredths == 7752);
}

TEST_CASE("a record being written is not offered, one left by a crash is") {
  const Folder folder;
  const auto profile = Profile::open(folder.path());
  REQUIRE(profile.has_value());
  const std::string path = profile->records_folder() + "/a.smprec";
  const auto lesson = lesson_bytes(100);
  const pid_t child = ::fork();
  if (child == 0) {
    auto writer = RecordWriter::create(path, header_of(lesson), lesson);
    if (!writer) ::_exit(1);
    for (const auto& event : presses(5)) static_cast<void>((*writer)->append(event));
    while ((*writer)->acknowledged() < 10) ::usleep(1000);
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  const auto found = glance(path);
  REQUIRE(found.has_value());
  CHECK_FALSE(found->finished);
  CHECK(found->to_us == AttemptTime{4 * 300'000 + 120'000});
  auto continued = RecordWriter::continue_from(path);
  REQUIRE(continued.has_value());
  CHECK(continued->record.events == presses(5));
  CHECK_FALSE(glance(path).has_value());
}

TEST_CASE("one profile has one window, whoever asks, and is free when its holder dies") {
  const Folder folder;
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto held = Profile::open(folder.path());
    const char answer = held ? 'y' : 'n';
    static_cast<void>(::write(ends[1], &answer, 1) == 1);
    ::pause();
  }
  char answer = 0;
  REQUIRE(::read(ends[0], &answer, 1) == 1);
  REQUIRE(answer == 'y');
  const auto second = Profile::open(folder.path());
  REQUIRE_FALSE(second.has_value());
  CHECK(second.error().message ==
        "another SMP Trainer is at work here (process " + std::to_string(child) + ")");
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(ends[0]);
  ::close(ends[1]);
  const auto third = Profile::open(folder.path());
  CHECK(third.has_value());
  CHECK_FALSE(Profile::open(folder.path()).has_value());
}

TEST_CASE("records get names that are free and safe") {
  const Folder folder;
  const auto profile = Profile::open(folder.path());
  REQUIRE(profile.has_value());
  const std::string path = profile->new_record_path("../../etc/pass wd", WallTime{1'770'000'000});
  CHECK(path == profile->records_folder() + "/______etc_pass_wd-20260202-024000.smprec");
  put_file(path, {1});
  CHECK(profile->new_record_path("../../etc/pass wd", WallTime{1'770'000'000}) != path);
}

TEST_CASE("settings come back, a missing file means defaults, a broken one is kept aside") {
  const Folder folder;
  const auto profile = Profile::open(folder.path());
  REQUIRE(profile.has_value());
  CHECK(profile->load_settings().value() == Settings{});
  Settings settings{.first_run_done = true,
                    .left_handed = true,
                    .theme = "light",
                    .ui_scale = 1.5,
                    .machine_sound = true,
                    .press_ticks = true,
                    .sound_percent = 80,
                    .pen_drawn = false,
                    .reduced_motion = true,
                    .last_view = {{"a.smprec", "front 14 \"x\""}},
                    .devices = {{"mouse", {}},
                                {"Pen \"M\" stylus",
                                 {true,
                                  {.minimum_pressure = 120,
                                   .maximum_pressure = 7000,
                                   .curve_gamma_permille = 640,
                                   .press_time_permille = 1100,
                                   .upright = {200, -110}}}}}};
  REQUIRE(profile->save_settings(settings));
  CHECK(profile->load_settings().value() == settings);
  put_file(folder / "settings.json", {'{', '"'});
  const auto broken = profile->load_settings();
  REQUIRE_FALSE(broken.has_value());
  CHECK(broken.error().file == folder / "settings.json");
  CHECK(file_bytes(folder / "settings.json.broken").size() == 2);
}

TEST_CASE("hostile settings are refused, not followed") {
  CHECK(parse_settings("{}").value() == Settings{});
  for (const std::string& text :
       {std::string(60'000, '['),
        std::string("{\"last_view\":") + std::string(50'000, '{'),
        std::string(70'000, ' '),
        std::string("[]"),
        std::string("3"),
        std::string(""),
        std::string("{\"left_handed\":1}"),
        std::string("{\"ui_scale\":1e400}"),
        std::string("{\"ui_scale\":9}"),
        std::string("{\"sound_percent\":5}"),
        std::string("{\"sound_percent\":true}"),
        std::string("{\"theme\":\"pink\"}"),
        std::string("{\"other\":true}"),
        std::string("{\"left_handed\":true,\"left_handed\":false}"),
        std::string("{\"last_view\":true}"),
        std::string("{\"devices\":{\"a\":1}}"),
        std::string("{\"devices\":{\"a\":{\"b\":1}}}"),
        std::string("{\"devices\":{\"a\":{\"checked\":{}}}}"),
        std::string("{\"devices\":{\"a\":{},\"a\":{}}}"),
        std::string("{\"devices\":{\"a\":{\"curve_permille\":800,\"curve_permille\":800}}}"),
        std::string("{\"devices\":{\"a\":{\"curve_permille\":0}}}"),
        std::string("{\"devices\":{\"a\":{\"curve_permille\":800.5}}}"),
        std::string("{\"devices\":{\"a\":{\"minimum_pressure\":500,\"maximum_pressure\":500}}}"),
        std::string("{\"devices\":{\"a\":\"b\"}}"),
        std::string("{\"devices\":{\"" + std::string(129, 'n') + "\":{}}}"),
        std::string("{\"first_run_done\":{}}"),
        std::string("{\"last_view\":{\"a\":{\"b\":1}}}"),
        std::string("{\"left_handed\":true}x"),
        std::string("{\"last_view\":{\"a\":\"\xFF\"}}"),
        std::string("null")}) {
    CAPTURE(text.substr(0, 60));
    CHECK_FALSE(parse_settings(text).has_value());
  }
}

TEST_CASE("of settings in which something is wrong all the rest holds") {
  for (const char* bad : {R"("ui_scale":9)",
                          R"("ui_scale":1e400)",
                          R"("ui_scale" : -1E+999, "sound_percent":9e999)",
                          R"("other":[1e400,{"a":2e400}])",
                          R"("devices":{"a":{"curve_permille":1e400}})",
                          R"("sound_percent":true)",
                          R"("theme":"pink")",
                          R"("other":true)",
                          R"("other":{"left_handed":false,"a":[{}]})",
                          R"("pen_drawn":[1,[2,{"left_handed":false}]])",
                          R"("last_view":true)",
                          R"("first_run_done":{"left_handed":false})",
                          R"("last_view":{"a":{"b":1}})",
                          R"("devices":{"a":1})",
                          R"("devices":{"a":{"b":1}})",
                          R"("devices":{"a":{"checked":{}}})",
                          R"("devices":{"a":{},"a":{"checked":true}})",
                          R"("devices":{"a":{"curve_permille":0}})",
                          R"("devices":{"a":{"minimum_pressure":500,"maximum_pressure":500}})",
                          R"("devices":{"a":"b"})",
                          R"("machine_sound":null)",
                          R"("theme":"light","theme":"dark")"}) {
    CAPTURE(bad);
    const std::string good = R"("devices":{"pen":{"checked":true}},"left_handed":true)";
    const bool of_devices = std::string(bad).starts_with(R"("devices")");
    const auto text = std::string("{") + bad + "," + (of_devices ? R"("left_handed":true)" : good) + "}";
    const auto read = read_settings(text);
    REQUIRE(read);
    CHECK_FALSE(read->wrong.empty());
    CHECK(read->settings.left_handed);
    CHECK((of_devices || read->settings.devices.contains("pen")));
    CHECK(parse_settings(settings_text(read->settings)).value() == read->settings);
  }
  CHECK(read_settings(R"({"left_handed":true})")->wrong.empty());
  CHECK_FALSE(read_settings(R"({"left_handed":true)"));
  CHECK_FALSE(read_settings(R"({"ui_scale":1e400,"left_handed":true)"));
  CHECK_FALSE(read_settings("[]"));
  CHECK_FALSE(read_settings("true"));
  CHECK_FALSE(read_settings("{\"other\":" + std::string(60'000, '[')));
}

TEST_CASE("the profile lies where the desktop says") {
  ::setenv("XDG_DATA_HOME", "/data", 1);
  CHECK(default_profile_folder().value() == "/data/smp-trainer");
  ::setenv("XDG_DATA_HOME", "relative", 1);
  ::setenv("HOME", "/home/ann", 1);
  CHECK(default_profile_folder().value() == "/home/ann/.local/share/smp-trainer");
  ::unsetenv("XDG_DATA_HOME");
  ::unsetenv("HOME");
  CHECK_FALSE(default_profile_folder().has_value());
}
