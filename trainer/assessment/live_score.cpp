#include "trainer/assessment/live_score.h"

#include <algorithm>

#include "trainer/assessment/fields.h"
#include "trainer/assessment/judged.h"

namespace trainer::assessment {

using engine::scoring::LiveField;
using engine::skin::DepthSource;
using engine::skin::Dot;

LiveScore::LiveScore(std::shared_ptr<const Site> site) : site_(std::move(site)) {
  for (const auto& target : site_->targets()) fields_.push_back(std::make_unique<LiveField>(asked_field(*site_, target), site_->lesson().rubric));
}

void LiveScore::take(Known& known) {
  known.there = false;
  --there_;
  if (known.dot.depth_source == DepthSource::Simulated) --simulated_;
  strays_changed_ = true;  // their share is of all marks
  if (known.target) fields_[*known.target]->take(known.dot.number);
  else --outside_;
}

void LiveScore::put(Known& known, const Dot& dot) {
  known = {.dot = dot, .there = true, .target = site_->target_at(dot.at)};
  ++there_;
  if (dot.depth_source == DepthSource::Simulated) ++simulated_;
  strays_changed_ = true;
  if (known.target) {
    fields_[*known.target]->add(field_dot(dot, *site_->targets()[*known.target].plane.flatten(dot.at)));
    return;
  }
  ++outside_;
  known.beside = nearest_target(*site_, dot.at);
  known.forbidden = site_->forbidden_at(dot.at);
}

void LiveScore::follow(const Work& work) {
  if (fields_.empty()) return;
  for (std::size_t i = work.dots.size(); i < known_.size(); ++i)
    if (known_[i].there) take(known_[i]);
  known_.resize(work.dots.size());
  for (std::size_t i = 0; i < work.dots.size(); ++i) {
    const Dot& dot = work.dots[i];
    Known& known = known_[i];
    if (known.there && !dot.withdrawn && known.dot == dot) continue;
    if (known.there && !dot.withdrawn && known.target && known.dot.at == dot.at && known.dot.number == dot.number) {
      if (known.dot.depth_source == DepthSource::Simulated) --simulated_;
      if (dot.depth_source == DepthSource::Simulated) ++simulated_;
      known.dot = dot;
      fields_[*known.target]->change(field_dot(dot, *site_->targets()[*known.target].plane.flatten(dot.at)));
      continue;
    }
    if (known.there) take(known);
    if (!dot.withdrawn) put(known, dot);
  }
  if (contacts_outside_ != work.contacts_outside) strays_changed_ = true;
  contacts_outside_ = work.contacts_outside;
  if (!std::equal(drawn_.begin(), drawn_.end(), work.drawn_hairline.begin(), work.drawn_hairline.end())) {
    drawn_.assign(work.drawn_hairline.begin(), work.drawn_hairline.end());
    for (std::size_t t = 0; t < fields_.size(); ++t) fields_[t]->set_drawn_hairline(drawn_on(site_->targets()[t], drawn_));
  }
  if (strays_changed_) set_strays();
}

void LiveScore::set_strays() {
  strays_changed_ = false;
  const std::size_t marks = there_ + contacts_outside_;
  std::vector<engine::scoring::Strays> strays(fields_.size());
  bool forbidden = false;
  if (outside_ > 0)
    for (const Known& known : known_) {
      if (!known.there || known.target) continue;
      const auto& target = site_->targets()[known.beside];
      const auto at = target.plane.flatten(known.dot.at).value_or(target.region.box().low);
      forbidden = forbidden || known.forbidden;
      (known.forbidden ? strays[known.beside].forbidden : strays[known.beside].dots).push_back(field_dot(known.dot, at));
    }
  for (std::size_t t = 0; t < fields_.size(); ++t) {
    strays[t].share = marks > 0 ? static_cast<double>(outside_ + contacts_outside_) / static_cast<double>(marks) : 0.0;
    strays[t].any_forbidden = forbidden;
    fields_[t]->set_strays(std::move(strays[t]));
  }
}

LiveScore::Scores LiveScore::scores() {
  std::vector<std::vector<engine::scoring::CriterionResult>> by_target;
  for (const auto& field : fields_) by_target.push_back(field->scores());
  const Judged judged = book(*site_, simulated_ > 0, by_target);
  Scores scores{judged.scores, std::nullopt};
  const bool finished = is_finished(static_cast<int>(there_ - outside_), site_->asked_dots());
  if (const auto list = weighted(judged.booked); finished && !list.empty()) scores.total = total(list);
  return scores;
}

}  // namespace trainer::assessment
