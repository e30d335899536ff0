#include "trainer/app/saving_places.h"

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "trainer/store/profile.h"
#include "trainer/words/say.h"

namespace trainer::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMost = 5;
constexpr const char* kOurs = "SMP Trainer";  // made there; nothing else is written beside it

bool has_room(const fs::path& folder) {
  constexpr std::uint64_t kLeast = 16U << 20;
  struct statvfs space {};
  return ::statvfs(folder.c_str(), &space) == 0 && std::uint64_t{space.f_bavail} * space.f_frsize >= kLeast;
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

// What is plugged in lies in /media/WHO or /run/media/WHO.
std::vector<fs::path> plugged_in() {
  std::vector<fs::path> found;
  const std::string who = variable("USER");
  for (const fs::path& root : {fs::path("/media") / who, fs::path("/run/media") / who}) {
    std::error_code problem;
    for (fs::directory_iterator at(root, problem), end; !problem && at != end; at.increment(problem))
      found.push_back(at->path());
  }
  return found;
}

fs::path temporary_root() {
  std::error_code problem;
  const fs::path folder = fs::temp_directory_path(problem);
  return problem ? fs::path() : folder;
}

std::vector<fs::path> roots_by_choice() {
  std::vector<fs::path> roots;
  if (const fs::path home = variable("HOME"); home.is_absolute()) {
    roots.push_back(home / "Documents");
    roots.push_back(home);
  }
  for (auto& stick : plugged_in()) roots.push_back(std::move(stick));
  if (fs::path temporary = temporary_root(); !temporary.empty()) roots.push_back(std::move(temporary));
  return roots;
}

// In a folder for everybody somebody else's may lie there.
bool belongs_to_us(const fs::path& folder) {
  struct stat status {};
  return ::stat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid();
}

}  // namespace

std::vector<ui::SavingPlace> saving_places() {
  const fs::path temporary = temporary_root();
  std::error_code problem;
  std::vector<ui::SavingPlace> places;
  for (const auto& root : roots_by_choice()) {
    if (places.size() == kMost || !fs::is_directory(root, problem)) continue;
    if (::access(root.c_str(), W_OK | X_OK) != 0 || !has_room(root)) continue;
    const std::string folder = (root / kOurs).string();
    places.push_back(
        {root == temporary ? words::say("Only until the system starts anew: {}", folder) : folder, folder});
  }
  return places;
}

std::vector<std::string> places_with_records() {
  std::vector<std::string> folders;
  for (const auto& root : roots_by_choice()) {
    const fs::path folder = root / kOurs;
    if (belongs_to_us(folder) && !store::records_in(folder.string()).empty())
      folders.push_back(folder.string());
  }
  return folders;
}

bool is_offered_place(const std::string& folder) {
  return fs::path(folder).filename() == kOurs;
}

}  // namespace trainer::app
