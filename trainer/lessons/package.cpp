#include "trainer/lessons/package.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "trainer/lessons/contents.h"
#include "trainer/lessons/equipment.h"
#include "trainer/lessons/nearest.h"
#include "trainer/lessons/painting.h"
#include "trainer/lessons/picture.h"
#include "trainer/lessons/reader.h"

namespace trainer::lessons {

namespace fs = std::filesystem;
using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

namespace {

Finding unreadable(const Error& error, const std::string& name) {
  return {.file = error.file.empty() ? name : error.file,
          .key = error.field,
          .severity = "error",
          .code = "unreadable",
          .message = error.field.empty() ? error.message : error.field + ": " + error.message};
}

Loading refused(const Error& error, const std::string& name) {
  return {{}, {unreadable(error, name)}};
}

Result<Bytes> read_file(const fs::path& path, std::size_t limit) {
  std::error_code code;
  if (!fs::is_regular_file(path, code))
    return fail(Error{.message = "there is no such file", .file = path.string()});
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(Error{.message = "the file cannot be opened", .file = path.string()});
  Bytes bytes;
  Bytes block(64u << 10);
  while (in) {
    in.read(reinterpret_cast<char*>(block.data()), static_cast<std::streamsize>(block.size()));
    bytes.insert(bytes.end(), block.begin(), block.begin() + in.gcount());
    if (bytes.size() > limit)
      return fail(Error{.message = "the file is larger than " + std::to_string(limit >> 20) + " MiB",
                        .file = path.string()});
  }
  if (in.bad()) return fail(Error{.message = "the file cannot be read", .file = path.string()});
  return bytes;
}

std::string_view text_of(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// The pictures that targets and questions name, by their names inside the folder.
std::set<std::string> pictures_named(const Lesson& lesson) {
  std::set<std::string> names;
  for (const auto& target : lesson.targets) names.insert(target.painting.file);
  for (const auto& step : lesson.steps) names.insert(step.question.picture);
  names.erase("");
  return names;
}

// What lies in a folder, by its names inside it. Links are passed over: a lesson is what lies in its folder.
// So is what systems hide there.
Result<std::vector<std::string>> names_in(const fs::path& folder) {
  const auto unreadable_folder = [&] {
    return fail(Error{.message = "the folder cannot be read", .file = folder.string()});
  };
  std::vector<std::string> names;
  std::error_code code;
  fs::recursive_directory_iterator it(folder, code), end;
  if (code) return unreadable_folder();
  std::size_t seen = 0;
  for (; it != end; it.increment(code)) {
    if (code) return unreadable_folder();
    if (++seen > 10 * kMostEntries)
      return fail(Error{.message = "the folder holds too many files", .file = folder.string()});
    if (it->path().filename().string().starts_with('.')) {
      if (it->is_directory(code)) it.disable_recursion_pending();
      continue;
    }
    if (!it->is_symlink(code) && it->is_regular_file(code))
      names.push_back(fs::path(it->path()).lexically_relative(folder).generic_string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// The one of these names that differs in capitals alone.
std::optional<std::string> alike(const std::string& wanted, const std::vector<std::string>& names) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
    return small_letters(name) == small_letters(wanted);
  });
  return found == names.end() ? std::nullopt : std::optional(*found);
}

// Why a picture that the lesson names is not there, and what to do about it.
std::string missing_picture(const std::string& wanted, const std::vector<std::string>& others) {
  if (const auto other = alike(wanted, others))
    return "the folder holds \"" + *other + "\": capitals and small letters tell names apart";
  const std::string stem = wanted.substr(0, wanted.rfind('.'));
  for (const auto& other : others)
    if (small_letters(other.substr(0, other.rfind('.'))) == small_letters(stem))
      return "the folder holds \"" + other + "\" instead: save it as a PNG picture of that name";
  return "the lesson's folder holds no such picture";
}

// The lesson's file is called lesson.toml, in small letters.
Error no_lesson_in(const fs::path& folder, const Error& error) {
  const auto names = names_in(folder);
  if (names)
    if (const auto other = alike(std::string(kLessonFile), *names); other && *other != kLessonFile)
      return {
          .message = "the folder holds \"" + *other + "\": its name must be lesson.toml, in small letters",
          .file = folder.string()};
  return error;
}

// What a lesson names and what else lies beside it.
struct Folder {
  PackageFiles files;
  std::vector<std::string> others;
};

Result<Folder> read_folder(const fs::path& folder) {
  // Beyond the limit of a lesson's text the reader names it; read a little more than that at most.
  auto toml = read_file(folder / kLessonFile, kMostTextBytes + 1);
  if (!toml) return fail(no_lesson_in(folder, toml.error()));
  auto names = names_in(folder);
  if (!names) return fail(names.error());
  const Reading reading = read_lesson(text_of(*toml), kLessonFile.data());
  // Of a lesson that cannot be read all pictures are taken: whoever packs it may mend it later.
  const auto wanted = [&, named = reading.lesson ? pictures_named(*reading.lesson)
                                                 : std::set<std::string>{}](const std::string& name) {
    return reading.lesson ? named.contains(name) : is_picture(name) && name_fault(name).empty();
  };
  Folder found;
  found.files[std::string(kLessonFile)] = std::move(*toml);
  for (auto& name : *names) {
    if (name == kLessonFile) continue;
    if (!wanted(name)) {
      found.others.push_back(std::move(name));
      continue;
    }
    auto bytes = read_file(folder / name, kMostPackageBytes);
    if (!bytes) return fail(bytes.error());
    found.files[name] = std::move(*bytes);
  }
  return found;
}

Finding bad_picture(const Reading& reading, const std::string& name, const std::string& key,
                    const std::string& file, std::uint32_t most, const Error& error) {
  const auto place = reading.places.find(key);
  const std::string side = std::to_string(most);
  return {.file = name,
          .line = place == reading.places.end() ? 0 : place->second.line,
          .column = place == reading.places.end() ? 0 : place->second.column,
          .key = key,
          .severity = "error",
          .code = "bad_picture",
          .found = "\"" + file + "\"",
          .expected = "a PNG picture of at most " + side + " x " + side + " pixels",
          .message = error.message};
}

Result<const Bytes*> picture_of(const Folder& folder, const std::string& name) {
  const auto file = folder.files.find(name);
  if (file == folder.files.end()) return fail(Error{.message = missing_picture(name, folder.others)});
  if (!is_png(file->second)) return fail(Error{.message = not_png(file->second)});
  return &file->second;
}

// A picture that lies in the folder and that nobody asks for may be a slip.
void add_unnamed(const Folder& folder, const std::string& name, std::vector<Finding>& findings) {
  for (const auto& other : folder.others)
    if (is_picture(small_letters(other)))
      findings.push_back({.file = name,
                          .severity = "warning",
                          .code = "unnamed_file",
                          .found = "\"" + other + "\"",
                          .message = "the lesson names no such picture: it is left out"});
}

// The paintings that targets name, read from the package.
void add_paintings(const Folder& folder, const Reading& reading, const std::string& name, Lesson& lesson,
                   std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < lesson.targets.size(); ++i) {
    Painting& painting = lesson.targets[i].painting;
    if (painting.file.empty()) continue;
    const std::string key = "targets[" + std::to_string(i) + "].painting";
    const auto file = picture_of(folder, painting.file);
    auto share = file ? read_painting(**file) : Result<engine::scoring::PaintedShare>(fail(file.error()));
    if (share) {
      painting.share = std::make_shared<const engine::scoring::PaintedShare>(std::move(*share));
      continue;
    }
    findings.push_back(bad_picture(reading, name, key, painting.file, kMostPaintedPixels, share.error()));
  }
}

// The pictures that questions show: there, and fit to be shown. They are read again when they are.
void check_pictures(const Folder& folder, const Reading& reading, const std::string& name,
                    const Lesson& lesson, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
    const std::string& picture = lesson.steps[i].question.picture;
    if (picture.empty()) continue;
    const auto file = picture_of(folder, picture);
    const auto read = file ? read_picture(**file) : Result<QuestionPicture>(fail(file.error()));
    if (!read)
      findings.push_back(bad_picture(reading, name, "steps[" + std::to_string(i) + "].picture", picture,
                                     kMostPicturePixels, read.error()));
  }
}

// `bytes` are the package as it is; the findings speak of `name`.
Loading judge(Bytes bytes, const Folder& folder, const std::string& name) {
  Reading reading = read_lesson(text_of(folder.files.find(kLessonFile)->second), name);
  Loading loading{{}, std::move(reading.findings)};
  if (!reading.lesson) return loading;
  add_paintings(folder, reading, name, *reading.lesson, loading.findings);
  check_pictures(folder, reading, name, *reading.lesson, loading.findings);
  add_unnamed(folder, name, loading.findings);
  if (has_errors(loading.findings)) return loading;
  const engine::core::Digest hash = engine::core::blake2b(std::span<const std::uint8_t>(bytes));
  loading.package = LessonPackage{std::move(*reading.lesson), std::move(bytes), hash};
  equip(*loading.package, {});
  return loading;
}

Loading judge_packed(const Folder& folder, const std::string& name) {
  auto bytes = packed(folder.files);
  if (!bytes) return refused(bytes.error(), name);
  return judge(std::move(*bytes), folder, name);
}

// The files behind a path, as `read_files` says.
Result<Folder> read_all(const std::string& path) {
  std::error_code code;
  if (fs::is_directory(path, code)) return read_folder(path);
  if (path.ends_with(".toml")) {
    const fs::path file(path);
    if (file.filename() == kLessonFile)
      return read_folder(file.has_parent_path() ? file.parent_path() : fs::path("."));
    auto toml = read_file(file, kMostTextBytes + 1);
    if (!toml) return fail(toml.error());
    return Folder{.files = {{std::string(kLessonFile), std::move(*toml)}}, .others = {}};
  }
  auto bytes = read_file(path, kMostPackageBytes);
  if (!bytes) return fail(bytes.error());
  auto files = unpacked(*bytes);
  auto fine = files ? allowed(*files) : fail(files.error());
  if (!fine) {
    Error error = fine.error();
    error.file = path;
    return fail(std::move(error));
  }
  return Folder{.files = std::move(*files), .others = {}};
}

// The text that findings point into: a folder's lesson.toml, else the file itself.
std::string name_of(const std::string& path) {
  std::error_code code;
  return fs::is_directory(path, code) ? (fs::path(path) / kLessonFile).string() : path;
}

}  // namespace

Result<PackageFiles> read_files(const std::string& path) {
  auto folder = read_all(path);
  if (!folder) return fail(folder.error());
  return std::move(folder->files);
}

Loading load_package(const std::string& path) {
  auto folder = read_all(path);
  if (!folder) return refused(folder.error(), name_of(path));
  return judge_packed(*folder, name_of(path));
}

Loading from_bytes(Bytes bytes, const std::string& name) {
  auto files = unpacked(bytes);
  if (!files) return refused(files.error(), name);
  if (auto fine = allowed(*files); !fine) return refused(fine.error(), name);
  return judge(std::move(bytes), {std::move(*files), {}}, name);
}

Loading from_text(std::string_view text, const std::string& name) {
  return judge_packed({.files = {{std::string(kLessonFile), Bytes(text.begin(), text.end())}}, .others = {}},
                      name);
}

}  // namespace trainer::lessons
