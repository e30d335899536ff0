// Who may include whom, and what levels 0-8 must not call. Pure: the files come as texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>
#include "tests/house/source_files.h"

namespace house {

// "engine/core" of "engine/core/draw.cpp"; empty outside the modules.
std::string module_of(std::string_view path);
bool known(std::string_view module);
// `from` and `to` are modules; a module may include itself.
bool may_include(std::string_view from, std::string_view to);

std::vector<Breach> breaches(const SourceFile& file);

}  // namespace house
