// The report of one attempt as a self-contained page: no script, no file beside it but the pictures
// that are named in `pictures`.
#pragma once

#include <string>
#include <vector>

#include "trainer/runner/attempt.h"

namespace trainer::report {

struct Picture {
  std::string file;     // relative to the page
  std::string caption;
};

struct ReportInput {
  std::string record;          // file name
  std::string digest;          // of the score, hex
  std::string lesson_hash;     // hex
  bool salvaged = false;
  std::vector<Picture> pictures;
};

std::string html_report(const runner::Attempt& attempt, const assessment::Assessment& assessment, const ReportInput& input);

}  // namespace trainer::report
