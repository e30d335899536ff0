#include "trainer/store/profile.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <system_error>

#include "trainer/store/event_codec.h"
#include "trainer/store/files.h"
#include "trainer/store/header_codec.h"
#include "trainer/store/record_table.h"

namespace trainer::store {

namespace fs = std::filesystem;
using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// Letters, digits, dot, dash and underline of a lesson id; it may come from anybody's lesson.
std::string file_name_part(const std::string& id) {
  std::string name;
  for (const char c : id.substr(0, 64)) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    name += plain ? c : '_';
  }
  return name.empty() ? "attempt" : name;
}

std::string stamp(engine::core::WallTime unix_s) {
  const auto time = static_cast<std::time_t>(unix_s.s);
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32] = {};
  std::strftime(text, sizeof text, "%Y%m%d-%H%M%S", &parts);
  return text;
}

engine::core::WallTime changed_s(const std::string& path) {
  std::int64_t latest = 0;
  for (const char* ending : {"", "-wal"}) {
    struct stat status {};
    if (::stat((path + ending).c_str(), &status) == 0)
      latest = std::max<std::int64_t>(latest, status.st_mtime);
  }
  return engine::core::WallTime{latest};
}

Result<RecordHeader> first_header(Database& database, const std::string& path) {
  Statement row(database, "SELECT frame FROM chunk WHERE seq=0");
  if (row.step() != SQLITE_ROW) return fail(Error{.message = "has no readable header", .file = path});
  const auto frame = peek_frame(row.bytes(0));
  return frame ? decode_header(frame->payload) : Result<RecordHeader>(fail(frame.error()));
}

Result<void> make_folder(const std::string& folder) {
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (problem) return fail(Error{.message = "cannot be made: " + problem.message(), .file = folder});
  return {};
}

}  // namespace

Result<std::string> default_profile_folder() {
  if (const std::string data = variable("XDG_DATA_HOME"); data.starts_with('/')) return data + "/smp-trainer";
  if (const std::string home = variable("HOME"); !home.empty()) return home + "/.local/share/smp-trainer";
  return fail("neither XDG_DATA_HOME nor HOME is set; name a folder with --profile");
}

Result<RecordGlance> glance(const std::string& path) {
  if (auto plain = check_plain_file(path); !plain) return fail(plain.error());
  // A crash while it was being closed left a journal; only a writer can roll it back.
  auto database = Database::open(path, exists_with_content(path + "-journal") ? Access::Write : Access::Read);
  if (!database) return fail(database.error());
  std::int64_t id = 0;
  if (const int code = database->read_number("PRAGMA application_id", id); code != SQLITE_OK)
    return fail(sqlite_error(*database, code, path));
  if (id != kApplicationId) return fail(Error{.message = "is not a record", .file = path});
  const auto header = first_header(*database, path);
  if (!header) return fail(header.error());
  Statement last(*database, "SELECT frame FROM chunk ORDER BY seq DESC LIMIT 1");
  if (last.step() != SQLITE_ROW) return fail(Error{.message = "cannot be read", .file = path});
  const auto frame = peek_frame(last.bytes(0));
  if (!frame) return fail(frame.error());
  RecordGlance found{.path = path,
                     .lesson_id = header->lesson_id,
                     .to_us = {},
                     .changed_s = changed_s(path),
                     .finished = frame->type == FrameType::Finished,
                     .total_hundredths = {},
                     .standing = standing_in(*database)};
  if (frame->type != FrameType::Events && !found.finished) return found;
  const auto events = decode_events(frame->payload);
  if (!events) return found.finished ? Result<RecordGlance>(fail(events.error())) : found;
  found.to_us = event_time_us(events->back());
  if (const auto* claim = std::get_if<runner::Finished>(&events->back());
      claim && claim->total_hundredths >= 0)
    found.total_hundredths = claim->total_hundredths;
  return found;
}

Result<Profile> Profile::open(const std::string& folder, std::chrono::milliseconds patience) {
  if (auto made = make_folder(folder + "/records"); !made) return fail(made.error());
  auto lock = FileLock::acquire(folder + "/in-use.lock", patience);
  if (!lock) return fail(lock.error());
  return Profile(folder, std::move(*lock));
}

std::string Profile::new_record_path(const std::string& lesson_id, engine::core::WallTime unix_s) const {
  const std::string stem = records_folder() + "/" + file_name_part(lesson_id) + "-" + stamp(unix_s);
  std::string path = stem + ".smprec";
  std::error_code ignored;
  for (int number = 2; fs::exists(path, ignored); ++number)
    path = stem + "-" + std::to_string(number) + ".smprec";
  return path;
}

std::vector<std::string> records_in(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code problem;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem))
    if (at->path().extension() == ".smprec") paths.push_back(at->path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> Profile::records() const {
  return records_in(records_folder());
}

Result<Settings> Profile::load_settings() const {
  const std::string path = folder_ + "/settings.json";
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return Settings{};
  const auto text = read_whole_file(path, kMaxSettingsBytes);
  if (!text) return fail(text.error());
  auto settings = parse_settings(*text);
  if (settings) return settings;
  // Kept aside once, because the next save replaces it.
  fs::copy_file(path, path + ".broken", fs::copy_options::overwrite_existing, ignored);
  Error error = settings.error();
  error.file = path;
  return fail(std::move(error));
}

Result<void> Profile::save_settings(const Settings& settings) const {
  return write_whole_file(folder_ + "/settings.json", settings_text(settings));
}

}  // namespace trainer::store
