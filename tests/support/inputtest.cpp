#include "tests/support/inputtest.h"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <stdexcept>
#include <thread>

namespace support {

namespace {

enum Type : std::uint32_t { kVersion = 0, kSync = 1, kMotion = 2, kProximity = 3, kButton = 4, kKey = 5 };
constexpr std::uint16_t kMajor = 1, kMinor = 1;

struct Version {
  std::uint32_t length, type;
  std::uint16_t major, minor;
};
struct Sync {
  std::uint32_t length, type;
};
struct Motion {
  std::uint32_t length, type, absolute, padding;
  Axes axes;
};
struct Proximity {
  std::uint32_t length, type, in, padding;
  Axes axes;
};
struct ButtonRecord {
  std::uint32_t length, type;
  std::int32_t absolute, button;
  std::uint32_t down, padding;
  Axes axes;
};
struct KeyRecord {
  std::uint32_t length, type;
  std::int32_t code;
  std::uint32_t down;
};
static_assert(sizeof(Axes) == 1040 && sizeof(Version) == 12 && sizeof(Sync) == 8 && sizeof(Motion) == 1056);
static_assert(sizeof(Proximity) == 1056 && sizeof(ButtonRecord) == 1064 && sizeof(KeyRecord) == 16);

template <class Record>
constexpr std::uint32_t length = static_cast<std::uint32_t>(sizeof(Record));

}  // namespace

Axes& Axes::set(int axis, double v) {
  mask[axis >> 3] = static_cast<std::uint8_t>(mask[axis >> 3] | (1U << (axis & 7)));
  value[axis] = v;
  return *this;
}

InputtestDevice::InputtestDevice(const std::string& path)
    : fd_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path)
    throw std::runtime_error("the path of the socket is too long: " + path);
  std::strcpy(address.sun_path, path.c_str());
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  while (::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    if (std::chrono::steady_clock::now() > end) throw std::runtime_error("no X server at " + path);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  const timeval patience{5, 0};  // a second client is never answered
  ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  const Version mine{length<Version>, kVersion, kMajor, kMinor};
  write(&mine, sizeof mine);
  Version theirs{};
  read(&theirs, sizeof theirs);
}

InputtestDevice::~InputtestDevice() {
  ::close(fd_);
}

void InputtestDevice::write(const void* bytes, std::size_t count) {
  const auto* at = static_cast<const char*>(bytes);
  while (count > 0) {
    const auto sent = ::send(fd_, at, count, MSG_NOSIGNAL);
    if (sent <= 0) throw std::runtime_error("the X server hung up");
    at += sent;
    count -= static_cast<std::size_t>(sent);
  }
}

void InputtestDevice::read(void* bytes, std::size_t count) {
  auto* at = static_cast<char*>(bytes);
  while (count > 0) {
    const auto got = ::read(fd_, at, count);
    if (got <= 0) throw std::runtime_error("the X server does not answer");
    at += got;
    count -= static_cast<std::size_t>(got);
  }
}

void InputtestDevice::motion(const Axes& axes, bool absolute) {
  const Motion record{length<Motion>, kMotion, absolute ? 1U : 0U, 0, axes};
  write(&record, sizeof record);
}

void InputtestDevice::proximity(bool in, const Axes& axes) {
  const Proximity record{length<Proximity>, kProximity, in ? 1U : 0U, 0, axes};
  write(&record, sizeof record);
}

void InputtestDevice::button(int number, bool down, const Axes& axes) {
  const ButtonRecord record{length<ButtonRecord>, kButton, 1, number, down ? 1U : 0U, 0, axes};
  write(&record, sizeof record);
}

void InputtestDevice::key(int x_keycode, bool down) {
  const KeyRecord record{length<KeyRecord>, kKey, x_keycode, down ? 1U : 0U};
  write(&record, sizeof record);
}

void InputtestDevice::sync() {
  const Sync ask{length<Sync>, kSync};
  write(&ask, sizeof ask);
  Sync answer{};
  read(&answer, sizeof answer);
}

}  // namespace support
