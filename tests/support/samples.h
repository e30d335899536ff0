// Lines of SAMPLES.jsonl that place dots: what a hand would have sent.
#pragma once

#include <cstdint>
#include <string>

namespace support {

// What a pen adds to a line; nothing is a mouse.
inline const std::string kByPen = R"("pressure":0.5)";
inline const std::string kByMouse;

// One line: the needle in the skin, and out of it. Places in mm.
std::string down(std::int64_t t_us, double x, double y, const std::string& more = kByPen);
std::string up(std::int64_t t_us, double x, double y);
// A press of 0.15 s, which by mouse as by pen reaches the middle of the band.
std::string tap(std::int64_t t_us, double x, double y, const std::string& more = kByPen);
// {"event":"name", more}
std::string event(const std::string& name, const std::string& more = "");

}  // namespace support
