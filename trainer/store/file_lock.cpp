#include "trainer/store/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <system_error>
#include <thread>

namespace trainer::store {

using engine::core::Error;

namespace {

std::string holder(int descriptor) {
  char text[16] = {};
  const ssize_t got = ::pread(descriptor, text, sizeof text - 1, 0);
  std::string digits;
  for (ssize_t i = 0; i < got && std::isdigit(static_cast<unsigned char>(text[i])); ++i) digits += text[i];
  return digits.empty() ? "" : " (process " + digits + ")";
}

// Only for the message above; the lock does not depend on it.
void sign(int descriptor) {
  const std::string digits = std::to_string(::getpid());
  if (::ftruncate(descriptor, 0) != 0) return;
  static_cast<void>(::pwrite(descriptor, digits.data(), digits.size(), 0) < 0);
}

}  // namespace

tl::expected<FileLock, FileLock::Refusal> FileLock::acquire(const std::string& path,
                                                            std::chrono::milliseconds patience) {
  const auto refused = [&](std::string why, bool held) {
    return tl::unexpected<Refusal>({Error{.message = std::move(why), .file = path}, held});
  };
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) return refused("cannot be opened: " + std::generic_category().message(errno), false);
  constexpr std::chrono::milliseconds kPause{50};
  int code = ::flock(descriptor, LOCK_EX | LOCK_NB);
  for (; code != 0 && errno == EWOULDBLOCK && patience.count() > 0; patience -= kPause) {
    std::this_thread::sleep_for(kPause);
    code = ::flock(descriptor, LOCK_EX | LOCK_NB);
  }
  if (code == 0) {
    sign(descriptor);
    return FileLock(descriptor);
  }
  const bool held = errno == EWOULDBLOCK;
  const std::string why = held ? "another SMP Trainer is at work here" + holder(descriptor)
                               : "cannot be locked: " + std::generic_category().message(errno);
  ::close(descriptor);
  return refused(why, held);
}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace trainer::store
