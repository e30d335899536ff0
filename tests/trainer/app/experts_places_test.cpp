#include "trainer/app/experts_places.h"

#include "tests/trainer/app/work.h"

using namespace rooms;

TEST_CASE("an expert's places lie in the field, as many as it asks, and are the same every time") {
  const auto attempt = runner::begin(*trainer::assessment::Site::make(package(plain_lesson()).lesson));
  const auto places = app::experts_places(attempt);
  CHECK(places.size() >= 16);
  CHECK(places.size() <= 24);
  for (const auto& p : places) {
    CHECK(p.u_um >= 25'000);
    CHECK(p.u_um <= 35'000);
    CHECK(p.v_um >= 25'000);
    CHECK(p.v_um <= 35'000);
  }
  CHECK(app::experts_places(attempt) == places);
}

TEST_CASE("of a first session among three only its share is asked") {
  support::LessonBuilder lesson("three");
  lesson.target(support::square("square", 25, 35), 40.0).sessions({0.5, 1.0}).step(support::StepKind::Review);
  const auto attempt = runner::begin(*trainer::assessment::Site::make(package(lesson).lesson));
  CHECK(app::experts_places(attempt).size() < 30);
}
