// How large the classes of a header are, read simply: methods and members as they are declared. Pure.
#pragma once

#include <string>
#include <vector>

#include "tests/house/source_files.h"

namespace house {

struct ClassSize {
  std::string path, name;
  int line = 0;  // 1-based
  int methods = 0, members = 0;
};

// Classes and structs that are defined in the file, those inside others too. Constructors count as methods;
// what is defaulted or deleted, types, friends and constants do not.
std::vector<ClassSize> classes(const SourceFile& file);
// Lines that include a file of this name, whatever its folder.
std::vector<Breach> includes_of(const SourceFile& file, const std::string& name);

}  // namespace house
