// Where the files lie that the program ships as data: folders that hold assets/ and lessons/.
#pragma once

#include <string>
#include <vector>

namespace trainer::library {

// What is known of a program: absolute paths, or empty where the system does not tell.
struct ProgramPlaces {
  std::string folder;       // of the running program
  std::string build_tree;   // where it was built
  std::string source_tree;  // from what
  std::string bin_to_data;  // from an installed program's folder to its data, "../share/smp-trainer"
  std::string installed;    // data as the prefix was configured
};

// Nearest first, each once, whether they are there or not. A program in its build tree has the source tree's;
// any other has what lies beside it, so that an installed tree can be moved and no source tree gets in its
// way. The configured prefix comes last.
std::vector<std::string> shipped_folders(const ProgramPlaces& program);
// Of the program that runs.
std::vector<std::string> shipped_folders();

}  // namespace trainer::library
