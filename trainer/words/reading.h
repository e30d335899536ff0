// What stands there while files are read.
#pragma once

#include <string>

namespace trainer::words {

std::string reading_lists();
std::string reading_lesson();
std::string reading_record();

}  // namespace trainer::words
