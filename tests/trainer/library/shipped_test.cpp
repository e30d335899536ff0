#include "trainer/library/shipped.h"

#include <doctest/doctest.h>

#include "tests/support/here.h"

using namespace trainer::library;

namespace {

constexpr const char* kSource = "/home/ann/smp";

ProgramPlaces program_in(const std::string& folder) {
  return {.folder = folder,
          .build_tree = "/home/ann/smp/build/release",
          .source_tree = kSource,
          .bin_to_data = "../share/smp-trainer",
          .installed = "/usr/local/share/smp-trainer"};
}

std::string nearest(const std::string& folder) {
  return shipped_folders(program_in(folder)).front();
}

}  // namespace

TEST_CASE("a program in its build tree has the source tree's files") {
  CHECK(nearest("/home/ann/smp/build/release/bin") == kSource);
  CHECK(nearest("/home/ann/smp/build/release") == kSource);
  CHECK(nearest("/home/ann/smp/build/release2/bin") != kSource);
  CHECK(nearest("/home/ann/smp/bin") != kSource);
}

TEST_CASE("an installed program has what lies beside it, wherever the tree was moved to") {
  CHECK(nearest("/opt/moved/bin") == "/opt/moved/share/smp-trainer");
  CHECK(nearest("/usr/local/bin") == "/usr/local/share/smp-trainer");
}

TEST_CASE("the configured prefix comes last, and once") {
  CHECK(shipped_folders(program_in("/usr/local/bin")) ==
        std::vector<std::string>{"/usr/local/share/smp-trainer"});
  CHECK(shipped_folders(program_in("/opt/moved/bin")).back() == "/usr/local/share/smp-trainer");
  CHECK(shipped_folders(program_in("/home/ann/smp/build/release/bin")).size() == 2);
}

TEST_CASE("where the system does not tell, the configured prefix is left") {
  CHECK(shipped_folders(program_in("")) == std::vector<std::string>{"/usr/local/share/smp-trainer"});
}

TEST_CASE("this test runs in its build tree") {
  CHECK(shipped_folders().front() == support::source_dir());
}
