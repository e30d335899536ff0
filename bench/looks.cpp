#include "bench/looks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/gl/offscreen.h"
#include "engine/render/client_head.h"
#include "engine/render/renderer.h"
#include "engine/skin/light.h"
#include "trainer/robots/continuation.h"
#include "trainer/ui/healed/healed_screen.h"

namespace bench {

namespace {

using namespace engine::render;
namespace scalp = engine::scalp;
namespace skin = engine::skin;
using engine::core::Mm;
using skin::Lab;
using trainer::robots::Habit;
using trainer::ui::kDistancesM;

constexpr double kYear = 365.25, kHealed = 28.0;

// What is in the picture: hair or work at a place of the scalp.
struct Subject {
  std::string name;
  int skin_type = 2;
  double hair_mm = 0.0;
  const char* hair = "brown";
  double per_cm2 = 0.0, days = kHealed;
  Habit hand{};
};

struct Range {
  double low, high;
  [[nodiscard]] bool holds(double x) const { return x >= low && x <= high; }
};

// What it should look like at every distance (docs/domain.md 7.1: judgement).
struct Target {
  std::optional<Range> lightness{}, red{}, yellow{};  // shift of L*, a*, b* from bare skin
  std::string of{};                                   // another row, of whose shift of L* ...
  std::optional<Range> share{};                       // ... this is so much
};

struct Row {
  Subject subject;
  Target target;
};

// The pigment that practitioners would mix for that skin with its usual hair: 16, 14, 14, 9, 6 and 3 parts of
// water (lessons; docs/domain.md 1.4).
Habit shade_for(int skin_type) {
  constexpr std::array kWater{16.0, 14.0, 14.0, 9.0, 6.0, 3.0};
  return {.pigment_permille = static_cast<std::int32_t>(
              15'000.0 / (1.0 + kWater.at(static_cast<std::size_t>(skin_type - 1))))};
}

std::vector<Row> rows() {
  const Habit too_deep{.delta_mean = 1.0, .diameter = Mm{0.5}};
  const Range neutral{-1.0, 1.0}, like_hair{0.85, 1.15};
  std::vector<Row> out{{{"stubble 0.5 mm", 2, 0.5}, {.lightness = Range{-5.2, -3.8}}},
                       {{"stubble 1.5 mm", 2, 1.5}, {.lightness = Range{-11.5, -8.5}}},
                       {{"stubble 3 mm", 2, 3.0}, {.lightness = Range{-21.0, -16.0}}},
                       {{.name = "90 at 4 weeks", .per_cm2 = 90.0},
                        {.lightness = Range{-5.0, -4.0},
                         .red = neutral,
                         .yellow = neutral,
                         .of = "stubble 0.5 mm",
                         .share = Range{0.85, 1.1}}},
                       {{.name = "60 at 4 weeks", .per_cm2 = 60.0}, {.lightness = Range{-3.4, -2.6}}},
                       {{.name = "40 at 4 weeks", .per_cm2 = 40.0}, {.lightness = Range{-2.3, -1.7}}},
                       {{.name = "90 at 3 years", .per_cm2 = 90.0, .days = 3 * kYear},
                        {.of = "90 at 4 weeks", .share = Range{0.65, 0.75}}},
                       {{.name = "90 at 5 years", .per_cm2 = 90.0, .days = 5 * kYear},
                        {.of = "90 at 4 weeks", .share = Range{0.45, 0.57}}},
                       {{.name = "too deep, 4 weeks", .per_cm2 = 90.0, .hand = too_deep},
                        {.lightness = Range{-12.0, -6.5}, .yellow = Range{-9.0, -3.0}}},
                       {{.name = "too deep, 5 years", .per_cm2 = 90.0, .days = 5 * kYear, .hand = too_deep},
                        {.lightness = Range{-12.0, -6.5}, .yellow = Range{-9.0, -3.0}}},
                       {{.name = "90 fresh", .per_cm2 = 90.0, .days = 0.0}, {.red = Range{3.0, 6.0}}},
                       {{.name = "90 on day 3", .per_cm2 = 90.0, .days = 3.0}, {.red = Range{3.0, 6.0}}}};
  for (const int type : {1, 3, 5, 6}) {
    const char* hair = type == 1 ? "brown" : type == 3 ? "dark_brown" : "black";
    const std::string stubble = fmt::format("type {}, stubble 0.5", type);
    out.push_back({{stubble, type, 0.5, hair}, {}});
    out.push_back(
        {{.name = fmt::format("type {}, 90", type),
          .skin_type = type,
          .per_cm2 = 90.0,
          .hand = shade_for(type)},
         // Fair and usual skin: seen, whatever the hair; dark skin: as dark as its hair.
         type < 4 ? Target{.lightness = Range{-5.5, -3.0}} : Target{.of = stubble, .share = like_hair}});
  }
  return out;
}

// One way of drawing: at rest or while the camera moves, on a screen of one or two pixels to a point.
struct Way {
  bool moving;
  double scale;
};
constexpr std::array kWays{Way{false, 1.0}, Way{false, 2.0}, Way{true, 1.0}, Way{true, 2.0}};

// Light of the screen, linear, as an eye would add it up over an area.
double light_of_channel(std::uint8_t channel) {
  static const auto table = [] {
    std::array<double, 256> t{};
    for (std::size_t v = 0; v < t.size(); ++v) t[v] = std::pow(static_cast<double>(v) / 255.0, 2.2);
    return t;
  }();
  return table[channel];
}

constexpr double kHalfMm = 18.0;  // of the square that is measured

skin::Rgb mean_light(const Image& image, double pixels_per_mm) {
  const int half = static_cast<int>(std::lround(kHalfMm * pixels_per_mm)), middle = image.width / 2;
  skin::Rgb sum(0.0);
  for (int y = middle - half; y < middle + half; ++y)
    for (int x = middle - half; x < middle + half; ++x) {
      const auto* p = image.at(x, y);
      sum += skin::Rgb(light_of_channel(p[0]), light_of_channel(p[1]), light_of_channel(p[2]));
    }
  return sum / (4.0 * half * half);
}

class Studio {
 public:
  static std::optional<Studio> open() {
    auto context = engine::gl::OffscreenContext::make();
    if (!context) return fmt::print(stderr, "{}\n", context.error().message), std::nullopt;
    auto renderer = Renderer::make();
    if (!renderer) return fmt::print(stderr, "{}\n", renderer.error().message), std::nullopt;
    return Studio(*std::move(context), *std::move(renderer));
  }

  // Puts on the bald head what the subject has.
  void dress(const Subject& subject) {
    renderer_.set_skin({.skin_type = subject.skin_type});
    renderer_.set_head(head_, subject.hair_mm > 0.0 ? stubble(subject) : std::vector<DotInstance>{});
    renderer_.set_dots(work(subject));
  }
  void undress(int skin_type) { dress({.name = "bare", .skin_type = skin_type}); }

  skin::Rgb measure(const Way& way, double metres) {
    const auto at = canvas_.locate({0, 40'000}).value();
    const double zoom = px_per_mm_from(metres) * way.scale;
    const int side = std::max(400, 2 * static_cast<int>(1.2 * kHalfMm * zoom));
    const Camera camera = look_square({.kind = CameraKind::Head, .target = at.position, .px_per_mm = zoom},
                                      at.position, at.normal);
    renderer_.draw(camera, {side, side}, {.moving = way.moving});
    const Image image = renderer_.read_pixels();
    return mean_light(image, zoom * image.width / side);
  }

 private:
  Studio(engine::gl::OffscreenContext context, Renderer renderer)
      : context_(std::move(context)),
        renderer_(std::move(renderer)),
        canvas_(scalp::make_head_canvas(bald_).value()),
        head_(make_client_head(canvas_, bald_).model) {
    lesson_.canvas = bald_;
  }

  std::vector<DotInstance> stubble(const Subject& subject) const {
    const scalp::Client full{.hair_colour = subject.hair, .loss_class = "none"};
    const auto grown = scalp::make_head_canvas(full).value();
    const auto units = scalp::follicular_units(grown, full.seed, scalp::growth_of(full), scalp::whole(grown));
    return scalp_stubble(grown, units, {.colour = subject.hair, .length = Mm{subject.hair_mm}});
  }

  std::vector<DotInstance> work(const Subject& subject) const {
    if (subject.per_cm2 <= 0.0) return {};
    constexpr engine::core::Seed kSeed = 5;
    const auto dots =
        trainer::robots::continuation(lesson_, canvas_, subject.hand, {}, subject.per_cm2, 0, kSeed);
    return dot_splats(canvas_, dots, subject.days, skin::healing_of(bald_));
  }

  engine::gl::OffscreenContext context_;
  Renderer renderer_;
  scalp::Client bald_{.loss_class = "totalis"};
  scalp::Canvas canvas_;
  HeadModel head_;
  trainer::lessons::Lesson lesson_;
};

using Shifts = std::array<Lab, kDistancesM.size()>;

// A number, marked where it should not be.
std::string cell(double value, bool good) {
  return fmt::format("{:7.2f}{}", value, good ? ' ' : '!');
}

// Prints one row; how many of its cells lie outside the target.
int print_row(const Row& row, const Shifts& shifts, const std::map<std::string, Shifts>& before) {
  double mean = 0.0;
  for (const Lab& s : shifts) mean += s.lightness / kDistancesM.size();
  int outside = 0;
  const auto judged = [&](double value, bool good) {
    outside += good ? 0 : 1;
    return cell(value, good);
  };
  fmt::print("{:<22}", row.subject.name);
  for (std::size_t k = 0; k < shifts.size(); ++k) {
    const Lab& s = shifts[k];
    const Target& t = row.target;
    const bool kept = std::abs(s.lightness / mean - 1.0) <= 0.10;
    fmt::print(" {}{}{}", judged(s.lightness, kept && (!t.lightness || t.lightness->holds(s.lightness))),
               judged(s.red, !t.red || t.red->holds(s.red)),
               judged(s.yellow, !t.yellow || t.yellow->holds(s.yellow)));
    const double share = t.share ? s.lightness / before.at(t.of)[k].lightness : 0.0;
    fmt::print("{}", t.share ? judged(share, t.share->holds(share)) : std::string(8, ' '));
  }
  fmt::print("\n");
  return outside;
}

int print_block(Studio& studio, const Way& way) {
  fmt::print("\n{}, scale {:.0f}\n{:<22}", way.moving ? "while the camera moves" : "at rest", way.scale,
             "difference from bare");
  for (const double metres : kDistancesM) fmt::print(" {:>4.1f} m: L*    a*      b*    share ", metres);
  fmt::print("\n");
  std::map<std::string, Shifts> done;
  std::map<int, std::array<skin::Rgb, kDistancesM.size()>> bare;
  int outside = 0;
  for (const Row& row : rows()) {
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
    outside += print_row(row, shifts, done);
    done[row.subject.name] = shifts;
  }
  return outside;
}

// A head that has lost what Norwood V takes, its sides shaved.
int draw_head(Renderer& renderer, const scalp::Client& client, const Subject& subject,
              const std::string& folder) {
  const auto canvas = scalp::make_head_canvas(client).value();
  trainer::lessons::Lesson lesson;
  lesson.canvas = client;
  const auto dots = trainer::robots::continuation(lesson, canvas, subject.hand, {}, subject.per_cm2, 0, 5);
  renderer.set_canvas(canvas, client);
  renderer.set_skin(skin_of(client));
  renderer.set_dots(dot_splats(canvas, dots, subject.days, skin::healing_of(client)));
  constexpr Viewport kSize{960, 720};
  const Camera from_front{.kind = CameraKind::Head,
                          .target = {0.0, 45.0, 0.0},
                          .yaw = engine::core::Radians{-0.55},
                          .pitch = engine::core::Radians{0.35}};
  for (const double metres : kDistancesM) {
    Camera camera = from_front;
    camera.px_per_mm = px_per_mm_from(metres);
    if (metres < 0.5) camera.target = {-20.0, 95.0, 50.0};
    renderer.draw(camera, kSize);
    const auto saved =
        save_png(renderer.read_pixels(), fmt::format("{}/{}-{:.1f}m.png", folder, subject.name, metres));
    if (!saved) return fmt::print(stderr, "{}\n", saved.error().message), 3;
  }
  return 0;
}

}  // namespace

int print_looks() {
  auto studio = Studio::open();
  if (!studio) return 3;
  int outside = 0;
  for (const Way& way : kWays) outside += print_block(*studio, way);
  fmt::print("\n{}\n", outside == 0 ? "every cell lies within its target"
                                    : fmt::format("{} cells outside their targets (!)", outside));
  return outside == 0 ? 0 : 1;
}

int draw_looks(const std::string& folder) {
  const auto context = engine::gl::OffscreenContext::make();
  if (!context) return fmt::print(stderr, "{}\n", context.error().message), 3;
  auto renderer = Renderer::make();
  if (!renderer) return fmt::print(stderr, "{}\n", renderer.error().message), 3;
  const Habit too_deep{.delta_mean = 1.0, .diameter = Mm{0.5}};
  const scalp::Client fair{.skin_type = 2, .hair_length = Mm{0.5}, .loss_class = "norwood_5"},
      dark{.skin_type = 6, .hair_colour = "black", .hair_length = Mm{0.5}, .loss_class = "norwood_5"};
  const std::array<std::pair<scalp::Client, Subject>, 6> heads{
      {{fair, {.name = "bare"}},
       {fair, {.name = "healed", .per_cm2 = 90.0}},
       {fair, {.name = "fresh", .per_cm2 = 90.0, .days = 0.0}},
       {fair, {.name = "five-years", .per_cm2 = 90.0, .days = 5 * kYear}},
       {fair, {.name = "too-deep", .per_cm2 = 90.0, .hand = too_deep}},
       {dark, {.name = "type-six", .per_cm2 = 90.0, .hand = shade_for(6)}}}};
  for (const auto& [client, subject] : heads)
    if (const int failed = draw_head(*renderer, client, subject, folder)) return failed;
  return 0;
}

}  // namespace bench
