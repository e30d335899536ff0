#include "tests/support/lessons.h"

#include "trainer/lessons/writer.h"

namespace support {

using trainer::lessons::Step;
using trainer::lessons::Target;

namespace {

const char* word(StepKind kind) {
  switch (kind) {
    case StepKind::Brief:
      return "Look";
    case StepKind::NeedleWork:
      return "Place";
    case StepKind::Drawing:
      return "Draw";
    case StepKind::Healing:
      return "Heal";
    case StepKind::Review:
      return "Review";
    case StepKind::Theory:
      return "Question";
    case StepKind::Needling:
      return "Needle";
  }
  return "";
}

}  // namespace

engine::scalp::ZoneSpec rectangle(const std::string& id, Vec2 low, Vec2 high) {
  return {id, engine::scalp::PolygonShape{{low, Vec2{high.x, low.y}, high, Vec2{low.x, high.y}}}};
}

engine::scalp::ZoneSpec square(const std::string& id, double low, double high) {
  return rectangle(id, {low, low}, {high, high});
}

Step question(int right, int answers) {
  static constexpr const char* kNames[] = {"First", "Second", "Third", "Fourth", "Fifth"};
  Step step{StepKind::Theory, word(StepKind::Theory), "Which?"};
  for (int i = 0; i < answers; ++i) step.question.answers.emplace_back(kNames[i]);
  step.question.right = right;
  step.question.why = "So it is.";
  return step;
}

LessonBuilder::LessonBuilder(const std::string& id) {
  lesson_.id = id;
  lesson_.title = "Test";
  lesson_.summary = "A lesson of the tests.";
  lesson_.objectives = {"Work evenly"};
  lesson_.treatment = "practice";
  lesson_.canvas = engine::scalp::Pad{};
  lesson_.rubric = engine::scoring::pad_pattern_rubric();
}

LessonBuilder& LessonBuilder::pad(double width_mm, double height_mm, double skin_mm) {
  using engine::core::Mm;
  lesson_.canvas = engine::scalp::Pad{Mm{width_mm}, Mm{height_mm}, Mm{skin_mm}};
  return *this;
}

LessonBuilder& LessonBuilder::client(const engine::scalp::Client& client) {
  lesson_.canvas = client;
  return *this;
}

LessonBuilder& LessonBuilder::zone(const engine::scalp::ZoneSpec& zone) {
  lesson_.zones.push_back(zone);
  return *this;
}

LessonBuilder& LessonBuilder::target(const engine::scalp::ZoneSpec& spec, Target target) {
  target.zone = spec.id;
  lesson_.targets.push_back(std::move(target));
  return zone(spec);
}

LessonBuilder& LessonBuilder::target(const engine::scalp::ZoneSpec& spec, double density_cm2) {
  return target(spec, Target{.density_cm2 = density_cm2});
}

LessonBuilder& LessonBuilder::no_go(const engine::scalp::ZoneSpec& spec) {
  lesson_.no_go.push_back(spec.id);
  return zone(spec);
}

LessonBuilder& LessonBuilder::tissue(engine::scalp::TissueKind kind, const std::string& zone) {
  lesson_.tissue.push_back({kind, zone});
  return *this;
}

LessonBuilder& LessonBuilder::hairline(const std::vector<Vec2>& points) {
  lesson_.hairline.assign(points.begin(), points.end());
  return *this;
}

LessonBuilder& LessonBuilder::step(StepKind kind, const std::string& title) {
  return step(Step{kind, title.empty() ? word(kind) : title, ""});
}

LessonBuilder& LessonBuilder::step(const Step& step) {
  lesson_.steps.push_back(step);
  return *this;
}

LessonBuilder& LessonBuilder::sessions(const std::vector<double>& shares, int days) {
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (i > 0) step(Step{.kind = StepKind::Healing, .title = "Heal", .days = days});
    step(Step{.kind = StepKind::NeedleWork, .title = "Place", .share = shares[i]});
  }
  return *this;
}

LessonBuilder& LessonBuilder::judged(engine::scoring::CriterionId id, int weight,
                                     std::optional<int> minimum) {
  if (!own_criteria_) lesson_.rubric.criteria.clear();
  own_criteria_ = true;
  lesson_.rubric.criteria.push_back({id, weight, minimum});
  return *this;
}

LessonBuilder& LessonBuilder::also_judged(engine::scoring::CriterionId id, int weight) {
  lesson_.rubric.criteria.push_back({id, weight, {}});
  return *this;
}

LessonBuilder& LessonBuilder::critical(engine::scoring::CriticalId id, double limit) {
  lesson_.rubric.critical.push_back({id, limit});
  return *this;
}

LessonBuilder& LessonBuilder::with(void (*change)(Lesson&)) {
  change(lesson_);
  return *this;
}

std::string LessonBuilder::text() const {
  return trainer::lessons::write_lesson(lesson_);
}

LessonBuilder field(double density_cm2) {
  LessonBuilder builder("field");
  builder.target(square("field", 15, 45), density_cm2);
  return builder;
}

}  // namespace support
