// Hands for the X server's "inputtest" driver (protocol 1.1, part of Xorg): records of fixed size over a
// stream socket, numbers as the machine has them. A record of any other length makes the server hang up.
#pragma once

#include <cstdint>
#include <string>

namespace support {

// Values of some of a device's 64 axes; those left out keep theirs.
struct Axes {
  std::uint32_t has_unaccelerated = 0;
  std::uint8_t mask[8] = {};  // bit n: axis n is there
  std::uint32_t padding = 0;
  double value[64] = {};
  double unaccelerated[64] = {};
  Axes& set(int axis, double v);
};

class InputtestDevice {
 public:
  // Waits up to 5 s for the socket; throws std::runtime_error when the server does not answer.
  // One client in a device's life: the driver accepts no second one.
  explicit InputtestDevice(const std::string& socket);
  ~InputtestDevice();
  InputtestDevice(const InputtestDevice&) = delete;
  InputtestDevice& operator=(const InputtestDevice&) = delete;

  void motion(const Axes& axes, bool absolute = true);
  // Leaving needs an absolute axis, or the server keeps it for itself.
  void proximity(bool in, const Axes& axes);
  void button(int number, bool down, const Axes& axes = {});
  void key(int x_keycode, bool down);
  // Returns when the server has dealt with everything sent so far.
  void sync();

 private:
  void write(const void* bytes, std::size_t count);
  void read(void* bytes, std::size_t count);
  int fd_ = -1;
};

}  // namespace support
