#include "tests/house/classes.h"

#include <doctest/doctest.h>

using house::classes;
using house::includes_of;

namespace {

house::ClassSize only(const std::string& text) {
  const auto found = classes({"a.h", text});
  REQUIRE(found.size() == 1);
  return found[0];
}

}  // namespace

TEST_CASE("no class of the window has more than 25 methods and 20 members") {
  int seen = 0;
  house::ClassSize largest{};
  for (const char* folder : {"trainer/app", "trainer/canvas", "trainer/ui"}) {
    const auto files = house::source_files({folder}, {".h", ".cpp"});
    CAPTURE(folder);
    REQUIRE(files.size() > 30);
    for (const auto& file : files)
      for (const auto& size : classes(file)) {
        ++seen;
        if (std::pair(size.methods, size.members) > std::pair(largest.methods, largest.members))
          largest = size;
        CAPTURE(size.path);
        CAPTURE(size.line);
        CAPTURE(size.name);
        CHECK(size.methods <= 25);
        CHECK(size.members <= 20);
      }
  }
  CHECK(seen > 200);
  CAPTURE(largest.name);
  INFO("methods " << largest.methods << ", members " << largest.members);
  CHECK(largest.methods > 0);
}

TEST_CASE("nothing includes the class that once did everything") {
  for (const auto& file : house::source_files({"trainer", "tests", "bench"}, {".cpp", ".h"}))
    for (const auto& breach : includes_of(file, "app.h"))
      FAIL_CHECK(breach.path << ":" << breach.line << ": " << breach.what);
}

TEST_CASE("methods and members are counted as they are declared") {
  const auto size = only(R"(
namespace a {
// A comment with class X { in it.
class Shape : public Base<int, 3> {
 public:
  explicit Shape(int a, int b) : a_(a), b_(b) {}
  Shape(const Shape&) = delete;
  virtual ~Shape() = default;
  [[nodiscard]] int area() const { return a_ * b_; }
  void draw(const std::function<void(int)>& each) override;
  bool operator==(const Shape&) const = default;
  template <class T>
  void change(T change) {
    if (change) { area(); }
  }
  using Kind = int;
  enum class Colour { Red, Blue };
  static constexpr int kMost = 3;

 private:
  int a_ = 0, b_ = 1;
  std::map<std::string, std::vector<int>> by_name_{{"a", {1, 2}}};
  std::function<void(int)> wake_;
  std::array<int, 3> three_ = {1, 2, 3};
};
}
)");
  CHECK(size.name == "Shape");
  CHECK(size.methods == 4);
  CHECK(size.members == 5);
}

TEST_CASE("a member whose type is spelt out where it stands is one, a class that is only declared is none") {
  const auto size = only(
      "class Room {\n  struct Inner;\n  class Other;\n  struct {\n    int a;\n  } first_;\n  int b_;\n};\n");
  CHECK(size.members == 2);
  const auto named = classes(
      {"a.h", "class Room {\n  struct Part {\n    int a;\n  } part_;\n  struct Inner* inner_;\n};\n"});
  REQUIRE(named.size() == 2);
  CHECK(named[1].members == 2);
}

TEST_CASE("a class in a class is counted for itself") {
  const auto found = classes({"a.h",
                              "class Outer {\n  struct Inner {\n    int a, b, c;\n    void f();\n  };\n"
                              "  Inner inner_;\n  std::optional<Inner> other_;\n};\n"});
  REQUIRE(found.size() == 2);
  CHECK(found[0].name == "Inner");
  CHECK(found[0].members == 3);
  CHECK(found[0].methods == 1);
  CHECK(found[0].line == 2);
  CHECK(found[1].name == "Outer");
  CHECK(found[1].members == 2);
  CHECK(found[1].methods == 0);
}

TEST_CASE("functions, enums and declarations beside classes are none") {
  CHECK(classes({"a.h",
                 "class Later;\nenum class E { A, B };\nint f() { return 1; }\nconstexpr int k = 2;\n"
                 "struct Gone;\nclass Later* g(struct Gone* gone);\n"})
            .empty());
}

TEST_CASE("an include is found by the name of the file alone") {
  CHECK(includes_of({"a.cpp", "#include \"trainer/app/app.h\"\n"}, "app.h").size() == 1);
  CHECK(includes_of({"a.cpp", "#include \"app.h\"\n"}, "app.h").size() == 1);
  CHECK(includes_of({"a.cpp", "#include \"trainer/map.h\"\n// \"app.h\"\n#include <snapp.h>\n"}, "app.h")
            .empty());
}
