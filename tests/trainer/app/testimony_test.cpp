#include "trainer/app/testimony.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using engine::core::AttemptTime;

using namespace trainer::app;
namespace platform = engine::platform;
namespace sim = engine::sim;
using nlohmann::json;

namespace {

json told(const std::optional<std::string>& line) {
  REQUIRE(line);
  return json::parse(*line);
}

platform::PointerSample at(double x, double y, bool echo = false) {
  platform::PointerSample sample;
  sample.at = {x, y};
  sample.echo = echo;
  return sample;
}

trainer::runner::AttemptEvent needle(bool contact, AttemptTime t_us = {}) {
  return sim::Event{
      sim::NeedleMoved{{.t_us = t_us, .at = {}, .pressure = {}, .tilt = {}, .contact = contact}}};
}

}  // namespace

TEST_CASE("now says what lies on top, how large, and what input is done") {
  Testimony testimony;
  CHECK(told(testimony.now("BriefScreen", 1280, 800, true)) ==
        json::parse(R"({"now":{"screen":"BriefScreen",)"
                    R"("size":[1280,800],"at":[0,0],"releases":0,"keys":0,"rest":true}})"));
  testimony.remember(platform::PointerMoved{at(606.5, 382.5)});
  testimony.remember(platform::PointerPressed{at(606.5, 382.5)});
  testimony.remember(platform::PointerReleased{at(607.99, 383)});
  testimony.remember(platform::KeyChanged{.down = true});
  testimony.remember(platform::KeyChanged{.down = false});
  CHECK(told(testimony.now("WorkScreen", 1280, 800, true)) ==
        json::parse(R"({"now":{"screen":"WorkScreen",)"
                    R"("size":[1280,800],"at":[607,383],"releases":1,"keys":1,"rest":true}})"));
}

TEST_CASE("what has not changed is told once, and the echo of a pen is no hand's") {
  Testimony testimony;
  CHECK(testimony.now("WorkScreen", 640, 480, true));
  CHECK_FALSE(testimony.now("WorkScreen", 640, 480, true));
  testimony.remember(platform::PointerMoved{at(5, 5, true)});
  testimony.remember(platform::PointerReleased{at(5, 5, true)});
  CHECK_FALSE(testimony.now("WorkScreen", 640, 480, true));
  CHECK(testimony.now("WorkScreen", 641, 480, true));
  CHECK(testimony.now("WorkScreen", 641, 480, false));
}

TEST_CASE("what is saved is counted over commits, a lift where its contact began in an earlier one") {
  SavedCount count;
  const std::vector<trainer::runner::AttemptEvent> first = {needle(true), needle(false), needle(true)};
  CHECK(json::parse(count.add(first)) == json::parse(R"({"saved":{"events":3,"lifts":1,"t_us":0}})"));
  const std::vector<trainer::runner::AttemptEvent> second = {
      sim::Event{sim::ContactInterrupted{AttemptTime{1}}}, needle(false), needle(true, AttemptTime{7})};
  CHECK(json::parse(count.add(second)) == json::parse(R"({"saved":{"events":6,"lifts":2,"t_us":7}})"));
}

TEST_CASE("nothing is told where nobody asks") {
  CHECK_FALSE(writing({}).saved);
  Options asked;
  asked.testify = true;
  CHECK(writing(asked).saved);
}
