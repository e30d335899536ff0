#include "trainer/app/last_view.h"
#include "engine/core/moment.h"

#include "tests/trainer/app/work.h"

using engine::core::SteadyTime;

using namespace rooms;

namespace {

trainer::canvas::Eye eye_of(const app::Sitting& sitting) {
  trainer::canvas::Eye eye(sitting.attempt().site->canvas());
  eye.place({0, 0, 1000, 800}, {0, 0, 1000, 800}, 1.0);
  eye.look_at({30'000, 30'000}, 14.0, SteadyTime{0});
  eye.jump();
  return eye;
}

}  // namespace

TEST_CASE("where one looked comes back with the record, and is kept for each of them") {
  Household home;
  const auto one = home.sit(plain_lesson()), other = home.sit(plain_lesson());
  auto eye = eye_of(*one);
  eye.moves().zoom({500, 400}, 2.0);
  app::remember_view(home.preferences, *one, eye);
  CHECK(home.preferences.now().last_view.size() == 1);
  auto again = eye_of(*one);
  app::recall_view(home.preferences, *one, again);
  CHECK(again.lens().points_per_mm() == doctest::Approx(28.0));
  auto stranger = eye_of(*other);
  app::recall_view(home.preferences, *other, stranger);
  CHECK(stranger.lens().points_per_mm() == doctest::Approx(14.0));
}

TEST_CASE("a view that has not changed is not written again, nor that of work that is only looked at") {
  Household home;
  const auto sitting = home.sit(plain_lesson());
  const auto eye = eye_of(*sitting);
  app::remember_view(home.preferences, *sitting, eye);
  const std::string settings = home.folder.path() + "/settings.json";
  REQUIRE(home.profile.load_settings());  // waits for what is being written
  REQUIRE(std::filesystem::remove(settings));
  app::remember_view(home.preferences, *sitting, eye);
  REQUIRE(home.profile.load_settings());
  CHECK_FALSE(std::filesystem::exists(settings));
  sitting->close();
  auto moved = eye_of(*sitting);
  moved.moves().zoom({500, 400}, 2.0);
  app::remember_view(home.preferences, *sitting, moved);
  REQUIRE(home.profile.load_settings());
  CHECK_FALSE(std::filesystem::exists(settings));
}
