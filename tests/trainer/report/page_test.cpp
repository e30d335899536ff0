// The report as a page: well formed, nothing from outside, and as many marks as there are dots.
#include <doctest/doctest.h>

#include <regex>
#include <stack>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "trainer/report/charts.h"
#include "trainer/report/html.h"

using namespace trainer;
using namespace trainer::report;
using support::StepKind;

namespace {

runner::Attempt attempt(std::vector<engine::skin::Dot> dots, const std::string& title = "Even dots") {
  auto lesson = support::field()
                    .step(StepKind::NeedleWork)
                    .also_judged(engine::scoring::CriterionId::Depth, 20)
                    .critical(engine::scoring::CriticalId::Blowout, 0.02)
                    .lesson();
  lesson.title = title;
  auto a = runner::begin(assessment::Site::make(lesson).value());
  a.skin.dots = std::move(dots);
  if (!a.skin.dots.empty()) a.skin.t_us = a.skin.dots.back().closed_us;
  return a;
}
std::string page(const runner::Attempt& a, const ReportInput& input = {}) {
  return html_report(a, runner::assess(a, assessment::Gains::Skip), input);
}
std::size_t count(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++n;
  return n;
}
// Every tag that opens closes, in order. What stays open, or closes what is not open, is named.
std::string unbalanced(const std::string& html) {
  static const std::regex tag(R"(<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*?)(/?)>)");
  const std::string empty_ones = " meta br hr img link input ";
  std::stack<std::string> open;
  for (std::sregex_iterator i(html.begin(), html.end(), tag), end; i != end; ++i) {
    const std::string name = (*i)[2];
    if ((*i)[4] == "/" || empty_ones.find(" " + name + " ") != std::string::npos) continue;
    if ((*i)[1] != "/") {
      open.push(name);
      continue;
    }
    if (open.empty() || open.top() != name) return "</" + name + ">";
    open.pop();
  }
  return open.empty() ? "" : "<" + open.top() + ">";
}
std::vector<engine::skin::Dot> middling(std::uint32_t number = 340) {
  auto dots = support::strewn(number, 5, {15, 15}, {45, 45});
  for (auto& d : dots)
    d.deposit_depth_um = static_cast<std::int32_t>(60 + d.number * 4);  // 0.05 to 1.2 of the skin
  return dots;
}

}  // namespace

TEST_CASE("a page is well formed with all there can be, with few dots and with none") {
  ReportInput input{.record = "a & b.smprec", .digest = "00ff", .lesson_hash = "abcd", .salvaged = true};
  input.pictures.push_back({{1, 2, 3}, "Front <fresh>"});
  CHECK(unbalanced(page(attempt(middling()), input)) == "");
  CHECK(unbalanced(page(attempt(middling(40)))) == "");
  CHECK(unbalanced(page(attempt({}))) == "");
}

TEST_CASE("nothing of a page comes from outside it, and nothing in it runs") {
  const std::string html = page(attempt(middling()));
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("https://") == std::string::npos);
  CHECK(html.find("<link") == std::string::npos);
  CHECK(html.find("@import") == std::string::npos);
}

TEST_CASE("names that look like tags are text") {
  const std::string html = page(attempt(middling(), "<b>A & \"B\"</b>"), {.record = "<i>.smprec"});
  CHECK(html.find("<b>A") == std::string::npos);
  CHECK(html.find("<i>.smprec") == std::string::npos);
  CHECK(html.find("&lt;b&gt;A &amp; ") != std::string::npos);
  CHECK(unbalanced(html) == "");
}

TEST_CASE("escaping leaves plain text alone and every special sign harmless") {
  CHECK(escape("plain text, \u00e4 and 7") == "plain text, \u00e4 and 7");
  for (const char* sign : {"<", ">", "&", "\""}) CHECK(escape(sign).find('&') == 0);
  CHECK(escape("<>").find('<') == std::string::npos);
  CHECK(escape("") == "");
}

TEST_CASE("a map has one mark a dot, told apart by shape as by depth") {
  const auto a = attempt(middling());
  const auto assessed = runner::assess(a, assessment::Gains::Skip);
  const std::string map = dot_map(a, assessed, 0);
  std::size_t by_state[5] = {};
  for (const auto& d : a.skin.dots)
    ++by_state[static_cast<int>(engine::skin::depth_state(d, engine::skin::kDepthBand))];
  CHECK(count(map, "class=\"in\"") == by_state[2]);
  CHECK(count(map, "class=\"light\"") == by_state[0] + by_state[1]);
  CHECK(count(map, "class=\"deep\"") == by_state[3]);
  CHECK(count(map, "mm deep</title>") == a.skin.dots.size());
  CHECK(unbalanced(map) == "");
}

TEST_CASE("dots taken back are on no map") {
  auto dots = middling(100);
  for (std::size_t i = 0; i < 30; ++i) dots[i].withdrawn = true;
  const auto a = attempt(dots);
  CHECK(count(dot_map(a, runner::assess(a, assessment::Gains::Skip), 0), "mm deep</title>") == 70);
}

TEST_CASE("a map's dots lie within its picture, at eight units a millimetre") {
  auto dots = std::vector{support::dot(0, {15, 15}), support::dot(1, {45, 45})};
  const auto a = attempt(dots);
  const std::string map = dot_map(a, runner::assess(a, assessment::Gains::Skip), 0);
  static const std::regex circle(R"re(<circle class="in" cx="([0-9.]+)" cy="([0-9.]+)")re");
  std::vector<std::pair<double, double>> places;
  for (std::sregex_iterator i(map.begin(), map.end(), circle), end; i != end; ++i)
    places.emplace_back(std::stod((*i)[1]), std::stod((*i)[2]));
  REQUIRE(places.size() == 2);
  CHECK(places[1].first - places[0].first == doctest::Approx(240.0));    // to the right
  CHECK(places[0].second - places[1].second == doctest::Approx(240.0));  // and upwards
}

TEST_CASE("a trace of depth has a point a dot, and is well formed without any") {
  CHECK(unbalanced(depth_trace(attempt(middling()))) == "");
  CHECK(unbalanced(depth_trace(attempt({}))) == "");
}

TEST_CASE("a bar of scores is as full as the score, and its tick stands at the mark") {
  const auto numbers = [](int score) {
    const std::string bar = score_bar(score, 7000);
    CHECK(unbalanced(bar) == "");
    return bar;
  };
  CHECK(numbers(10000) != numbers(5000));
  CHECK(numbers(7000).find("below") == std::string::npos);
  CHECK(numbers(0).find("below") != std::string::npos);
}

TEST_CASE("a salvaged record is called one, and its digest and lesson stand on the page") {
  const auto a = attempt(middling(40));
  const std::string whole =
      page(a, {.record = "r.smprec", .digest = "0123456789abcdef", .lesson_hash = "fedcba"});
  CHECK(whole.find("0123456789abcdef") != std::string::npos);
  CHECK(whole.find("r.smprec") != std::string::npos);
  const std::string salvaged = page(a, {.record = "r.smprec", .salvaged = true});
  CHECK(salvaged.size() > page(a, {.record = "r.smprec"}).size());
}

TEST_CASE("every criterion that was judged stands with its score") {
  const auto a = attempt(middling());
  const auto assessed = runner::assess(a, assessment::Gains::Skip);
  const std::string html = page(a);
  for (const auto& c : assessed.criteria)
    if (c.score) {
      char text[16];
      std::snprintf(text, sizeof text, "%.2f", *c.score / 100.0);
      CHECK(html.find(text) != std::string::npos);
    }
}
