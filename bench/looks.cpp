#include "bench/looks.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "trainer/ui/healed/healed_screen.h"

namespace bench {

namespace {

namespace skin = engine::skin;
using skin::Lab;
using trainer::ui::kDistancesM;

// A number, what it should be, and whether it is.
struct Cell {
  double value = 0.0;
  std::optional<Range> target{};
  bool good = true;
};
Cell cell(double value, const std::optional<Range>& target, bool also = true) {
  return {value, target, also && (!target || target->holds(value))};
}

// Of one subject from one distance.
struct Seen {
  Cell lightness, red, yellow;
  std::optional<Cell> share{};
};
using Line = std::array<Seen, kDistancesM.size()>;
struct MeasuredRow {
  std::string name, of;
  Line seen;
};

using Shifts = std::array<Lab, kDistancesM.size()>;

Line judge(const Target& target, const Shifts& shifts, const Shifts* of) {
  double mean = 0.0;
  for (const Lab& s : shifts) mean += s.lightness / kDistancesM.size();
  Line line;
  for (std::size_t k = 0; k < shifts.size(); ++k) {
    const Lab& s = shifts[k];
    const bool kept = std::abs(s.lightness / mean - 1.0) <= 0.10;  // the same at every distance
    line[k] = {.lightness = cell(s.lightness, target.lightness, kept),
               .red = cell(s.red, target.red),
               .yellow = cell(s.yellow, target.yellow)};
    if (of != nullptr) line[k].share = cell(s.lightness / (*of)[k].lightness, target.share);
  }
  return line;
}

std::vector<MeasuredRow> measure_all(Studio& studio, const Way& way) {
  std::vector<MeasuredRow> rows;
  std::map<std::string, Shifts> done;
  std::map<int, std::array<skin::Rgb, kDistancesM.size()>> bare;
  for (const Row& row : looks_rows()) {
    const int type = row.subject.skin_type;
    if (!bare.contains(type)) {
      studio.undress(type);
      for (std::size_t k = 0; k < kDistancesM.size(); ++k)
        bare[type][k] = studio.measure(way, kDistancesM[k]);
    }
    studio.dress(row.subject);
    Shifts shifts;
    for (std::size_t k = 0; k < kDistancesM.size(); ++k)
      shifts[k] = skin::shift(bare[type][k], studio.measure(way, kDistancesM[k]) / bare[type][k]);
    rows.push_back({row.subject.name, row.target.of,
                    judge(row.target, shifts, row.target.share ? &done.at(row.target.of) : nullptr)});
    done[row.subject.name] = shifts;
  }
  return rows;
}

int outside(const std::vector<MeasuredRow>& rows) {
  int count = 0;
  for (const MeasuredRow& row : rows)
    for (const Seen& s : row.seen)
      for (const Cell& c : {s.lightness, s.red, s.yellow, s.share.value_or(Cell{})}) count += c.good ? 0 : 1;
  return count;
}

std::string verdict(int cells) {
  return cells == 0 ? "every cell lies within its target"
                    : fmt::format("{} cells outside their targets (!)", cells);
}

// Marked where it should not be.
std::string printed(const Cell& c) {
  return fmt::format("{:7.2f}{}", c.value, c.good ? ' ' : '!');
}

int print_block(Studio& studio, const Way& way) {
  fmt::print("\n{}, scale {:.0f}\n{:<22}", way.moving ? "while the camera moves" : "at rest", way.scale,
             "difference from bare");
  for (const double metres : kDistancesM) fmt::print(" {:>4.1f} m: L*    a*      b*    share ", metres);
  fmt::print("\n");
  const auto rows = measure_all(studio, way);
  for (const MeasuredRow& row : rows) {
    fmt::print("{:<22}", row.name);
    for (const Seen& s : row.seen)
      fmt::print(" {}{}{}{}", printed(s.lightness), printed(s.red), printed(s.yellow),
                 s.share ? printed(*s.share) : std::string(8, ' '));
    fmt::print("\n");
  }
  return outside(rows);
}

// Value, low and high of a target, as three cells of a line.
std::string values(const Cell& c) {
  return fmt::format(",{:.3f}", c.value) +
         (c.target ? fmt::format(",{},{}", c.target->low, c.target->high) : ",,");
}

std::string as_csv(const std::vector<MeasuredRow>& rows) {
  std::string text = "what,metres";
  for (const char* column : {"dL*", "da*", "db*", "share"})
    text += fmt::format(",{0},{0} from,{0} to", column);
  text += ",share of,within\n";
  for (const MeasuredRow& row : rows)
    for (std::size_t k = 0; k < kDistancesM.size(); ++k) {
      const Seen& s = row.seen[k];
      const bool within = s.lightness.good && s.red.good && s.yellow.good && (!s.share || s.share->good);
      text += fmt::format("\"{}\",{}{}{}{}{},\"{}\",{}\n", row.name, kDistancesM[k], values(s.lightness),
                          values(s.red), values(s.yellow), s.share ? values(*s.share) : ",,,", row.of,
                          within ? "yes" : "no");
    }
  return text;
}

}  // namespace

int print_looks() {
  auto studio = Studio::open();
  if (!studio) return 3;
  int cells = 0;
  for (const Way& way : kWays) cells += print_block(*studio, way);
  fmt::print("\n{}\n", verdict(cells));
  return cells == 0 ? 0 : 1;
}

int write_looks(const std::string& path) {
  auto studio = Studio::open();
  if (!studio) return 3;
  const auto rows = measure_all(*studio, kWays.front());
  std::ofstream file(path);
  file << as_csv(rows);
  if (!file.flush()) return fmt::print(stderr, "{} cannot be written\n", path), 3;
  fmt::print("{}: {}\n", path, verdict(outside(rows)));
  return 0;
}

}  // namespace bench
