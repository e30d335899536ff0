#include "bench/looks_rows.h"

#include <fmt/format.h>

#include <array>

namespace bench {

using engine::core::Mm;
using trainer::robots::Habit;

Habit shade_for(int skin_type) {
  constexpr std::array kWater{16.0, 14.0, 14.0, 9.0, 6.0, 3.0};
  return {.pigment_permille = static_cast<std::int32_t>(
              15'000.0 / (1.0 + kWater.at(static_cast<std::size_t>(skin_type - 1))))};
}

Habit too_deep() {
  return {.delta_mean = 1.0, .diameter = Mm{0.5}};
}

std::vector<Row> looks_rows() {
  const Range neutral{-1.0, 1.0}, like_hair{0.85, 1.15};
  std::vector<Row> out{{{"stubble 0.5 mm", 2, 0.5}, {.lightness = Range{-5.2, -3.8}}},
                       {{"stubble 1.5 mm", 2, 1.5}, {.lightness = Range{-11.5, -8.5}}},
                       {{"stubble 3 mm", 2, 3.0}, {.lightness = Range{-21.0, -16.0}}},
                       {{.name = "90 at 4 weeks", .per_cm2 = 90.0},
                        {.lightness = Range{-5.0, -4.0},
                         .red = neutral,
                         .yellow = neutral,
                         .of = "stubble 0.5 mm",
                         .share = Range{0.85, 1.1}}},
                       {{.name = "60 at 4 weeks", .per_cm2 = 60.0}, {.lightness = Range{-3.4, -2.6}}},
                       {{.name = "40 at 4 weeks", .per_cm2 = 40.0}, {.lightness = Range{-2.3, -1.7}}},
                       {{.name = "90 at 3 years", .per_cm2 = 90.0, .days = 3 * kYear},
                        {.of = "90 at 4 weeks", .share = Range{0.65, 0.75}}},
                       {{.name = "90 at 5 years", .per_cm2 = 90.0, .days = 5 * kYear},
                        {.of = "90 at 4 weeks", .share = Range{0.45, 0.57}}},
                       {{.name = "too deep, 4 weeks", .per_cm2 = 90.0, .hand = too_deep()},
                        {.lightness = Range{-12.0, -6.5}, .yellow = Range{-9.0, -3.0}}},
                       {{.name = "too deep, 5 years", .per_cm2 = 90.0, .days = 5 * kYear, .hand = too_deep()},
                        {.lightness = Range{-12.0, -6.5}, .yellow = Range{-9.0, -3.0}}},
                       {{.name = "90 fresh", .per_cm2 = 90.0, .days = 0.0}, {.red = Range{3.0, 6.0}}},
                       {{.name = "90 on day 3", .per_cm2 = 90.0, .days = 3.0}, {.red = Range{3.0, 6.0}}}};
  for (const int type : {1, 3, 5, 6}) {
    const char* hair = type == 1 ? "brown" : type == 3 ? "dark_brown" : "black";
    const std::string stubble = fmt::format("type {}, stubble 0.5", type);
    out.push_back({{stubble, type, 0.5, hair}, {}});
    out.push_back(
        {{.name = fmt::format("type {}, 90", type),
          .skin_type = type,
          .per_cm2 = 90.0,
          .hand = shade_for(type)},
         // Fair and usual skin: seen, whatever the hair; dark skin: as dark as its hair.
         type < 4 ? Target{.lightness = Range{-5.5, -3.0}} : Target{.of = stubble, .share = like_hair}});
  }
  return out;
}

}  // namespace bench
