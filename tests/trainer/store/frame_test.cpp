#include "trainer/store/frame.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "drawn_events.h"
#include "trainer/store/event_codec.h"
#include "trainer/store/header_codec.h"
#include "trainer/store/record_decoder.h"

using engine::core::AttemptTime;

using namespace trainer::store;
using namespace store_test;

namespace {

// Frames one after the other, as a stream.
struct Stream {
  Bytes bytes;
  std::vector<std::size_t> ends;          // of each frame
  std::vector<std::size_t> events_up_to;  // events in the frames so far
  std::vector<AttemptEvent> events;
};

Stream make_stream(std::size_t blocks, std::size_t lesson_size) {
  Stream stream;
  Chain chain;
  const auto lesson = lesson_bytes(lesson_size);
  const auto put = [&](const Bytes& frame) {
    stream.bytes.insert(stream.bytes.end(), frame.begin(), frame.end());
    stream.ends.push_back(stream.bytes.size());
    stream.events_up_to.push_back(stream.events.size());
  };
  for (const auto& frame : opening_frames(chain, header_of(lesson), lesson)) put(frame);
  for (std::size_t i = 0; i < blocks; ++i) {
    const auto some = drawn_events(i, 6);
    stream.events.insert(stream.events.end(), some.begin(), some.end());
    for (const auto& frame : event_frames(chain, some)) put(frame);
  }
  const std::vector<AttemptEvent> claim = {trainer::runner::Finished{AttemptTime{99}, 8800, "abcd"}};
  stream.events.push_back(claim[0]);
  for (const auto& frame : event_frames(chain, claim)) put(frame);
  return stream;
}

RecordDecoder decode_stream(ByteView stream) {
  RecordDecoder decoder;
  while (!stream.empty()) {
    const auto size = frame_size(stream);
    if (!size || !decoder.accept(stream.first(*size))) break;
    stream = stream.subspan(*size);
  }
  return decoder;
}

// The frames that lie whole before this byte.
std::size_t frames_before(const Stream& stream, std::size_t byte) {
  return static_cast<std::size_t>(std::upper_bound(stream.ends.begin(), stream.ends.end(), byte) -
                                  stream.ends.begin());
}

bool is_prefix(const Stream& stream, const RecordDecoder& decoder, std::size_t frames) {
  const Record& record = decoder.record();
  const std::size_t events = frames == 0 ? 0 : stream.events_up_to[frames - 1];
  return record.valid_frames == frames && record.events.size() == events &&
         std::equal(record.events.begin(), record.events.end(), stream.events.begin());
}

}  // namespace

TEST_CASE("a stream of frames decodes to all its events and its claim") {
  const Stream stream = make_stream(45, 1500);
  MESSAGE("stream of " << stream.bytes.size() << " bytes, " << stream.ends.size() << " frames");
  const auto decoder = decode_stream(stream.bytes);
  CHECK(is_prefix(stream, decoder, stream.ends.size()));
  CHECK(decoder.record().finished);
  CHECK(decoder.record().lesson_bytes == lesson_bytes(1500));
}

TEST_CASE("a stream cut at any byte gives exactly the frames before the cut") {
  const Stream stream = make_stream(45, 1500);
  std::size_t wrong = 0;
  for (std::size_t cut = 0; cut < stream.bytes.size(); ++cut)
    if (!is_prefix(stream, decode_stream(ByteView(stream.bytes).first(cut)), frames_before(stream, cut)))
      ++wrong;
  CHECK(wrong == 0);
}

TEST_CASE("any one flipped bit ends the record before its frame") {
  Stream stream = make_stream(45, 1500);
  std::size_t wrong = 0;
  for (std::size_t bit = 0; bit < stream.bytes.size() * 8; ++bit) {
    const auto mask = static_cast<std::uint8_t>(1u << (bit % 8));
    stream.bytes[bit / 8] ^= mask;
    if (!is_prefix(stream, decode_stream(stream.bytes), frames_before(stream, bit / 8))) ++wrong;
    stream.bytes[bit / 8] ^= mask;
  }
  CHECK(wrong == 0);
}

TEST_CASE("zeroed sectors and swapped, dropped, doubled or foreign frames are refused at their place") {
  const Stream stream = make_stream(20, 700);
  for (std::size_t sector = 0; sector < stream.bytes.size(); sector += 512) {
    Bytes bytes = stream.bytes;
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(sector),
              bytes.begin() + static_cast<std::ptrdiff_t>(std::min(sector + 512, bytes.size())),
              std::uint8_t{0});
    const auto decoder = decode_stream(bytes);
    REQUIRE(is_prefix(stream, decoder, decoder.record().valid_frames));
    REQUIRE(decoder.record().valid_frames <= frames_before(stream, std::min(sector + 511, bytes.size())));
  }
  const auto frame = [&](std::size_t i) {
    const std::size_t from = i == 0 ? 0 : stream.ends[i - 1];
    return ByteView(stream.bytes).subspan(from, stream.ends[i] - from);
  };
  const auto accepted = [&](const std::vector<std::size_t>& order) {
    RecordDecoder decoder;
    for (const std::size_t i : order)
      if (!decoder.accept(frame(i))) break;
    return decoder.record().valid_frames;
  };
  CHECK(accepted({0, 1, 2, 3}) == 4);
  CHECK(accepted({0, 1, 3, 2}) == 2);
  CHECK(accepted({0, 1, 3}) == 2);
  CHECK(accepted({0, 1, 2, 2, 3}) == 3);
  CHECK(accepted({1, 0}) == 0);
  CHECK(accepted({0, 2, 1}) == 1);

  const Stream other = make_stream(20, 701);  // another lesson, so another chain
  RecordDecoder decoder;
  REQUIRE(decoder.accept(frame(0)));
  REQUIRE(decoder.accept(frame(1)));
  const std::size_t from = other.ends[1];
  CHECK_FALSE(decoder.accept(ByteView(other.bytes).subspan(from, other.ends[2] - from)));
}

TEST_CASE("a frame with a right tag but wrong content is refused") {
  const auto lesson = lesson_bytes(50);
  auto header = header_of(lesson);
  const std::vector<AttemptEvent> events = {moved(AttemptTime{1}, 2, 3, true)};
  SUBCASE("a lesson that the header does not name") {
    Chain chain;
    RecordDecoder decoder;
    header.lesson_hash[0] ^= 1;
    const auto frames = opening_frames(chain, header, lesson);
    CHECK(decoder.accept(frames[0]));
    CHECK_FALSE(decoder.accept(frames[1]));
  }
  SUBCASE("events before the lesson, and a frame after the claim") {
    Chain chain;
    RecordDecoder decoder;
    REQUIRE(decoder.accept(chain.seal(FrameType::Header, encode_header(header))));
    Chain early = chain;
    CHECK_FALSE(decoder.accept(event_frames(early, events)[0]));
    REQUIRE(decoder.accept(chain.seal(FrameType::Lesson, lesson)));
    REQUIRE(decoder.accept(event_frames(chain, std::vector<AttemptEvent>{trainer::runner::Finished{}})[0]));
    CHECK_FALSE(decoder.accept(event_frames(chain, events)[0]));
  }
  SUBCASE("a block that is no block, or hides the claim") {
    Chain chain;
    RecordDecoder decoder;
    for (const auto& frame : opening_frames(chain, header, lesson)) REQUIRE(decoder.accept(frame));
    Chain broken = chain;
    CHECK_FALSE(decoder.accept(broken.seal(FrameType::Events, Bytes{200, 1, 2})));
    Chain empty = chain;
    CHECK_FALSE(decoder.accept(empty.seal(FrameType::Events, {})));
    Chain hiding = chain;
    const std::vector<AttemptEvent> claim = {trainer::runner::Finished{}};
    CHECK_FALSE(decoder.accept(hiding.seal(FrameType::Events, encode_events(claim))));
    Chain mislabelled = chain;
    CHECK_FALSE(decoder.accept(mislabelled.seal(FrameType::Finished, encode_events(events))));
  }
}

TEST_CASE("a length, a type or a version beyond what is known is refused before anything is read") {
  Chain chain;
  const auto lesson = lesson_bytes(50);
  Bytes frame = chain.seal(FrameType::Header, encode_header(header_of(lesson)));
  Bytes long_frame = frame;
  long_frame[3] = 0x7F;
  CHECK_FALSE(frame_size(long_frame));
  Bytes strange = frame;
  strange[4] = 9;
  CHECK(peek_frame(strange).error().message == "a frame of unknown type 9");
  Bytes newer = frame;
  newer[5] = 2;
  CHECK(peek_frame(newer).error().message == "a frame of version 2, this program reads 1");
}
