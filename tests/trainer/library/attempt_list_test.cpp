#include "trainer/library/attempt_list.h"
#include "engine/core/moment.h"

#include <thread>

#include "tests/support/folder.h"
#include "tests/support/lessons.h"
#include "trainer/lessons/package.h"
#include "trainer/library/open.h"
#include "trainer/store/record_writer.h"
#include "trainer/store/salvage.h"

using engine::core::AttemptTime;

using namespace trainer;
using library::AttemptIndex;
using support::Folder;

namespace {

using Events = std::vector<runner::AttemptEvent>;

// So many presses beside each other, the first at 0.4 s.
Events presses(int count) {
  Events events;
  for (int i = 0; i < count; ++i)
    for (const bool contact : {true, false})
      events.emplace_back(engine::sim::Event{
          engine::sim::NeedleMoved{{.t_us = AttemptTime{400'000 * (i + 1) + (contact ? 0 : 150'000)},
                                    .at = {28'000 + 1'000 * i, 30'000},
                                    .pressure = {},
                                    .tilt = {},
                                    .contact = contact}}});
  return events;
}

Events finished(int total_hundredths) {
  Events events = presses(1);
  events.emplace_back(
      runner::Finished{.t_us = AttemptTime{5'000'000}, .total_hundredths = total_hundredths, .digest = {}});
  return events;
}

lessons::LessonPackage lesson(const std::string& id = "test") {
  support::LessonBuilder built(id);
  built.target(support::square("square", 25, 35), 60.0).step(support::StepKind::NeedleWork);
  built.with([](support::Lesson& l) { l.title = "A title"; });
  return lessons::from_text(built.text(), id).package.value();
}

// The folder of a profile, with records of several kinds.
struct Records {
  Folder folder;

  [[nodiscard]] std::string path(const std::string& name) const { return folder / (name + ".smprec"); }

  // By a window that told how far the work stands, or went without a word.
  void sit(const std::string& name, const Events& events, bool tell = true,
           const std::string& id = "test") const {
    const auto package = lesson(id);
    auto writer = store::RecordWriter::create(path(name),
                                              library::header_for(package, 0, engine::sim::DeviceKind::Mouse),
                                              {package.bytes, package.equipment_bytes})
                      .value();
    for (const auto& event : events) REQUIRE(writer->append(event));
    const auto site = assessment::Site::make(package.lesson).value();
    REQUIRE(writer->finish(tell ? std::optional(library::standing_of(runner::fold(site, events)))
                                : std::nullopt));
  }
  // As if it had been written so much earlier than now.
  void age(const std::string& name, int hours) const {
    const std::filesystem::path file(path(name));
    last_write_time(file, last_write_time(file) - std::chrono::hours(hours));
  }
};

}  // namespace

TEST_CASE("a standing counts what is to be seen") {
  const auto site = assessment::Site::make(lesson().lesson).value();
  Events events = presses(4);
  CHECK(library::standing_of(runner::fold(site, events)) ==
        store::Standing{.lesson_title = "A title", .dots = 4, .answers = 0, .line_drawn = false});
  events.emplace_back(engine::sim::Event{engine::sim::NeedleMoved{
      {.t_us = AttemptTime{9'000'000}, .at = {5'000, 5'000}, .pressure = {}, .tilt = {}, .contact = true}}});
  CHECK(library::standing_of(runner::fold(site, events)).dots == 5);  // beside the zone, and not yet lifted
  CHECK(library::standing_of(runner::begin(site)) == store::Standing{.lesson_title = "A title"});
}

TEST_CASE("attempts are listed, latest first, with what was told of them") {
  const Records records;
  records.sit("a", presses(3));
  records.sit("b", finished(7'752));
  records.sit("c", {});
  records.age("a", 2);
  records.age("b", 1);
  AttemptIndex index(records.folder.path());
  CHECK(index.attempts().empty());
  const auto& all = index.refresh();
  REQUIRE(all.size() == 3);
  CHECK(all[0].path == records.path("c"));
  CHECK(all[1].path == records.path("b"));
  CHECK(all[1].finished);
  CHECK(all[1].total_hundredths == 7'752);
  CHECK(all[2].standing->dots == 3);
  CHECK(all[2].to_us == AttemptTime{3 * 400'000 + 150'000});
  CHECK(index.opened() == 3);
  CHECK(index.folded() == 0);
}

TEST_CASE("a record is looked at again only when it has changed") {
  const Records records;
  records.sit("a", presses(3));
  records.sit("b", presses(1));
  AttemptIndex index(records.folder.path());
  index.refresh();
  index.refresh();
  CHECK(index.opened() == 2);
  auto continued = store::RecordWriter::continue_from(records.path("a"));
  REQUIRE(continued);
  REQUIRE(continued->writer->append(
      runner::Finished{.t_us = AttemptTime{9'000'000}, .total_hundredths = 100, .digest = {}}));
  REQUIRE(continued->writer->finish());
  index.refresh();
  CHECK(index.opened() == 3);
  CHECK(library::best_total(index.attempts(), "test") == 100);
}

TEST_CASE("what was cut off is folded, once") {
  const Records records;
  records.sit("cut", presses(4), false);
  records.sit("told", presses(2));
  records.sit("never-begun", {}, false);
  records.sit("done", finished(-1), false);
  AttemptIndex index(records.folder.path());
  index.refresh();
  CHECK(index.folded() == 1);
  const auto found = std::find_if(index.attempts().begin(), index.attempts().end(),
                                  [&](const auto& a) { return a.path == records.path("cut"); });
  REQUIRE(found != index.attempts().end());
  CHECK(found->standing == store::Standing{.lesson_title = "A title", .dots = 4});
  index.refresh();
  CHECK(index.folded() == 1);
}

TEST_CASE("what cannot be read is left out, stays where it is, and comes back when it can be") {
  const Records records;
  records.sit("a", presses(1));
  const std::string whole = support::read_text(records.path("a"));
  support::write_text(records.path("b"), "no record at all");
  support::write_text(records.folder / "notes.txt", "nor this");
  AttemptIndex index(records.folder.path());
  CHECK(index.refresh().size() == 1);
  REQUIRE(index.unread().size() == 1);
  CHECK(index.unread()[0].path == records.path("b"));
  CHECK(index.unread()[0].why == "is not a record");
  CHECK(std::filesystem::exists(records.path("b")));
  support::write_text(records.path("b"), whole);
  CHECK(index.refresh().size() == 2);
  CHECK(index.unread().empty());
  std::filesystem::remove(records.path("b"));
  CHECK(index.refresh().size() == 1);
}

// Bytes 60 to 63 of the file: SQLite's user_version, the record's format.
TEST_CASE("a record of another format is named with its reason") {
  const Records records;
  records.sit("a", finished(5'000));
  std::string text = support::read_text(records.path("a"));
  text.replace(60, 4, std::string("\0\0\0\1", 4));
  support::write_text(records.path("a"), text);
  AttemptIndex index(records.folder.path());
  CHECK(index.refresh().empty());
  REQUIRE(index.unread().size() == 1);
  CHECK(index.unread()[0].why.find("format") != std::string::npos);
  CHECK(index.unread()[0].why.find('1') != std::string::npos);
}

// As somebody copies it who takes a record without the file beside it, while the window is open.
TEST_CASE("a record without its log is named, and no log is laid in its place") {
  const Records records, copies;
  const auto package = lesson();
  auto writer = store::RecordWriter::create(records.path("a"),
                                            library::header_for(package, 0, engine::sim::DeviceKind::Mouse),
                                            {package.bytes, package.equipment_bytes});
  REQUIRE(writer);
  for (const auto& event : presses(5)) REQUIRE((*writer)->append(event));
  while ((*writer)->acknowledged() < (*writer)->appended()) std::this_thread::yield();
  std::filesystem::copy_file(records.path("a"), copies.path("a"));
  AttemptIndex alone(copies.folder.path());
  CHECK(alone.refresh().empty());
  REQUIRE(alone.unread().size() == 1);
  CHECK(alone.unread()[0].why.find("a.smprec-wal") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(copies.path("a") + "-wal"));
  AttemptIndex older(copies.folder.path());
  std::string text = support::read_text(copies.path("a"));
  text.replace(60, 4, std::string("\0\0\0\1", 4));
  support::write_text(copies.path("a"), text);
  CHECK(older.refresh().empty());
  REQUIRE(older.unread().size() == 1);
  CHECK(older.unread()[0].why.find("format") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(copies.path("a") + "-wal"));
  std::filesystem::remove(copies.path("a"));
  std::filesystem::copy_file(records.path("a"), copies.path("a"));
  std::filesystem::copy_file(records.path("a") + "-wal", copies.path("a") + "-wal");
  AttemptIndex whole(copies.folder.path());
  REQUIRE(whole.refresh().size() == 1);
  CHECK(whole.unread().empty());
  CHECK(whole.attempts()[0].standing->dots == 5);
}

TEST_CASE("work that was damaged after it was closed is listed with what is good of it") {
  const Records records;
  records.sit("a", presses(8));
  const std::string whole = support::read_text(records.path("a"));
  bool damaged = false;
  for (std::size_t at = whole.size() - 1; at > 64 && !damaged; at -= 16) {
    std::string text = whole;
    text[at] = static_cast<char>(text[at] ^ 0x55);
    support::write_text(records.path("a"), text);
    damaged = store::good_part(records.path("a")).has_value() && store::glance(records.path("a"))->standing;
  }
  REQUIRE(damaged);  // what is told of it is whole still, and tells 8
  AttemptIndex index(records.folder.path());
  REQUIRE(index.refresh().size() == 1);
  REQUIRE(index.attempts()[0].standing);
  CHECK(index.attempts()[0].standing->dots < 8);
}

TEST_CASE("a record that somebody writes at this moment is left out until it is let go") {
  const Records records;
  const auto package = lesson();
  auto writer = store::RecordWriter::create(records.path("a"),
                                            library::header_for(package, 0, engine::sim::DeviceKind::Mouse),
                                            {package.bytes, package.equipment_bytes});
  REQUIRE(writer);
  REQUIRE((*writer)->append(presses(1).front()));
  AttemptIndex index(records.folder.path());
  CHECK(index.refresh().empty());
  CHECK(index.unread().empty());
  REQUIRE((*writer)->finish(store::Standing{.dots = 1}));
  CHECK(index.refresh().size() == 1);
}

TEST_CASE("no folder, no attempts") {
  AttemptIndex index("/no/such/folder");
  CHECK(index.refresh().empty());
  CHECK(index.opened() == 0);
}

TEST_CASE("one goes on with the latest attempt that was broken off and has something in it") {
  const auto attempt = [](const char* path, const char* id, bool done,
                          std::optional<store::Standing> standing) {
    return store::RecordGlance{.path = path,
                               .lesson_id = id,
                               .finished = done,
                               .total_hundredths = {},
                               .standing = std::move(standing)};
  };
  const std::vector<store::RecordGlance> all = {
      attempt("finished", "a", true, store::Standing{.dots = 9}),
      attempt("unknown", "a", false, {}),
      attempt("left at once", "a", false, store::Standing{}),
      attempt("answered", "b", false, store::Standing{.answers = 1}),
      attempt("worked", "a", false, store::Standing{.dots = 1}),
      attempt("drawn", "a", false, store::Standing{.line_drawn = true})};
  CHECK(library::to_go_on_with(all)->path == "answered");
  CHECK(library::to_go_on_with(all, "a")->path == "worked");
  CHECK_FALSE(library::to_go_on_with(all, "c").has_value());
  CHECK_FALSE(library::to_go_on_with({}).has_value());
}

TEST_CASE("the best total is of finished attempts at that lesson that reached one") {
  const auto attempt = [](const char* id, bool done, std::optional<int> total) {
    return store::RecordGlance{
        .path = {}, .lesson_id = id, .finished = done, .total_hundredths = total, .standing = {}};
  };
  const std::vector<store::RecordGlance> all = {attempt("a", true, 5'000), attempt("a", true, 7'000),
                                                attempt("a", true, {}),    attempt("a", false, 9'000),
                                                attempt("b", true, 9'500), attempt("c", true, 0)};
  CHECK(library::best_total(all, "a") == 7'000);
  CHECK(library::best_total(all, "c") == 0);
  CHECK_FALSE(library::best_total(all, "d").has_value());
}

namespace {

// One attempt, as far as a file has it.
store::RecordGlance file(const char* path, std::int64_t to_us, bool done, std::int64_t changed_s = 1'000) {
  return {.path = path,
          .lesson_id = "a",
          .began_s = engine::core::WallTime{900},
          .to_us = AttemptTime{to_us},
          .changed_s = engine::core::WallTime{changed_s},
          .finished = done,
          .total_hundredths = {},
          .standing = store::Standing{.dots = 4}};
}

std::vector<std::string> left(std::vector<store::RecordGlance> attempts) {
  std::vector<std::string> paths;
  for (const auto& attempt : library::without_overtaken(std::move(attempts))) paths.push_back(attempt.path);
  return paths;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("work that went further in another file is listed once, with the fuller one") {
  CHECK(left({file("elsewhere", 9'000, true, 1'010), file("stump", 4'000, false)}) == Paths{"elsewhere"});
  CHECK(left({file("stump", 4'000, false), file("left elsewhere", 9'000, false)}) == Paths{"left elsewhere"});
  CHECK(left({file("stump", 4'000, false, 1'002), file("elsewhere", 4'000, true)}) == Paths{"elsewhere"});
  CHECK(left({file("a", 4'000, false), file("its copy", 4'000, false)}).size() == 2);
  CHECK(left({file("done", 4'000, true), file("done further", 9'000, true)}).size() == 2);
  // Somebody went on with it afterwards.
  CHECK(left({file("stump", 4'000, false, 5'000), file("elsewhere", 9'000, true)}).size() == 2);
}

TEST_CASE("another attempt at the same lesson overtakes nothing") {
  auto later = file("later", 9'000, true), other_lesson = file("other", 9'000, true);
  later.began_s = engine::core::WallTime{950};
  other_lesson.lesson_id = "b";
  CHECK(left({later, other_lesson, file("stump", 4'000, false)}).size() == 3);
  auto unknown = file("unknown", 9'000, true), stump = file("stump", 4'000, false);
  unknown.began_s = stump.began_s = {};
  CHECK(left({unknown, stump}).size() == 2);
}
