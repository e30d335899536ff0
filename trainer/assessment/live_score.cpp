#include "trainer/assessment/live_score.h"

#include <algorithm>

#include "trainer/assessment/fields.h"
#include "trainer/assessment/judged.h"
#include "trainer/assessment/theory.h"

namespace trainer::assessment {

using engine::scoring::LiveField;
using engine::skin::DepthSource;
using engine::skin::Dot;

LiveScore::LiveScore(std::shared_ptr<const Site> site) : site_(std::move(site)) {
  begin({});
}

// Undo does not reach back over a healing: what earlier sessions left stays as it is while a session lasts.
void LiveScore::begin(const Work& work) {
  healings_.assign(work.healings.begin(), work.healings.end());
  remains_.emplace(*site_, work);
  const std::size_t sessions = site_->sessions().size();
  known_.clear();
  drawn_.clear();
  there_ = outside_ = simulated_ = 0;
  new_in_.assign(sessions, 0);
  old_in_.assign(sessions, 0);
  strays_changed_ = true;
  std::vector<engine::scoring::Field> asked;
  for (const Part& part : site_->parts()) asked.push_back(asked_field(*site_, part));
  Work fresh = work;
  fresh.at_days = 0.0;
  const Remains fresh_remains(*site_, fresh);
  for (const Dot& dot : work.dots) {
    const auto target = dot.withdrawn || sessions == 1 ? std::nullopt : site_->target_at(dot.at);
    if (!target) continue;
    const auto at = *site_->targets()[*target].plane.flatten(dot.at);
    for (std::size_t s = site_->session_of(dot) + 1; s < sessions; ++s) {
      if (remains_->shows(dot, s))
        asked[site_->part_of(*target, s)].old_dots.push_back(remains_->seen(dot, at, s));
      old_in_[s] += fresh_remains.shows(dot, s) ? 1 : 0;
    }
  }
  fields_.clear();
  for (auto& field : asked)
    fields_.push_back(std::make_unique<LiveField>(std::move(field), site_->lesson().rubric));
}

void LiveScore::remove(Known& known) {
  known.there = false;
  --there_;
  if (known.dot.depth_source == DepthSource::Simulated) --simulated_;
  strays_changed_ = true;  // their share is of all marks
  if (!known.target) {
    --outside_;
    return;
  }
  --new_in_[known.session];
  if (known.judged) field_of(known).remove(known.dot.number);
}

void LiveScore::put(Known& known, const Dot& dot) {
  known = {.dot = dot, .there = true, .target = site_->target_at(dot.at), .session = site_->session_of(dot)};
  ++there_;
  if (dot.depth_source == DepthSource::Simulated) ++simulated_;
  strays_changed_ = true;
  if (known.target) {
    ++new_in_[known.session];
    known.judged = remains_->shows(dot, known.session);
    if (known.judged)
      field_of(known).add(
          remains_->seen(dot, *site_->targets()[*known.target].plane.flatten(dot.at), known.session));
    return;
  }
  ++outside_;
  known.beside = nearest_target(*site_, dot.at);
  known.forbidden = site_->forbidden_at(dot.at);
}

namespace {

bool touches_earlier(const Site& site, std::span<const Dot> dots, std::size_t from,
                     std::size_t sessions_begun) {
  return std::any_of(dots.begin() + static_cast<std::ptrdiff_t>(std::min(from, dots.size())), dots.end(),
                     [&](const Dot& dot) { return site.session_of(dot) + 1 < sessions_begun; });
}

}  // namespace

void LiveScore::follow(const Work& work) {
  answers_.assign(work.answers.begin(), work.answers.end());
  if (fields_.empty()) return;
  const bool same_healings =
      std::equal(healings_.begin(), healings_.end(), work.healings.begin(), work.healings.end());
  if (!same_healings ||
      (!healings_.empty() &&
       touches_earlier(*site_, work.dots, known_.size(), site_->session_of_visit(healings_.size() + 1) + 1)))
    begin(work);
  for (std::size_t i = work.dots.size(); i < known_.size(); ++i)
    if (known_[i].there) remove(known_[i]);
  known_.resize(work.dots.size());
  for (std::size_t i = 0; i < work.dots.size(); ++i) {
    const Dot& dot = work.dots[i];
    Known& known = known_[i];
    if (known.there && !dot.withdrawn && known.dot == dot) continue;
    const bool in_place = known.there && known.judged && !dot.withdrawn && known.dot.at == dot.at &&
                          known.dot.number == dot.number && remains_->shows(dot, known.session);
    if (in_place && site_->session_of(dot) == known.session) {
      if (known.dot.depth_source == DepthSource::Simulated) --simulated_;
      if (dot.depth_source == DepthSource::Simulated) ++simulated_;
      known.dot = dot;
      field_of(known).change(
          remains_->seen(dot, *site_->targets()[*known.target].plane.flatten(dot.at), known.session));
      continue;
    }
    if (known.there) remove(known);
    if (!dot.withdrawn) put(known, dot);
  }
  if (contacts_outside_ != work.contacts_outside) strays_changed_ = true;
  contacts_outside_ = work.contacts_outside;
  if (!std::equal(drawn_.begin(), drawn_.end(), work.drawn_hairline.begin(), work.drawn_hairline.end())) {
    drawn_.assign(work.drawn_hairline.begin(), work.drawn_hairline.end());
    for (std::size_t t = 0; t < fields_.size(); ++t)
      fields_[t]->set_drawn_hairline(drawn_on(site_->targets()[site_->parts()[t].target], drawn_));
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
      auto& beside = strays[site_->part_of(known.beside, known.session)];
      forbidden = forbidden || known.forbidden;
      (known.forbidden ? beside.forbidden : beside.dots)
          .push_back(remains_->seen(known.dot, at, known.session));
    }
  for (std::size_t t = 0; t < fields_.size(); ++t) {
    strays[t].share =
        marks > 0 ? static_cast<double>(outside_ + contacts_outside_) / static_cast<double>(marks) : 0.0;
    strays[t].any_forbidden = forbidden;
    fields_[t]->set_strays(std::move(strays[t]));
  }
}

LiveScore::Scores LiveScore::scores() {
  std::vector<std::vector<engine::scoring::CriterionResult>> by_part;
  for (const auto& field : fields_) by_part.push_back(field->scores());
  const Judged judged = book(*site_, simulated_ > 0, by_part, judge_theory(*site_, answers_));
  Scores scores{judged.scores, std::nullopt};
  bool finished = true;
  for (std::size_t s = 0; !asks_questions_only(*site_) && s < new_in_.size(); ++s)
    finished = finished && is_finished(static_cast<int>(new_in_[s] + old_in_[s]), site_->asked_dots(s));
  if (const auto list = weighted(judged.booked); finished && !list.empty()) scores.total = total(list);
  return scores;
}

}  // namespace trainer::assessment
