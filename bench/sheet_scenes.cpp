#include <fmt/format.h>

#include <array>

#include "bench/sheet.h"

namespace bench {

namespace {

namespace scalp = engine::scalp;
using engine::core::Mm;
using scalp::FromLandmark;
using scalp::Landmark;
using scalp::TissueKind;
using trainer::robots::Habit;

const FromLandmark kFront{.from = Landmark::Mfp, .left = Mm{0}, .back = Mm{12}};
const FromLandmark kNape{.from = Landmark::Inion, .left = Mm{0}, .back = Mm{-30}};

Work full(double days = engine::skin::kHealedDays, const Habit& hand = {}) {
  return {.per_cm2 = 90.0, .days = days, .hand = hand};
}

Habit too_light() {
  return {.delta_mean = 0.24, .delta_sd = 0.06, .diameter = Mm{0.20}};
}

// The same head through its ages and distances, in good and in bad work.
Scene fair_head() {
  const auto said = [](const char* name, const char* caption, const Work& work, From from, double metres) {
    return Shot{name, fmt::format("Type II, Norwood V, {}, {} m", caption, metres), work, from, metres};
  };
  return {.shots = {said("bare", "no work", {}, From::Side, 1.0),
                    said("healed", "even, 4 weeks", full(), From::Side, 1.0),
                    said("fresh", "even, fresh", full(0.0), From::Side, 1.0),
                    said("day-3", "even, day 3", full(3.0), From::Side, 1.0),
                    said("1-year", "even, 1 year", full(kYear), From::Side, 1.0),
                    said("3-years", "even, 3 years", full(3 * kYear), From::Side, 1.0),
                    said("5-years", "even, 5 years", full(5 * kYear), From::Side, 1.0),
                    said("close-bare", "no work", {}, From::Close, 0.3),
                    said("close-healed", "even, 4 weeks", full(), From::Close, 0.3),
                    said("close-fresh", "even, fresh", full(0.0), From::Close, 0.3),
                    said("close-5-years", "even, 5 years", full(5 * kYear), From::Close, 0.3),
                    said("far-bare", "no work", {}, From::Side, 3.0),
                    said("far-healed", "even, 4 weeks", full(), From::Side, 3.0),
                    said("front", "even, 4 weeks", full(), From::Front, 1.0),
                    said("left", "even, 4 weeks", full(), From::Left, 1.0),
                    said("back", "even, 4 weeks", full(), From::Back, 1.0),
                    said("top", "even, 4 weeks", full(), From::Top, 1.0),
                    said("deep", "too deep, 4 weeks", full(engine::skin::kHealedDays, too_deep()), From::Side,
                         1.0),
                    said("close-deep", "too deep, 4 weeks", full(engine::skin::kHealedDays, too_deep()),
                         From::Close, 0.3),
                    said("deep-5-years", "too deep, 5 years", full(5 * kYear, too_deep()), From::Side, 1.0),
                    said("light", "too shallow, 4 weeks", full(engine::skin::kHealedDays, too_light()),
                         From::Side, 1.0)},
          .client = {.skin_type = 2, .hair_length = Mm{0.5}, .loss_class = "norwood_5"},
          .close = kFront};
}

Scene tone(int type) {
  constexpr std::array kHair{"red", "brown", "dark_brown", "black", "black", "black"};
  constexpr std::array kRoman{"I", "II", "III", "IV", "V", "VI"};
  const auto k = static_cast<std::size_t>(type - 1);
  const Work work = full(engine::skin::kHealedDays, shade_for(type));
  return {
      .shots = {{fmt::format("type-{}", type),
                 fmt::format("Type {}, {} hair 0.5 mm, even, 4 weeks, 1 m", kRoman.at(k), kHair.at(k)), work},
                {fmt::format("type-{}-close", type), fmt::format("The same, 0.3 m"), work, From::Close, 0.3}},
      .client = {.skin_type = type,
                 .hair_colour = kHair.at(k),
                 .hair_length = Mm{0.5},
                 .loss_class = "norwood_5"},
      .close = kFront};
}

Scene loss(const std::string& name, From from, const Work& work, Mm hair, const char* head = "male_average") {
  const bool female = std::string(head).starts_with("female");
  return {.shots = {{name,
                     fmt::format("{}, {}, hair {} mm, {}, 1 m", head, name, hair.value,
                                 work.per_cm2 > 0.0 ? "even, 4 weeks" : "no work"),
                     work, from}},
          .client = {.sex = female ? scalp::Sex::Female : scalp::Sex::Male,
                     .head_shape = head,
                     .skin_type = 3,
                     .hair_colour = "dark_brown",
                     .hair_length = hair,
                     .loss_class = name}};
}

Scene lesson_scar(const std::string& lesson, const std::string& what) {
  return {.shots = {{lesson + "-bare", what + ", no work, 1 m", {}, From::Close, 1.0},
                    {lesson + "-bare-close", what + ", no work, 0.3 m", {}, From::Close, 0.3},
                    {lesson + "-worked",
                     what + ", an expert's, 4 weeks, 0.3 m",
                     {.robot = "expert"},
                     From::Close,
                     0.3}},
          .lesson = lesson,
          .close = kNape};
}

// What the healed view shows: a lesson's patch, and the rest of the head from the same hand.
Scene hands() {
  Scene scene{.lesson = "soft-hairline", .close = kFront};
  const auto add = [&](const char* name, double skill, const char* who) {
    for (const double metres : {1.0, 3.0, 0.3})
      scene.shots.push_back({fmt::format("{}-{}m", name, metres),
                             fmt::format("From the hand of {}, 4 weeks, {} m", who, metres),
                             {.robot = "practitioner", .skill = skill, .whole = true},
                             metres < 0.5 ? From::Close : From::Side,
                             metres});
  };
  add("expert", 1.0, "an expert");
  add("practitioner", 0.6, "a practitioner (0.6)");
  add("novice", 0.15, "a novice (0.15)");
  return scene;
}

Scene scar(const std::string& name, TissueKind kind) {
  return {.shots = {{name, "A " + name + " scar on bald skin, no work, 0.3 m", {}, From::Close, 0.3}},
          .client = {.skin_type = 2, .hair_length = Mm{0.5}, .loss_class = "norwood_6"},
          .close = FromLandmark{.from = Landmark::Mfp, .left = Mm{0}, .back = Mm{50}},
          .scar = kind};
}

}  // namespace

std::vector<Scene> sheet_scenes() {
  std::vector<Scene> all{fair_head(), hands()};
  for (const int type : {1, 3, 4, 5, 6}) all.push_back(tone(type));
  const Mm short_hair{0.5}, grown{3.0}, combed{12.0};
  all.push_back(loss("none", From::Side, {}, short_hair));
  all.push_back(loss("norwood_2", From::Front, full(), short_hair));
  all.push_back(loss("norwood_3_vertex", From::Back, full(), short_hair, "male_long"));
  all.push_back(loss("norwood_7", From::Side, full(), short_hair, "male_broad"));
  all.push_back(loss("norwood_5", From::Side, {}, grown, "male_large"));
  all.push_back(loss("ludwig_2", From::Top, {}, combed, "female_average"));
  all.push_back(loss("ludwig_2", From::Front, full(), combed, "female_average"));
  all.push_back(loss("areata", From::Left, {}, short_hair));
  all.push_back(loss("totalis", From::Side, full(), short_hair, "female_long"));
  all.push_back(lesson_scar("strip-scar", "Strip scar (FUT)"));
  all.push_back(lesson_scar("punch-scars", "Punch scars (FUE)"));
  all.push_back(lesson_scar("needled-scar", "Raised scar"));
  all.push_back(scar("sunken", TissueKind::SunkenScar));
  all.push_back(scar("burn", TissueKind::Burn));
  return all;
}

}  // namespace bench
