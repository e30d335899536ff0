// Types of the field table, for its rows.
#pragma once

#include <string>
#include <vector>

#include "trainer/lessons/format.h"

namespace trainer::lessons {

Type number(double low, double high, std::string unit = "");
Type integer(double low, double high, std::string unit = "");
Type points_0_100();  // 0 to 100, at most two decimals
Type boolean();
Type line(double high);               // text without line breaks, 1..high bytes
Type prose(double low, double high);  // text with line breaks
Type id_type();                       // a-z, 0-9, '-' and '_', starting with a letter
Type choice(std::vector<std::string> choices);
Type needle();  // "1RL-0.25"
Type list(Type item, double low, double high);
Type pair(Type item);
Type point();
Type table(std::vector<FormatField> fields);

// A key of a small table inside a value, such as `to_mm` in a gradient.
FormatField part(std::string key, Type type, bool required, std::string description);

}  // namespace trainer::lessons
