// What a record carries beside the lesson: the equipment, in a frame of its own under a hash of its own.
#include <doctest/doctest.h>

#include "drawn_events.h"
#include "trainer/store/event_codec.h"
#include "trainer/store/header_codec.h"
#include "trainer/store/record.h"
#include "trainer/store/record_decoder.h"
#include "trainer/store/record_writer.h"

using namespace trainer::store;
using namespace store_test;

namespace {

const std::vector<std::uint8_t> kEquipment = {'n', 'e', 'e', 'd', 'l', 'e', 's'};

engine::core::Digest hash_of(const std::vector<std::uint8_t>& bytes) {
  return engine::core::blake2b(std::span<const std::uint8_t>(bytes));
}

RecordHeader equipped(const std::vector<std::uint8_t>& lesson) {
  RecordHeader header = header_of(lesson);
  header.equipment_hash = hash_of(kEquipment);
  return header;
}

// The decoder's answer to the frames in this order.
bool accepted(const std::vector<std::pair<FrameType, Bytes>>& frames) {
  Chain chain;
  RecordDecoder decoder;
  for (const auto& [type, payload] : frames)
    if (!decoder.accept(chain.seal(type, payload))) return false;
  return decoder.has_opening();
}

}  // namespace

TEST_CASE("equipment comes back with the record, and the lesson's hash is its own") {
  const Folder folder;
  const auto lesson = lesson_bytes(100);
  REQUIRE(write_record(folder / "a.smprec", equipped(lesson), {lesson, kEquipment}, presses(3)));
  const auto record = read_record(folder / "a.smprec", ReadMode::Strict);
  REQUIRE(record.has_value());
  CHECK(record->equipment_bytes == kEquipment);
  CHECK(record->lesson_bytes == lesson);
  CHECK(record->header.lesson_hash == hash_of(lesson));
  CHECK(record->header.equipment_hash == hash_of(kEquipment));
  CHECK(record->events == presses(3));
  CHECK(verify_record(folder / "a.smprec")->intact);
}

TEST_CASE("a writer and whoever goes on keep it") {
  const Folder folder;
  const auto lesson = lesson_bytes(100);
  auto writer = RecordWriter::create(folder / "a.smprec", equipped(lesson), {lesson, kEquipment});
  REQUIRE(writer.has_value());
  REQUIRE((*writer)->finish());
  auto continued = RecordWriter::continue_from(folder / "a.smprec");
  REQUIRE(continued.has_value());
  CHECK(continued->record.equipment_bytes == kEquipment);
  REQUIRE(continued->writer->finish());
}

TEST_CASE("a hash that is not that of the bytes is not written") {
  const Folder folder;
  const auto lesson = lesson_bytes(100);
  RecordHeader other = equipped(lesson);
  other.equipment_hash = hash_of(lesson);
  CHECK_FALSE(write_record(folder / "a.smprec", other, {lesson, kEquipment}, {}));
  CHECK_FALSE(write_record(folder / "a.smprec", header_of(lesson), {lesson, kEquipment}, {}));
  CHECK_FALSE(write_record(folder / "a.smprec", equipped(lesson), lesson, {}));
  const std::vector<std::uint8_t> large(1'100'000);
  other.equipment_hash = hash_of(large);
  const auto refused = write_record(folder / "a.smprec", other, {lesson, large}, {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("1 MiB") != std::string::npos);
}

TEST_CASE("the header names the equipment or none") {
  const auto lesson = lesson_bytes(10);
  for (const RecordHeader& header : {header_of(lesson), equipped(lesson)})
    CHECK(decode_header(encode_header(header)).value() == header);
}

TEST_CASE("equipment stands behind the lesson, once, and only where the header names it") {
  const auto lesson = lesson_bytes(10);
  const auto with = encode_header(equipped(lesson)), without = encode_header(header_of(lesson));
  using enum FrameType;
  CHECK(accepted({{Header, with}, {Lesson, lesson}, {Equipment, kEquipment}}));
  CHECK(accepted({{Header, without}, {Lesson, lesson}}));
  CHECK_FALSE(accepted({{Header, with}, {Lesson, lesson}}));
  CHECK_FALSE(accepted({{Header, without}, {Lesson, lesson}, {Equipment, kEquipment}}));
  CHECK_FALSE(accepted({{Header, with}, {Equipment, kEquipment}, {Lesson, lesson}}));
  CHECK_FALSE(accepted({{Header, with}, {Lesson, lesson}, {Equipment, lesson}}));
  CHECK_FALSE(accepted({{Header, with}, {Lesson, lesson}, {Equipment, kEquipment}, {Equipment, kEquipment}}));
  CHECK_FALSE(
      accepted({{Header, with}, {Lesson, lesson}, {Events, trainer::store::encode_events(presses(1))}}));
}
