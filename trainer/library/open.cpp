#include "trainer/library/open.h"

#include <filesystem>
#include <span>
#include <utility>

#include "engine/scalp/client.h"
#include "engine/scoring/criterion.h"
#include "trainer/lessons/equipment.h"
#include "trainer/lessons/package.h"
#include "trainer/lessons/reader.h"
#include "trainer/library/assets.h"
#include "trainer/library/lesson_list.h"
#include "trainer/library/shipped.h"
#include "trainer/store/files.h"

namespace trainer::library {

using engine::core::fail;
using engine::core::Result;

std::vector<std::string> lesson_folders(const std::string& given, const std::string& profile) {
  std::vector<std::string> folders;
  if (!given.empty()) folders.push_back(given);
  if (!profile.empty()) folders.push_back(profile + "/lessons");
  for (const std::string& shipped : shipped_folders()) folders.push_back(shipped + "/lessons");
  return folders;
}

Result<lessons::LessonPackage> open_lesson(const std::string& argument,
                                           const std::vector<std::string>& folders) {
  const auto path = find_lesson(argument, folders);
  if (!path) return fail(path.error());
  auto loading = lessons::load_package(*path);
  if (!loading.package) return fail(lessons::first_error(loading.findings));
  auto equipment = shipped_equipment();
  if (!equipment) return fail(equipment.error());
  lessons::equip(*loading.package, std::move(*equipment));
  return std::move(*loading.package);
}

Result<engine::skin::Equipment> shipped_equipment() {
  lessons::PackageFiles files;
  std::string folder;
  for (const std::string_view name : lessons::kEquipmentFiles) {
    const auto path = asset(name);
    if (!path) return fail(path.error());
    auto text = store::read_whole_file(*path, lessons::kMostTextBytes);
    if (!text) return fail(text.error());
    files[std::string(name)] = lessons::Bytes(text->begin(), text->end());
    folder = std::filesystem::path(*path).parent_path().string();
  }
  auto reading = lessons::read_equipment(files, folder);
  if (!reading.equipment) return fail(lessons::first_error(reading.findings));
  return std::move(*reading.equipment);
}

Result<OpenRecord> open_record(const std::string& path, store::ReadMode reading) {
  auto record = store::read_record(path, reading);
  if (!record) return fail(record.error());
  return unpack_record(std::move(*record), path);
}

Result<OpenRecord> unpack_record(store::Record record, const std::string& path) {
  auto loading = lessons::from_bytes(record.lesson_bytes, path);
  if (!loading.package) {
    auto error = lessons::first_error(loading.findings);
    error.message = "the lesson inside the record cannot be read: " + error.message;
    return fail(std::move(error));
  }
  auto equipment = lessons::unpack_equipment(record.equipment_bytes, path);
  if (!equipment.equipment) {
    auto error = lessons::first_error(equipment.findings);
    error.message = "the equipment inside the record cannot be read: " + error.message;
    return fail(std::move(error));
  }
  loading.package->lesson.equipment = std::move(*equipment.equipment);
  loading.package->equipment_bytes = record.equipment_bytes;
  auto site = assessment::Site::make(loading.package->lesson);
  if (!site) return fail(site.error());
  return OpenRecord{path, std::move(record), std::move(*loading.package), std::move(*site)};
}

std::uint64_t client_seed(const lessons::Lesson& lesson) {
  const auto* client = std::get_if<engine::scalp::Client>(&lesson.canvas);
  return client == nullptr ? 0 : client->seed;
}

store::RecordHeader header_for(const lessons::LessonPackage& package, std::uint64_t seed,
                               engine::sim::DeviceKind device) {
  return {.lesson_id = package.lesson.id,
          .lesson_hash = package.hash,
          .equipment_hash = engine::core::blake2b(std::span<const std::uint8_t>(package.equipment_bytes)),
          .seed = seed,
          .device = device,
          .geometry = engine::scalp::kGeometryVersion,
          .scorer = engine::scoring::kScorerVersion,
          .program_version = SMP_VERSION,
          .branch = {}};
}

}  // namespace trainer::library
