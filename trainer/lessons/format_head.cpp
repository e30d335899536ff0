// The file itself, its canvas and what lies on the tray. Ranges: docs/domain.md 2 and 4, machine.h.
#include "engine/scalp/hair_loss.h"
#include "engine/scalp/head_shape.h"
#include "trainer/lessons/bind.h"

namespace trainer::lessons {

using engine::scalp::Aftercare;
using engine::scalp::Client;
using engine::scalp::Pad;
using engine::scalp::Sex;
using engine::scalp::SkinKind;
using engine::scalp::Sun;
using engine::scalp::Undertone;

namespace {

const std::vector<std::string> kCues{"template",     "midline",   "landmarks",   "thirds",
                                     "spacing_ring", "depth_bar", "density_map", "depth_map",
                                     "rows",         "next_dot",  "expert_ghost"};

std::vector<FormatField> head_fields() {
  return {
      bound(
          "id", id_type(), true, "the name of the lesson in commands and records; never changes",
          [](auto& l, std::size_t) -> auto& { return l.id; }),
      bound(
          "version", integer(1, 1'000'000), false, "raise it whenever the lesson changes",
          [](auto& l, std::size_t) -> auto& { return l.version; }),
      bound(
          "title", line(80), true, "what the trainee reads first",
          [](auto& l, std::size_t) -> auto& { return l.title; }),
      bound(
          "summary", prose(1, 400), true, "one or two sentences for the lesson card",
          [](auto& l, std::size_t) -> auto& { return l.summary; }),
      bound(
          "objectives", list(line(200), 1, 12), true, "what the trainee can do afterwards, one a line",
          [](auto& l, std::size_t) -> auto& { return l.objectives; }),
      bound(
          "treatment", choice({"practice", "shaved_look", "density", "scar_camouflage"}), true,
          "the kind of work", [](auto& l, std::size_t) -> auto& { return l.treatment; }),
      bound(
          "module", integer(1, 14), true, "of the course",
          [](auto& l, std::size_t) -> auto& { return l.module; }),
      bound(
          "practical", boolean(), false, "whether dots are placed; a practical lesson has targets",
          [](auto& l, std::size_t) -> auto& { return l.practical; }),
      bound(
          "no_go", list(id_type(), 1, 16), false, "ids of zones that no needle may touch",
          [](auto& l, std::size_t) -> auto& { return l.no_go; }),
      bound(
          "cues", list(choice(kCues), 1, 16), false,
          "help that the trainee may switch on while working; using one is recorded. Left out: none",
          [](auto& l, std::size_t) -> auto& { return l.cues; }),
      named<Needed>(
          "device", {{Needed::Any, "any"}, {Needed::Pen, "pen"}}, false,
          "what must be in the hand. pen: depth and angle are to be measured, so what tells no pressure sets "
          "no dot. Left out: any",
          [](auto& l, std::size_t) -> auto& { return l.device; }),
      bound(
          "undo", boolean(), false, "whether dots may be taken back",
          [](auto& l, std::size_t) -> auto& { return l.undo_allowed; }),
      bound(
          "time_limit_s", integer(30, 14'400, "s"), false, "the work ends after so long. Left out: no limit",
          [](auto& l, std::size_t) -> auto& { return l.time_limit_s; }),
      bound(
          "hairline", list(point(), 2, 64), false,
          "the agreed line, a smooth curve through these points from the client's right to left. Gradients "
          "and "
          "the criteria hairline and feathering need it",
          [](auto& l, std::size_t) -> auto& { return l.hairline; }),
  };
}

auto& pad_of(Lesson& l) {
  return std::get<Pad>(l.canvas);
}
const auto& pad_of(const Lesson& l) {
  return std::get<Pad>(l.canvas);
}
auto& client_of(Lesson& l) {
  return std::get<Client>(l.canvas);
}
const auto& client_of(const Lesson& l) {
  return std::get<Client>(l.canvas);
}

std::vector<FormatField> pad_fields() {
  return {
      bound(
          "width_mm", number(10, 200, "mm"), false, "from its left edge to its right",
          [](auto& l, std::size_t) -> auto& { return pad_of(l).width; }),
      bound(
          "height_mm", number(10, 200, "mm"), false, "from its lower edge to its upper",
          [](auto& l, std::size_t) -> auto& { return pad_of(l).height; }),
      bound(
          "skin_thickness_mm", number(0.5, 3, "mm"), false,
          "epidermis and dermis; sets the depth that is right",
          [](auto& l, std::size_t) -> auto& { return pad_of(l).skin_thickness; }),
      bound(
          "hair_cm2", number(0, 100, "follicular units per cm2"), false,
          "hair that is there already; a target asks for it and the dots together",
          [](auto& l, std::size_t) -> auto& { return pad_of(l).hair; }),
      bound(
          "seed", integer(0, 9007199254740992.0), false, "varies the hair",
          [](auto& l, std::size_t) -> auto& { return pad_of(l).seed; }),
  };
}

std::vector<FormatField> client_fields() {
  return {
      named<Sex>(
          "sex", {{Sex::Male, "male"}, {Sex::Female, "female"}}, false, "of the client",
          [](auto& l, std::size_t) -> auto& { return client_of(l).sex; }),
      bound(
          "age", integer(18, 90, "years"), false, "sets the height of the line that suits",
          [](auto& l, std::size_t) -> auto& { return client_of(l).age; }),
      bound(
          "head_shape", choice(engine::scalp::head_shape_names()), false, "a preset of the head model",
          [](auto& l, std::size_t) -> auto& { return client_of(l).head_shape; }),
      bound(
          "skin_type", integer(1, 6), false, "Fitzpatrick",
          [](auto& l, std::size_t) -> auto& { return client_of(l).skin_type; }),
      named<Undertone>(
          "undertone",
          {{Undertone::Cool, "cool"}, {Undertone::Neutral, "neutral"}, {Undertone::Warm, "warm"}}, false,
          "of the skin", [](auto& l, std::size_t) -> auto& { return client_of(l).undertone; }),
      named<SkinKind>(
          "skin", {{SkinKind::Dry, "dry"}, {SkinKind::Normal, "normal"}, {SkinKind::Oily, "oily"}}, false,
          "oily skin spreads dots and fades them sooner, dry skin sheds more pigment",
          [](auto& l, std::size_t) -> auto& { return client_of(l).skin; }),
      named<Sun>(
          "sun",
          {{Sun::Protected, "protected"},
           {Sun::Indoors, "indoors"},
           {Sun::Mixed, "mixed"},
           {Sun::Outdoors, "outdoors"}},
          false, "how the client lives; sun fades",
          [](auto& l, std::size_t) -> auto& { return client_of(l).sun; }),
      named<Aftercare>(
          "aftercare", {{Aftercare::Careful, "careful"}, {Aftercare::Careless, "careless"}}, false,
          "careless: sweat, pool or sun in the first weeks",
          [](auto& l, std::size_t) -> auto& { return client_of(l).aftercare; }),
      bound(
          "smoker", boolean(), false, "smoke fades",
          [](auto& l, std::size_t) -> auto& { return client_of(l).smoker; }),
      bound(
          "hair_colour", choice({"black", "dark_brown", "brown", "blond", "red", "grey"}), false,
          "of stubble and brows", [](auto& l, std::size_t) -> auto& { return client_of(l).hair_colour; }),
      bound(
          "hair_mm", number(0.4, 15, "mm"), false,
          "length of what grows; longer than 5 mm it lies combed from a parting",
          [](auto& l, std::size_t) -> auto& { return client_of(l).hair_length.value; }),
      bound(
          "parting_mm", number(-50, 50, "mm"), false,
          "where hair is parted, to the client's left of the middle",
          [](auto& l, std::size_t) -> auto& { return client_of(l).parting.value; }),
      bound(
          "loss_class", choice(engine::scalp::loss_class_names()), false, "how far hair loss has come",
          [](auto& l, std::size_t) -> auto& { return client_of(l).loss_class; }),
      bound(
          "seed", integer(0, 9007199254740992.0), false,
          "varies stubble and mottling; up to 2^53, which every reader of numbers holds exactly",
          [](auto& l, std::size_t) -> auto& { return client_of(l).seed; }),
      bound(
          "vary", boolean(), false,
          "the seed makes another person of this description: proportions of head and face, hairline, age, "
          "undertone and kind of skin. "
          "Places are then named from landmarks only",
          [](auto& l, std::size_t) -> auto& { return client_of(l).vary; }),
  };
}

std::vector<FormatField> tool_fields() {
  return {
      bound(
          "needle", needle(), false,
          "in the machine at the start: needles soldered round, diameter in mm, LT or ST behind it for a "
          "long or short taper (from module 10 on)",
          [](auto& l, std::size_t) -> auto& { return l.machine.needle; }),
      scaled(
          "rate_hz", number(0, 200, "Hz"), false, "strikes a second; 0 is a hand tool", 1000.0,
          [](auto& l, std::size_t) -> auto& { return l.machine.rate_mhz; }),
      scaled(
          "set_mm", number(0.5, 3.5, "mm"), false,
          "how far the needle hangs out; not the depth of the deposit", 1000.0,
          [](auto& l, std::size_t) -> auto& { return l.machine.set_um; }),
      bound(
          "pigment", line(32), false,
          "name of the pigment in the cup; \"cool grey\" and \"warm grey\" have an undertone, others are "
          "neutral",
          [](auto& l, std::size_t) -> auto& { return l.machine.pigment; }),
      scaled(
          "dilution", number(0, 40, "parts of water to one of pigment"), false, "more water, lighter dots",
          1000.0, [](auto& l, std::size_t) -> auto& { return l.machine.dilution_milli; }),
      scaled(
          "stroke_mm", number(1.5, 4.5, "mm"), false,
          "way of the needle, up and down; from module 10 on. 2.5 to 3.5 are usual", 1000.0,
          [](auto& l, std::size_t) -> auto& { return l.machine.stroke_um; }),
      scaled(
          "stretch", number(0, 1), false,
          "of the skin under the hand that stretches it: 0 slack, 1 drum-tight", 1000.0,
          [](auto& l, std::size_t) -> auto& { return l.machine.stretch_permille; }),
      named<StretchBy>(
          "stretch_by", {{StretchBy::Assistant, "assistant"}, {StretchBy::Own, "own"}}, false,
          "whose hand that is: an assistant's, all the time, or the trainee's, while S is held; the skin is "
          "slack without",
          [](auto& l, std::size_t) -> auto& { return l.stretch_by; }),
      bound(
          "needles", list(needle(), 1, 16), false, "that may be chosen. Left out: only the one above",
          [](auto& l, std::size_t) -> auto& { return l.needles; }),
  };
}

template <class Shape>
std::size_t has(const Lesson& lesson) {
  return std::holds_alternative<Shape>(lesson.canvas) ? 1 : 0;
}

std::size_t always(const Lesson&) {
  return 1;
}

}  // namespace

void add_head_of_file(std::vector<Section>& format) {
  format.push_back({"", false, true, "What the lesson is.", head_fields(), {"pad", "client"}, {}, always});
  format.push_back({"pad",
                    false,
                    false,
                    "A flat practice pad from (0, 0), lower left, to (width, height).",
                    pad_fields(),
                    {},
                    [](Lesson& l) { l.canvas = Pad{}; },
                    has<Pad>});
  format.push_back({"client",
                    false,
                    false,
                    "Who lies on the couch, instead of a pad.",
                    client_fields(),
                    {},
                    [](Lesson& l) { l.canvas = Client{}; },
                    has<Client>});
  format.push_back({"tools", false, false, "What lies on the tray.", tool_fields(), {}, {}, always});
}

}  // namespace trainer::lessons
