// Live scores against scores from scratch, bit for bit.
#include "engine/scoring/live_field.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/core/draw.h"
#include "engine/scoring/judge.h"

using namespace engine;
using namespace engine::scoring;

namespace {

double unit(core::Seed seed, const char* name, std::uint64_t i) {
  return core::draw_unit(seed, name, i);
}

Rubric everything() {
  Rubric rubric;
  for (const auto id : {CriterionId::Density, CriterionId::Evenness, CriterionId::Clumps, CriterionId::Gaps,
                        CriterionId::Naturalness, CriterionId::Feathering, CriterionId::Hairline,
                        CriterionId::Depth, CriterionId::Size, CriterionId::Shade, CriterionId::Angle,
                        CriterionId::Placement, CriterionId::Pace, CriterionId::Blending})
    rubric.criteria.push_back({.id = id, .weight = 10, .minimum = {}});
  return rubric;
}

Field pad() {
  Field field;
  field.region = Region::rectangle({0, 0}, {24, 18});
  field.target.plateau_per_mm2 = 0.9;
  field.of_lesson = true;
  return field;
}

// A ragged region with a hole, feathered behind a line, with an edge to be judged.
Field front() {
  Field field;
  field.region = Region::make({{{{0, 0}, {14, -1}, {30, 1}, {29, 20}, {16, 26}, {2, 19}}, false},
                               {{{10, 12}, {13, 12}, {13, 15}, {10, 15}}, true}})
                     .value();
  field.target.plateau_per_mm2 = 0.8;
  field.target.line = {{-2, 0}, {15, 0.5}, {32, 0}};
  field.target.steps = {{engine::core::Mm{4}, 0.3}, {engine::core::Mm{8}, 0.7}};
  field.target_hairline = field.target.line;
  field.draws_hairline = false;
  field.of_lesson = true;
  return field;
}

// Thinning hair over one half, and more of it beside the zone.
Field among_hair(Field field, core::Seed seed) {
  const auto& box = field.region.box();
  for (std::uint64_t i = 0; i < 90; ++i) {
    const Vec2 p =
        box.low + (box.high - box.low) * Vec2{0.5 * unit(seed, "hair x", i), unit(seed, "hair y", i)};
    (field.region.contains(p) ? field.hair : field.hair_beside).push_back(p);
  }
  return field;
}

FieldDot drawn_dot(const Field& field, core::Seed seed, std::uint32_t number);

// A later treatment session: some dots are there, and more may be too many or too few.
Field over_old_dots(Field field, core::Seed seed, bool last) {
  for (std::uint32_t i = 0; i < 70; i += 1 + static_cast<std::uint32_t>(2 * unit(seed, "lost", i)))
    field.old_dots.push_back(drawn_dot(field, seed + 50, i));
  field.layer = {.over_weight = 2.0, .free_over = 0.22, .free_under = 0.26, .last = last};
  return field;
}

FieldDot drawn_dot(const Field& field, core::Seed seed, std::uint32_t number) {
  FieldDot dot;
  dot.number = number;
  for (std::uint64_t i = 0;; ++i) {
    const std::uint64_t n = number * 50 + i;
    const auto& box = field.region.box();
    dot.at = box.low + (box.high - box.low) * Vec2{unit(seed, "x", n), unit(seed, "y", n)};
    if (field.region.contains(dot.at)) break;
  }
  dot.delta = 0.3 + 0.5 * unit(seed, "delta", number);
  dot.diameter = engine::core::Mm{0.18 + 0.2 * unit(seed, "diameter", number)};
  dot.angle = engine::core::Degrees{70 + 20 * unit(seed, "angle", number)};
  dot.angle_known = true;
  dot.dilution = unit(seed, "dilution", number) < 0.1 ? 9 : 14;
  return dot;
}

void same(const std::vector<CriterionResult>& live, const std::vector<CriterionResult>& scratch) {
  REQUIRE(live.size() == scratch.size());
  for (std::size_t i = 0; i < live.size(); ++i) {
    CAPTURE(name(live[i].id));
    CHECK(live[i].score == scratch[i].score);
    REQUIRE(live[i].metrics.size() == scratch[i].metrics.size());
    for (std::size_t k = 0; k < live[i].metrics.size(); ++k) {
      CAPTURE(live[i].metrics[k].key);
      CHECK(live[i].metrics[k].value == scratch[i].metrics[k].value);  // to the last bit
    }
  }
}

// Random work: mostly new dots, some taken back (the last, or any), brought again, or changed.
void random_work(const Field& asked, core::Seed seed, std::uint32_t steps, std::uint32_t compare_every) {
  const Rubric rubric = everything();
  LiveField live(asked, rubric);
  Field field = asked;
  std::vector<FieldDot> taken;
  std::uint32_t next = asked.old_dots.empty() ? 0 : asked.old_dots.back().number + 1;
  for (std::uint32_t step = 0; step < steps; ++step) {
    const double what = unit(seed, "what", step);
    const auto any =
        static_cast<std::size_t>(unit(seed, "any", step) * static_cast<double>(field.dots.size()));
    if (what < 0.10 && !field.dots.empty()) {
      const auto at =
          field.dots.begin() + static_cast<std::ptrdiff_t>(what < 0.05 ? field.dots.size() - 1 : any);
      taken.push_back(*at);
      live.remove(at->number);
      field.dots.erase(at);
    } else if (what < 0.15 && !taken.empty()) {
      const FieldDot dot = taken.back();
      taken.pop_back();
      field.dots.insert(std::lower_bound(field.dots.begin(), field.dots.end(), dot,
                                         [](const auto& a, const auto& b) { return a.number < b.number; }),
                        dot);
      live.add(dot);
    } else if (what < 0.20 && !field.dots.empty()) {
      FieldDot& dot = field.dots[any];
      dot.delta += 0.1;
      dot.diameter.value *= 1.05;
      if (what < 0.17) dot.at = drawn_dot(asked, seed + 1, 1000 + step).at;
      live.change(dot);
    } else {
      field.dots.push_back(drawn_dot(asked, seed, next++));
      // Now and then right beside an earlier one.
      if (what > 0.95 && field.dots.size() > 1 &&
          asked.region.contains(field.dots.front().at + Vec2{0.1, 0.05}))
        field.dots.back().at = field.dots.front().at + Vec2{0.1, 0.05};
      live.add(field.dots.back());
    }
    if (step % compare_every != 0 && step + 1 != steps) continue;
    CAPTURE(step);
    same(live.scores(), judge(field, rubric));
  }
}

}  // namespace

TEST_CASE("live scores of a pad are those from scratch, whatever came and went") {
  for (const core::Seed seed : {1, 2, 3}) random_work(pad(), seed, 600, 23);
}

TEST_CASE("live scores of a feathered region with a hole are those from scratch") {
  for (const core::Seed seed : {4, 5}) random_work(front(), seed, 600, 37);
}

TEST_CASE("live scores among hair are those from scratch") {
  random_work(among_hair(pad(), 1), 7, 260, 20);
  random_work(among_hair(front(), 2), 8, 200, 20);
  random_work(among_hair(pad(), 3), 9, 90, 1);
}

TEST_CASE("live scores over the dots of earlier treatment sessions are those from scratch") {
  random_work(over_old_dots(pad(), 4, true), 12, 260, 20);
  random_work(over_old_dots(front(), 5, true), 13, 200, 20);
  random_work(over_old_dots(among_hair(pad(), 3), 6, false), 14, 120, 3);
}

TEST_CASE("every single step of a small field agrees") {
  random_work(pad(), 6, 140, 1);
}

TEST_CASE("a field that is emptied again is as new") {
  const Rubric rubric = everything();
  LiveField live(pad(), rubric);
  for (std::uint32_t i = 0; i < 80; ++i) live.add(drawn_dot(pad(), 7, i));
  static_cast<void>(live.scores());
  for (std::uint32_t i = 80; i-- > 0;) live.remove(i);
  CHECK(live.size() == 0);
  same(live.scores(), judge(pad(), rubric));
  for (std::uint32_t i = 0; i < 80; ++i) live.add(drawn_dot(pad(), 8, i));
  Field field = pad();
  for (std::uint32_t i = 0; i < 80; ++i) field.dots.push_back(drawn_dot(pad(), 8, i));
  same(live.scores(), judge(field, rubric));
}

TEST_CASE("a field that is begun with dots scores as one that got them one by one") {
  const Rubric rubric = everything();
  Field field = pad();
  for (std::uint32_t i = 0; i < 150; ++i) field.dots.push_back(drawn_dot(pad(), 9, i));
  LiveField live(field, rubric);
  same(live.scores(), judge(field, rubric));
  live.remove(20);
  field.dots.erase(field.dots.begin() + 20);
  same(live.scores(), judge(field, rubric));
}

TEST_CASE("many dots taken and put again between two looks") {
  const Rubric rubric = everything();
  Field field = pad();
  for (std::uint32_t i = 0; i < 300; ++i) field.dots.push_back(drawn_dot(pad(), 10, i));
  LiveField live(field, rubric);
  static_cast<void>(live.scores());
  // A corner is cleared, and a few dots are put into the hole, before anybody looks again.
  std::erase_if(field.dots, [&](const FieldDot& dot) {
    if (dot.at.x > 14 || dot.at.y > 14) return false;
    live.remove(dot.number);
    return true;
  });
  for (std::uint32_t i = 300; i < 304; ++i) {
    FieldDot dot = drawn_dot(pad(), 10, i);
    dot.at = {1.0 + 2.5 * (i - 300), 1.5};
    live.add(dot);
    field.dots.push_back(dot);
  }
  same(live.scores(), judge(field, rubric));
}

TEST_CASE("sums over stretches follow values that come, go and change") {
  RankSums sums;
  std::vector<double> values;
  for (std::uint32_t step = 0; step < 1500; ++step) {
    const double what = unit(11, "what", step), value = unit(11, "value", step);
    const auto any = static_cast<std::size_t>(unit(11, "any", step) * static_cast<double>(values.size()));
    if (what < 0.1 && !values.empty()) {
      sums.erase(any);
      values.erase(values.begin() + static_cast<std::ptrdiff_t>(any));
    } else if (what < 0.3 && !values.empty()) {
      sums.set(any, value);
      values[any] = value;
    } else {
      const std::size_t rank = what < 0.4 ? any : values.size();
      sums.insert(rank, value);
      values.insert(values.begin() + static_cast<std::ptrdiff_t>(rank), value);
    }
    if (step % 50 != 49) continue;
    Tally whole, part;
    for (std::size_t i = 0; i < values.size(); ++i) {
      whole.add(values[i]);
      if (i >= values.size() / 5) part.add(values[i]);
    }
    CHECK(sums.sum(0, values.size()) == whole);
    CHECK(sums.sum(values.size() / 5, values.size() - values.size() / 5) == part);
  }
}
