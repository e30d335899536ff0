// The shaders of the folder shaders/, embedded when the program is built.
#pragma once

#include <string>
#include <string_view>

namespace engine::render {

// By file name, "skin.frag"; the name must exist.
std::string shader_text(std::string_view file);

}  // namespace engine::render
