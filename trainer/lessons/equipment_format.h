// The field tables of the equipment's files. Every key is required: nothing of what changes a score is left
// to the program that reads it.
#pragma once

#include <string_view>
#include <vector>

#include "trainer/lessons/format.h"

namespace trainer::lessons {

// Of one of kEquipmentFiles.
std::vector<Section> equipment_format(std::string_view file);

}  // namespace trainer::lessons
