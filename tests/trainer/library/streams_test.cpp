#include "trainer/library/streams.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

using namespace trainer::library;

namespace {

// The exit code of a child whose standard streams are `stream`-less.
template <class Work>
int in_child(int stream, Work work) {
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    close(stream);
    hold_standard_streams();
    _exit(work());
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("no file gets the number of a standard stream that is closed") {
  for (const int stream : {0, 1, 2}) CHECK(in_child(stream, [] { return open("/dev/zero", O_RDONLY); }) > 2);
}

TEST_CASE("what is printed nowhere is said at the end, and nothing printed is no fault") {
  CHECK(in_child(1, [] { return all_said() ? 0 : 1; }) == 0);
  CHECK(in_child(1, [] {
          std::fputs("words", stdout);
          return all_said() ? 0 : 1;
        }) == 1);
}

TEST_CASE("a reader that went away does not end the program") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  close(ends[0]);
  CHECK(in_child(2, [&] {
          dup2(ends[1], 1);
          std::fputs("words", stdout);
          return all_said() ? 0 : 1;
        }) == 1);
  close(ends[1]);
}
