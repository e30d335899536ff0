#include "layers.h"

#include <doctest/doctest.h>

using house::breaches;

namespace {

std::size_t count(const std::string& path, const std::string& text) {
  return breaches({path, text}).size();
}

}  // namespace

TEST_CASE("every include of the engine and the trainer keeps to the table of levels") {
  const auto files = house::source_files({"engine", "trainer"}, {".cpp", ".h"});
  REQUIRE(files.size() > 30);
  int modules_seen = 0;
  for (std::size_t i = 0; i < files.size(); ++i)
    modules_seen += i == 0 || house::module_of(files[i].path) != house::module_of(files[i - 1].path);
  CHECK(modules_seen >= 10);
  for (const auto& file : files)
    for (const auto& breach : breaches(file))
      FAIL_CHECK(breach.path << ":" << breach.line << ": " << breach.what);
}

TEST_CASE("a module may use itself and those below it, never those above or beside it") {
  CHECK(count("engine/sim/state.cpp", "#include \"engine/sim/state.h\"\n#include \"engine/core/hash.h\"\n") ==
        0);
  CHECK(count("engine/core/hash.cpp", "#include \"engine/sim/state.h\"\n") == 1);
  CHECK(count("engine/scoring/field.cpp", "#include \"trainer/lessons/lesson.h\"\n") == 1);
  CHECK(count("trainer/robots/robot.cpp", "#include \"trainer/store/record.h\"\n") == 1);
  CHECK(count("trainer/report/html.cpp", "#include \"trainer/store/record.h\"\n") == 0);
  CHECK(count("trainer/ui/coach.cpp",
              "#include \"engine/render/renderer.h\"\n#include \"trainer/store/record.h\"\n") == 0);
  CHECK(count("trainer/ui/coach.cpp", "#include \"trainer/app/shell.h\"\n") == 1);
}

TEST_CASE("the side modules see only what they are given") {
  CHECK(house::may_include("engine/render", "engine/gl"));
  CHECK(house::may_include("engine/render", "engine/scoring"));
  CHECK(house::may_include("engine/platform", "engine/sim"));
  CHECK(house::may_include("trainer/app", "engine/gl"));
  CHECK_FALSE(house::may_include("engine/gl", "engine/scalp"));
  CHECK_FALSE(house::may_include("engine/platform", "engine/scoring"));
  CHECK_FALSE(house::may_include("engine/platform", "engine/gl"));
  CHECK_FALSE(house::may_include("trainer/runner", "engine/render"));
  CHECK_FALSE(house::may_include("trainer/cli", "engine/platform"));
  CHECK_FALSE(house::may_include("trainer/cli", "trainer/ui"));
}

TEST_CASE("a library is seen only where the headless build can do without it") {
  CHECK(count("engine/gl/buffer.h", "#include <glad/glad.h>\n") == 0);
  CHECK(count("engine/render/renderer.cpp", "#include <glad/glad.h>\n") == 1);
  CHECK(count("trainer/ui/coach.cpp", "#include <SDL2/SDL.h>\n") == 1);
  CHECK(count("trainer/runner/attempt.cpp", "#include <imgui.h>\n") == 1);
}

TEST_CASE("no libm, clock or generator on the way to a score") {
  CHECK(count("engine/skin/penetration.cpp", "double x = std::sin(1.0);\n") == 1);
  CHECK(count("trainer/robots/aim.cpp", "double x = glm::pow(1.0, 2.0);\n") == 1);
  CHECK(count("engine/skin/penetration.cpp", "auto f = std::hypot(a, b);\n#include <chrono>\n") == 2);
  CHECK(count("engine/skin/penetration.cpp",
              "double x = std::sqrt(core::exact::sin(1.0));  // not std::sin\n") == 0);
  CHECK(count("engine/render/camera.cpp", "double x = std::tan(1.0);\n#include <chrono>\n") == 0);
  CHECK(breaches({"engine/skin/dot.cpp", "\nauto y = std::exp2(3);\n"}).at(0).line == 2);
}

TEST_CASE("a file or an include outside the table is a breach") {
  CHECK(count("engine/misc/thing.cpp", "") == 1);
  CHECK(count("trainer/ui/coach.cpp", "#include \"engine/misc/thing.h\"\n") == 1);
}
