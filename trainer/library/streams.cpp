#include "trainer/library/streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <system_error>
#include <utility>

namespace trainer::library {

void hold_standard_streams() {
  // Standard output read only: what is said there must fail, not vanish.
  for (const auto& [stream, flags] :
       {std::pair{STDIN_FILENO, O_RDONLY}, {STDOUT_FILENO, O_RDONLY}, {STDERR_FILENO, O_WRONLY}})
    if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF) static_cast<void>(::open("/dev/null", flags));
  std::signal(SIGPIPE, SIG_IGN);
}

engine::core::Result<void> all_said() {
  errno = 0;
  const bool flushed = std::fflush(stdout) == 0;
  const int number = errno;
  if (flushed && std::ferror(stdout) == 0)
    return {};  // what goes through std::cout passes through stdout, too
  const std::string why = flushed || number == 0 ? "" : ": " + std::generic_category().message(number);
  return engine::core::fail("what this program prints cannot be written to standard output" + why);
}

}  // namespace trainer::library
