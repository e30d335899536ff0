// Opening what somebody names, a lesson or a record, and the header of a new record. For window and command
// line alike.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/skin/equipment.h"
#include "trainer/assessment/site.h"
#include "trainer/lessons/lesson.h"
#include "trainer/store/record.h"

namespace trainer::library {

// Where lessons are looked for: the given folder, the profile's, those that the program ships. Either may be
// empty.
std::vector<std::string> lesson_folders(const std::string& given, const std::string& profile);

// A path or an id, to be worked with what the program ships. Error: nobody has it, or the first finding with
// file, line and column.
engine::core::Result<lessons::LessonPackage> open_lesson(const std::string& argument,
                                                         const std::vector<std::string>& folders);

// The needles, pigments and skin that the program ships (assets/). Error: a file is missing, or the first
// finding.
engine::core::Result<engine::skin::Equipment> shipped_equipment();

// A record as one can work with it: `site` is made of the lesson and the equipment inside it, never of
// installed ones.
struct OpenRecord {
  std::string path;
  store::Record record;
  lessons::LessonPackage package;
  std::shared_ptr<const assessment::Site> site;
};
engine::core::Result<OpenRecord> open_record(const std::string& path,
                                             store::ReadMode reading = store::ReadMode::Strict);
// The same for one that was read already. Error: lesson or equipment inside it cannot be read, or not be made
// real.
engine::core::Result<OpenRecord> unpack_record(store::Record record, const std::string& path);

// Of the lesson's client; 0 where there is none.
std::uint64_t client_seed(const lessons::Lesson& lesson);
// Of a new record by this program.
store::RecordHeader header_for(const lessons::LessonPackage& package, std::uint64_t seed,
                               engine::sim::DeviceKind device);

}  // namespace trainer::library
