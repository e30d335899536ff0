#include "trainer/cli/say.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <system_error>

#include "trainer/cli/commands.h"

namespace trainer::cli {

namespace {

int fault_of_stdout = 0;  // the first errno

void put(std::FILE* stream, std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stream) == text.size() || stream != stdout) return;
  if (fault_of_stdout == 0) fault_of_stdout = errno;
}

}  // namespace

void hold_standard_streams() {
  // Read only where it is written to: what is said there must fail, not vanish.
  for (const auto& [stream, flags] :
       {std::pair{STDIN_FILENO, O_RDONLY}, {STDOUT_FILENO, O_RDONLY}, {STDERR_FILENO, O_WRONLY}})
    if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF) static_cast<void>(::open("/dev/null", flags));
  std::signal(SIGPIPE, SIG_IGN);
}

void say_text(std::string_view text) {
  put(stdout, text);
}

void remark_text(std::string_view text) {
  put(stderr, text);
}

void say_json(const nlohmann::json& document) {
  say_text(document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

int exit_code_when_said(int code) {
  const bool flushed = std::fflush(stdout) == 0;
  if (!flushed && fault_of_stdout == 0) fault_of_stdout = errno;
  if (flushed && std::ferror(stdout) == 0) return code;  // help and version pass through stdout, too
  const std::string why = fault_of_stdout == 0 ? "" : ": " + std::generic_category().message(fault_of_stdout);
  remark("error: what this command prints cannot be written to standard output{}\n", why);
  return kData;
}

}  // namespace trainer::cli
