// BLAKE2b-256 (libsodium).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace engine::core {

using Digest = std::array<std::uint8_t, 32>;

Digest blake2b(std::span<const std::uint8_t> bytes);
Digest blake2b(std::string_view text);

// Feeds several pieces into one hash.
class Hasher {
 public:
  Hasher();
  void add(std::span<const std::uint8_t> bytes);
  void add(std::string_view text);
  Digest finish();  // once

 private:
  alignas(64) std::array<std::uint8_t, 384> state_;  // crypto_generichash_blake2b_state
};

std::string hex(std::span<const std::uint8_t> bytes);  // lower case

}  // namespace engine::core
