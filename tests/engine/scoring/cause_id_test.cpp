#include "engine/scoring/cause_id.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "engine/scoring/rubric.h"

using namespace engine::scoring;

TEST_CASE("every cause has a name of its own, and the name leads back to it") {
  std::set<std::string_view> names;
  std::set<CauseId> ids;
  for (const CauseId id : all_causes()) {
    CAPTURE(name(id));
    CHECK_FALSE(name(id).empty());
    CHECK(names.insert(name(id)).second);
    CHECK(ids.insert(id).second);
    CHECK(cause_from_name(name(id)) == id);
  }
  CHECK(names.size() == kCauseCount);
  CHECK_FALSE(cause_from_name("").has_value());
  CHECK_FALSE(cause_from_name("TooDense").has_value());
}

TEST_CASE("names are what documents and other people's scripts hold: small letters and underlines") {
  for (const CauseId id : all_causes())
    CHECK(std::all_of(name(id).begin(), name(id).end(),
                      [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }));
  CHECK(name(CauseId::TooSparse) == "too_sparse");
  CHECK(name(CauseId::OverOldDot) == "over_old_dot");
  CHECK(name(CauseId::NotEnoughData) == "not_enough_data");
  CHECK(name(CauseId::NoAnswer) == "no_answer");
}

TEST_CASE("what is missing while one works is no fault, what was done badly is") {
  for (const auto id : {CauseId::TooSparse, CauseId::Gaps, CauseId::BareScars, CauseId::FrontTooSparse})
    CHECK(is_unfinished(id));
  const auto all = all_causes();
  CHECK(std::count_if(all.begin(), all.end(), is_unfinished) == 4);
  for (const auto id : {CauseId::TooDense, CauseId::Clumps, CauseId::TooDeep, CauseId::Rows})
    CHECK_FALSE(is_unfinished(id));
}

TEST_CASE("too little is told from too much, and its opposite is never both") {
  const std::pair<CauseId, CauseId> opposites[] = {{CauseId::TooSparse, CauseId::TooDense},
                                                   {CauseId::TooShallow, CauseId::TooDeep},
                                                   {CauseId::TooHigh, CauseId::TooLow}};
  for (const auto& [little, much] : opposites) {
    CHECK(is_too_little(little));
    CHECK_FALSE(is_too_little(much));
  }
  CHECK(is_too_little(CauseId::Gaps));
  CHECK_FALSE(is_too_little(CauseId::Unknown));
}

TEST_CASE("critical criteria have names that lead back to them") {
  std::set<std::string_view> names;
  for (int i = 0; i < kCriticalCount; ++i) {
    const auto id = static_cast<CriticalId>(i);
    CHECK(names.insert(name(id)).second);
    CHECK(critical_from_name(name(id)) == id);
  }
  CHECK(name(CriticalId::BelowHairline) == "below_hairline");
  CHECK(name(CriticalId::Needled) == "needled");
  CHECK_FALSE(critical_from_name("density").has_value());
}

TEST_CASE("patterns need more dots than what is looked at dot by dot") {
  CHECK(least_dots(CriterionId::Depth) == 1);
  CHECK(least_dots(CriterionId::Angle) == 1);
  CHECK(least_dots(CriterionId::Clumps) == 15);
  CHECK(least_dots(CriterionId::Density) == least_dots(CriterionId::Blending));
  CHECK(least_dots(CriterionId::Gaps) == 30);
  CHECK(least_dots(CriterionId::Naturalness) == 60);
  CHECK(least_dots(CriterionId::Theory) == 0);
}

TEST_CASE("the shares of a total make a whole") {
  CHECK(kMeanTenths + kLowestTenths == 10);
  CHECK(kMeanShare == 0.3);
  CHECK(kLowestShare == 0.7);
}
