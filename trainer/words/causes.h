// What a line of the ledger is called and what to do about it, in a trainer's words.
#pragma once

#include <string>

#include "trainer/assessment/assessment.h"

namespace trainer::words {

struct CauseWords {
  std::string cause;   // what and where
  std::string advice;  // do this
};

// `assessment`: that the line stands in.
CauseWords of(const assessment::LedgerLine& line, const assessment::Site& site,
              const assessment::Assessment& assessment);
// A critical criterion with the number that decided.
std::string detail(const assessment::CriticalResult& critical);

}  // namespace trainer::words
