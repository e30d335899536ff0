#include "trainer/lessons/zip.h"

#include <zip.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <set>

#include "trainer/lessons/nearest.h"

namespace trainer::lessons {

using engine::core::fail;
using engine::core::Result;

namespace {

struct SourceFree {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct ArchiveDiscard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FileClose {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Source = std::unique_ptr<zip_source_t, SourceFree>;
using Archive = std::unique_ptr<zip_t, ArchiveDiscard>;
using File = std::unique_ptr<zip_file_t, FileClose>;

constexpr zip_uint16_t kDosDate = 0x21;  // 1980-01-01, the earliest a zip can say
constexpr zip_uint32_t kUnixFile = 0100644u << 16;
constexpr zip_uint32_t kUnixKind = 0170000u << 16;
constexpr zip_uint32_t kUnixLink = 0120000u << 16;
constexpr std::size_t kRatioFree = 1u << 20;  // small files may shrink as well as they like

engine::core::Error broken(const std::string& message, const std::string& entry = "") {
  return {.message = message, .field = entry};
}

// Reads one archive entry by entry within the limits; bytes are counted while they come.
class Unpacker {
 public:
  explicit Unpacker(zip_t* archive, std::size_t packed) : archive_(archive), packed_(packed) {}

  Result<PackageFiles> run() {
    const zip_int64_t count = zip_get_num_entries(archive_, 0);
    if (count < 0 || static_cast<std::size_t>(count) > kMostEntries)
      return fail(broken("the package holds more than 1,000 entries"));
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i)
      if (auto done = entry(i); !done) return fail(done.error());
    return std::move(files_);
  }

 private:
  Result<void> entry(zip_uint64_t index) {
    const char* raw = zip_get_name(archive_, index, ZIP_FL_ENC_RAW);
    if (raw == nullptr) return fail(broken("the package holds an entry without a name"));
    std::string name = raw;
    const bool folder = name.ends_with('/');
    if (folder) name.pop_back();
    if (const std::string fault = name_fault(name); !fault.empty()) return fail(broken(fault, name));
    if (is_link(index)) return fail(broken("the package holds a link", name));
    if (folder) return {};
    if (!seen_.insert(small_letters(name)).second)
      return fail(broken("two entries have the same name", name));
    return content(index, name);
  }

  bool is_link(zip_uint64_t index) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive_, index, 0, &system, &attributes) != 0) return true;
    return system == ZIP_OPSYS_UNIX && (attributes & kUnixKind) == kUnixLink;
  }

  Result<void> content(zip_uint64_t index, const std::string& name) {
    const File file(zip_fopen_index(archive_, index, 0));
    if (!file) return fail(broken(std::string("cannot be unpacked: ") + zip_strerror(archive_), name));
    Bytes& bytes = files_[name];
    Bytes block(64u << 10);
    while (true) {
      const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
      if (got < 0) return fail(broken("is damaged", name));
      if (got == 0) return {};
      total_ += static_cast<std::size_t>(got);
      if (total_ > kMostUnpackedBytes) return fail(broken("the package unpacks to more than 64 MiB", name));
      if (total_ > kRatioFree && total_ / kMostRatio > packed_)
        return fail(broken("the package unpacks to more than 100 times its size", name));
      bytes.insert(bytes.end(), block.begin(), block.begin() + got);
    }
  }

  zip_t* archive_;
  std::size_t packed_;
  std::size_t total_ = 0;
  PackageFiles files_;
  std::set<std::string> seen_;
};

Result<void> add(zip_t* archive, const std::string& name, const Bytes& bytes) {
  Source source(zip_source_buffer(archive, bytes.data(), bytes.size(), 0));
  if (!source) return fail(broken("no memory to pack", name));
  const zip_int64_t index = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) return fail(broken(std::string("cannot be packed: ") + zip_strerror(archive), name));
  source.release();  // the archive owns it now
  const auto at = static_cast<zip_uint64_t>(index);
  // Stored, not deflated: compressors differ between versions, and these bytes are hashed.
  if (zip_set_file_compression(archive, at, ZIP_CM_STORE, 0) != 0 ||
      zip_file_set_dostime(archive, at, 0, kDosDate, 0) != 0 ||
      zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, kUnixFile) != 0)
    return fail(broken(std::string("cannot be packed: ") + zip_strerror(archive), name));
  return {};
}

Result<Bytes> content_of(zip_source_t* source) {
  if (zip_source_open(source) != 0) return fail(broken("the package cannot be read back"));
  Bytes bytes;
  Bytes block(64u << 10);
  zip_int64_t got = 0;
  while ((got = zip_source_read(source, block.data(), block.size())) > 0)
    bytes.insert(bytes.end(), block.begin(), block.begin() + got);
  zip_source_close(source);
  if (got < 0) return fail(broken("the package cannot be read back"));
  return bytes;
}

bool name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
         c == '-' || c == '/';
}

}  // namespace

std::string name_fault(std::string_view name) {
  if (name.empty()) return "the package holds an entry without a name";
  if (name.size() > kMostNameBytes) return "the name of an entry is longer than 200 bytes";
  if (!std::all_of(name.begin(), name.end(), name_character))
    return "names in a package are made of A-Z, a-z, 0-9, dot, underscore, hyphen and slash";
  std::string_view rest = name;
  while (true) {
    const auto slash = rest.find('/');
    const std::string_view segment = rest.substr(0, slash);
    if (segment.empty() || segment == "." || segment == "..") return "names in a package stay inside it";
    if (slash == std::string_view::npos) return {};
    rest.remove_prefix(slash + 1);
  }
}

Result<PackageFiles> unpacked(std::span<const std::uint8_t> bytes) {
  if (bytes.size() > kMostPackageBytes) return fail(broken("the package is larger than 8 MiB"));
  zip_error_t error;
  zip_error_init(&error);
  Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
  if (!source) return fail(broken("no memory to read the package"));
  const Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
  if (!archive) {
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    return fail(broken("this is not a package: " + reason));
  }
  source.release();
  return Unpacker(archive.get(), bytes.size()).run();
}

Result<Bytes> packed(const PackageFiles& files) {
  if (files.size() > kMostEntries) return fail(broken("a package holds at most 1,000 files"));
  zip_error_t error;
  zip_error_init(&error);
  const Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!source) return fail(broken("no memory to pack"));
  zip_source_keep(source.get());  // closing the archive frees one of the two
  Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(source.get());
    return fail(broken("a package cannot be made"));
  }
  for (const auto& [name, bytes] : files) {  // a map: always in the order of the names
    if (const std::string fault = name_fault(name); !fault.empty()) return fail(broken(fault, name));
    if (auto added = add(archive.get(), name, bytes); !added) return fail(added.error());
  }
  if (zip_close(archive.get()) != 0)
    return fail(broken(std::string("cannot be packed: ") + zip_strerror(archive.get())));
  archive.release();
  auto bytes = content_of(source.get());
  if (bytes && bytes->size() > kMostPackageBytes)
    return fail(broken("the package would be larger than 8 MiB"));
  return bytes;
}

}  // namespace trainer::lessons
