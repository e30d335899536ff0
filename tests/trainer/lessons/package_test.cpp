#include "trainer/lessons/package.h"

#include <doctest/doctest.h>
#include <zip.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/core/draw.h"
#include "tests/support/here.h"
#include "tests/trainer/lessons/files.h"

using namespace trainer::lessons;
namespace fs = std::filesystem;

namespace {

const Bytes kPng{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};

Bytes bytes_of(const std::string& text) {
  return {text.begin(), text.end()};
}
Bytes lesson_bytes() {
  return bytes_of(source_text("lessons/even-dots/lesson.toml"));
}

// A folder of its own for each test, gone afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "smp-lessons-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }
  void write(const std::string& name, const Bytes& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream out(path_ / name, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    REQUIRE(out.good());
  }

 private:
  fs::path path_;
};

struct Entry {
  std::string name;
  Bytes bytes;
  std::uint32_t attributes = 0100644u << 16;
};

// A zip as someone hostile would make it: none of our own checks.
Bytes hostile(const std::vector<Entry>& entries) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const Entry& entry : entries) {
    zip_source_t* data = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
    const auto index = zip_file_add(archive, entry.name.c_str(), data, ZIP_FL_ENC_GUESS);
    REQUIRE(index >= 0);
    zip_file_set_external_attributes(archive, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX,
                                     entry.attributes);
  }
  REQUIRE(zip_close(archive) == 0);
  zip_source_open(source);
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  Bytes bytes(stat.size);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

std::string refusal(const std::vector<Entry>& entries) {
  const auto files = unpacked(hostile(entries));
  return files ? "" : files.error().message;
}

}  // namespace

TEST_CASE("the same files give the same bytes, whatever their order and times") {
  const Folder one, two;
  one.write("lesson.toml", lesson_bytes());
  one.write("pictures/a.png", kPng);
  one.write("b.png", kPng);
  two.write("b.png", kPng);
  two.write("pictures/a.png", kPng);
  two.write("lesson.toml", lesson_bytes());
  fs::last_write_time(two.at("lesson.toml"), fs::file_time_type::clock::now() - std::chrono::hours(5000));
  const Loading first = load_package(one.at("")), second = load_package(two.at(""));
  REQUIRE(first.package);
  REQUIRE(second.package);
  CHECK(first.package->bytes == second.package->bytes);
  CHECK(first.package->hash == second.package->hash);
  CHECK(first.package->lesson.id == "even-dots");
}

TEST_CASE("folder, lesson.toml, packed file and embedded bytes are one and the same package") {
  const Folder folder;
  folder.write("lesson/lesson.toml", lesson_bytes());
  folder.write("lesson/a.png", kPng);
  folder.write("lesson/notes.txt", kPng);  // no part of the package
  folder.write("even.smplesson", pack(folder.at("lesson")).value());
  const Loading from_folder = load_package(folder.at("lesson"));
  const Loading from_toml = load_package(folder.at("lesson/lesson.toml"));
  const Loading from_file = load_package(folder.at("even.smplesson"));
  REQUIRE(from_folder.package);
  REQUIRE(from_toml.package);
  REQUIRE(from_file.package);
  CHECK(from_folder.package->bytes == from_file.package->bytes);
  CHECK(from_toml.package->bytes == from_file.package->bytes);
  const Loading embedded = from_bytes(from_folder.package->bytes, "record");
  REQUIRE(embedded.package);
  CHECK(embedded.package->hash == from_folder.package->hash);
  CHECK(embedded.package->lesson == from_folder.package->lesson);
}

TEST_CASE("a foreign zip of the same files gives our bytes too") {
  const Folder folder;
  folder.write("x.smplesson", hostile({{"b.png", kPng}, {"lesson.toml", lesson_bytes()}}));
  const Loading loading = load_package(folder.at("x.smplesson"));
  REQUIRE(loading.package);
  CHECK(loading.package->bytes == packed({{"b.png", kPng}, {"lesson.toml", lesson_bytes()}}).value());
}

TEST_CASE("unpacking gives back the files, into an empty folder only") {
  const Folder folder;
  folder.write("lesson/lesson.toml", lesson_bytes());
  folder.write("lesson/p/a.png", kPng);
  folder.write("l.smplesson", pack(folder.at("lesson")).value());
  REQUIRE(unpack(folder.at("l.smplesson"), folder.at("out")));
  CHECK(read_files(folder.at("out")).value() == read_files(folder.at("lesson")).value());
  CHECK_FALSE(unpack(folder.at("l.smplesson"), folder.at("out")));
}

TEST_CASE("names that leave the package are refused") {
  for (const char* name : {"../x.png", "a/../../x.png", "/x.png", "a//x.png", "./x.png", "a\\x.png",
                           "C:x.png", "x\n.png", "\xC3\xA4.png", "a/..", "..", "a b.png"}) {
    CAPTURE(name);
    CHECK_FALSE(name_fault(name).empty());
    CHECK_FALSE(refusal({{"lesson.toml", lesson_bytes()}, {name, kPng}}).empty());
  }
  CHECK(name_fault("a/b-c_d.0/e.png").empty());
  CHECK(name_fault(std::string(kMostNameBytes, 'a')).empty());
  CHECK_FALSE(name_fault(std::string(kMostNameBytes + 1, 'a')).empty());
}

TEST_CASE("nothing is written when one entry is hostile") {
  const Folder folder;
  folder.write("x.smplesson", hostile({{"lesson.toml", lesson_bytes()}, {"../escaped.png", kPng}}));
  CHECK_FALSE(unpack(folder.at("x.smplesson"), folder.at("out")));
  CHECK_FALSE(fs::exists(folder.at("out")));
  CHECK_FALSE(fs::exists(folder.at("escaped.png")));
}

TEST_CASE("links, twins and strangers are refused") {
  CHECK(refusal({{"lesson.toml", lesson_bytes()}, {"a.png", kPng, 0120777u << 16}}).find("link") !=
        std::string::npos);
  CHECK(refusal({{"lesson.toml", lesson_bytes()}, {"A.png", kPng}, {"a.png", kPng}}).find("same name") !=
        std::string::npos);
  const auto reason = [](const std::vector<Entry>& entries) {
    return from_bytes(hostile(entries), "x").findings.at(0).message;
  };
  CHECK(reason({{"a.png", kPng}}).find("no lesson.toml") != std::string::npos);
  CHECK(reason({{"lesson.toml", lesson_bytes()}, {"inner.zip", kPng}}).find("only") != std::string::npos);
  CHECK(reason({{"lesson.toml", lesson_bytes()}, {"a.png", bytes_of("not a picture")}}).find("PNG") !=
        std::string::npos);
}

TEST_CASE("a thousand entries are let in, one more is not") {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < kMostEntries; ++i) entries.push_back({"p" + std::to_string(i) + ".png", kPng});
  CHECK(refusal(entries).empty());
  entries.push_back({"one-more.png", kPng});
  CHECK(refusal(entries).find("1,000") != std::string::npos);
}

TEST_CASE("a package that swells is stopped while it is unpacked") {
  CHECK(refusal({{"a.png", Bytes(8u << 20, 0)}}).find("100 times") != std::string::npos);
  Bytes noise(kMostPackageBytes + 1);
  CHECK(unpacked(noise).error().message.find("8 MiB") != std::string::npos);
}

TEST_CASE("a damaged package is an error, never a crash") {
  const Bytes good = packed({{"lesson.toml", lesson_bytes()}, {"a.png", kPng}}).value();
  for (std::size_t length = 0; length < good.size(); length += 7)
    CHECK_FALSE(
        from_bytes(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(length)), "cut").package);
  for (std::uint64_t round = 0; round < 2000; ++round) {
    Bytes bytes = good;
    const auto at = engine::core::draw_below(1, "at", round, bytes.size());
    bytes[at] ^= static_cast<std::uint8_t>(1u << engine::core::draw_below(2, "bit", round, 8));
    const Loading loading = from_bytes(bytes, "damaged");
    CHECK(loading.package.has_value() != has_errors(loading.findings));
  }
}

TEST_CASE("what is not there or not ours is named") {
  const Loading missing = load_package("no/such/lesson.smplesson");
  REQUIRE(missing.findings.size() == 1);
  CHECK(missing.findings[0].code == "unreadable");
  CHECK(missing.findings[0].file == "no/such/lesson.smplesson");
  CHECK(from_bytes(bytes_of("this is no zip"), "x").findings.at(0).message.find("not a package") !=
        std::string::npos);
}

TEST_CASE("a lesson with mistakes is not loaded, and its findings point into its file") {
  const Loading loading = load_package(support::source_dir() + "/tests/data/lessons/ten-mistakes.toml");
  CHECK_FALSE(loading.package);
  CHECK(loading.findings.size() == 10);
  CHECK(loading.findings[0].file.ends_with("ten-mistakes.toml"));
}

TEST_CASE("what lies in a lesson's folder and nobody named is left out, and a picture there is told") {
  const Folder folder;
  folder.write("l/lesson.toml", lesson_bytes());
  const auto bare = load_package(folder.at("l"));
  REQUIRE(bare.package);
  for (const char* name : {"l/._lesson.png", "l/.DS_Store", "l/Thumbs.db", "l/notes.txt", "l/.git/a.png"})
    folder.write(name, kPng);
  const auto beside = load_package(folder.at("l"));
  REQUIRE(beside.package);
  CHECK(beside.findings == bare.findings);
  CHECK(beside.package->hash == bare.package->hash);
  folder.write("l/Skizze 2.PNG", bytes_of("no picture"));
  const auto named = load_package(folder.at("l"));
  REQUIRE(named.package);
  CHECK(named.package->hash == bare.package->hash);
  REQUIRE(named.findings.size() == bare.findings.size() + 1);
  CHECK(named.findings.back().code == "unnamed_file");
  CHECK(named.findings.back().severity == "warning");
  CHECK(named.findings.back().found == "\"Skizze 2.PNG\"");
}

TEST_CASE("a picture that is not as the lesson names it is refused with what lies there and what to do") {
  std::string text = source_text("lessons/even-dots/lesson.toml");
  const auto at = text.find("[[targets]]");
  REQUIRE(at != std::string::npos);
  text.insert(text.find('\n', at) + 1, "painting = \"density.png\"\n");
  const auto said = [&](const std::string& name, const Bytes& bytes) {
    const Folder folder;
    folder.write("l/lesson.toml", bytes_of(text));
    if (!name.empty()) folder.write("l/" + name, bytes);
    const auto loading = load_package(folder.at("l"));
    CHECK_FALSE(loading.package);
    for (const auto& f : loading.findings)
      if (f.code == "bad_picture") return f.message;
    return std::string();
  };
  CHECK(said("", {}) == "the lesson's folder holds no such picture");
  CHECK(said("density.PNG", kPng).find("\"density.PNG\": capitals") != std::string::npos);
  CHECK(said("Density.jpg", kPng).find("\"Density.jpg\" instead") != std::string::npos);
  CHECK(said("density.png", {0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4, 5}).find("JPEG") != std::string::npos);
  CHECK(said("density.png", bytes_of("GIF89a....")).find("GIF") != std::string::npos);
  CHECK(said("density.png", bytes_of("words words")) == "this is not a PNG picture");
}

TEST_CASE("a lesson's file of another name is found by its name") {
  const Folder folder;
  folder.write("l/Lesson.toml", lesson_bytes());
  const auto loading = load_package(folder.at("l"));
  REQUIRE(loading.findings.size() == 1);
  CHECK(loading.findings[0].message.find("\"Lesson.toml\"") != std::string::npos);
  CHECK(loading.findings[0].message.find("small letters") != std::string::npos);
}
