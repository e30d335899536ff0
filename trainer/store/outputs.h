// What a command writes where somebody says: through links, into devices and pipes, never over what it reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

namespace trainer::store {

// The path behind links, behind those too whose end is not there yet.
std::string behind_links(const std::string& path);

// Whether two paths are one file, or would be one once they are written.
bool same_file(const std::string& one, const std::string& other);

// Error, with the path in words: an output is an input or another output, or two outputs differ in capitals
// alone (many systems take them for one file). Devices and pipes may be named more than once.
engine::core::Result<void> outputs_apart(const std::vector<std::string>& inputs,
                                         const std::vector<std::string>& outputs);

// A file is written whole or not at all, and one that was there stays when it fails. A device or a pipe is
// written to as it is.
engine::core::Result<void> write_output(const std::string& path, std::string_view content);

// For what cannot be written to a device or a pipe. Error: `path` is one, or a folder.
engine::core::Result<void> is_place_for_file(const std::string& path);

}  // namespace trainer::store
