// Tables the skin shader reads. Pure, no GL.
#pragma once

#include <cstdint>
#include <vector>

namespace engine::render {

// Relief (relief.h) and scattered light (scatter.h), made once in a process, on a thread of their own from
// the first call on: they take a quarter of a second that a program can spend opening its window.
struct SkinTables {
  std::vector<std::uint8_t> relief;
  std::vector<float> scatter;
};
void begin_skin_tables();
const SkinTables& skin_tables();  // waits until they are made

}  // namespace engine::render
