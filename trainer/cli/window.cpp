#include "trainer/cli/window.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "trainer/cli/open.h"

namespace trainer::cli {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;
using engine::geometry::Region;
using engine::geometry::Ring;
using nlohmann::json;

namespace {

constexpr std::size_t kMostBytes = std::size_t{8} << 20;
constexpr std::size_t kMostCorners = 100'000;  // rows of them are compared with each other
constexpr double kAgree = 0.01;                // relative: rounded numbers are no mistake, other shapes are

tl::unexpected<Error> wrong(std::string message, std::string field) {
  return fail(
      {.message = std::move(message), .file = {}, .line = {}, .column = {}, .field = std::move(field)});
}

// The library keeps the last of several keys of one name; which was meant is not ours to guess.
class KeysOnce {
 public:
  bool operator()(json::parse_event_t event, const json& key) {
    if (event == json::parse_event_t::object_start) keys_.emplace_back();
    if (event == json::parse_event_t::object_end) keys_.pop_back();
    if (event == json::parse_event_t::key && !keys_.back().insert(key.get<std::string>()).second &&
        twice.empty())
      twice = key.get<std::string>();
    return true;
  }
  std::string twice;

 private:
  std::vector<std::set<std::string>> keys_;
};

Result<json> parsed(const std::string& text) {
  KeysOnce once;
  try {
    json document =
        json::parse(text, [&](int, json::parse_event_t event, json& key) { return once(event, key); });
    if (!once.twice.empty()) return wrong("this key is given twice", once.twice);
    return document;
  } catch (const json::parse_error& e) {
    const auto upto = std::string_view(text).substr(0, e.byte == 0 ? 0 : std::min(e.byte - 1, text.size()));
    const auto line = std::count(upto.begin(), upto.end(), '\n') + 1;
    const auto column =
        upto.size() - (upto.rfind('\n') == std::string_view::npos ? 0 : upto.rfind('\n') + 1) + 1;
    return fail({.message = "broken JSON",
                 .file = {},
                 .line = static_cast<int>(line),
                 .column = static_cast<int>(column)});
  } catch (const json::exception&) {
    return fail("a number in it is too large");
  }
}

// A key that is not known is a slip of the pen that would change nothing in silence.
Result<void> check_keys(const json& object, std::initializer_list<std::string_view> known,
                        const std::string& field) {
  for (const auto& [key, value] : object.items())
    if (std::find(known.begin(), known.end(), key) == known.end())
      return wrong(fmt::format("unknown key; expected one of {}", fmt::join(known, ", ")),
                   field.empty() ? key : field + "." + key);
  return {};
}

Result<Ring> read_ring(const json& ring, const std::string& field) {
  if (!ring.is_object()) return wrong("expected an object with lists x and y", field);
  if (auto known = check_keys(ring, {"x", "y", "hole"}, field); !known) return fail(known.error());
  for (const char* axis : {"x", "y"})
    if (!ring.contains(axis) || !ring[axis].is_array())
      return wrong("expected a list of numbers", field + "." + axis);
  if (ring["x"].size() != ring["y"].size())
    return wrong(fmt::format("expected as many values in x as in y, found {} and {}", ring["x"].size(),
                             ring["y"].size()),
                 field);
  Ring r;
  if (ring.contains("hole")) {
    if (!ring["hole"].is_boolean()) return wrong("expected true or false", field + ".hole");
    r.hole = ring["hole"].get<bool>();
  }
  for (std::size_t i = 0; i < ring["x"].size(); ++i) {
    for (const char* axis : {"x", "y"})
      if (!ring[axis][i].is_number())
        return wrong("expected a number", fmt::format("{}.{}[{}]", field, axis, i));
    r.points.push_back({ring["x"][i].get<double>(), ring["y"][i].get<double>()});
  }
  return r;
}

Result<Region> read_rings(const json& document) {
  if (!document.is_object()) return wrong("expected a JSON object with rings", "");
  if (auto known = check_keys(document, {"rings", "type", "xrange", "yrange", "area"}, ""); !known)
    return fail(known.error());
  if (!document.contains("rings") || !document["rings"].is_array() || document["rings"].empty())
    return wrong("expected a list of at least one ring", "rings");
  std::vector<Ring> rings;
  std::size_t corners = 0;
  for (const json& one : document["rings"]) {
    auto ring = read_ring(one, fmt::format("rings[{}]", rings.size()));
    if (!ring) return fail(ring.error());
    corners += ring->points.size();
    rings.push_back(std::move(*ring));
  }
  if (corners > kMostCorners)
    return wrong(fmt::format("{} corners; at most {} can be analysed", corners, kMostCorners), "rings");
  return Region::make(std::move(rings));
}

// The frame may be wider than the rings, as it is of a part of a larger pad.
Result<void> check_range(const json& document, const char* field, double low, double high) {
  if (!document.contains(field)) return {};
  const json& range = document[field];
  if (!range.is_array() || range.size() != 2 || !range[0].is_number() || !range[1].is_number())
    return wrong("expected two numbers", field);
  const double from = range[0].get<double>(), to = range[1].get<double>(), slack = kAgree * (high - low);
  if (low >= from - slack && high <= to + slack) return {};
  return wrong(fmt::format("the rings reach from {} to {}, beyond {} to {}", low, high, from, to), field);
}

Result<void> check_type(const json& document, const Region& region) {
  if (!document.contains("type")) return {};
  const json& type = document["type"];
  if (type == "polygonal" || type == "polygon") return {};
  if (type != "rectangle") return wrong("expected \"rectangle\" or \"polygonal\"", "type");
  const auto size = region.box().high - region.box().low;
  if (region.area() >= (1.0 - kAgree) * size.x * size.y) return {};
  return wrong("the rings are not one rectangle along the axes; expected \"polygonal\"", "type");
}

// What else the file says of its window must be true of the rings.
Result<void> check_claims(const json& document, const Region& region) {
  const auto& box = region.box();
  if (auto type = check_type(document, region); !type) return type;
  if (auto x = check_range(document, "xrange", box.low.x, box.high.x); !x) return x;
  if (auto y = check_range(document, "yrange", box.low.y, box.high.y); !y) return y;
  if (!document.contains("area")) return {};
  if (!document["area"].is_number()) return wrong("expected a number", "area");
  const double said = document["area"].get<double>();
  if (std::fabs(said - region.area()) <= kAgree * region.area()) return {};
  return wrong(fmt::format("the rings enclose {}, not {}", region.area(), said), "area");
}

Result<Region> region_of(const std::string& text) {
  const auto document = parsed(text);
  if (!document) return fail(document.error());
  auto region = read_rings(*document);
  if (!region) return region;
  if (auto true_of_it = check_claims(*document, *region); !true_of_it) return fail(true_of_it.error());
  return region;
}

}  // namespace

Result<Region> read_window(const std::string& path) {
  const auto text = read_text(path, kMostBytes);
  if (!text) return fail(text.error());
  auto region = region_of(*text);
  if (region) return region;
  Error error = region.error();
  error.file = path;
  return fail(std::move(error));
}

}  // namespace trainer::cli
