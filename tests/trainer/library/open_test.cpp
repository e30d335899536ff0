#include "trainer/library/open.h"
#include "engine/core/moment.h"

#include <algorithm>

#include "tests/support/folder.h"
#include "tests/support/here.h"
#include "tests/support/lessons.h"
#include "trainer/lessons/equipment.h"
#include "trainer/lessons/package.h"
#include "trainer/runner/attempt.h"

using engine::core::AttemptTime;

using namespace trainer;
using support::Folder;

namespace {

lessons::LessonPackage packed(const support::LessonBuilder& builder) {
  return lessons::from_text(builder.text(), "test").package.value();
}

// 10 x 10 mm of a pad, as a file would have it.
support::LessonBuilder worked() {
  support::LessonBuilder lesson;
  lesson.target(support::square("square", 25, 35), 60.0).step(support::StepKind::NeedleWork);
  return lesson;
}

// One press on it, finished or not.
std::string record_of(const Folder& folder, const lessons::LessonPackage& package, const std::string& name) {
  const auto header = library::header_for(package, 5, engine::sim::DeviceKind::File);
  const std::vector<runner::AttemptEvent> events = {
      engine::sim::Event{engine::sim::NeedleMoved{
          {.t_us = AttemptTime{1'000}, .at = {30'000, 30'000}, .pressure = {}, .tilt = {}, .contact = true}}},
      engine::sim::Event{engine::sim::NeedleMoved{{.t_us = AttemptTime{151'000},
                                                   .at = {30'000, 30'000},
                                                   .pressure = {},
                                                   .tilt = {},
                                                   .contact = false}}}};
  REQUIRE(store::write_record(folder / name, header, {package.bytes, package.equipment_bytes}, events));
  return folder / name;
}

}  // namespace

TEST_CASE("lessons are looked for in the folder given, the profile, and what is shipped, in this order") {
  const auto all = library::lesson_folders("/given", "/profile");
  REQUIRE(all.size() >= 3);
  CHECK(all[0] == "/given");
  CHECK(all[1] == "/profile/lessons");
  CHECK(all[2] == support::source_dir() + "/lessons");
  CHECK(library::lesson_folders("", "").front() == support::source_dir() + "/lessons");
}

TEST_CASE("a lesson is opened by its path and by its id") {
  const Folder folder;
  support::write_text(folder / "mine/lesson.toml", worked().text());
  for (const std::string& argument : {folder / "mine", folder / "mine/lesson.toml", std::string("test")}) {
    CAPTURE(argument);
    const auto package = library::open_lesson(argument, {folder.path()});
    REQUIRE(package.has_value());
    CHECK(package->lesson.id == "test");
  }
}

TEST_CASE("what is wrong with a lesson is told with file, line and column") {
  const Folder folder;
  std::string text = worked().text();
  text.replace(text.find("title = "), 8, "title = 5 #");
  support::write_text(folder / "bad/lesson.toml", text);
  const auto package = library::open_lesson(folder / "bad", {});
  REQUIRE_FALSE(package.has_value());
  CHECK(package.error().file == folder / "bad/lesson.toml");
  CHECK(package.error().line == 2);
  CHECK(package.error().message.find("title") != std::string::npos);
}

TEST_CASE("a lesson that nobody has") {
  const Folder folder;
  CHECK(library::open_lesson("nobody", {folder.path()}).error().file.empty());
  const auto missing = library::open_lesson(folder / "none.toml", {});
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().file == folder / "none.toml");
}

TEST_CASE("a record brings its lesson along, whatever became of the installed one") {
  const Folder folder;
  support::write_text(folder / "mine/lesson.toml", worked().text());
  const auto package = library::open_lesson("test", {folder.path()}).value();
  const std::string path = record_of(folder, package, "a.smprec");
  std::filesystem::remove_all(folder / "mine");
  const auto open = library::open_record(path);
  REQUIRE(open.has_value());
  CHECK(open->path == path);
  CHECK(open->package.lesson == package.lesson);
  CHECK(open->package.bytes == package.bytes);
  CHECK(open->package.hash == package.hash);
  CHECK(&open->site->lesson() != &open->package.lesson);
  CHECK(runner::fold(open->site, open->record.events).skin.dots.size() == 1);
}

TEST_CASE("a record that is damaged opens only when what is left is asked for") {
  const Folder folder;
  const std::string path = record_of(folder, packed(worked()), "a.smprec");
  std::string bytes = support::read_text(path);
  support::write_text(path, bytes + "something else");
  CHECK(library::open_record(path).error().message.find("damaged") != std::string::npos);
  const auto salvaged = library::open_record(path, store::ReadMode::Salvage);
  REQUIRE(salvaged.has_value());
  CHECK(salvaged->record.salvaged);
}

TEST_CASE("a record whose lesson cannot be read says that it is the lesson") {
  const Folder folder;
  auto package = packed(worked());
  package.bytes = lessons::packed({{"lesson.toml", {'x'}}}).value();
  package.hash = engine::core::blake2b(std::span<const std::uint8_t>(package.bytes));
  const auto open = library::open_record(record_of(folder, package, "a.smprec"));
  REQUIRE_FALSE(open.has_value());
  CHECK(open.error().message.starts_with("the lesson inside the record cannot be read: "));
  CHECK(open.error().file == folder / "a.smprec");
}

TEST_CASE("a file that is no record") {
  const Folder folder;
  support::write_text(folder / "a.smprec", "nothing of the kind, but long enough to be looked at");
  CHECK(library::open_record(folder / "a.smprec").error().file == folder / "a.smprec");
  CHECK_FALSE(library::open_record(folder / "none.smprec").has_value());
}

TEST_CASE("the header of a new record says whose work at what, and by which algorithms") {
  const auto package = packed(worked());
  const auto header = library::header_for(package, 42, engine::sim::DeviceKind::Robot);
  CHECK(header.lesson_id == "test");
  CHECK(header.lesson_hash == package.hash);
  CHECK(header.seed == 42);
  CHECK(header.device == engine::sim::DeviceKind::Robot);
  CHECK(header.geometry == engine::scalp::kGeometryVersion);
  CHECK(header.scorer == engine::scoring::kScorerVersion);
  CHECK_FALSE(header.program_version.empty());
  CHECK_FALSE(header.branch.has_value());
}

TEST_CASE("the seed is the client's") {
  CHECK(library::client_seed(worked().lesson()) == 0);
  engine::scalp::Client client;
  client.seed = 77;
  CHECK(library::client_seed(support::LessonBuilder().client(client).lesson()) == 77);
}

TEST_CASE("a lesson is worked with what the program ships") {
  const auto shipped = library::shipped_equipment();
  REQUIRE(shipped.has_value());
  const auto package = library::open_lesson("even-dots", library::lesson_folders("", "")).value();
  CHECK(package.lesson.equipment == *shipped);
  CHECK(package.equipment_bytes == lessons::pack_equipment(*shipped));
}

TEST_CASE("a record is folded with the needles, pigments and skin that it carries, not with today's") {
  const Folder folder;
  auto package = packed(worked());
  package.lesson.machine.needle.points = 3;
  engine::skin::Equipment other;
  other.needles.point_spread = 400;
  other.healing.usual.kept_target = 0.5;
  other.pigments.toned = {{"grey", engine::scalp::Undertone::Cool}};
  const auto standard = library::open_record(record_of(folder, package, "standard.smprec")).value();
  lessons::equip(package, other);
  const auto open = library::open_record(record_of(folder, package, "other.smprec"));
  REQUIRE(open.has_value());
  CHECK(open->package.lesson.equipment == other);
  CHECK(open->package.equipment_bytes == package.equipment_bytes);
  CHECK(open->package.hash == standard.package.hash);
  CHECK(open->record.header.lesson_hash == standard.record.header.lesson_hash);
  CHECK(open->record.header.equipment_hash != standard.record.header.equipment_hash);
  CHECK(open->site->healing().kept_target == 0.5);
  const auto dot = runner::fold(open->site, open->record.events).skin.dots.at(0);
  CHECK(dot.undertone == engine::scalp::Undertone::Cool);
  CHECK(runner::fold(standard.site, standard.record.events).skin.dots.at(0).undertone ==
        engine::scalp::Undertone::Neutral);
}

TEST_CASE("a record without equipment, or with one that cannot be read, says so") {
  const Folder folder;
  auto package = packed(worked());
  auto header = library::header_for(package, 0, engine::sim::DeviceKind::File);
  header.equipment_hash.reset();
  REQUIRE(store::write_record(folder / "none.smprec", header, package.bytes, {}));
  const auto none = library::open_record(folder / "none.smprec");
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().message.starts_with("the equipment inside the record cannot be read: "));

  package.equipment_bytes = lessons::packed({{"healing.toml", {'x'}}}).value();
  const auto bad = library::open_record(record_of(folder, package, "bad.smprec"));
  REQUIRE_FALSE(bad.has_value());
  CHECK(bad.error().message.starts_with("the equipment inside the record cannot be read: "));
  CHECK(bad.error().file.starts_with(folder / "bad.smprec"));
}
