// What a window that died had to say, kept in its profile for the next start: whoever started it from an icon
// saw nothing of what it wrote to the terminal.
#pragma once

#include <string>

#include "engine/core/result.h"

namespace trainer::store {

constexpr const char* kLastWordsFile = "/last-words.txt";  // of a profile

engine::core::Result<void> leave_last_words(const std::string& profile_folder, const std::string& words);

// What is there, once: it is taken away. Empty: nothing. What is longer than 4096 bytes is cut.
std::string take_last_words(const std::string& profile_folder);

}  // namespace trainer::store
