// Who lies on the couch: the values a lesson gives, and the seed that varies what it leaves open.
#pragma once

#include <cstdint>
#include <string>

#include "engine/core/result.h"
#include "engine/core/units.h"
#include "engine/scalp/canvas.h"
#include "engine/scalp/head_shape.h"

namespace engine::scalp {

// Integer that changes whenever a surface, chart or zone could change.
constexpr int kGeometryVersion = 9;

enum class Sex { Male, Female };
enum class Undertone { Cool, Neutral, Warm };
enum class SkinKind { Dry, Normal, Oily };
enum class Sun { Protected, Indoors, Mixed, Outdoors };  // Protected: sunscreen or a hat
enum class Aftercare { Careful, Careless };              // Careless: sweat, pool or sun while it heals

struct Client {
  Sex sex = Sex::Male;
  int age = 35;                             // years, 18..90
  std::string head_shape = "male_average";  // a preset of `head_shape_names()`
  int skin_type = 2;                        // Fitzpatrick 1..6
  Undertone undertone = Undertone::Neutral;
  SkinKind skin = SkinKind::Normal;
  Sun sun = Sun::Mixed;
  Aftercare aftercare = Aftercare::Careful;
  bool smoker = false;
  std::string hair_colour = "brown";  // black, dark_brown, brown, blond, red, grey
  core::Mm hair_length{0.7};  // length of what grows: 0.4 just shaved, 0.7 a day after it was clipped without
                              // a guard .. 15; longer than 5 it is combed from a parting
  core::Mm parting{};         // of the parting, to the client's left of the middle
  std::string loss_class = "norwood_5";  // "none", "norwood_1".."norwood_7", "ludwig_1".."ludwig_3"
  std::uint64_t seed = 0;                // varies stubble and mottling
  bool vary = false;  // the seed makes another person of the same description: see person_of, shape_of
  bool operator==(const Client&) const = default;
};

// Who the seed makes of a description that may vary: up to 8 years older or younger, any undertone, any kind
// of skin; sex, skin type, hair colour and loss class stay. Whoever does not vary stays as described.
Client person_of(const Client& described);
// The head of that person: its preset, and when it varies every proportion up to 2.5 % (about a third of a
// standard deviation, head_measures.h), the hairline up to 4 mm to either side, and the features of the face
// more. Error: unknown preset.
core::Result<HeadShape> shape_of(const Client& client);

// Builds the surface of a head: implicit shape, chart tables, landmarks. At most 0.3 s. Pure: the
// same client gives the same bits. Error: unknown preset or loss class.
core::Result<Canvas> make_head_canvas(const Client& client);

}  // namespace engine::scalp
