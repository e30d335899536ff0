#include "trainer/lessons/foreign.h"

#include <algorithm>
#include <array>

#include "trainer/lessons/nearest.h"

namespace trainer::lessons {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kLessonFile = "lesson.toml";
constexpr std::array kLeftBehind = {"__macosx"sv,    "thumbs.db"sv,    "ehthumbs.db"sv,
                                    "desktop.ini"sv, "$recycle.bin"sv, "@eadir"sv};

struct Signature {
  std::string_view bytes;
  std::size_t at;
  std::string_view what;
};
constexpr Signature kSignatures[] = {{"7z\xBC\xAF\x27\x1C"sv, 0, "a 7z archive"},
                                     {"Rar!"sv, 0, "a RAR archive"},
                                     {"\x1F\x8B"sv, 0, "a gzip archive"},
                                     {"BZh"sv, 0, "a bzip2 archive"},
                                     {"\xFD\x37zXZ"sv, 0, "an xz archive"},
                                     {"\x28\xB5\x2F\xFD"sv, 0, "a zstd archive"},
                                     {"ustar"sv, 257, "a tar archive"},
                                     {"MZ"sv, 0, "a program that unpacks itself"},
                                     {"\x89PNG"sv, 0, "a picture"},
                                     {"SQLite format 3"sv, 0, "a record"},
                                     {"%PDF"sv, 0, "a PDF document"},
                                     {"<"sv, 0, "a page of the web"}};

std::string_view text_of(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string folder_of(std::string_view name) {
  return std::string(name.substr(0, name.rfind('/') + 1));
}

}  // namespace

bool left_by_system(std::string_view name) {
  while (!name.empty()) {
    const auto slash = std::min(name.find('/'), name.size());
    const std::string segment = small_letters(name.substr(0, slash));
    if (segment.starts_with('.') && segment != "." && segment != "..") return true;
    if (std::find(kLeftBehind.begin(), kLeftBehind.end(), segment) != kLeftBehind.end()) return true;
    name.remove_prefix(std::min(slash + 1, name.size()));
  }
  return false;
}

std::string wrapping_folder(const std::vector<std::string>& names) {
  const auto lesson = std::find_if(names.begin(), names.end(), [](std::string_view name) {
    return small_letters(name.substr(name.rfind('/') + 1)) == kLessonFile;
  });
  if (lesson == names.end()) return "";
  const std::string folder = folder_of(*lesson);
  const bool all = std::all_of(names.begin(), names.end(),
                               [&](const std::string& name) { return name.starts_with(folder); });
  return all ? folder : "";
}

std::string why_no_zip(std::span<const std::uint8_t> bytes) {
  const std::string_view text = text_of(bytes);
  if (text.empty()) return "this is not a package: the file is empty; copy it again from where it came";
  if (text.starts_with("PK"))
    return "this is not a package: the zip is damaged or cut short; copy it again from where it came";
  for (const auto& [signature, at, what] : kSignatures)
    if (text.size() > at && text.substr(at).starts_with(signature))
      return "this is not a package but " + std::string(what) +
             "; expected a zip, as smp lesson pack makes of a lesson's folder";
  return "this is not a package; expected a zip, as smp lesson pack makes of a lesson's folder";
}

std::string packing_method(std::uint32_t number) {
  switch (number) {
    case 9:
      return "Deflate64";
    case 12:
      return "bzip2";
    case 14:
      return "LZMA";
    case 93:
      return "Zstandard";
    case 95:
      return "XZ";
    case 98:
      return "PPMd";
    case 99:
      return "AES";
    default:
      return "number " + std::to_string(number);
  }
}

}  // namespace trainer::lessons
