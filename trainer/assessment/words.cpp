#include "trainer/assessment/words.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdlib>

namespace trainer::assessment {

using engine::scoring::Cause;
using engine::scoring::CriterionId;

namespace {

struct Phrase {
  std::string_view id;
  std::string_view one;   // a single dot or place
  std::string_view many;  // {} is the count of dots
  std::string_view advice;
  std::string_view pen = {};  // the advice where a pen measured the depth; empty: the same
};

// Sentences say what and where; the advice says what to do. Causes without dots use `one`.
constexpr std::array kPhrases = {
    Phrase{"too_sparse", "The field is thinner than asked.", "The field is thinner than asked.",
           "Come back for the open places before you finish."},
    Phrase{"too_dense", "The field is denser than asked.",
           "The field is denser than asked, by about {} dots.",
           "Leave a little more skin between dots; you can add later, you cannot take away."},
    Phrase{"uneven", "Some parts are fuller than others.", "Some parts are fuller than others.",
           "Slow down where it crowds; keep the ring clear everywhere."},
    Phrase{"too_even", "The spacing is almost mechanical.", "The spacing is almost mechanical.",
           "Let the triangles vary a little; hair does."},
    Phrase{"clumps", "One dot touches an earlier one.", "{} dots sit on or against an earlier one.",
           "Lift fully, look, and keep the inner ring clear before you press."},
    Phrase{"over_old_dot", "One dot sits on a dot of an earlier treatment session.",
           "{} dots sit on dots of an earlier treatment session.",
           "Look for what has healed before you press: new dots belong into the gaps between."},
    Phrase{"gaps", "There is a hole in the field.", "There are holes in the field.",
           "Fill the open place before you move to the next patch."},
    Phrase{"rows", "Dots stand in rows here.", "{} dots stand in rows here.",
           "Turn each new triangle; look for lines of three."},
    Phrase{"grid", "The pattern repeats like a grid.", "{} dots repeat like a grid.",
           "Turn each new triangle; never measure the next dot off a line."},
    Phrase{"too_deep", "One dot sits too deep.", "{} dots sit too deep.",
           "Lift a little earlier; aim for the middle of the band on this skin.",
           "Press more lightly; aim for the middle of the band on this skin."},
    Phrase{"too_shallow", "One dot is too light.", "{} dots are too light; they will fade within a year.",
           "Hold the skin taut and stay a touch longer.", "Hold the skin taut and press a touch harder."},
    Phrase{"depth_spread", "Depth varies from dot to dot.", "Depth varies from dot to dot.",
           "Find one rhythm and keep it; the tick marks the band.",
           "Find one pressure and keep it; the tick marks the band."},
    Phrase{"depth_drift", "Depth drifts from the first dots to the last.",
           "Depth drifts from the first dots to the last.",
           "Shake the hand out now and then; check the depth bar every few dots."},
    Phrase{"too_high", "The line sits higher than agreed.", "The line sits higher than agreed.",
           "Measure from the brow again before you draw."},
    Phrase{"too_low", "The line sits lower than agreed.", "The line sits lower than agreed.",
           "Raise it; a low line looks drawn on."},
    Phrase{"too_straight", "The edge is ruler-straight.", "The edge is ruler-straight.",
           "Let it wander by a millimetre or two."},
    Phrase{"asymmetric", "Left and right do not match.", "Left and right do not match.",
           "Check from the front and in the mirror view."},
    Phrase{"off_line", "The line leaves the agreed template.", "The line leaves the agreed template.",
           "Follow the pencilled line; correct in short strokes."},
    Phrase{"wrong_direction", "The line turns away from the template.",
           "The line turns away from the template.", "Draw with the arm, in longer strokes."},
    Phrase{"nothing_drawn", "No hairline was drawn.", "No hairline was drawn.",
           "Draw the agreed line first."},
    Phrase{"front_too_dense", "The front is denser than asked.",
           "The front is denser than asked, among these {} dots.",
           "Start sparse at the front and let it fill towards the back."},
    Phrase{"front_too_sparse", "The front is thinner than asked.", "The front is thinner than asked.",
           "Bring the density forward step by step; the front still needs its single dots."},
    Phrase{"hard_edge", "The front begins at once, like an edge.",
           "The front begins at once, like an edge, at these {} dots.",
           "Scatter single dots over the line and let the density rise behind it."},
    Phrase{"edge_too_wide", "The front thins out over too long a way.",
           "The front thins out over too long a way.",
           "Reach the full density where the template asks for it."},
    Phrase{"too_small", "One dot is too small to read as a hair.", "{} dots are too small to read as hairs.",
           "Stay a touch longer, or take the needle that the zone asks for.",
           "Press a touch harder, or take the needle that the zone asks for."},
    Phrase{"too_large", "One dot is too large.", "{} dots are too large; they read as ink, not as hair.",
           "Lift sooner and hold the needle square to the skin.",
           "Press more lightly and hold the needle square to the skin."},
    Phrase{"too_slanted", "The needle was held too flat for one dot.",
           "The needle was held too flat for {} dots.",
           "Bring the elbow up until the needle stands square on the skin."},
    Phrase{"too_steep", "The needle stood too upright for one dot.",
           "The needle stood too upright for {} dots.", "Lay the needle back as the lesson asks."},
    Phrase{"too_dark", "One dot is darker than asked.", "{} dots are darker than asked.",
           "Add water; one can darken in the next session, never lighten."},
    Phrase{"too_light", "One dot is lighter than asked.", "{} dots are lighter than asked.",
           "Mix one step stronger; look at the swatch on the skin before you begin."},
    Phrase{"spacing_changed", "The spacing changed from the first third to the last.",
           "The spacing changed from the first third to the last, these {} dots.",
           "Stop and look back after every patch; match what is there."},
    Phrase{"depth_changed", "The depth changed from the first third to the last.",
           "The depth changed from the first third to the last, these {} dots.",
           "Rest the hand; a tired hand presses."},
    Phrase{"outside", "One dot lies outside the field.", "{} dots lie outside the field.",
           "Find the edge of the template before you work along it."},
    Phrase{"on_hair", "One dot lies on a hair.", "{} dots lie on hairs.",
           "Work between the hairs: a dot on a follicle blurs it and fills nothing."},
    Phrase{"bare_scars", "Some scars have no dot in them yet.", "Some scars have no dot in them yet.",
           "Go through the field row by row; every pale disc needs one to three dots."},
    Phrase{"crowded_scars", "One dot is too many in its scar.", "{} dots are too many for their scars.",
           "One to three dots hide a small scar; more make a dark spot."},
    Phrase{"ringed_scars", "One dot too many stands on the rim of its scar.",
           "{} dots draw rings round their scars.",
           "Set the dots inside, off the middle; a ring shows the scar that it should hide."},
    Phrase{"beside_scars", "One dot misses its scar.", "{} dots miss their scars.",
           "Bring the needle over the pale disc before you lower it."},
    Phrase{"forbidden", "One dot lies where no needle may go.", "{} dots lie where no needle may go.",
           "Cover or mark such places before you begin."},
};

constexpr Phrase kUnknown{"", "Points were lost here.", "Points were lost here, at {} dots.",
                          "Look at the marked place."};

const Phrase& phrase(std::string_view id) {
  for (const Phrase& p : kPhrases)
    if (p.id == id) return p;
  return kUnknown;
}

// What holds the total down, with its verb.
std::string subject(CriterionId criterion) {
  switch (criterion) {
    case CriterionId::Clumps:
      return "Clumps hold";
    case CriterionId::Gaps:
      return "Gaps hold";
    case CriterionId::Naturalness:
      return "Repetition holds";
    default:
      return std::string(label(criterion)) + " holds";
  }
}

}  // namespace

Mends mends(std::span<const engine::skin::Dot> dots, std::span<const std::uint32_t> named) {
  std::size_t all = 0, measured = 0;
  const auto count = [&](const engine::skin::Dot& dot) {
    ++all;
    measured += dot.depth_source == engine::skin::DepthSource::Measured ? 1 : 0;
  };
  for (const auto number : named)
    if (number < dots.size()) count(dots[number]);
  if (named.empty())
    for (const auto& dot : dots)
      if (!dot.withdrawn) count(dot);
  return 2 * measured > all ? Mends::Pressure : Mends::Time;
}

CauseWords words_for(CriterionId, const Cause& cause, Mends mends) {
  const Phrase& p = phrase(cause.id);
  const std::string what =
      cause.guilty() > 1 ? fmt::format(fmt::runtime(p.many), cause.guilty()) : std::string(p.one);
  return {what, std::string(mends == Mends::Pressure && !p.pen.empty() ? p.pen : p.advice)};
}

CauseWords words_for_question(std::size_t number, const lessons::Step& asked, bool unanswered) {
  const auto& question = asked.question;
  const auto right = static_cast<std::size_t>(question.right);
  const std::string answer = right < question.answers.size() ? question.answers[right] : std::string();
  const bool stops = answer.ends_with('.') || answer.ends_with('!') || answer.ends_with('?');
  return {fmt::format("Question {} was {}: {}", number + 1, unanswered ? "left open" : "answered wrongly",
                      asked.text),
          fmt::format("Right: {}{} {}", answer, stops ? "" : ".", question.why)};
}

std::string in_session(std::size_t session, const std::string& sentence) {
  return fmt::format("Treatment session {}: {}", session + 1, sentence);
}

CauseWords weakest_words(CriterionId criterion) {
  if (criterion == CriterionId::Theory)
    return {"Theory holds the total down.",
            "Read what each missed question says, then take the lesson again."};
  return {fmt::format("{} the total down.", subject(criterion)), "This is the skill to practise first."};
}

std::string critical_advice(std::string_view id, Mends mends) {
  if (id == "blowout")
    return std::string(mends == Mends::Pressure ? "Press much more lightly" : "Lift much sooner") +
           "; ink that spreads under the skin cannot be taken back.";
  if (id == "outside_zone") return "Find the edge of the template before you work along it.";
  if (id == "below_hairline") return "Keep behind the line; a low line looks drawn on.";
  if (id == "needled")
    return "Run the dry needle over the whole scar, line beside line, and watch the depth; then let it heal.";
  if (id == "no_go") return "Cover or mark such places before you begin.";
  if (id == "wrong_answers") return "Read what the answers say before you take the next client.";
  return {};
}

std::string_view label(CriterionId criterion) {
  constexpr std::array<std::string_view, engine::scoring::kCriterionCount> kLabels = {
      "Density",  "Evenness", "No clumps", "No gaps",   "No rows", "Feathering", "Hairline", "Depth",
      "Dot size", "Shade",    "Angle",     "Placement", "Pace",    "Blending",   "Theory"};
  return kLabels[static_cast<std::size_t>(criterion)];
}

std::string points_text(int hundredths) {
  const int size = std::abs(hundredths);
  return fmt::format("{}{}.{:02}", hundredths < 0 ? "\u2212" : "", size / 100, size % 100);
}

}  // namespace trainer::assessment
