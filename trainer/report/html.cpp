#include "trainer/report/html.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

#include "trainer/report/charts.h"
#include "trainer/runner/progress.h"
#include "trainer/words/causes.h"
#include "trainer/words/counts.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"
#include "trainer/words/verdict.h"

namespace trainer::report {

using words::points_text;

namespace {

// The light theme of the program.
constexpr std::string_view kStyle = R"(
body{background:#ECE8E1;color:#1F1C19;font:15px/22px Inter,"DejaVu Sans",sans-serif;
  margin:0 auto;max-width:960px;padding:24px;font-variant-numeric:tabular-nums}
section{background:#FBFAF8;border:1px solid #D8D1C6;border-radius:12px;padding:16px 24px;margin:16px 0}
h1{font-size:28px;line-height:36px;margin:0}h2{font-size:20px;line-height:28px;margin:0 0 8px}
.total{font-size:40px;line-height:48px;font-weight:600}.note,small{color:#5F584F;fill:#5F584F;font-size:12px}
table{border-collapse:collapse;width:100%}
td,th{padding:6px 8px;border-bottom:1px solid #D8D1C6;text-align:left;vertical-align:top}
td.n,th.n{text-align:right;white-space:nowrap}
svg.map,svg.trace{width:100%;max-height:640px}svg.score{width:200px}
.zone{fill-rule:evenodd;fill:#F1EDE7;stroke:#857D72;stroke-width:1}
.in{fill:#0B7566}.light{fill:#3B4FC4}.deep{fill:#985400}.blowout{fill:#A3134F}
.pin .ring{fill:none;stroke:#8F5519;stroke-width:1.5;stroke-dasharray:4 3}
.pin .badge{fill:#8F5519}.pin text{fill:#fff;font-size:11px;text-anchor:middle}
.bar{fill:none;stroke:#1F1C19}.band{fill:#CFEBE5}.trace polyline{fill:none;stroke:#8F5519;stroke-width:1.5}
.agreed,.drawn{fill:none;stroke:#0B7566;stroke-width:2}.drawn{stroke:#8F5519;stroke-dasharray:6 4}
.track{fill:#E3DDD4}.fill{fill:#0B7566}.fill.below{fill:#985400}.tick{stroke:#1F1C19;stroke-width:2}
figure{display:inline-block;margin:8px;width:45%}img{width:100%;border-radius:8px})";

// What may stand in HTML.
template <class... Args>
std::string say(std::string_view english, const Args&... args) {
  return escape(words::say(english, args...));
}

// How the depth of the dots is known; nothing without dots.
std::string depth_source(const runner::Attempt& attempt) {
  using engine::skin::DepthSource;
  const auto any = [&](DepthSource source) {
    return std::any_of(attempt.skin.dots.begin(), attempt.skin.dots.end(),
                       [source](const auto& d) { return !d.withdrawn && d.depth_source == source; });
  };
  if (any(DepthSource::Simulated))
    return any(DepthSource::Measured) ? words::say("depth measured by pen, in part simulated from press time")
                                      : words::say("depth simulated from press time");
  if (any(DepthSource::Measured)) return words::say("depth measured by pen");
  return any(DepthSource::Unknown) ? words::say("depth not known") : "";
}

std::string head(const runner::Attempt& attempt, const assessment::Assessment& a, const ReportInput& input) {
  const auto& lesson = attempt.site->lesson();
  const auto progress = runner::progress(attempt);
  const std::string salvaged =
      input.salvaged ? fmt::format("<p><strong>{}</strong> {}</p>", say("Salvaged"),
                                   say("The record is damaged; this is its longest valid part."))
                     : "";
  const std::string note = words::side_by_side(
      {words::say("Pass mark {}", points_text(lesson.rubric.pass)),
       words::dots_of_about(static_cast<std::size_t>(progress.placed), static_cast<std::size_t>(a.asked),
                            static_cast<std::size_t>(progress.outside)),
       depth_source(attempt)});
  return fmt::format(
      "<section><small>{}</small><h1>{}</h1><p class=\"total\">{}</p><p>{}</p>{}<p "
      "class=\"note\">{}</p></section>",
      escape(input.record), escape(lesson.title), a.total ? points_text(*a.total) : words::say("no total"),
      escape(words::verdict(*attempt.site, a)), salvaged, escape(note));
}

std::string criteria(const runner::Attempt& attempt, const assessment::Assessment& a) {
  std::string rows;
  for (const auto& c : a.criteria)
    rows += fmt::format("<tr><td>{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}{}</td></tr>",
                        escape(words::label(c.id)),
                        c.score ? score_bar(*c.score, attempt.site->lesson().rubric.pass) : "",
                        c.score ? points_text(*c.score) : say("not judged"), c.weight,
                        c.simulated ? " <small>" + say("a third: simulated depth") + "</small>" : "");
  for (const auto& c : a.critical)
    rows += fmt::format("<tr><td colspan=\"3\">{} {}</td><td class=\"n\">{}</td></tr>", c.passed ? "✓" : "■",
                        escape(words::detail(c)), c.passed ? say("met") : say("not met"));
  return fmt::format(
      "<section><h2>{}</h2><table><tr><th>{}</th><th>{}</th><th class=\"n\">{}</th><th "
      "class=\"n\">{}</th></tr>{}</table></section>",
      say("Criteria"), say("Skill"), say("Line = pass"), say("Points"), say("Weight"), rows);
}

std::string ledger_row(const assessment::Site& site, const assessment::Assessment& a,
                       const assessment::Assessment::Listed& listed) {
  const auto& l = *listed.line;
  const words::CauseWords said = words::of(l, site, a);
  return fmt::format(
      "<tr><td>{}</td><td>{}<br><small>{}</small></td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
      l.is_critical() ? "■"
      : l.weakest()   ? "↓"
                      : std::to_string(listed.number),
      escape(said.cause), escape(said.advice), l.gain > 0 ? "+" + points_text(l.gain) : "",
      l.is_critical() ? say("critical")
      : l.points == 0 ? ""
                      : points_text(l.points));
}

std::string ledger(const assessment::Site& site, const assessment::Assessment& a) {
  std::string rows;
  for (const auto& listed : a.listed()) rows += ledger_row(site, a, listed);
  const auto section = [](const std::string& title, const std::string& body) {
    return fmt::format("<section><h2>{}</h2>{}</section>", title, body);
  };
  if (!a.total)
    return rows.empty() ? "" : section(say("What can be said so far"), "<table>" + rows + "</table>");
  if (rows.empty()) return section(say("No points were lost"), "");
  return section(
      say("Where {} points went", points_text(10000 - *a.total)),
      fmt::format("<table><tr><th></th><th>{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th></tr>{}"
                  "<tr><td></td><td><strong>{}</strong></td><td></td><td "
                  "class=\"n\"><strong>{}</strong></td></tr></table>",
                  say("Cause"), say("If put right"), say("Points"), rows, say("Total"),
                  points_text(*a.total)));
}

std::string maps(const runner::Attempt& attempt, const assessment::Assessment& a) {
  const auto note = [](const std::string& text) { return "<p class=\"note\">" + text + "</p>"; };
  constexpr const char* kApart = " &nbsp; ";
  std::string out = "<section><h2>" + say("The work") + "</h2>" +
                    note(say("● in band") + kApart + say("▼ too light") + kApart + say("▲ deep") + kApart +
                         say("■ blown out") + kApart + say("dashed ring: a line of the table above"));
  if (!attempt.site->hairline().empty())
    out += note(say("Solid line: the hairline that was agreed; dashed: the one that was drawn."));
  for (std::size_t i = 0; i < attempt.site->targets().size(); ++i) out += dot_map(attempt, a, i);
  return out + "</section><section><h2>" + say("Depth, dot by dot") + "</h2>" + depth_trace(attempt) +
         "</section>";
}

std::string data_uri(const std::vector<std::uint8_t>& png) {
  std::string text(sodium_base64_encoded_len(png.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), png.data(), png.size(), sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the terminator
  return "data:image/png;base64," + text;
}

std::string pictures(const ReportInput& input) {
  if (input.pictures.empty()) return "";
  std::string out = "<section><h2>" + say("Pictures") + "</h2>";
  for (const auto& p : input.pictures)
    out += fmt::format("<figure><img src=\"{}\" alt=\"{}\"><figcaption>{}</figcaption></figure>",
                       data_uri(p.png), escape(p.caption), escape(p.caption));
  return out + "</section>";
}

}  // namespace

std::string html_report(const runner::Attempt& attempt, const assessment::Assessment& a,
                        const ReportInput& input) {
  return fmt::format(
      "<!doctype html><html lang=\"en\"><head><meta "
      "charset=\"utf-8\"><title>{}</title><style>{}</style></head><body>{}{}{}{}{}"
      "<p class=\"note\">{}<br>{}</p></body></html>\n",
      escape(attempt.site->lesson().title), kStyle, head(attempt, a, input), criteria(attempt, a),
      ledger(*attempt.site, a), maps(attempt, a), pictures(input),
      say("Lesson {} · score {}", input.lesson_hash, input.digest),
      say("Practice here does not make anyone competent on a living client."));
}

}  // namespace trainer::report
