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

constexpr const char* kPlacesFile = "/other-places.txt";

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

Result<RecordHeader> first_header(Database& database, const std::string& path) {
  Statement row(database, "SELECT frame FROM chunk WHERE seq=0");
  if (row.step() != SQLITE_ROW) return fail(Error{.message = "has no readable header", .file = path});
  const auto frame = peek_frame(row.bytes(0));
  return frame ? decode_header(frame->payload) : Result<RecordHeader>(fail(frame.error()));
}

engine::core::WallTime began_in(Database& database, const RecordHeader& header) {
  Statement row(database, "SELECT frame FROM chunk WHERE seq=?1");
  row.bind(1, std::int64_t{header.equipment_hash ? 3 : 2});
  if (row.step() != SQLITE_ROW) return {};
  const auto frame = peek_frame(row.bytes(0));
  if (!frame || frame->type != FrameType::Events) return {};
  const auto events = decode_events(frame->payload);
  return events ? began_s(*events) : engine::core::WallTime{};
}

}  // namespace

Result<std::string> default_profile_folder() {
  if (const std::string data = variable("XDG_DATA_HOME"); data.starts_with('/')) return data + "/smp-trainer";
  if (const std::string home = variable("HOME"); !home.empty()) return home + "/.local/share/smp-trainer";
  return fail("neither XDG_DATA_HOME nor HOME is set; name a folder with --profile");
}

engine::core::WallTime began_s(std::span<const runner::AttemptEvent> events) {
  const auto* sitting = events.empty() ? nullptr : std::get_if<runner::SittingStarted>(&events.front());
  return sitting != nullptr ? sitting->unix_s : engine::core::WallTime{};
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

Result<RecordGlance> glance(const std::string& path) {
  if (auto plain = check_plain_file(path); !plain) return fail(plain.error());
  // A crash while it was being closed left a journal; only a writer can roll it back.
  auto database = Database::open(path, exists_with_content(path + "-journal") ? Access::Write : Access::Read);
  if (!database) return fail(database.error());
  std::string damage;
  if (auto ours = check_owner(*database, path, damage); !ours) return fail(ours.error());
  if (!damage.empty()) return fail(Error{.message = "is damaged: " + damage, .file = path});
  const auto header = first_header(*database, path);
  if (!header) return fail(header.error());
  Statement last(*database, "SELECT frame FROM chunk ORDER BY seq DESC LIMIT 1");
  if (last.step() != SQLITE_ROW) return fail(Error{.message = "cannot be read", .file = path});
  const auto frame = peek_frame(last.bytes(0));
  if (!frame) return fail(frame.error());
  RecordGlance found{.path = path,
                     .lesson_id = header->lesson_id,
                     .began_s = began_in(*database, *header),
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
  if (auto made = make_folders(folder + "/records"); !made) return fail(made.error());
  auto lock = FileLock::acquire(folder + "/in-use.lock", patience);
  if (!lock) return fail(lock.error().error);
  return Profile(folder, std::move(*lock), {});
}

Result<Profile> Profile::open_or_unsaved(const std::string& folder, std::chrono::milliseconds patience) {
  if (auto made = make_folders(folder + "/records"); !made) return unsaved(folder, made.error().message);
  auto lock = FileLock::acquire(folder + "/in-use.lock", patience);
  if (lock) return Profile(folder, std::move(*lock), {});
  if (lock.error().held) return fail(lock.error().error);
  return unsaved(folder, lock.error().error.message);
}

Profile Profile::unsaved(std::string folder, std::string why) {
  return {std::move(folder), std::nullopt, std::move(why)};
}

Profile::Profile(std::string folder, std::optional<FileLock> lock, std::string why_unsaved)
    : folder_(std::move(folder)), why_unsaved_(std::move(why_unsaved)), lock_(std::move(lock)) {
  if (!lock_) return;
  settings_file_ = std::make_unique<LatestFile>(folder_ + "/settings.json");
  places_file_ = std::make_unique<LatestFile>(folder_ + kPlacesFile);
}

std::string Profile::record_stem(const std::string& lesson_id, engine::core::WallTime unix_s) const {
  return records_folder() + "/" + file_name_part(lesson_id) + "-" + stamp(unix_s);
}

std::string Profile::new_record_path(const std::string& lesson_id, engine::core::WallTime unix_s) const {
  return free_name(record_stem(lesson_id, unix_s), kRecordEnding);
}

std::vector<std::string> records_in(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code problem;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem))
    if (at->path().extension() == kRecordEnding) paths.push_back(at->path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> Profile::records() const {
  return records_in(records_folder());
}

Result<Settings> Profile::load_settings() const {
  auto recalled = recall_settings();
  if (recalled.trouble) return fail(std::move(*recalled.trouble));
  return std::move(recalled.settings);
}

Profile::Recalled Profile::recall_settings() const {
  const std::string path = folder_ + "/settings.json";
  if (settings_file_) settings_file_->wait();
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return {};
  const auto text = read_whole_file(path, kMaxSettingsBytes);
  if (!text) return {.settings = {}, .trouble = text.error()};
  auto good = read_settings(*text);
  if (good && good->wrong.empty()) return {.settings = std::move(good->settings), .trouble = {}};
  // Kept aside once, because the next save replaces it.
  fs::copy_file(path, path + ".broken", fs::copy_options::overwrite_existing, ignored);
  Error error = good ? Error{.message = good->wrong} : good.error();
  error.file = path;
  return {good ? std::move(good->settings) : Settings{}, good.has_value(), std::move(error)};
}

void Profile::save_soon(const Settings& settings) const {
  if (settings_file_) settings_file_->put(settings_text(settings));
}

std::optional<Error> Profile::save_trouble() const {
  return settings_file_ ? settings_file_->trouble() : std::nullopt;
}

std::vector<OtherPlace> Profile::other_places() const {
  if (places_file_) places_file_->wait();
  const auto text = read_whole_file(folder_ + kPlacesFile, kMaxOtherPlacesBytes);
  return text ? parse_other_places(*text) : std::vector<OtherPlace>();
}

void Profile::remember_places(const std::vector<OtherPlace>& places) const {
  if (places_file_) places_file_->put(other_places_text(places));
}

std::optional<Error> Profile::places_trouble() const {
  return places_file_ ? places_file_->trouble() : std::nullopt;
}

Result<void> Profile::save_settings(const Settings& settings) const {
  return write_whole_file(folder_ + "/settings.json", settings_text(settings));
}

}  // namespace trainer::store
