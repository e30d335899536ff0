// Where files of this program and its fonts live.
#pragma once

#include <string>
#include <vector>

namespace engine::platform {

// $XDG_CACHE_HOME/smp-trainer, else ~/.cache/smp-trainer; empty when neither variable is set.
std::string cache_folder();
// The first of the paths that is a readable file; empty when none is.
std::string first_readable(const std::vector<std::string>& paths);
// The folder of the running program; empty when the system does not tell.
std::string program_folder();

}  // namespace engine::platform
