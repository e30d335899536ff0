// Reference values of other people's software beside ours, with the relative error; exit 1 when one lies
// outside its tolerance.
//   smp-references [--json]
#include "tests/support/references.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

int main(int argc, char** argv) {
  const auto rows = reference::all_rows();
  const auto outside = std::count_if(rows.begin(), rows.end(), [](const auto& row) { return !row.holds(); });
  if (argc > 1 && std::string_view(argv[1]) == "--json") {
    auto list = nlohmann::json::array();
    for (const auto& row : rows)
      list.push_back({{"set", row.set},
                      {"quantity", row.quantity},
                      {"reference", row.theirs},
                      {"ours", row.ours},
                      {"relative_error", row.error()},
                      {"holds", row.holds()},
                      {"note", row.note}});
    fmt::print("{}\n", nlohmann::json{{"rows", list}, {"outside", outside}}.dump(2));
    return outside > 0 ? 1 : 0;
  }
  std::string_view set;
  for (const auto& row : rows) {
    if (row.set != set)
      fmt::print("\n{}\n{:<30}{:>24}{:>24}{:>12}\n", set = row.set, "", "reference", "ours", "error");
    fmt::print("  {:<28}{:>24.17g}{:>24.17g}{:>12.1e} {}{}\n", row.quantity, row.theirs, row.ours,
               row.error(), row.note, row.holds() ? "" : " <-- outside");
  }
  fmt::print(
      "\n{} values, {} outside their tolerance. Left out: the signed offset of p15, whose lines lie beside "
      "each other, so that rounding decides its sign.\n",
      rows.size(), outside);
  return outside > 0 ? 1 : 0;
}
