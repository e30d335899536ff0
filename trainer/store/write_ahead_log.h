// The file -wal beside a record that is open: SQLite reads it as far as it is good, and says nothing of the
// rest. Private to the store.
#pragma once

#include <string>

namespace trainer::store {

// Why the log of the record at `path` may lack some of what was done, as the rest of a sentence that begins
// with its name ("is empty"); "" when all of it can be read. A log that another part of was cut off exactly
// between two commits cannot be told from a whole one.
std::string log_fault(const std::string& path);

}  // namespace trainer::store
