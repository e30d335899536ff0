#include "trainer/lessons/equipment.h"

#include <algorithm>

#include "files.h"
#include "tests/support/here.h"

using namespace trainer::lessons;
using engine::skin::Equipment;

namespace {

PackageFiles shipped() {
  PackageFiles files;
  for (const auto name : kEquipmentFiles) {
    const std::string text = source_text("assets/" + std::string(name));
    files[std::string(name)] = Bytes(text.begin(), text.end());
  }
  return files;
}

// The shipped files with one place changed.
PackageFiles with(const std::string& file, const std::string& from, const std::string& to) {
  PackageFiles files = shipped();
  const std::string text = changed(std::string(files[file].begin(), files[file].end()), from, to);
  files[file] = Bytes(text.begin(), text.end());
  return files;
}

// The first finding, which must be there.
Finding finding(const PackageFiles& files) {
  const EquipmentReading reading = read_equipment(files, "assets");
  REQUIRE_FALSE(reading.equipment.has_value());
  REQUIRE_FALSE(reading.findings.empty());
  return reading.findings.front();
}

Equipment drawn() {
  Equipment equipment;
  equipment.healing.usual.fade_per_year = 0.1234567890123;
  equipment.healing.usual.blue_warm = -0.25;
  equipment.healing.oily_spread = 1333;
  equipment.healing.careless_sheds = 1.0 / 3.0;
  equipment.needles.point_spread = 0;
  equipment.pigments.toned = {{"a \"quoted\" name", engine::scalp::Undertone::Warm}};
  return equipment;
}

}  // namespace

TEST_CASE("the numbers that the program ships are those that its code has for want of others, to the bit") {
  const EquipmentReading reading = read_equipment(shipped(), "assets");
  for (const auto& f : reading.findings) MESSAGE(sentence(f));
  REQUIRE(reading.equipment.has_value());
  CHECK(*reading.equipment == Equipment{});
  CHECK(pack_equipment(*reading.equipment) == pack_equipment({}));
}

TEST_CASE("equipment comes back as it was written, as files and packed") {
  for (const Equipment& equipment : {Equipment{}, drawn()}) {
    const auto files = read_equipment(write_equipment(equipment), "here");
    CHECK(files.findings.empty());
    CHECK(files.equipment == equipment);
    const auto unpacked = unpack_equipment(pack_equipment(equipment), "there");
    CHECK(unpacked.findings.empty());
    CHECK(unpacked.equipment == equipment);
  }
}

TEST_CASE("the same equipment is the same bytes, another is others") {
  CHECK(pack_equipment(drawn()) == pack_equipment(drawn()));
  CHECK(pack_equipment(drawn()) != pack_equipment({}));
  Equipment nearly;
  nearly.healing.usual.kept_target = 0.9000000000000001;
  CHECK(pack_equipment(nearly) != pack_equipment({}));
}

TEST_CASE("nothing is left to the program that reads: every key must be there") {
  for (const auto& [file, bytes] : write_equipment({})) {
    const std::string text(bytes.begin(), bytes.end());
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      const std::string line = text.substr(at, end - at);
      if (line.find(" = ") != std::string::npos) {
        CAPTURE(line);
        PackageFiles files = write_equipment({});
        const std::string without = text.substr(0, at) + text.substr(end + 1);
        files[file] = Bytes(without.begin(), without.end());
        CHECK(finding(files).code == "missing_key");
      }
      at = end + 1;
    }
  }
}

TEST_CASE("a mistake is told with file, line and key") {
  const Finding above = finding(with("healing.toml", "outdoors = 0.22", "outdoors = 22"));
  CHECK(above.file == "assets/healing.toml");
  CHECK(above.key == "fading.outdoors");
  CHECK(above.line == 10);
  CHECK(above.code == "out_of_range");
  CHECK(above.expected == "a number from 0 to 1");

  const Finding unknown = finding(with("needles.toml", "long_taper = 920", "long_tapper = 920"));
  CHECK(unknown.file == "assets/needles.toml");
  CHECK(unknown.code == "unknown_key");
  CHECK(unknown.message.find("long_taper") != std::string::npos);

  const Finding choice = finding(with("pigments.toml", "\"warm\"", "\"hot\""));
  CHECK(choice.key == "pigments[2].undertone");
  CHECK(choice.code == "not_a_choice");

  CHECK(finding(with("healing.toml", "[growth]", "[grow")).code == "syntax");
  CHECK(finding(with("healing.toml", "[growth]", "[growing]")).file == "assets/healing.toml");
}

TEST_CASE("a pigment has one undertone") {
  const Finding twice = finding(with("pigments.toml", "warm grey", "cool grey"));
  CHECK(twice.code == "duplicate_id");
  CHECK(twice.key == "pigments[2].name");
  CHECK(twice.line == 13);
  CHECK(twice.found == "\"cool grey\"");
}

TEST_CASE("the mistakes of all files are told together") {
  PackageFiles files = with("healing.toml", "outdoors = 0.22", "outdoors = 22");
  files["needles.toml"] = with("needles.toml", "150", "\"150\"")["needles.toml"];
  const auto reading = read_equipment(files, "assets");
  CHECK(reading.findings.size() == 2);
}

TEST_CASE("a file that is missing, and one too many") {
  for (const auto name : kEquipmentFiles) {
    PackageFiles files = shipped();
    files.erase(std::string(name));
    CHECK(finding(files).file == "assets/" + std::string(name));
    CHECK(finding(files).message == "there is no such file");
  }
  PackageFiles more = shipped();
  more["response.toml"] = {};
  CHECK(finding(more).file == "assets/response.toml");
}

TEST_CASE("bytes that are no equipment") {
  for (const Bytes& bytes : {Bytes{}, Bytes{'x'}, packed({{"lesson.toml", {'x'}}}).value()}) {
    const auto reading = unpack_equipment(bytes, "a record");
    CHECK_FALSE(reading.equipment.has_value());
    REQUIRE_FALSE(reading.findings.empty());
    CHECK(reading.findings.front().file.starts_with("a record"));
  }
}

TEST_CASE("a lesson that was just read has the standard equipment, and its hash is its own") {
  auto package = from_text(source_text("lessons/even-dots/lesson.toml"), "even-dots").package.value();
  CHECK(package.lesson.equipment == Equipment{});
  CHECK(package.equipment_bytes == pack_equipment({}));
  const auto hash = package.hash;
  const auto bytes = package.bytes;
  equip(package, drawn());
  CHECK(package.lesson.equipment == drawn());
  CHECK(unpack_equipment(package.equipment_bytes, "").equipment == drawn());
  CHECK(package.hash == hash);
  CHECK(package.bytes == bytes);
}
