#include "trainer/lessons/toml_tree.h"

#include <toml++/toml.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "trainer/lessons/nesting.h"
#include "trainer/lessons/reader.h"
#include "trainer/lessons/slips.h"

namespace trainer::lessons {

namespace {

Place place_of(const toml::source_region& region) {
  return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

Finding refusal(std::string code, Place at, std::string message, std::string expected = "") {
  return {.line = at.line,
          .column = at.column,
          .severity = "error",
          .code = std::move(code),
          .expected = std::move(expected),
          .message = std::move(message)};
}

// Copies the library's tree, counting values and holding it to the limits. The first excess stops it.
class Copier {
 public:
  std::optional<Finding> refused;

  Value copy(const toml::node& node, int depth) {
    Value value{.data = false, .at = place_of(node.source())};
    if (++values_ > kMostValues) return refuse(value, "the file holds more than 200,000 values");
    if (depth > kMostNesting) return refuse(value, "values are nested deeper than 32 levels");
    if (const auto* table = node.as_table()) {
      value.data = members(*table, depth);
    } else if (const auto* array = node.as_array()) {
      value.data = items(*array, depth);
    } else {
      leaf(node, value);
    }
    return value;
  }

 private:
  Value refuse(Value value, std::string message) {
    if (!refused) refused = refusal("limit", value.at, std::move(message));
    return value;
  }

  Table members(const toml::table& table, int depth) {
    Table copied;
    for (const auto& [key, node] : table) {
      if (refused) break;
      Member member{std::string(key.str()), place_of(key.source()), {}};
      if (member.key.size() > kMostKeyBytes && !refused)
        refused = refusal("limit", member.at, "a key is longer than 256 bytes");
      member.value = copy(node, depth + 1);
      if (member.value.at.line == 0) member.value.at = member.at;
      copied.members.push_back(std::move(member));
    }
    // The library keeps keys by name; people read them by line.
    std::stable_sort(copied.members.begin(), copied.members.end(), [](const Member& a, const Member& b) {
      return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
    });
    return copied;
  }

  List items(const toml::array& array, int depth) {
    List copied;
    for (const auto& node : array) {
      if (refused) break;
      copied.items.push_back(copy(node, depth + 1));
    }
    return copied;
  }

  void leaf(const toml::node& node, Value& value) {
    if (const auto* text = node.as_string()) {
      value.data = text->get();
      if (text->get().size() > kMostStringBytes) refuse(value, "a text is longer than 64 KiB");
    } else if (const auto* integer = node.as_integer()) {
      value.data = integer->get();
    } else if (const auto* real = node.as_floating_point()) {
      value.data = real->get();
    } else if (const auto* flag = node.as_boolean()) {
      value.data = flag->get();
    } else {
      value.data = Other{node.is_time() ? "time" : "date"};
    }
  }

  std::size_t values_ = 0;
};

std::optional<Finding> outside_limits(std::string_view text) {
  if (text.size() > kMostTextBytes)
    return refusal("limit", {1, 1}, "the file is longer than 1 MiB", "at most 1 MiB of text");
  if (const auto at = too_deep(text, kMostNesting))
    return refusal("limit", *at, "brackets or dotted keys are nested deeper than 32 levels",
                   "at most 32 levels");
  return std::nullopt;
}

}  // namespace

TomlTree parse_toml(std::string_view text) {
  if (auto refused = outside_limits(text)) return {.root = {}, .findings = {std::move(*refused)}};
  try {
    const toml::table table = toml::parse(text);
    Copier copier;
    Value root = copier.copy(table, 0);
    if (copier.refused) return {.root = {}, .findings = {std::move(*copier.refused)}};
    root.at = {1, 1};
    return {.root = std::move(root), .findings = {}};
  } catch (const toml::parse_error& error) {
    const Place at = place_of(error.source());
    const std::string slip = typing_slip(text, at);
    return {.root = {},
            .findings = {refusal("syntax", at,
                                 slip.empty() ? "this is not TOML: " + refused_in_words(error.description())
                                              : "this is not TOML: " + slip)}};
  } catch (const std::exception& error) {
    return {.root = {},
            .findings = {refusal("syntax", {1, 1}, "this is not TOML: " + std::string(error.what()))}};
  }
}

}  // namespace trainer::lessons
