#include "trainer/words/reading.h"

#include "trainer/words/say.h"

namespace trainer::words {

std::string reading_lists() {
  return say("Reading your lessons and your work\u2026");
}

std::string reading_lesson() {
  return say("Reading the lesson\u2026");
}

std::string reading_record() {
  return say("Reading the record\u2026");
}

}  // namespace trainer::words
