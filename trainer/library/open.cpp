#include "trainer/library/open.h"

#include <utility>

#include "engine/scalp/client.h"
#include "engine/scoring/criterion.h"
#include "trainer/lessons/package.h"
#include "trainer/library/lesson_list.h"
#include "trainer/library/shipped.h"

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
  return std::move(*loading.package);
}

Result<OpenRecord> open_record(const std::string& path, store::Reading reading) {
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
          .seed = seed,
          .device = device,
          .geometry = engine::scalp::kGeometryVersion,
          .scorer = engine::scoring::kScorerVersion,
          .program_version = SMP_VERSION,
          .branch = {}};
}

}  // namespace trainer::library
