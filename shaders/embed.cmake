# cmake -DOUT=file.cpp "-DFILES=a.vert;b.frag" -P embed.cmake
# Writes the texts of the shaders into a C++ source, so that the program needs no files beside it.
set(text "// Generated from shaders/ by shaders/embed.cmake.\n#include \"engine/render/shader_text.h\"\n")
string(APPEND text "#include \"engine/core/check.h\"\n\nnamespace engine::render {\n\n")
string(APPEND text "std::string shader_text(std::string_view file) {\n")
foreach(path ${FILES})
  get_filename_component(name ${path} NAME)
  file(READ ${path} body)
  string(APPEND text "  if (file == \"${name}\") return R\"glsl(${body})glsl\";\n")
endforeach()
string(APPEND text "  ENGINE_CHECK(false && \"unknown shader\");\n}\n\n}  // namespace engine::render\n")
file(WRITE ${OUT} "${text}")
