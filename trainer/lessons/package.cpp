#include "trainer/lessons/package.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "trainer/lessons/equipment.h"
#include "trainer/lessons/painting.h"
#include "trainer/lessons/picture.h"
#include "trainer/lessons/reader.h"

namespace trainer::lessons {

namespace fs = std::filesystem;
using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

namespace {

constexpr std::string_view kLessonFile = "lesson.toml";
constexpr std::uint8_t kPngSignature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

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

Result<void> write_file(const fs::path& path, const Bytes& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return fail(Error{.message = "the file cannot be written", .file = path.string()});
  return {};
}

bool is_picture(std::string_view name) {
  return name.ends_with(".png");
}

// A package holds lesson.toml and PNG pictures, nothing else: no archive in an archive, no surprises.
Result<void> allowed(const PackageFiles& files) {
  if (!files.contains(kLessonFile))
    return fail(Error{.message = "the package holds no lesson.toml", .file = {}, .field = {}});
  for (const auto& [name, bytes] : files) {
    if (name == kLessonFile) continue;
    if (!is_picture(name))
      return fail(Error{.message = "a package holds lesson.toml and .png pictures only", .field = name});
    if (bytes.size() < 8 || !std::equal(std::begin(kPngSignature), std::end(kPngSignature), bytes.begin()))
      return fail(Error{.message = "this is not a PNG picture", .field = name});
  }
  return {};
}

// The pictures of a folder by their names inside it. Links are passed over: a lesson is what lies in its
// folder.
Result<void> add_pictures(const fs::path& folder, PackageFiles& files) {
  std::error_code code;
  fs::recursive_directory_iterator it(folder, code), end;
  if (code) return fail(Error{.message = "the folder cannot be read", .file = folder.string()});
  std::size_t seen = 0;
  for (; it != end; it.increment(code)) {
    if (code) return fail(Error{.message = "the folder cannot be read", .file = folder.string()});
    if (++seen > 10 * kMostEntries)
      return fail(Error{.message = "the folder holds too many files", .file = folder.string()});
    if (it->is_symlink(code) || !it->is_regular_file(code)) continue;
    const std::string name = fs::path(it->path()).lexically_relative(folder).generic_string();
    if (!is_picture(name)) continue;
    auto bytes = read_file(it->path(), kMostPackageBytes);
    if (!bytes) return fail(bytes.error());
    files[name] = std::move(*bytes);
  }
  return {};
}

Result<PackageFiles> read_folder(const fs::path& folder) {
  // Beyond the limit of a lesson's text the reader names it; read a little more than that at most.
  auto toml = read_file(folder / kLessonFile, kMostTextBytes + 1);
  if (!toml) return fail(toml.error());
  PackageFiles files;
  files[std::string(kLessonFile)] = std::move(*toml);
  if (auto added = add_pictures(folder, files); !added) return fail(added.error());
  return files;
}

std::string_view text_of(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
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

// The paintings that targets name, read from the package.
void add_paintings(const PackageFiles& files, const Reading& reading, const std::string& name, Lesson& lesson,
                   std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < lesson.targets.size(); ++i) {
    Painting& painting = lesson.targets[i].painting;
    if (painting.file.empty()) continue;
    const std::string key = "targets[" + std::to_string(i) + "].painting";
    const auto file = files.find(painting.file);
    auto share = file == files.end() ? Result<engine::scoring::PaintedShare>(fail(
                                           Error{.message = "the lesson's folder holds no such picture"}))
                                     : read_painting(file->second);
    if (share) {
      painting.share = std::make_shared<const engine::scoring::PaintedShare>(std::move(*share));
      continue;
    }
    findings.push_back(bad_picture(reading, name, key, painting.file, kMostPaintedPixels, share.error()));
  }
}

// The pictures that questions show: there, and fit to be shown. They are read again when they are.
void check_pictures(const PackageFiles& files, const Reading& reading, const std::string& name,
                    const Lesson& lesson, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
    const std::string& picture = lesson.steps[i].question.picture;
    if (picture.empty()) continue;
    const auto file = files.find(picture);
    const auto read =
        file == files.end()
            ? Result<QuestionPicture>(fail(Error{.message = "the lesson's folder holds no such picture"}))
            : read_picture(file->second);
    if (!read)
      findings.push_back(bad_picture(reading, name, "steps[" + std::to_string(i) + "].picture", picture,
                                     kMostPicturePixels, read.error()));
  }
}

// `bytes` are the package as it is; the findings speak of `name`.
Loading judge(Bytes bytes, const PackageFiles& files, const std::string& name) {
  if (auto fine = allowed(files); !fine) return refused(fine.error(), name);
  Reading reading = read_lesson(text_of(files.find(kLessonFile)->second), name);
  Loading loading{{}, std::move(reading.findings)};
  if (!reading.lesson) return loading;
  add_paintings(files, reading, name, *reading.lesson, loading.findings);
  check_pictures(files, reading, name, *reading.lesson, loading.findings);
  if (has_errors(loading.findings)) return loading;
  const engine::core::Digest hash = engine::core::blake2b(std::span<const std::uint8_t>(bytes));
  loading.package = LessonPackage{std::move(*reading.lesson), std::move(bytes), hash};
  equip(*loading.package, {});
  return loading;
}

Loading judge_packed(const PackageFiles& files, const std::string& name) {
  auto bytes = packed(files);
  if (!bytes) return refused(bytes.error(), name);
  return judge(std::move(*bytes), files, name);
}

// The text that findings point into: a folder's lesson.toml, else the file itself.
std::string name_of(const std::string& path) {
  std::error_code code;
  return fs::is_directory(path, code) ? (fs::path(path) / kLessonFile).string() : path;
}

}  // namespace

Result<PackageFiles> read_files(const std::string& path) {
  std::error_code code;
  if (fs::is_directory(path, code)) return read_folder(path);
  if (path.ends_with(".toml")) {
    const fs::path file(path);
    if (file.filename() == kLessonFile)
      return read_folder(file.has_parent_path() ? file.parent_path() : fs::path("."));
    auto toml = read_file(file, kMostTextBytes + 1);
    if (!toml) return fail(toml.error());
    return PackageFiles{{std::string(kLessonFile), std::move(*toml)}};
  }
  auto bytes = read_file(path, kMostPackageBytes);
  if (!bytes) return fail(bytes.error());
  auto files = unpacked(*bytes);
  if (!files) {
    Error error = files.error();
    error.file = path;
    return fail(std::move(error));
  }
  return files;
}

Loading load_package(const std::string& path) {
  auto files = read_files(path);
  if (!files) return refused(files.error(), name_of(path));
  return judge_packed(*files, name_of(path));
}

Loading from_bytes(Bytes bytes, const std::string& name) {
  auto files = unpacked(bytes);
  if (!files) return refused(files.error(), name);
  return judge(std::move(bytes), *files, name);
}

Loading from_text(std::string_view text, const std::string& name) {
  return judge_packed({{std::string(kLessonFile), Bytes(text.begin(), text.end())}}, name);
}

Result<void> pack(const std::string& path, const std::string& output) {
  auto files = read_files(path);
  if (!files) return fail(files.error());
  if (auto fine = allowed(*files); !fine) return fine;
  auto bytes = packed(*files);
  if (!bytes) return fail(bytes.error());
  const std::string temporary = output + ".part";
  std::error_code code;
  if (auto written = write_file(temporary, *bytes); !written) {
    fs::remove(temporary, code);
    return written;
  }
  fs::rename(temporary, output, code);
  if (!code) return {};
  fs::remove(temporary, code);
  return fail(Error{.message = "the file cannot be written", .file = output});
}

Result<void> unpack(const std::string& package, const std::string& folder) {
  auto files = read_files(package);
  if (!files) return fail(files.error());
  if (auto fine = allowed(*files); !fine) return fine;
  std::error_code code;
  if (fs::exists(folder, code) && !(fs::is_directory(folder, code) && fs::is_empty(folder, code)))
    return fail(Error{.message = "the folder is not empty", .file = folder});
  for (const auto& [name, bytes] : *files) {
    const fs::path path = fs::path(folder) / name;
    fs::create_directories(path.parent_path(), code);
    if (code) return fail(Error{.message = "the folder cannot be made", .file = path.parent_path().string()});
    if (auto written = write_file(path, bytes); !written) return written;
  }
  return {};
}

}  // namespace trainer::lessons
