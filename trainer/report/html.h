// The report of one attempt as a self-contained page: no script, no file beside it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "trainer/runner/attempt.h"

namespace trainer::report {

struct CaptionedPng {
  std::vector<std::uint8_t> png;
  std::string caption;
};

struct ReportInput {
  std::string record;       // file name
  std::string digest;       // of the score, hex
  std::string lesson_hash;  // hex
  bool salvaged = false;
  std::vector<CaptionedPng> pictures;
};

std::string html_report(const runner::Attempt& attempt, const assessment::Assessment& assessment,
                        const ReportInput& input);

}  // namespace trainer::report
