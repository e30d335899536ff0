// Pens for real (tablet_stage.h); the tests are in tablet_*_test.cpp.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>

#include "tests/engine/platform/tablet_stage.h"

int main(int argc, char** argv) {
  constexpr int kSkipped = 77;
  if (const auto why = support::TabletServer::missing(); !why.empty()) {
    std::printf("SKIPPED: %s\n", why.c_str());
    return kSkipped;
  }
  doctest::Context context(argc, argv);
  const int failed = context.run();
  if (!context.shouldExit() || failed == 0) delete &tablet::stage();
  return failed;
}
