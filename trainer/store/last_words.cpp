#include "trainer/store/last_words.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "trainer/store/outputs.h"

namespace trainer::store {

engine::core::Result<void> leave_last_words(const std::string& profile_folder, const std::string& words) {
  return write_output(profile_folder + kLastWordsFile, words);
}

std::string take_last_words(const std::string& profile_folder) {
  const std::string path = profile_folder + kLastWordsFile;
  std::array<char, 4096> words{};
  std::ifstream in(path, std::ios::binary);
  if (!in) return {};
  in.read(words.data(), words.size());
  const auto length = static_cast<std::size_t>(in.gcount());
  in.close();
  std::error_code ignored;  // told again at the next start
  std::filesystem::remove(path, ignored);
  return {words.data(), length};
}

}  // namespace trainer::store
