#include "trainer/store/outputs.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "engine/core/printable.h"
#include "trainer/lessons/nearest.h"
#include "trainer/store/files.h"

namespace trainer::store {

namespace fs = std::filesystem;
using engine::core::fail;
using engine::core::Result;

namespace {

constexpr int kMostLinks = 40;  // as many as Linux follows

enum class Kind { Nothing, File, Folder, Stream };  // Stream: a device, a pipe, a socket

Kind kind_of(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) return Kind::Nothing;
  return fs::is_regular_file(status) ? Kind::File : fs::is_directory(status) ? Kind::Folder : Kind::Stream;
}

std::string quoted(const std::string& path) {
  return '"' + engine::core::on_one_line(path) + '"';
}

Result<void> write_into(const std::string& path, std::string_view content) {
  const auto wrong = [&](int number) {
    return fail({.message = "cannot be written: " + std::generic_category().message(number), .file = path});
  };
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (file < 0) return wrong(errno);
  int number = 0;
  while (!content.empty() && number == 0) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written >= 0)
      content.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR)
      number = errno;
  }
  if (::close(file) != 0 && number == 0) number = errno;
  if (number != 0) return wrong(number);
  return {};
}

}  // namespace

std::string behind_links(const std::string& path) {
  fs::path place(path);
  std::error_code error;
  for (int i = 0; i < kMostLinks && fs::is_symlink(fs::symlink_status(place, error)); ++i) {
    const auto target = fs::read_symlink(place, error);
    if (error) break;
    place = target.is_absolute() ? target : place.parent_path() / target;
  }
  return place.string();
}

bool same_file(const std::string& one, const std::string& other) {
  std::error_code error;
  if (fs::equivalent(one, other, error) && !error) return true;
  const auto place = [&](const std::string& path) {
    return fs::weakly_canonical(fs::absolute(behind_links(path), error), error);
  };
  const auto first = place(one);
  return !first.empty() && first == place(other);
}

Result<void> outputs_apart(const std::vector<std::string>& inputs, const std::vector<std::string>& outputs) {
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    const auto& output = outputs[i];
    if (output.empty() || kind_of(output) == Kind::Stream) continue;
    for (const auto& input : inputs)
      if (!input.empty() && same_file(output, input))
        return fail(
            quoted(output) +
            " would be written over what this command reads; expected another name for what it writes");
    for (std::size_t other = 0; other < i; ++other)
      if (!outputs[other].empty() &&
          (same_file(output, outputs[other]) ||
           lessons::small_letters(output) == lessons::small_letters(outputs[other])))
        return fail("two outputs of this command would be written to " + quoted(output) +
                    "; expected a name of its own for each");
  }
  return {};
}

Result<void> is_place_for_file(const std::string& path) {
  const Kind kind = kind_of(path);
  if (kind == Kind::Folder)
    return fail({.message = "is a folder; expected the name of a file", .file = path});
  if (kind == Kind::Stream)
    return fail({.message = "is no plain file; this cannot be written there", .file = path});
  std::error_code error;
  if (fs::is_symlink(fs::symlink_status(behind_links(path), error)))
    return fail({.message = "is a link that leads back to itself", .file = path});
  return {};
}

Result<void> write_output(const std::string& path, std::string_view content) {
  if (kind_of(path) == Kind::Stream) return write_into(path, content);
  if (auto good = is_place_for_file(path); !good) return good;
  auto written = write_whole_file(behind_links(path), content);
  if (!written) written.error().file = path;
  return written;
}

}  // namespace trainer::store
