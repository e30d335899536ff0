#include "trainer/words/causes.h"

#include <algorithm>
#include <array>

#include "engine/skin/machine.h"
#include "trainer/words/counts.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"
#include "trainer/words/verdict.h"

namespace trainer::words {

using assessment::CriticalResult;
using assessment::EquipmentFault;
using assessment::LedgerLine;
using assessment::Mends;
using engine::scoring::CauseId;
using engine::scoring::CriterionId;
using engine::scoring::CriticalId;

namespace {

struct Phrase {
  CauseId id;
  Counted said;  // dots or places; alike: it counts nothing
  Text advice;
  Text pen = {};  // the advice where a pen measured the depth; empty: the same
};

// Sentences say what and where; the advice says what to do. Causes without dots use `one`.
constexpr std::array kPhrases = {
    Phrase{CauseId::TooSparse,
           Counted("The field is thinner than asked.", "The field is thinner than asked."),
           Text("Come back for the open places before you finish.")},
    Phrase{CauseId::TooDense,
           Counted("The field is denser than asked.", "The field is denser than asked, by about {} dots."),
           Text("Leave a little more skin between dots; you can add later, you cannot take away.")},
    Phrase{CauseId::Uneven,
           Counted("Some parts are fuller than others.", "Some parts are fuller than others."),
           Text("Slow down where it crowds; keep the ring clear everywhere.")},
    Phrase{CauseId::TooEven,
           Counted("The spacing is almost mechanical.", "The spacing is almost mechanical."),
           Text("Let the triangles vary a little; hair does.")},
    Phrase{CauseId::Clumps,
           Counted("One dot touches an earlier one.", "{} dots sit on or against an earlier one."),
           Text("Lift fully, look, and keep the inner ring clear before you press.")},
    Phrase{CauseId::OverOldDot,
           Counted("One dot sits on a dot of an earlier treatment session.",
                   "{} dots sit on dots of an earlier treatment session."),
           Text("Look for what has healed before you press: new dots belong into the gaps between.")},
    Phrase{CauseId::Gaps, Counted("There is a hole in the field.", "There are holes in the field."),
           Text("Fill the open place before you move to the next patch.")},
    Phrase{CauseId::Rows, Counted("Dots stand in rows here.", "{} dots stand in rows here."),
           Text("Turn each new triangle; look for lines of three.")},
    Phrase{CauseId::Grid, Counted("The pattern repeats like a grid.", "{} dots repeat like a grid."),
           Text("Turn each new triangle; never measure the next dot off a line.")},
    Phrase{CauseId::TooDeep, Counted("One dot sits too deep.", "{} dots sit too deep."),
           Text("Lift a little earlier; aim for the middle of the band on this skin."),
           Text("Press more lightly; aim for the middle of the band on this skin.")},
    Phrase{CauseId::TooShallow,
           Counted("One dot is too light.", "{} dots are too light; they will fade within a year."),
           Text("Hold the skin taut and stay a touch longer."),
           Text("Hold the skin taut and press a touch harder.")},
    Phrase{CauseId::DepthSpread, Counted("Depth varies from dot to dot.", "Depth varies from dot to dot."),
           Text("Find one rhythm and keep it; the tick marks the band."),
           Text("Find one pressure and keep it; the tick marks the band.")},
    Phrase{CauseId::DepthDrift,
           Counted("Depth drifts from the first dots to the last.",
                   "Depth drifts from the first dots to the last."),
           Text("Shake the hand out now and then; check the depth bar every few dots.")},
    Phrase{CauseId::TooHigh,
           Counted("The line sits higher than agreed.", "The line sits higher than agreed."),
           Text("Measure from the brow again before you draw.")},
    Phrase{CauseId::TooLow, Counted("The line sits lower than agreed.", "The line sits lower than agreed."),
           Text("Raise it; a low line looks drawn on.")},
    Phrase{CauseId::TooStraight, Counted("The edge is ruler-straight.", "The edge is ruler-straight."),
           Text("Let it wander by a millimetre or two.")},
    Phrase{CauseId::Asymmetric, Counted("Left and right do not match.", "Left and right do not match."),
           Text("Check from the front and in the mirror view.")},
    Phrase{CauseId::OffLine,
           Counted("The line leaves the agreed template.", "The line leaves the agreed template."),
           Text("Follow the pencilled line; correct in short strokes.")},
    Phrase{CauseId::WrongDirection,
           Counted("The line turns away from the template.", "The line turns away from the template."),
           Text("Draw with the arm, in longer strokes.")},
    Phrase{CauseId::NothingDrawn, Counted("No hairline was drawn.", "No hairline was drawn."),
           Text("Draw the agreed line first.")},
    Phrase{CauseId::FrontTooDense,
           Counted("The front is denser than asked.", "The front is denser than asked, among these {} dots."),
           Text("Start sparse at the front and let it fill towards the back.")},
    Phrase{CauseId::FrontTooSparse,
           Counted("The front is thinner than asked.", "The front is thinner than asked."),
           Text("Bring the density forward step by step; the front still needs its single dots.")},
    Phrase{CauseId::HardEdge,
           Counted("The front begins at once, like an edge.",
                   "The front begins at once, like an edge, at these {} dots."),
           Text("Scatter single dots over the line and let the density rise behind it.")},
    Phrase{CauseId::EdgeTooWide,
           Counted("The front thins out over too long a way.", "The front thins out over too long a way."),
           Text("Reach the full density where the template asks for it.")},
    Phrase{CauseId::TooSmall,
           Counted("One dot is too small to read as a hair.", "{} dots are too small to read as hairs."),
           Text("Stay a touch longer, or take the needle that the zone asks for."),
           Text("Press a touch harder, or take the needle that the zone asks for.")},
    Phrase{CauseId::TooLarge,
           Counted("One dot is too large.", "{} dots are too large; they read as ink, not as hair."),
           Text("Lift sooner and hold the needle square to the skin."),
           Text("Press more lightly and hold the needle square to the skin.")},
    Phrase{CauseId::TooSlanted,
           Counted("The needle was held too flat for one dot.", "The needle was held too flat for {} dots."),
           Text("Bring the elbow up until the needle stands square on the skin.")},
    Phrase{CauseId::TooSteep,
           Counted("The needle stood too upright for one dot.", "The needle stood too upright for {} dots."),
           Text("Lay the needle back as the lesson asks.")},
    Phrase{CauseId::TooDark, Counted("One dot is darker than asked.", "{} dots are darker than asked."),
           Text("Add water; one can darken in the next session, never lighten.")},
    Phrase{CauseId::TooLight, Counted("One dot is lighter than asked.", "{} dots are lighter than asked."),
           Text("Mix one step stronger; look at the swatch on the skin before you begin.")},
    Phrase{CauseId::SpacingChanged,
           Counted("The spacing changed from the first third to the last.",
                   "The spacing changed from the first third to the last, these {} dots."),
           Text("Stop and look back after every patch; match what is there.")},
    Phrase{CauseId::DepthChanged,
           Counted("The depth changed from the first third to the last.",
                   "The depth changed from the first third to the last, these {} dots."),
           Text("Rest the hand; a tired hand presses.")},
    Phrase{CauseId::Outside, Counted("One dot lies outside the field.", "{} dots lie outside the field."),
           Text("Find the edge of the template before you work along it.")},
    Phrase{CauseId::OnHair, Counted("One dot lies on a hair.", "{} dots lie on hairs."),
           Text("Work between the hairs: a dot on a follicle blurs it and fills nothing.")},
    Phrase{CauseId::BareScars,
           Counted("Some scars have no dot in them yet.", "Some scars have no dot in them yet."),
           Text("Go through the field row by row; every pale disc needs one to three dots.")},
    Phrase{CauseId::CrowdedScars,
           Counted("One dot is too many in its scar.", "{} dots are too many for their scars."),
           Text("One to three dots hide a small scar; more make a dark spot.")},
    Phrase{
        CauseId::RingedScars,
        Counted("One dot too many stands on the rim of its scar.", "{} dots draw rings round their scars."),
        Text("Set the dots inside, off the middle; a ring shows the scar that it should hide.")},
    Phrase{CauseId::BesideScars, Counted("One dot misses its scar.", "{} dots miss their scars."),
           Text("Bring the needle over the pale disc before you lower it.")},
    Phrase{CauseId::Forbidden,
           Counted("One dot lies where no needle may go.", "{} dots lie where no needle may go."),
           Text("Cover or mark such places before you begin.")},
};

constexpr Phrase kUnknown{CauseId::Unknown,
                          Counted("Points were lost here.", "Points were lost here, at {} dots."),
                          Text("Look at the marked place.")};

const Phrase& phrase(CauseId id) {
  const auto found =
      std::find_if(kPhrases.begin(), kPhrases.end(), [&](const Phrase& p) { return p.id == id; });
  return found == kPhrases.end() ? kUnknown : *found;
}

CauseWords of_equipment(const LedgerLine& line, const EquipmentFault& fault, const lessons::Target& target) {
  const std::size_t n = std::max<std::size_t>(1, line.guilty);
  switch (fault.kind) {
    case EquipmentFault::Kind::SlackSkin:
      return {dots_light_on_slack_skin(n), say("Stretch the skin until it no longer gives way, then press.")};
    case EquipmentFault::Kind::OutOfReach:
      return {dots_light_out_of_reach(n),
              say("It came {:.2f} mm deep at most, the band begins at {:.2f}. Set it out to {:g} to {:g} mm.",
                  fault.reach_um / 1000.0, fault.edge_um / 1000.0, engine::skin::kUsualSetLow / 1000.0,
                  engine::skin::kUsualSetHigh / 1000.0)};
    case EquipmentFault::Kind::WrongNeedle:
      break;
  }
  const std::string needle = engine::skin::to_string(fault.needle);
  return {line.cause == CauseId::TooLarge ? dots_too_large_by(n, needle) : dots_too_small_by(n, needle),
          say("Change to {} before you work here.",
              target.needles.empty() ? std::string() : target.needles.front())};
}

CauseWords of_question(const LedgerLine& line, const assessment::Site& site) {
  const auto& asked = site.question(*line.question);
  const auto& question = asked.question;
  const auto right = static_cast<std::size_t>(question.right);
  const std::string answer = right < question.answers.size() ? question.answers[right] : std::string();
  const bool stops = answer.ends_with('.') || answer.ends_with('!') || answer.ends_with('?');
  const std::size_t number = *line.question + 1;
  return {line.cause == CauseId::NoAnswer ? say("Question {} was left open: {}", number, asked.text)
                                          : say("Question {} was answered wrongly: {}", number, asked.text),
          stops ? say("Right: {} {}", answer, question.why) : say("Right: {}. {}", answer, question.why)};
}

CauseWords of_loss(const LedgerLine& line, const assessment::Site& site) {
  if (line.question) return of_question(line, site);
  if (line.equipment) return of_equipment(line, *line.equipment, site.targets()[line.target].target);
  const Phrase& p = phrase(line.cause);
  const bool pen = line.mends == Mends::Pressure && !p.pen.english.empty();
  return {
      p.said.one == p.said.many ? say(p.said.one) : counted(p.said, std::max<std::size_t>(1, line.guilty)),
      say(pen ? p.pen : p.advice)};
}

// What holds the total down.
Text holds_down(CriterionId criterion) {
  constexpr std::array<Text, engine::scoring::kCriterionCount> kSentences = {
      Text("Density holds the total down."),    Text("Evenness holds the total down."),
      Text("Clumps hold the total down."),      Text("Gaps hold the total down."),
      Text("Repetition holds the total down."), Text("Feathering holds the total down."),
      Text("Hairline holds the total down."),   Text("Depth holds the total down."),
      Text("Dot size holds the total down."),   Text("Shade holds the total down."),
      Text("Angle holds the total down."),      Text("Placement holds the total down."),
      Text("Pace holds the total down."),       Text("Blending holds the total down."),
      Text("Theory holds the total down.")};
  return kSentences[static_cast<std::size_t>(criterion)];
}

CauseWords of_weakest(const LedgerLine& line, const assessment::Site& site) {
  const std::string sentence = say(holds_down(*line.criterion));
  if (line.criterion == CriterionId::Theory)
    return {sentence, say("Read what each missed question says, then take the lesson again.")};
  // Without a cause of its own there is nothing to say but that.
  if (line.cause == CauseId::Unknown && !line.at)
    return {sentence, say("This is the skill to practise first.")};
  return {sentence, of_loss(line, site).advice};
}

std::string critical_advice(CriticalId id, Mends mends) {
  switch (id) {
    case CriticalId::Blowout:
      return mends == Mends::Pressure
                 ? say("Press much more lightly; ink that spreads under the skin cannot be taken back.")
                 : say("Lift much sooner; ink that spreads under the skin cannot be taken back.");
    case CriticalId::OutsideZone:
      return say("Find the edge of the template before you work along it.");
    case CriticalId::BelowHairline:
      return say("Keep behind the line; a low line looks drawn on.");
    case CriticalId::Needled:
      return say(
          "Run the dry needle over the whole scar, line beside line, and watch the depth; then let it heal.");
    case CriticalId::NoGo:
      return say("Cover or mark such places before you begin.");
    case CriticalId::WrongAnswers:
      return say("Read what the answers say before you take the next client.");
  }
  return {};
}

std::string needled(const CriticalResult& c) {
  const std::string share = say("{:.0f} % of the scar was needled at the right depth (at least {:.0f} %).",
                                100 * c.value, 100 * c.limit);
  if (c.too_deep * 10 > c.marks) return together({share, marks_through_skin(c.too_deep, c.marks)});
  if (c.too_shallow * 4 > c.marks) return together({share, marks_too_shallow(c.too_shallow, c.marks)});
  return share;
}

}  // namespace

std::string detail(const CriticalResult& c) {
  switch (c.id) {
    case CriticalId::Blowout:
      return dots_blown_out(c.count, c.of, 100 * c.value, 100 * c.limit);
    case CriticalId::OutsideZone:
      return dots_outside_zone(c.count, c.of, 100 * c.value, 100 * c.limit);
    case CriticalId::BelowHairline:
      return say("The foremost dot lies {:.1f} mm in front of the line (at most {:.1f} mm).", c.value,
                 c.limit);
    case CriticalId::NoGo:
      return dots_forbidden(c.count, c.limit);
    case CriticalId::WrongAnswers:
      return answers_wrong(c.count, c.of, c.limit);
    case CriticalId::Needled:
      return needled(c);
  }
  return {};
}

CauseWords of(const LedgerLine& line, const assessment::Site& site,
              const assessment::Assessment& assessment) {
  if (line.is_critical()) {
    const auto result = std::find_if(assessment.critical.begin(), assessment.critical.end(),
                                     [&](const CriticalResult& c) { return c.id == line.critical; });
    return {result != assessment.critical.end() ? detail(*result) : std::string(),
            critical_advice(*line.critical, line.mends)};
  }
  if (line.weakest()) return of_weakest(line, site);
  CauseWords words = of_loss(line, site);
  if (line.session) words.cause = say("Treatment session {}: {}", *line.session + 1, words.cause);
  return words;
}

}  // namespace trainer::words
