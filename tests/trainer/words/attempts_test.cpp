// Ten recorded attempts (tests/data/attempts), folded again: their numbers stand, whatever is said of them.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/scoring/criterion.h"
#include "tests/support/here.h"
#include "trainer/assessment/score_json.h"
#include "trainer/lessons/package.h"
#include "trainer/runner/samples.h"
#include "trainer/words/say.h"
#include "trainer/words/verdict.h"

using namespace trainer;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> attempts() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(support::source_dir() + "/tests/data/attempts"))
    if (entry.is_directory()) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

struct Played {
  runner::Attempt attempt;
  engine::core::Digest hash;
  assessment::Assessment assessed;
};

Played played(const fs::path& folder) {
  const auto package = lessons::load_package((folder / "lesson.toml").string()).package.value();
  const auto site = assessment::Site::make(package.lesson).value();
  const auto events = runner::play(site, text_of(folder / "samples.jsonl"), package.hash).value();
  Played p{runner::fold(site, events), package.hash, {}};
  p.assessed = runner::assess(p.attempt);
  return p;
}

std::string digest(const Played& p) {
  return assessment::score_digest(*p.attempt.site, p.hash, p.assessed);
}

// Made anew when hair or the skull moved, as the README beside them says.
const std::set<std::string> kMadeAnew{"between-hairs", "mouse-strip-scar", "needled-scar",
                                      "punch-scars",   "soft-hairline",    "womens-parting"};

// English again, whatever happens.
struct SaysX {
  SaysX() {
    words::speak([](std::string_view, std::string_view, std::size_t) { return std::string("x"); });
  }
  ~SaysX() { words::speak({}); }
};

}  // namespace

TEST_CASE(
    "what was said and counted before the sentences left the score stands, but for versions and digest") {
  const auto folders = attempts();
  REQUIRE(folders.size() == 10);
  for (const auto& folder : folders) {
    CAPTURE(folder.filename().string());
    const Played p = played(folder);
    json now = assessment::score_json(*p.attempt.site, p.hash, p.assessed);
    words::add_sentences(now, *p.attempt.site, p.assessed);
    json before = json::parse(text_of(folder / "score.json"));
    CHECK(before.at("scorer") == (kMadeAnew.contains(folder.filename().string()) ? 14 : 11));
    CHECK(now.at("scorer") == engine::scoring::kScorerVersion);
    for (const char* key : {"scorer", "geometry", "digest", "record"}) {
      before.erase(key);
      now.erase(key);
    }
    for (const auto& part : json::diff(before, now)) FAIL_CHECK(part.dump());
  }
}

TEST_CASE("no sentence is in a digest: with an x in the place of every one it is the same") {
  for (const auto& folder : attempts()) {
    CAPTURE(folder.filename().string());
    const Played p = played(folder);
    const std::string english = digest(p);
    const SaysX all;
    CHECK(words::verdict(*p.attempt.site, p.assessed) == "x");
    const Played again = played(folder);
    CHECK(digest(again) == english);
    json document = assessment::score_json(*again.attempt.site, again.hash, again.assessed);
    words::add_sentences(document, *again.attempt.site, again.assessed);
    for (const auto& line : document["ledger"]) CHECK(line["cause"] == "x");
  }
}

TEST_CASE("a number is in the digest: a dot more, and it is another") {
  const Played p = played(attempts().front());
  Played other = p;
  other.assessed.dots += 1;
  CHECK(digest(other) != digest(p));
}

TEST_CASE("a claim made in one language holds in another") {
  const Played p = played(attempts().front());
  REQUIRE(p.attempt.finished.has_value());
  const SaysX all;
  const Played again = played(attempts().front());
  CHECK(again.attempt.finished->digest == p.attempt.finished->digest);
  CHECK(digest(again) == p.attempt.finished->digest);
}
