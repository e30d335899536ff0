// Data that the program ships: assets/ of the source tree, installed with the program. The one call for
// window and headless programs alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

namespace trainer::library {

// The path of a file by its name inside assets/, "healing.toml" or "lessons/first-minutes". Error: there is
// none; it names every place that was looked at.
engine::core::Result<std::string> asset(std::string_view name);
// As above, in the assets/ of these folders; the first that has it wins.
engine::core::Result<std::string> find_asset(std::string_view name, const std::vector<std::string>& folders);

}  // namespace trainer::library
