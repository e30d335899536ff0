// Steps that ask a question.
#include <doctest/doctest.h>
#include <png.h>

#include "tests/trainer/lessons/files.h"
#include "trainer/lessons/check.h"
#include "trainer/lessons/package.h"
#include "trainer/lessons/picture.h"
#include "trainer/lessons/reader.h"
#include "trainer/lessons/steps.h"
#include "trainer/lessons/writer.h"

using namespace trainer::lessons;

namespace {

const std::string kQuestion = R"([[steps]]
kind = "theory"
title = "How deep"
text = "Where shall the pigment rest?"
answers = ["In the epidermis", "In the upper dermis", "In the fat"]
right = 1
why = "Above it is shed, below it spreads."
tag = "judgement"
source = "our reading"

)";

const std::string kTheory = "[[rubric.criteria]]\nid = \"theory\"\nweight = 10\n\n";

// The lesson of even dots that asks the question first, and judges it.
std::string asking(const std::string& question = kQuestion, const std::string& criterion = kTheory) {
  const std::string text =
      changed(source_text("lessons/even-dots/lesson.toml"), "[[steps]]\nkind = \"needle_work\"",
              question + "[[steps]]\nkind = \"needle_work\"");
  return changed(text, "[[rubric.criteria]]", criterion + "[[rubric.criteria]]");
}

void breaks(const std::string& text, const std::string& key, const std::string& code) {
  const Reading reading = read_lesson(text, "");
  CHECK_FALSE(reading.lesson);
  REQUIRE_FALSE(reading.findings.empty());
  CAPTURE(reading.findings[0].message);
  CHECK(reading.findings.size() == 1);
  CHECK(reading.findings[0].key == key);
  CHECK(reading.findings[0].code == code);
}

Bytes png(std::uint32_t width, std::uint32_t height) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  header.width = width;
  header.height = height;
  header.format = PNG_FORMAT_GRAY;
  const std::vector<std::uint8_t> grey(std::size_t{width} * height, 51);
  png_alloc_size_t size = 0;
  REQUIRE(png_image_write_to_memory(&header, nullptr, &size, 0, grey.data(), 0, nullptr) != 0);
  Bytes bytes(size);
  REQUIRE(png_image_write_to_memory(&header, bytes.data(), &size, 0, grey.data(), 0, nullptr) != 0);
  bytes.resize(size);
  return bytes;
}

Loading with_picture(const std::string& name, PackageFiles files) {
  const std::string text = asking(changed(kQuestion, "right = 1", "picture = \"" + name + "\"\nright = 1"));
  files["lesson.toml"] = Bytes(text.begin(), text.end());
  auto bytes = packed(files);
  REQUIRE(bytes.has_value());
  return from_bytes(*bytes, "lesson.toml");
}

}  // namespace

TEST_CASE("a question is read, written and read again") {
  const Reading reading = read_lesson(asking(), "");
  REQUIRE(reading.lesson);
  CHECK(question_steps(*reading.lesson) == std::vector<std::size_t>{1});
  const Step& step = reading.lesson->steps[1];
  CHECK(step.kind == StepKind::Theory);
  CHECK(step.question.answers.size() == 3);
  CHECK(step.question.right == 1);
  CHECK(step.question.basis == Basis::Judgement);
  CHECK(step.question.source == "our reading");
  const Reading again = read_lesson(write_lesson(*reading.lesson), "");
  REQUIRE(again.lesson);
  CHECK(*again.lesson == *reading.lesson);
}

TEST_CASE("what is wrong with a question is said with its key") {
  breaks(asking(changed(kQuestion, "right = 1", "right = 3")), "steps[1].right", "out_of_range");
  breaks(asking(changed(kQuestion, "right = 1", "right = -1")), "steps[1].right", "out_of_range");
  breaks(asking(changed(kQuestion, "right = 1\n", "")), "steps[1].right", "missing_key");
  breaks(asking(changed(kQuestion, "tag = \"judgement\"\n", "")), "steps[1].tag", "missing_key");
  breaks(asking(changed(kQuestion, "text = \"Where shall the pigment rest?\"\n", "")), "steps[1].text",
         "missing_key");
  breaks(asking(changed(kQuestion, "why = \"Above it is shed, below it spreads.\"\n", "")), "steps[1].why",
         "missing_key");
  breaks(
      asking(changed(kQuestion, "\"In the epidermis\", \"In the upper dermis\", \"In the fat\"", "\"Here\"")),
      "steps[1].answers", "out_of_range");
  breaks(asking(changed(kQuestion, "\"In the fat\"", "\"b\", \"c\", \"d\", \"e\"")), "steps[1].answers",
         "out_of_range");
  breaks(asking(changed(kQuestion, "In the fat", "In the epidermis")), "steps[1].answers[2]",
         "duplicate_answer");
}

TEST_CASE("only a step of theory asks") {
  breaks(changed(asking(), "kind = \"needle_work\"", "kind = \"needle_work\"\nwhy = \"because\""),
         "steps[2].why", "conflict");
}

TEST_CASE("a criterion without questions is refused, questions without a criterion are warned of") {
  breaks(asking("", kTheory), "rubric.criteria[0].id", "conflict");
  breaks(asking("", "[[rubric.critical]]\nid = \"wrong_answers\"\nlimit = 0\n\n"), "rubric.critical[0].id",
         "conflict");
  const auto warned = check_text(asking(kQuestion, ""), "");
  CHECK(warned.ok());
  REQUIRE(warned.findings.size() == 1);
  CHECK(warned.findings[0].severity == "warning");
  CHECK(warned.findings[0].key == "steps[1].kind");
  CHECK(check_text(asking(), "").findings.empty());
  CHECK(check_text(asking(kQuestion, "[[rubric.critical]]\nid = \"wrong_answers\"\nlimit = 0\n\n"), "")
            .findings.empty());
}

TEST_CASE("a picture lies in the lesson's folder and is read when it is shown") {
  const auto loading = with_picture("skin.png", {{"skin.png", png(3, 2)}});
  REQUIRE(loading.package.has_value());
  const auto picture = picture_in(*loading.package, "skin.png");
  REQUIRE(picture.has_value());
  CHECK(picture->width == 3);
  CHECK(picture->height == 2);
  REQUIRE(picture->rgba.size() == 24);
  CHECK(picture->rgba[0] == 51);
  CHECK(picture->rgba[3] == 255);
  CHECK_FALSE(picture_in(*loading.package, "other.png").has_value());
}

TEST_CASE("a picture that is missing or too large is refused with its key") {
  for (const auto& loading :
       {with_picture("skin.png", {}), with_picture("skin.png", {{"skin.png", png(2049, 1)}})}) {
    CHECK_FALSE(loading.package.has_value());
    REQUIRE(loading.findings.size() == 1);
    CHECK(loading.findings[0].key == "steps[1].picture");
    CHECK(loading.findings[0].code == "bad_picture");
    CHECK(loading.findings[0].line > 0);
  }
}
