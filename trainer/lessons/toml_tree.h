// The one place that knows the TOML library.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trainer/lessons/finding.h"
#include "trainer/lessons/value.h"

namespace trainer::lessons {

struct TomlTree {
  std::optional<Value> root;      // a Table; absent exactly when there is a finding
  std::vector<Finding> findings;  // text too long, too deep, ...; or the first error of syntax
};

TomlTree parse_toml(std::string_view text);

}  // namespace trainer::lessons
