// Opening what the command line names, and saying what is wrong with it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "trainer/library/open.h"

namespace trainer::cli {

// "error: FILE:LINE: ..." on stderr, on one line; returns kData.
int complain(const engine::core::Error& error);
// Its place in a document: {KEY: argument, "error": ...}.
nlohmann::json failed(const char* key, const std::string& argument, const engine::core::Error& error);

// kUsage, said on stderr, when an output is an input or another output. To be asked before anything is
// written.
std::optional<int> refuse_overlap(const std::vector<std::string>& inputs,
                                  const std::vector<std::string>& outputs);
// What is read of a lesson; nothing when nobody has it.
std::vector<std::string> files_of_lesson(const std::string& argument, const std::string& folder);

engine::core::Result<std::string> read_text(const std::string& path, std::size_t limit);

// Where lessons are looked for: the given folder, the profile, the source tree, the install prefix. Error:
// the given one is not there.
engine::core::Result<std::vector<std::string>> lesson_folders(const std::string& given);
// A path or an id. Errors carry the first finding.
engine::core::Result<lessons::LessonPackage> open_lesson(const std::string& argument,
                                                         const std::string& folder);

// To a file, through links; the lesson and its equipment are embedded.
engine::core::Result<void> write_record(const std::string& path, const store::RecordHeader& header,
                                        const lessons::LessonPackage& package,
                                        const std::vector<runner::AttemptEvent>& events);

// What --salvage asks for.
constexpr store::ReadMode reading(bool salvage) {
  return salvage ? store::ReadMode::Salvage : store::ReadMode::Strict;
}

}  // namespace trainer::cli
