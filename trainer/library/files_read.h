// Which files a command reads that is given a lesson.
#pragma once

#include <string>
#include <vector>

namespace trainer::library {

// The file, or the folder and what its lesson names in it.
std::vector<std::string> files_in(const std::string& path);
// The same by a path or an id; nothing when nobody has it.
std::vector<std::string> files_of_lesson(const std::string& argument,
                                         const std::vector<std::string>& folders);

}  // namespace trainer::library
