#include "trainer/runner/progress.h"

#include "trainer/assessment/judged.h"

namespace trainer::runner {

using engine::skin::Dot;

std::size_t session_now(const Attempt& attempt) {
  return attempt.site->session_of_visit(attempt.skin.treatment_session);
}

double session_share(const Attempt& attempt) {
  return attempt.site->sessions()[session_now(attempt)].share;
}

Progress progress(const Attempt& attempt) {
  const std::size_t session = session_now(attempt);
  Progress p{.asked = attempt.site->asked_dots(session), .session = session};
  for (const Dot& dot : attempt.skin.dots) {
    if (!engine::sim::is_there(attempt.skin, dot)) continue;
    const bool inside = attempt.site->target_at(dot.at).has_value();
    ++(inside ? p.placed : p.outside);
    if (inside && attempt.site->session_of(dot) < session) ++p.kept;
  }
  p.nearly_done = assessment::is_nearly_done(p.placed, p.asked);
  return p;
}

std::span<const engine::skin::DryMark> marks_done(const Attempt& attempt) {
  const auto& marks = attempt.skin.dry_marks;
  const bool open = attempt.skin.contact && attempt.skin.contact->has_open_mark && !marks.empty();
  const std::span<const engine::skin::DryMark> done(marks.data(), marks.size() - (open ? 1 : 0));
  std::size_t before = 0;
  while (before < done.size() && done[before].treatment_session != attempt.skin.treatment_session) ++before;
  return done.subspan(before);
}

}  // namespace trainer::runner
