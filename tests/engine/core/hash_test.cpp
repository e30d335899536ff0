#include "engine/core/hash.h"

#include <doctest/doctest.h>

#include <vector>

using namespace engine::core;

// Vectors: BLAKE2b with a 32-byte digest and no key, as `b2sum -l 256` prints them.
TEST_CASE("BLAKE2b-256 of known inputs") {
  CHECK(hex(blake2b("")) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  CHECK(hex(blake2b("abc")) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  CHECK(hex(blake2b("The quick brown fox jumps over the lazy dog")) ==
        "01718cec35cd3d796dd00020e0bfecb473ad23457d063b75eff29c0ffa2e58a9");
}

TEST_CASE("pieces hash as the whole does, across the 128-byte block") {
  std::vector<std::uint8_t> bytes(1000);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i * 7 % 256);
  const Digest whole = blake2b(bytes);
  for (const std::size_t cut : {0UL, 1UL, 127UL, 128UL, 129UL, 999UL, 1000UL}) {
    Hasher hasher;
    hasher.add(std::span(bytes).first(cut));
    hasher.add(std::span(bytes).subspan(cut));
    CHECK(hasher.finish() == whole);
  }
  bytes[500] ^= 1;
  CHECK(blake2b(bytes) != whole);
}

TEST_CASE("text and bytes hash alike") {
  const std::vector<std::uint8_t> bytes = {'a', 'b', 'c'};
  CHECK(blake2b(bytes) == blake2b("abc"));
}

TEST_CASE("hex is lower case, two digits a byte") {
  const std::vector<std::uint8_t> bytes = {0x00, 0x0f, 0xa5, 0xff};
  CHECK(hex(bytes) == "000fa5ff");
  CHECK(hex({}).empty());
}
