// Unfinished work whose file is damaged: what is good of it can be gone on with, in a copy.
#pragma once

#include <string>

#include "engine/core/result.h"
#include "trainer/store/record.h"

namespace trainer::store {

// What is good of a damaged record that is not finished. Error: it is not damaged, or nothing is left.
engine::core::Result<Record> good_part(const std::string& path);

// Writes it as a branch of that record, NAME-mended.smprec beside it, and answers with its path. The damaged
// file stays as it is.
engine::core::Result<std::string> mend(const std::string& path);

}  // namespace trainer::store
