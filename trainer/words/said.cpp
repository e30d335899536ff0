#include "trainer/words/said.h"

#include "trainer/words/say.h"

namespace trainer::words {

std::string together(const Said& said) {
  if (said.what.empty()) return said.advice;
  return said.advice.empty() ? said.what : say("{} {}", said.what, said.advice);
}

std::string side_by_side(const std::vector<std::string>& facts) {
  std::string all;
  for (const auto& fact : facts)
    if (!fact.empty()) all = all.empty() ? fact : say("{} \u00b7 {}", all, fact);
  return all;
}

std::string listed(const std::vector<std::string>& things) {
  std::string all;
  for (const auto& thing : things) all = all.empty() ? thing : say("{}, {}", all, thing);
  return all;
}

}  // namespace trainer::words
