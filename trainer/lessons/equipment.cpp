#include "trainer/lessons/equipment.h"

#include <algorithm>
#include <set>

#include "trainer/lessons/equipment_format.h"
#include "trainer/lessons/reader.h"
#include "trainer/lessons/writer.h"

namespace trainer::lessons {

namespace {

Finding at_fault(const std::string& file, const std::string& code, const std::string& message) {
  return {.file = file, .severity = "error", .code = code, .message = message};
}

// A pigment that is named twice would be of two undertones.
void names_differ(const Reading& reading, const std::string& file, std::vector<Finding>& findings) {
  std::set<std::string> names;
  const auto& toned = reading.lesson->equipment.pigments.toned;
  for (std::size_t i = 0; i < toned.size(); ++i) {
    if (names.insert(toned[i].name).second) continue;
    const std::string key = "pigments[" + std::to_string(i) + "].name";
    Finding twice = at_fault(file, "duplicate_id", "another pigment has this name");
    twice.key = key;
    twice.found = "\"" + toned[i].name + "\"";
    if (const auto place = reading.places.find(key); place != reading.places.end()) {
      twice.line = place->second.line;
      twice.column = place->second.column;
    }
    findings.push_back(std::move(twice));
  }
}

}  // namespace

EquipmentReading read_equipment(const PackageFiles& files, const std::string& folder) {
  EquipmentReading all;
  Lesson holder;
  holder.equipment.pigments.toned.clear();
  for (const std::string_view file : kEquipmentFiles) {
    const std::string name = folder + "/" + std::string(file);
    const auto bytes = files.find(file);
    if (bytes == files.end()) {
      all.findings.push_back(at_fault(name, "unreadable", "there is no such file"));
      continue;
    }
    Reading reading = read_sections(std::string(bytes->second.begin(), bytes->second.end()), name,
                                    equipment_format(file), holder);
    all.findings.insert(all.findings.end(), reading.findings.begin(), reading.findings.end());
    if (!reading.lesson) continue;
    names_differ(reading, name, all.findings);
    holder = std::move(*reading.lesson);
  }
  for (const auto& [file, bytes] : files)
    if (std::find(kEquipmentFiles.begin(), kEquipmentFiles.end(), file) == kEquipmentFiles.end())
      all.findings.push_back(
          at_fault(folder + "/" + file, "unreadable", "this file is no part of the equipment"));
  if (!has_errors(all.findings)) all.equipment = std::move(holder.equipment);
  return all;
}

PackageFiles write_equipment(const engine::skin::Equipment& equipment) {
  Lesson holder;
  holder.equipment = equipment;
  PackageFiles files;
  for (const std::string_view file : kEquipmentFiles) {
    const std::string text = write_sections(equipment_format(file), holder);
    files[std::string(file)] = Bytes(text.begin(), text.end());
  }
  return files;
}

Bytes pack_equipment(const engine::skin::Equipment& equipment) {
  // Three files of a few hundred bytes: within every limit.
  return packed(write_equipment(equipment)).value();
}

void equip(LessonPackage& package, engine::skin::Equipment equipment) {
  package.equipment_bytes = pack_equipment(equipment);
  package.lesson.equipment = std::move(equipment);
}

EquipmentReading unpack_equipment(const Bytes& bytes, const std::string& name) {
  const auto files = unpacked(bytes);
  if (!files) return {{}, {at_fault(name, "unreadable", files.error().message)}};
  return read_equipment(*files, name);
}

}  // namespace trainer::lessons
