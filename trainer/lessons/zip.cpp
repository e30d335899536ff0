#include "trainer/lessons/zip.h"

#include <zip.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <set>

#include "engine/core/printable.h"
#include "trainer/lessons/foreign.h"
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
  return {.message = message, .field = engine::core::on_one_line(entry)};
}

// What an archive says of one of its entries, its name with slashes.
struct Entry {
  zip_uint64_t index = 0;
  std::string name;
  bool folder = false;
};

bool leaves_package(std::string_view name) {
  while (true) {
    const auto slash = name.find('/');
    const std::string_view segment = name.substr(0, slash);
    if (segment.empty() || segment == "." || segment == "..") return true;
    if (slash == std::string_view::npos) return false;
    name.remove_prefix(slash + 1);
  }
}

// Reads one archive entry by entry within the limits; bytes are counted while they come.
class Unpacker {
 public:
  explicit Unpacker(zip_t* archive, std::size_t packed) : archive_(archive), packed_(packed) {}

  Result<PackageFiles> run() {
    auto entries = all();
    if (!entries) return fail(entries.error());
    for (const Entry& entry : *entries)
      if (auto done = take(entry); !done) return fail(done.error());
    for (const auto& [name, bytes] : files_)
      for (auto slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1))
        if (files_.contains(std::string_view(name).substr(0, slash)))
          return fail(broken("is a file and a folder; rename one of them", name.substr(0, slash)));
    return std::move(files_);
  }

 private:
  // The files, without what systems left behind, and out of the folder that wraps them.
  Result<std::vector<Entry>> all() {
    const zip_int64_t count = zip_get_num_entries(archive_, 0);
    if (count < 0 || static_cast<std::size_t>(count) > kMostEntries)
      return fail(broken("the package holds more than 1,000 entries"));
    std::vector<Entry> entries;
    std::vector<std::string> names;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
      auto entry = look_at(i);
      if (!entry) return fail(entry.error());
      if (entry->folder || left_by_system(entry->name)) continue;
      names.push_back(entry->name);
      entries.push_back(std::move(*entry));
    }
    const auto wrapping = wrapping_folder(names).size();
    for (Entry& entry : entries) entry.name.erase(0, wrapping);
    return entries;
  }

  Result<Entry> look_at(zip_uint64_t index) {
    const char* raw = zip_get_name(archive_, index, ZIP_FL_ENC_RAW);
    if (raw == nullptr) return fail(broken("the package holds an entry without a name"));
    Entry entry{index, raw, false};
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive_, index, 0, &system, &attributes) != 0)
      return fail(broken("the package does not say what this is", entry.name));
    const bool unix = system == ZIP_OPSYS_UNIX || system == ZIP_OPSYS_OS_X;
    // Some tools of Windows part folders as Windows does.
    if (!unix) std::replace(entry.name.begin(), entry.name.end(), '\\', '/');
    entry.folder = entry.name.ends_with('/');
    if (entry.folder) entry.name.pop_back();
    if (entry.name.empty()) return fail(broken("the package holds an entry without a name"));
    if (leaves_package(entry.name)) return fail(broken(name_fault(entry.name), entry.name));
    if (unix && (attributes & kUnixKind) == kUnixLink)
      return fail(broken("the package holds a link; put the file itself in its place", entry.name));
    return entry;
  }

  Result<void> take(const Entry& entry) {
    if (const std::string fault = name_fault(entry.name); !fault.empty())
      return fail(broken(fault, entry.name));
    if (!seen_.insert(small_letters(entry.name)).second)
      return fail(
          broken("two entries have the same name, capitals or not; rename one or leave it out", entry.name));
    return content(entry.index, entry.name);
  }

  std::string why_closed(zip_uint64_t index) {
    const int code = zip_error_code_zip(zip_get_error(archive_));
    if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP)
      return "is locked with a password; pack it without one";
    zip_stat_t stat;
    if (code == ZIP_ER_COMPNOTSUPP && zip_stat_index(archive_, index, 0, &stat) == 0 &&
        (stat.valid & ZIP_STAT_COMP_METHOD) != 0)
      return "is packed by a method that is not read here, " + packing_method(stat.comp_method) +
             "; pack it by Deflate, which every zip tool has, or with smp lesson pack";
    return std::string("cannot be unpacked: ") + zip_strerror(archive_);
  }

  Result<void> content(zip_uint64_t index, const std::string& name) {
    const File file(zip_fopen_index(archive_, index, 0));
    if (!file) return fail(broken(why_closed(index), name));
    Bytes& bytes = files_[name];
    Bytes block(64u << 10);
    while (true) {
      const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
      if (got < 0) return fail(broken("is damaged; copy the package again from where it came", name));
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
  if (leaves_package(name)) return "names in a package stay inside it; pack the lesson's folder anew";
  if (!std::all_of(name.begin(), name.end(), name_character))
    return "names in a package are made of A-Z, a-z, 0-9, dot, underscore, hyphen and slash; rename this, "
           "there and "
           "where the lesson names it";
  return {};
}

Result<PackageFiles> unpacked(std::span<const std::uint8_t> bytes) {
  if (bytes.empty()) return fail(broken(why_no_zip(bytes)));
  if (bytes.size() > kMostPackageBytes) return fail(broken("the package is larger than 8 MiB"));
  zip_error_t error;
  zip_error_init(&error);
  Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
  if (!source) return fail(broken("no memory to read the package"));
  // Not asked to be consistent: only the list at the end counts here, and tools differ in what they write
  // beside.
  const Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY, &error));
  if (!archive) {
    const bool spanned = zip_error_code_zip(&error) == ZIP_ER_MULTIDISK;
    zip_error_fini(&error);
    return fail(broken(spanned ? "this is one part of a zip in several; pack the lesson into one file"
                               : why_no_zip(bytes)));
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
