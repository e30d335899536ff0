#include "trainer/report/html.h"

#include <doctest/doctest.h>

#include "trainer/report/charts.h"

using namespace trainer::report;

TEST_CASE("text from a lesson cannot become markup") {
  CHECK(escape("<b>\"A & B\"</b>") == "&lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt;");
}

TEST_CASE("a score bar shows the score and the pass mark to scale") {
  const std::string bar = score_bar(7500, 7000);
  CHECK(bar.find("width=\"150.0\"") != std::string::npos);
  CHECK(bar.find("M140.0 0v14") != std::string::npos);
  CHECK(bar.find("below") == std::string::npos);
  CHECK(score_bar(6999, 7000).find("below") != std::string::npos);
}
