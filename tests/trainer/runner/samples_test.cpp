#include "trainer/runner/samples.h"
#include "engine/core/moment.h"
#include "trainer/runner/sample_line.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using engine::core::AttemptTime;

using namespace trainer;
using namespace trainer::runner;

namespace {

std::string problem(std::string_view line) {
  const auto read = read_sample_line(line, 7);
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().line == 7);
  return engine::core::describe(read.error());
}

}  // namespace

TEST_CASE("a sample line becomes integers, rounded half away from zero") {
  const auto read = read_sample_line(
      R"({"t_us":12,"at":[1.0005,-1.0005],"pressure":0.5,"tilt_deg":[1.25,-3],"contact":true})", 1);
  REQUIRE(read.has_value());
  const auto& s = std::get<engine::sim::NeedleSample>(*read);
  CHECK(s.t_us == AttemptTime{12});
  CHECK(s.at == engine::scalp::CanvasPoint{1001, -1001});
  CHECK(s.pressure == 4096);
  CHECK(s.tilt == engine::sim::Tilt{13, -30});
  CHECK(s.contact);
}

TEST_CASE("what is wrong with a line is said with its field") {
  CHECK(problem(R"({"t_us":1,"at":[1,2]})").find("contact") != std::string::npos);
  CHECK(problem(R"({"t_us":1.5,"at":[1,2],"contact":true})").find("t_us") != std::string::npos);
  CHECK(problem(R"({"t_us":1,"at":[1],"contact":true})").find("at") != std::string::npos);
  CHECK(problem(R"({"t_us":1,"at":[1,2],"contact":true,"colour":1})").find("colour") != std::string::npos);
  CHECK(problem(R"({"t_us":1,"t_us":2,"at":[1,2],"contact":true})").find("twice") != std::string::npos);
  CHECK(problem(R"({"t_us":1,"at":[1e400,2],"contact":true})").find("line 7") != std::string::npos);
  CHECK(problem(R"({"t_us":1,"at":[1,2],"pressure":1.01,"contact":true})").find("pressure") !=
        std::string::npos);
  CHECK(problem(R"({"event":"tool","needle":"99RL"})").find("needle") != std::string::npos);
  CHECK(problem(R"({"event":"dance"})").find("next_step") != std::string::npos);
  CHECK(problem("[[[[[[[[1]]]]]]]]").find("deep") != std::string::npos);
  CHECK(problem("nonsense").find("not JSON") != std::string::npos);
  CHECK(problem("17").find("object") != std::string::npos);
  CHECK(problem(std::string(270'000, ' ')).find("256 KiB") != std::string::npos);
}

TEST_CASE("the longest hairline of a record fits on a line") {
  std::string line = R"({"event":"hairline","points":[[1.001,-2.002])";
  for (int i = 1; i < 10'000; ++i) line += ",[-150.001,-150.002]";
  CHECK(std::get<EventLine>(read_sample_line(line + "]}", 1).value()).points.size() == 10'000);
}

TEST_CASE("a calibration line names what it changes; the rest is as for an unchecked device") {
  const auto read =
      read_sample_line(R"({"event":"calibration","minimum_pressure":0.1,"maximum_pressure":0.5,)"
                       R"("curve":0.6,"press_time":1.2,"depth_offset":-0.02,"upright_deg":[12.5,-8]})",
                       1);
  REQUIRE(read.has_value());
  const engine::sim::Calibrated expected{.t_us = AttemptTime{0},
                                         .minimum_pressure = 819,
                                         .maximum_pressure = 4096,
                                         .curve_gamma_permille = 600,
                                         .press_time_permille = 1200,
                                         .depth_offset_permille = -20,
                                         .upright = {125, -80}};
  CHECK(std::get<EventLine>(*read).calibration == expected);
  CHECK(std::get<EventLine>(*read_sample_line(R"({"event":"calibration"})", 1)).calibration ==
        engine::sim::Calibrated{});
  CHECK(problem(R"({"event":"calibration","minimum_pressure":0.5,"maximum_pressure":0.5})")
            .find("maximum_pressure") != std::string::npos);
  CHECK(problem(R"({"event":"calibration","press_time":2})").find("press_time") != std::string::npos);
  CHECK(problem(R"({"event":"calibration","gamma":1})").find("gamma") != std::string::npos);
}
