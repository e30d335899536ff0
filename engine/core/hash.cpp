#include "engine/core/hash.h"

#include <sodium.h>

#include "engine/core/check.h"

namespace engine::core {

namespace {

using State = crypto_generichash_blake2b_state;

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

State* state_of(std::array<std::uint8_t, 384>& storage) {
  return reinterpret_cast<State*>(storage.data());
}

}  // namespace

Digest blake2b(std::span<const std::uint8_t> bytes) {
  Hasher hasher;
  hasher.add(bytes);
  return hasher.finish();
}

Digest blake2b(std::string_view text) {
  return blake2b(bytes_of(text));
}

Hasher::Hasher() : state_{} {
  static_assert(sizeof(State) <= sizeof state_ && alignof(State) <= 64);
  ENGINE_CHECK(sodium_init() >= 0);
  ENGINE_CHECK(crypto_generichash_blake2b_init(state_of(state_), nullptr, 0, Digest{}.size()) == 0);
}

void Hasher::add(std::span<const std::uint8_t> bytes) {
  ENGINE_CHECK(crypto_generichash_blake2b_update(state_of(state_), bytes.data(), bytes.size()) == 0);
}

void Hasher::add(std::string_view text) {
  add(bytes_of(text));
}

Digest Hasher::finish() {
  Digest digest{};
  ENGINE_CHECK(crypto_generichash_blake2b_final(state_of(state_), digest.data(), digest.size()) == 0);
  return digest;
}

std::string hex(std::span<const std::uint8_t> bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes.size());
  for (const std::uint8_t byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

}  // namespace engine::core
