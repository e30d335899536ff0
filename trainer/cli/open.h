// Opening what the command line names, and saying what is wrong with it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "trainer/library/open.h"

namespace trainer::cli {

// "error: FILE:LINE: ..." on stderr; returns kData.
int complain(const engine::core::Error& error);

engine::core::Result<std::string> read_text(const std::string& path, std::size_t limit);
// To a temporary file beside it, then renamed: a failure leaves what was there.
engine::core::Result<void> write_text(const std::string& path, std::string_view text);

// Where lessons are looked for: the given folder, the profile, the source tree, the install prefix. Error:
// the given one is not there.
engine::core::Result<std::vector<std::string>> lesson_folders(const std::string& given);
// A path or an id. Errors carry the first finding.
engine::core::Result<lessons::LessonPackage> open_lesson(const std::string& argument,
                                                         const std::string& folder);

// What --salvage asks for.
constexpr store::Reading reading(bool salvage) {
  return salvage ? store::Reading::Salvage : store::Reading::Strict;
}

}  // namespace trainer::cli
