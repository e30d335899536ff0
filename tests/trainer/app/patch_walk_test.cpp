#include "trainer/app/patch_walk.h"

#include <doctest/doctest.h>

using trainer::app::PatchWalk;
using trainer::canvas::Patch;

namespace {

PatchWalk walk(int patches) {
  std::vector<Patch> all;
  for (int i = 0; i < patches; ++i)
    all.push_back({{i * 1000, 0}, {i * 1000 - 500, -500}, {i * 1000 + 500, 500}, 9});
  PatchWalk made;
  made.lay_out(std::move(all));
  return made;
}

}  // namespace

TEST_CASE("a lesson without patches has none in view and nowhere to go") {
  PatchWalk none = walk(0);
  CHECK(none.now() == nullptr);
  CHECK_FALSE(none.step(1));
  CHECK_FALSE(none.step(-1));
  CHECK_FALSE(none.go_to(0));
}

TEST_CASE("steps stay within the first and the last, and say where they are") {
  PatchWalk three = walk(3);
  REQUIRE(three.now() != nullptr);
  CHECK(three.now()->centre.u_um == 0);
  CHECK(three.words() == "Patch 1 of 3.");
  CHECK(three.step(-1));
  CHECK(three.words() == "Patch 1 of 3.");
  CHECK(three.step(1));
  CHECK(three.step(1));
  CHECK(three.step(1));
  CHECK(three.words() == "Patch 3 of 3.");
  CHECK(three.now()->centre.u_um == 2000);
}

TEST_CASE("a patch that is not there is not gone to; new patches begin at the first") {
  PatchWalk three = walk(3);
  CHECK(three.go_to(2));
  CHECK_FALSE(three.go_to(3));
  CHECK_FALSE(three.go_to(static_cast<std::size_t>(-1)));
  CHECK(three.words() == "Patch 3 of 3.");
  three.go_to_first();
  CHECK(three.words() == "Patch 1 of 3.");
  three.go_to(2);
  three.lay_out({{}, {}});
  CHECK(three.words() == "Patch 1 of 2.");
  CHECK(three.all().size() == 2);
}
