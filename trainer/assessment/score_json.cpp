#include "trainer/assessment/score_json.h"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "engine/scalp/client.h"

namespace trainer::assessment {

using nlohmann::json;

namespace {

json points(std::optional<int> hundredths) {
  return hundredths ? json(*hundredths / 100.0) : json(nullptr);
}

json criteria_json(const Assessment& a) {
  json list = json::array();
  for (const auto& c : a.criteria) {
    json metrics = json::object();
    for (const auto& m : c.metrics) metrics[m.key] = m.value;
    list.push_back({{"id", name(c.id)},
                    {"score", points(c.score)},
                    {"weight", c.weight},
                    {"simulated", c.simulated},
                    {"metrics", metrics}});
  }
  return list;
}

json place(engine::scalp::CanvasPoint p) {
  return json::array({p.u_um / 1000.0, p.v_um / 1000.0});
}

json fix_json(const LedgerFix& fix) {
  json add = json::array(), depth = json::array();
  for (const auto& p : fix.add) add.push_back(place(p));
  for (const auto& [number, um] : fix.set_depth_um)
    depth.push_back({{"dot", number}, {"deposit_depth_mm", um / 1000.0}});
  return {{"remove", fix.remove}, {"add", add}, {"set_depth", depth}};
}

std::string_view criterion_of(const LedgerLine& line) {
  return line.criterion ? name(*line.criterion) : name(*line.critical);
}

std::string_view cause_of(const LedgerLine& line) {
  if (line.weakest()) return "weakest";
  return line.is_critical() ? name(*line.critical) : name(line.cause);
}

json ledger_json(const Assessment& a) {
  json list = json::array();
  for (const auto& l : a.ledger) {
    list.push_back({{"criterion", criterion_of(l)},
                    {"points", l.points / 100.0},
                    {"cause_id", cause_of(l)},
                    {"dots", l.dots},
                    {"from_us", l.from_us.us},
                    {"to_us", l.to_us.us},
                    {"at", l.at ? place(*l.at) : json(nullptr)},
                    {"fix", l.fix ? fix_json(*l.fix) : json(nullptr)},
                    {"gain", l.gain / 100.0}});
    if (l.question) list.back()["question"] = *l.question;
  }
  return list;
}

void write(const json& value, std::string& out);

void write_number(double value, std::string& out) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
  out.append(text.data(), end.ptr);
}

template <class Range, class Item>
void write_list(char open, char close, const Range& range, std::string& out, Item item) {
  out += open;
  bool first = true;
  for (auto it = range.begin(); it != range.end(); ++it) {
    if (!first) out += ',';
    first = false;
    item(it);
  }
  out += close;
}

void write(const json& value, std::string& out) {
  if (value.is_object()) {
    write_list('{', '}', value, out, [&](const auto& it) {
      out += json(it.key()).dump() + ":";
      write(it.value(), out);
    });
  } else if (value.is_array()) {
    write_list('[', ']', value, out, [&](const auto& it) { write(*it, out); });
  } else if (value.is_number_float()) {
    write_number(value.get<double>(), out);
  } else {
    out += value.dump();
  }
}

}  // namespace

json score_json(const Site& site, const engine::core::Digest& lesson_hash, const Assessment& a) {
  json critical = json::array();
  for (const auto& c : a.critical) critical.push_back({{"id", name(c.id)}, {"passed", c.passed}});
  return {{"lesson", site.lesson().id},
          {"lesson_hash", engine::core::hex(lesson_hash)},
          {"geometry", engine::scalp::kGeometryVersion},
          {"scorer", engine::scoring::kScorerVersion},
          {"dots", a.dots},
          {"asked", a.asked},
          {"missing", a.missing},
          {"total", points(a.total)},
          {"passed", a.passed},
          {"grade", name(a.grade)},
          {"criteria", criteria_json(a)},
          {"critical", critical},
          {"ledger", ledger_json(a)}};
}

std::string canonical(const json& document) {
  std::string out;
  write(document, out);
  return out;
}

std::string score_digest(const Site& site, const engine::core::Digest& lesson_hash,
                         const Assessment& assessment) {
  return engine::core::hex(engine::core::blake2b(canonical(score_json(site, lesson_hash, assessment))));
}

}  // namespace trainer::assessment
