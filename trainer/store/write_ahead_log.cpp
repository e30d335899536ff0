#include "trainer/store/write_ahead_log.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <span>
#include <vector>

namespace trainer::store {

namespace {

// SQLite documentation, "Database File Format", 4: The Write-Ahead Log.
constexpr std::size_t kHeaderBytes = 32, kFrameHeadBytes = 24;
constexpr std::uint32_t kMagic = 0x377F0682;  // the lowest bit: checksums of big-endian words
constexpr std::uint32_t kLeastPage = 512, kMostPage = 65'536;

using Octets = std::span<const std::uint8_t>;

std::uint32_t big_endian(Octets bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | bytes[at + i];
  return value;
}

struct Sum {
  std::uint32_t first = 0, second = 0;
  bool operator==(const Sum&) const = default;
};

Sum sum_in(Octets bytes, std::size_t at) {
  return {big_endian(bytes, at), big_endian(bytes, at + 4)};
}

void add(Sum& sum, Octets bytes, bool big) {
  const auto word = [&](std::size_t at) {
    const std::uint32_t value = big_endian(bytes, at);
    return big ? value : __builtin_bswap32(value);
  };
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    sum.first += word(at) + sum.second;
    sum.second += word(at + 4) + sum.first;
  }
}

// Reads frame after frame as SQLite does.
class Log {
 public:
  explicit Log(const std::string& path) : in_(path, std::ios::binary) {}

  // "" or a fault.
  std::string fault() {
    std::array<std::uint8_t, kHeaderBytes> header{};
    const std::size_t got = read(header);
    if (got == 0) return "is empty";
    if (got < header.size()) return "is cut short within its header";
    if (!take(header)) return "does not begin as the log of a record";
    return fault_of_frames();
  }

 private:
  bool take(Octets header) {
    big_ = (big_endian(header, 0) & 1) != 0;
    page_ = big_endian(header, 8);
    salt_ = sum_in(header, 16);
    add(sum_, header.first(kHeaderBytes - 8), big_);
    return (big_endian(header, 0) & ~1U) == kMagic && page_ >= kLeastPage && page_ <= kMostPage &&
           (page_ & (page_ - 1)) == 0 && sum_ == sum_in(header, kHeaderBytes - 8);
  }

  std::string fault_of_frames() {
    std::vector<std::uint8_t> frame(kFrameHeadBytes + page_);
    bool some = false, committed = true;
    while (true) {
      const std::size_t got = read(frame);
      if (got == 0) break;
      if (got < frame.size()) return "is cut short within a page";
      // What was written before the log began anew is left standing behind its end.
      if (sum_in(frame, 8) != salt_) break;
      add(sum_, Octets(frame).first(8), big_);
      add(sum_, Octets(frame).subspan(kFrameHeadBytes), big_);
      if (sum_ != sum_in(frame, 16)) return "is damaged from one of its pages on";
      some = true;
      committed = big_endian(frame, 4) != 0;
    }
    if (!some) return "holds no page that belongs to it";
    return committed ? "" : "ends before what it was told last is complete";
  }

  std::size_t read(std::span<std::uint8_t> into) {
    in_.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size()));
    return static_cast<std::size_t>(in_.gcount());
  }

  std::ifstream in_;
  Sum sum_, salt_;
  std::uint32_t page_ = 0;
  bool big_ = false;
};

}  // namespace

std::string log_fault(const std::string& path) {
  return Log(path + "-wal").fault();
}

}  // namespace trainer::store
