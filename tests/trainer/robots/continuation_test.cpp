#include "trainer/robots/continuation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "engine/scalp/follicles.h"
#include "engine/scalp/head_surface.h"
#include "trainer/robots/bare.h"

using namespace trainer;
using namespace trainer::robots;
using engine::skin::Dot;

namespace {

lessons::Lesson bald(const char* loss = "norwood_6") {
  lessons::Lesson lesson;
  lesson.canvas = engine::scalp::Client{.loss_class = loss};
  return lesson;
}

engine::scalp::Canvas canvas_of(const lessons::Lesson& lesson) {
  return engine::scalp::make_head_canvas(std::get<engine::scalp::Client>(lesson.canvas)).value();
}

}  // namespace

TEST_CASE(
    "the rest of a bald head is filled as its hand fills, and the hairline and the worked patch are kept "
    "free") {
  const auto lesson = bald();
  const auto canvas = canvas_of(lesson);
  const auto full = continuation(lesson, canvas, {}, {}, 80.0, 100, 3);
  CHECK(full.size() > 12'000);  // 180 to 230 cm2 at 80 (docs/domain.md 4.2)
  CHECK(full.size() < 20'000);
  CHECK(full.front().number == 100);
  CHECK(continuation(lesson, canvas, {.density = 0.5}, {}, 80.0, 0, 3).size() <
        0.65 * static_cast<double>(full.size()));
  Habit uneven;
  uneven.closest = 0.2;
  const auto clumsy = static_cast<double>(continuation(lesson, canvas, uneven, {}, 80.0, 0, 3).size());
  CHECK(clumsy == doctest::Approx(static_cast<double>(full.size())).epsilon(0.03));  // less even, not denser
  const double front = canvas.head()->landmark(engine::scalp::Landmark::Mfp).y * 1000.0;
  CHECK(std::none_of(full.begin(), full.end(), [&](const Dot& d) { return d.at.v_um > front; }));
  const std::vector<std::vector<engine::scalp::CanvasPoint>> worked{
      {{-20'000, -20'000}, {20'000, -20'000}, {20'000, 20'000}, {-20'000, 20'000}}};
  const auto beside = continuation(lesson, canvas, {}, worked, 80.0, 0, 3);
  CHECK(beside.size() + 600 < full.size());
  CHECK(std::none_of(beside.begin(), beside.end(), [](const Dot& d) {
    return std::abs(d.at.u_um) < 19'999 && std::abs(d.at.v_um) < 19'999;
  }));
}

TEST_CASE("between hair that is left as many dots are set as are missing, and none on a hair") {
  const auto receding = bald("norwood_5");
  const auto canvas = canvas_of(receding);
  Habit blind;
  blind.closest = 0.0;
  const auto careful = continuation(receding, canvas, {}, {}, 90.0, 0, 3),
             thrown = continuation(receding, canvas, blind, {}, 90.0, 0, 3);
  const auto& client = std::get<engine::scalp::Client>(receding.canvas);
  const Bare bare(client, canvas, {});
  const auto among_hair = [&](const Dot& dot) {
    const double share = bare.at(engine::scalp::mm_from_canvas_point(dot.at)).share;
    return share > 0.35 && share < 0.75;
  };
  const auto count = [&](const std::vector<Dot>& dots) {
    return static_cast<double>(std::count_if(dots.begin(), dots.end(), among_hair));
  };
  CHECK(count(thrown) > 2'000);
  CHECK(count(careful) == doctest::Approx(count(thrown)).epsilon(0.06));
  const auto units = follicular_units(canvas, client.seed, growth_of(client), whole(canvas));
  const auto on_hair = [&](const Dot& dot) {
    return among_hair(dot) && std::any_of(units.begin(), units.end(), [&](const auto& unit) {
             return std::abs(unit.at.u_um - dot.at.u_um) < 1'000 &&
                    std::abs(unit.at.v_um - dot.at.v_um) < 1'000 &&
                    chord(canvas, unit.at, dot.at).value < 0.5;
           });
  };
  const auto on = [&](const std::vector<Dot>& dots) {
    return std::count_if(dots.begin(), dots.end(), on_hair);
  };
  CHECK(on(careful) == 0);
  CHECK(on(thrown) > 200);
}

TEST_CASE("where hair still grows little is added, on a pad nothing") {
  const auto receding = bald("norwood_3");
  const auto canvas = canvas_of(receding);
  CHECK(continuation(receding, canvas, {}, {}, 80.0, 0, 3).size() < 7'000);
  lessons::Lesson pad;
  CHECK(continuation(pad, engine::scalp::Canvas{engine::scalp::Pad{}}, {}, {}, 80.0, 0, 3).empty());
}

TEST_CASE("the front is no line: it comes and goes by millimetres, and grows dense without a step") {
  const auto lesson = bald();
  const auto canvas = canvas_of(lesson);
  const auto dots = continuation(lesson, canvas, {}, {}, 80.0, 0, 3);
  const double front = canvas.head()->landmark(engine::scalp::Landmark::Mfp).y * 1000.0;
  // Columns of 4 mm round the middle, where the line hardly falls.
  std::array<double, 9> first{};
  first.fill(1e9);
  std::array<int, 8> bands{};  // of 2.5 mm, from the line on
  for (const Dot& dot : dots) {
    const double behind = front - dot.at.v_um;
    if (std::abs(dot.at.u_um) >= 18'000 || behind >= 20'000.0) continue;
    const auto column = static_cast<std::size_t>((dot.at.u_um + 18'000) / 4'000);
    first[column] = std::min(first[column], behind);
    ++bands[static_cast<std::size_t>(behind / 2'500.0)];
  }
  const auto [nearest, farthest] = std::minmax_element(first.begin(), first.end());
  CHECK(*farthest - *nearest > 2'000.0);
  CHECK(*farthest - *nearest < 9'000.0);
  for (std::size_t k = 1; k < bands.size(); ++k) {
    CAPTURE(k);
    CHECK(bands[k] - bands[k - 1] < 0.35 * bands.back());  // no step
  }
  CHECK(bands.back() > 3 * bands[1]);
}
