// What needles, pigments and skin do (engine/skin/equipment.h) as three TOML files: the program ships them in
// assets/, and every record carries its own. Driven by field tables, as lesson.toml is.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/skin/equipment.h"
#include "trainer/lessons/finding.h"
#include "trainer/lessons/package.h"

namespace trainer::lessons {

constexpr std::array<std::string_view, 3> kEquipmentFiles = {"healing.toml", "needles.toml", "pigments.toml"};

struct EquipmentReading {
  std::optional<engine::skin::Equipment> equipment;  // present exactly when there is no error
  std::vector<Finding> findings;                     // of all three files
};

// All three must be there, and nothing else. The findings name `folder`/FILE.
EquipmentReading read_equipment(const PackageFiles& files, const std::string& folder);
// What reads back equal.
PackageFiles write_equipment(const engine::skin::Equipment& equipment);

// As a record embeds them: a zip as of a lesson, the same equipment always the same bytes.
Bytes pack_equipment(const engine::skin::Equipment& equipment);
EquipmentReading unpack_equipment(const Bytes& bytes, const std::string& name);

// This lesson is worked with these. A package that was just read has the standard ones.
void equip(LessonPackage& package, engine::skin::Equipment equipment);

}  // namespace trainer::lessons
