// Where the work is, what is asked there, and the steps to it. Ranges: docs/design.md 4, docs/domain.md 5.
#include "trainer/lessons/bind.h"

namespace trainer::lessons {

using engine::scalp::BandShape;
using engine::scalp::DiscShape;
using engine::scalp::PolygonShape;

namespace {

FormatField polygon_field() {
  FormatField field = part("polygon", list(point(), 3, 500), false, "corners of the outline, edges straight");
  field.set = [](Lesson& l, std::size_t i, const Value& value) {
    PolygonShape polygon;
    assign(polygon.points, value);
    l.zones[i].shape = polygon;
  };
  field.get = [](const Lesson& l, std::size_t i) -> std::optional<Value> {
    const auto* polygon = std::get_if<PolygonShape>(&l.zones[i].shape);
    return polygon ? to_value(polygon->points) : std::nullopt;
  };
  return field;
}

FormatField disc_field() {
  FormatField field = part("disc",
                           table({part("centre", point(), true, "its middle"),
                                  part("radius_mm", number(0.3, 100, "mm"), true, "along the skin")}),
                           false, "a disc, measured on the skin");
  field.set = [](Lesson& l, std::size_t i, const Value& value) {
    DiscShape disc;
    assign(disc.centre, *value.find("centre"));
    assign(disc.radius, *value.find("radius_mm"));
    l.zones[i].shape = disc;
  };
  field.get = [](const Lesson& l, std::size_t i) -> std::optional<Value> {
    const auto* disc = std::get_if<DiscShape>(&l.zones[i].shape);
    if (!disc) return std::nullopt;
    return table_of({{"centre", {}, *to_value(disc->centre)}, {"radius_mm", {}, *to_value(disc->radius)}});
  };
  return field;
}

Type band_type() {
  return table({part("curve", list(point(), 2, 64), true, "a smooth curve through these points"),
                part("from_mm", number(0, 200, "mm"), true, "where the band begins, behind the curve"),
                part("to_mm", number(0.5, 200, "mm"), true, "where it ends")});
}

FormatField band_field() {
  FormatField field = part("band", band_type(), false,
                           "a strip behind a curve (away from the face; on a pad: up), measured on the skin");
  field.set = [](Lesson& l, std::size_t i, const Value& value) {
    BandShape band;
    assign(band.curve, *value.find("curve"));
    assign(band.from, *value.find("from_mm"));
    assign(band.to, *value.find("to_mm"));
    l.zones[i].shape = band;
  };
  field.get = [](const Lesson& l, std::size_t i) -> std::optional<Value> {
    const auto* band = std::get_if<BandShape>(&l.zones[i].shape);
    const auto curve = band ? to_value(band->curve) : std::nullopt;
    if (!curve) return std::nullopt;
    return table_of(
        {{"curve", {}, *curve}, {"from_mm", {}, *to_value(band->from)}, {"to_mm", {}, *to_value(band->to)}});
  };
  return field;
}

FormatField punctate_field() {
  FormatField field =
      part("punctate",
           table({part("polygon", list(point(), 3, 500), true, "corners of the field that they lie in"),
                  part("per_cm2", number(1, 15, "scars/cm2"), true, "how many"),
                  part("diameter_mm", number(0.5, 1.2, "mm"), true, "of each"),
                  part("seed", integer(0, 1'000'000'000), false,
                       "another number strews them differently. Left out: 1")}),
           false,
           "punctate scars, as follicular unit excision leaves them: small discs, strewn. As a target, each "
           "asks for one to three dots");
  field.set = [](Lesson& l, std::size_t i, const Value& value) {
    engine::scalp::PunctateShape scars;
    assign(scars.polygon, *value.find("polygon"));
    assign(scars.per_cm2, *value.find("per_cm2"));
    assign(scars.diameter, *value.find("diameter_mm"));
    if (const Value* seed = value.find("seed")) assign(scars.seed, *seed);
    l.zones[i].shape = scars;
  };
  field.get = [](const Lesson& l, std::size_t i) -> std::optional<Value> {
    const auto* scars = std::get_if<engine::scalp::PunctateShape>(&l.zones[i].shape);
    const auto polygon = scars ? to_value(scars->polygon) : std::nullopt;
    if (!polygon) return std::nullopt;
    return table_of({{"polygon", {}, *polygon},
                     {"per_cm2", {}, *to_value(scars->per_cm2)},
                     {"diameter_mm", {}, *to_value(scars->diameter)},
                     {"seed", {}, *to_value(scars->seed)}});
  };
  return field;
}

std::vector<FormatField> zone_fields() {
  return {bound(
              "id", id_type(), true, "its name in this file and in reports",
              [](auto& l, std::size_t i) -> auto& { return l.zones[i].id; }),
          polygon_field(), disc_field(), band_field(), punctate_field()};
}

std::vector<FormatField> tissue_fields() {
  using engine::scalp::TissueKind;
  return {named<TissueKind>(
              "kind",
              {{TissueKind::FlatScar, "flat_scar"},
               {TissueKind::RaisedScar, "raised_scar"},
               {TissueKind::SunkenScar, "sunken_scar"},
               {TissueKind::Burn, "burn"},
               {TissueKind::Keloid, "keloid"},
               {TissueKind::Mole, "mole"}},
              true,
              "what the skin is there; no needle may touch a keloid or a mole, which are no-go zones of "
              "themselves",
              [](auto& l, std::size_t i) -> auto& { return l.tissue[i].kind; }),
          bound(
              "zone", id_type(), true, "id of a zone of this file; of punctate scars the discs are meant",
              [](auto& l, std::size_t i) -> auto& { return l.tissue[i].zone; })};
}

Type gradient_type() {
  return list(table({part("to_mm", number(0.5, 100, "mm"), true, "behind the line"),
                     part("share", number(0.01, 1), true, "of the full density, up to there")}),
              1, 16);
}

FormatField painting_field() {
  FormatField field = part(
      "painting", line(200), false,
      "PNG picture of the lesson's folder, laid over the box of the zone, top up: black asks for the full "
      "density, white for none, grey for a share. Instead of a gradient");
  field.set = [](Lesson& l, std::size_t i, const Value& value) { assign(l.targets[i].painting.file, value); };
  field.get = [](const Lesson& l, std::size_t i) -> std::optional<Value> {
    const auto& file = l.targets[i].painting.file;
    return file.empty() ? std::nullopt : std::optional(value_of(file));
  };
  return field;
}

Type band_type(Type edge, const std::string& low, const std::string& high) {
  return table({part("low", edge, true, low), part("high", edge, true, high)});
}

std::vector<FormatField> target_fields() {
  return {
      bound(
          "zone", id_type(), true, "id of a zone of this file",
          [](auto& l, std::size_t i) -> auto& { return l.targets[i].zone; }),
      bound(
          "density_cm2", number(20, 200, "dots/cm2"), false, "full density",
          [](auto& l, std::size_t i) -> auto& { return l.targets[i].density_cm2; }),
      bound(
          "gradient", gradient_type(), false,
          "steps of density behind the hairline, nearest first; beyond the last the density is full. Left "
          "out: constant",
          [](auto& l, std::size_t i) -> auto& { return l.targets[i].gradient; }),
      painting_field(),
      bound(
          "depth",
          band_type(number(engine::skin::kInSkin / 1000.0, engine::skin::kThroughSkin / 1000.0),
                    "shallow edge", "deep edge"),
          false, "the right depth, as a share of the thickness of the skin there",
          [](auto& l, std::size_t i) -> auto& { return l.targets[i].depth; }),
      bound(
          "diameter", band_type(number(0.05, 1, "mm"), "smallest", "largest"), false,
          "the right size of a dot when it has healed",
          [](auto& l, std::size_t i) -> auto& { return l.targets[i].diameter; }),
      bound(
          "angle", band_type(number(20, 90, "degrees"), "most slanted", "most upright"), false,
          "how the needle stands to the skin",
          [](auto& l, std::size_t i) -> auto& { return l.targets[i].angle; }),
      bound(
          "dilution", number(0, 40, "parts of water to one of pigment"), false,
          "the right shade. Left out: what is in the cup at the start",
          [](auto& l, std::size_t i) -> auto& { return l.targets[i].dilution; }),
      bound(
          "needles", list(needle(), 1, 16), false,
          "the right ones for this zone; with another the coach speaks up. Left out: any that may be chosen",
          [](auto& l, std::size_t i) -> auto& { return l.targets[i].needles; }),
  };
}

FormatField picture_field() {
  FormatField field = part("picture", line(200), false,
                           "of theory: PNG picture of the lesson's folder, shown beside the question");
  field.set = [](Lesson& l, std::size_t i, const Value& value) {
    assign(l.steps[i].question.picture, value);
  };
  field.get = [](const Lesson& l, std::size_t i) -> std::optional<Value> {
    const auto& file = l.steps[i].question.picture;
    return file.empty() ? std::nullopt : std::optional(value_of(file));
  };
  return field;
}

// Keys that only a step of theory has; written for no other (the rules ask for those that it needs).
template <class Make>
FormatField of_theory(FormatField field, Make make) {
  field.get = [make](const Lesson& l, std::size_t i) -> std::optional<Value> {
    return l.steps[i].kind == StepKind::Theory ? make(l.steps[i].question) : std::nullopt;
  };
  return field;
}

std::vector<FormatField> question_fields() {
  return {
      picture_field(),
      of_theory(bound(
                    "answers", list(line(300), 2, 5), false, "of theory: to choose from",
                    [](auto& l, std::size_t i) -> auto& { return l.steps[i].question.answers; }),
                [](const Question& q) { return to_value(q.answers); }),
      of_theory(bound(
                    "right", integer(0, 4), false, "of theory: which of the answers is right, counted from 0",
                    [](auto& l, std::size_t i) -> auto& { return l.steps[i].question.right; }),
                [](const Question& q) { return to_value(q.right); }),
      of_theory(bound(
                    "why", prose(1, 1000), false, "of theory: why it is right, said once it is answered",
                    [](auto& l, std::size_t i) -> auto& { return l.steps[i].question.why; }),
                [](const Question& q) { return q.why.empty() ? std::nullopt : to_value(q.why); }),
      of_theory(named<Basis>(
                    "tag", {{Basis::Source, "source"}, {Basis::Judgement, "judgement"}}, false,
                    "of theory: whether the right answer is published or a judgement; the trainee sees which",
                    [](auto& l, std::size_t i) -> auto& { return l.steps[i].question.basis; }),
                [](const Question& q) {
                  return to_value(std::string(q.basis == Basis::Source ? "source" : "judgement"));
                }),
      of_theory(bound(
                    "source", line(300), false, "of theory: where it is published, or whose judgement it is",
                    [](auto& l, std::size_t i) -> auto& { return l.steps[i].question.source; }),
                [](const Question& q) { return q.source.empty() ? std::nullopt : to_value(q.source); }),
  };
}

std::vector<FormatField> step_fields() {
  std::vector<FormatField> fields = {
      named<StepKind>(
          "kind",
          {{StepKind::Brief, "brief"},
           {StepKind::Drawing, "drawing"},
           {StepKind::NeedleWork, "needle_work"},
           {StepKind::Needling, "needling"},
           {StepKind::Theory, "theory"},
           {StepKind::Healing, "healing"},
           {StepKind::Review, "review"}},
          true, "what is done in this step", [](auto& l, std::size_t i) -> auto& { return l.steps[i].kind; }),
      bound(
          "title", line(80), true, "in the bar of steps",
          [](auto& l, std::size_t i) -> auto& { return l.steps[i].title; }),
      bound(
          "text", prose(1, 1000), false,
          "what to do and what to look at, in a sentence or two; of theory: the question",
          [](auto& l, std::size_t i) -> auto& { return l.steps[i].text; }),
      bound(
          "share", number(0.05, 1), false,
          "of needle work: how much of the density shall be in the skin when this treatment session ends, "
          "what an earlier one "
          "left included. Sessions are parted by steps of healing",
          [](auto& l, std::size_t i) -> auto& { return l.steps[i].share; }),
      bound(
          "days", integer(1, 365, "days"), false, "of healing: how long",
          [](auto& l, std::size_t i) -> auto& { return l.steps[i].days; }),
  };
  for (FormatField& field : question_fields()) fields.push_back(std::move(field));
  return fields;
}

}  // namespace

void add_work(std::vector<Section>& format) {
  format.push_back({"zones",
                    true,
                    false,
                    "Places on the canvas.",
                    zone_fields(),
                    {"polygon", "disc", "band", "punctate"},
                    [](Lesson& l) { l.zones.emplace_back(); },
                    [](const Lesson& l) { return l.zones.size(); }});
  format.push_back({"tissue",
                    true,
                    false,
                    "Scars, burns and marks in the skin: they are seen, grow no hair, and take needle and "
                    "pigment in their own way.",
                    tissue_fields(),
                    {},
                    [](Lesson& l) { l.tissue.emplace_back(); },
                    [](const Lesson& l) { return l.tissue.size(); }});
  format.push_back({"targets",
                    true,
                    false,
                    "What is asked in a zone.",
                    target_fields(),
                    {},
                    [](Lesson& l) { l.targets.emplace_back(); },
                    [](const Lesson& l) { return l.targets.size(); }});
  format.push_back({"steps",
                    true,
                    true,
                    "The way through the lesson, in order.",
                    step_fields(),
                    {},
                    [](Lesson& l) { l.steps.emplace_back(); },
                    [](const Lesson& l) { return l.steps.size(); }});
}

}  // namespace trainer::lessons
