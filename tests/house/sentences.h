// What a person reads is looked up (trainer/words/say.h): a literal that reads like a sentence is the first
// argument of words::say(...), or of words::Text(...) where a table has it, so that the messages can be
// collected from the sources. Pure. Single words, and sentences that begin with a small letter, cannot be
// told from names and are not seen.
#pragma once

#include <vector>

#include "tests/house/source_files.h"

namespace house {

// Begins with a capital and a small letter, and goes on with a word in small letters.
bool reads_like_a_sentence(std::string_view literal);
std::vector<Breach> not_looked_up(const SourceFile& file);
// One is told from many in trainer/words/counts.h alone.
std::vector<Breach> counts_by_itself(const SourceFile& file);

}  // namespace house
