#include "trainer/words/said.h"

#include "trainer/words/say.h"

namespace trainer::words {

std::string together(const Said& said) {
  if (said.what.empty()) return said.advice;
  return said.advice.empty() ? said.what : say("{} {}", said.what, said.advice);
}

}  // namespace trainer::words
