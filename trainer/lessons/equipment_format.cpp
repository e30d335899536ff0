// Ranges: wide enough for another opinion, narrow enough to catch a slip of the decimal point.
#include "trainer/lessons/equipment_format.h"

#include "trainer/lessons/bind.h"

namespace trainer::lessons {

using engine::scalp::Undertone;
using engine::skin::HealingTable;
using engine::skin::NeedleTable;

namespace {

std::size_t one(const Lesson&) {
  return 1;
}

Section section(std::string path, std::string description, std::vector<FormatField> fields) {
  Section made{.path = std::move(path),
               .required = true,
               .description = std::move(description),
               .fields = std::move(fields)};
  made.count = one;
  return made;
}

FormatField usual(std::string key, Type type, std::string description,
                  double engine::skin::HealingModel::*place) {
  return bound(
      std::move(key), std::move(type), true, std::move(description), [place](auto& l, std::size_t) -> auto& {
        return l.equipment.healing.usual.*place;
      });
}

template <class Number>
FormatField of_client(std::string key, Type type, std::string description, Number HealingTable::*place) {
  return bound(
      std::move(key), std::move(type), true,
      std::move(description), [place](auto& l, std::size_t) -> auto& { return l.equipment.healing.*place; });
}

FormatField of_needle(std::string key, std::string description, std::int32_t NeedleTable::*place) {
  return bound(
      std::move(key), integer(0, 3000, "permille"), true,
      std::move(description), [place](auto& l, std::size_t) -> auto& { return l.equipment.needles.*place; });
}

Type share() {
  return number(0, 1);
}
Type times() {
  return number(0.1, 10);
}

using Model = engine::skin::HealingModel;

std::vector<Section> healing() {
  return {
      section("fading", "share of contrast lost a year, and what multiplies it",
              {of_client("protected", share(), "a scalp that is kept from the sun",
                         &HealingTable::fades_protected),
               of_client("indoors", share(), "one that is mostly indoors", &HealingTable::fades_indoors),
               of_client("mixed", share(), "some of both", &HealingTable::fades_mixed),
               of_client("outdoors", share(), "one that works outdoors", &HealingTable::fades_outdoors),
               usual("practice_skin", share(), "latex, shown as if it were skin", &Model::fade_per_year),
               of_client("smoker", times(), "times", &HealingTable::smoker_fades),
               of_client("fair_skin", times(), "times, of skin type I", &HealingTable::fair_fades),
               of_client("dark_skin", times(), "times, of skin type VI", &HealingTable::dark_fades),
               of_client("oily_skin", times(), "times", &HealingTable::oily_fades),
               usual("shallow", times(), "times, of a dot hardly in the skin", &Model::fade_shallow)}),
      section("growth", "share of the diameter gained a year",
              {usual("in_band", share(), "at the right depth", &Model::growth_target),
               usual("deep", share(), "below it", &Model::growth_deep),
               usual("blown_out", share(), "far below it", &Model::growth_blowout),
               of_client("oily_skin", share(), "added to each", &HealingTable::oily_growth)}),
      section("fresh", "how a dot looks on the first day, of what it is when healed",
              {usual("diameter", times(), "times", &Model::fresh_diameter),
               usual("darkness", times(), "times", &Model::fresh_darkness),
               usual("shallow", share(), "times the darkness, hardly in the skin", &Model::fed_shallow)}),
      section("keeping", "share of the pigment that the healed skin keeps",
              {usual("in_band", share(), "at the right depth", &Model::kept_target),
               usual("shallow_high", share(), "at the shallow edge of it", &Model::kept_shallow_high),
               usual("shallow_low", share(), "hardly in the skin", &Model::kept_shallow_low),
               usual("epidermal", share(), "not in the skin", &Model::kept_epidermal),
               of_client("oily_skin", share(), "times", &HealingTable::oily_keeps),
               of_client("dry_skin", share(), "times", &HealingTable::dry_keeps)}),
      section("blue", "how blue a dot turns, 0 to 1",
              {usual("per_year", share(), "times the depth beyond 0.60", &Model::blue_per_year),
               usual("cool", number(-1, 1), "added for a cool grey", &Model::blue_cool),
               usual("warm", number(-1, 1), "added for a warm grey", &Model::blue_warm)}),
      section("staying", "share of the dots that are there when the skin has shed",
              {usual("in_band", share(), "at the right depth", &Model::stay_target),
               usual("shallow_high", share(), "at the shallow edge of it", &Model::stay_shallow_high),
               usual("shallow_low", share(), "hardly in the skin", &Model::stay_shallow_low),
               usual("epidermal", share(), "not in the skin", &Model::stay_epidermal),
               usual("deep", share(), "below the band", &Model::stay_deep),
               of_client("careless", share(), "subtracted where nobody looks after it",
                         &HealingTable::careless_sheds),
               usual("days", number(1, 60, "days"), "until the last scab has fallen", &Model::shed_days),
               usual("seen_from", share(), "of a fresh dot's darkness: below it nobody sees one",
                     &Model::seen_from)}),
      section("spreading", "permille of the healed diameter",
              {of_client("oily_skin", integer(500, 3000, "permille"), "of usual skin",
                         &HealingTable::oily_spread)}),
  };
}

std::vector<Section> needles() {
  return {section("spread", "healed diameter, permille of one needle with a medium taper",
                  {of_needle("each_further_point", "added", &NeedleTable::point_spread),
                   of_needle("long_taper", "times", &NeedleTable::long_spread),
                   of_needle("short_taper", "times", &NeedleTable::short_spread)}),
          section("load", "pigment that a strike brings, permille of a medium taper",
                  {of_needle("long_taper", "times", &NeedleTable::long_load),
                   of_needle("short_taper", "times", &NeedleTable::short_load)})};
}

std::vector<Section> pigments() {
  Section toned{
      .path = "pigments",
      .many = true,
      .required = true,
      .description = "a grey that has an undertone of its own; any other is neutral",
      .fields = {bound(
                     "name", line(32), true, "as the tray and the record have it",
                     [](auto& l, std::size_t i) -> auto& { return l.equipment.pigments.toned[i].name; }),
                 named<Undertone>(
                     "undertone",
                     {{Undertone::Cool, "cool"}, {Undertone::Neutral, "neutral"}, {Undertone::Warm, "warm"}},
                     true, "what the eye sees beside skin", [](auto& l, std::size_t i) -> auto& {
                       return l.equipment.pigments.toned[i].undertone;
                     })}};
  toned.open = [](Lesson& l) { l.equipment.pigments.toned.emplace_back(); };
  toned.count = [](const Lesson& l) { return l.equipment.pigments.toned.size(); };
  return {toned};
}

}  // namespace

std::vector<Section> equipment_format(std::string_view file) {
  if (file == "healing.toml") return healing();
  return file == "needles.toml" ? needles() : pigments();
}

}  // namespace trainer::lessons
