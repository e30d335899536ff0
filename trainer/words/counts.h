// Things counted: the only place that knows one from many.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trainer::words {

// A message about one and about many; `many` has a place for the number.
struct Counted {
  constexpr Counted(std::string_view one_thing, std::string_view many_things)
      : one(one_thing), many(many_things) {}
  std::string_view one, many;
};
// As English or another language counts `n`, which is the first number of the message.
std::string counted(const Counted& message, std::size_t n);

// ---- labels
std::string questions(std::size_t n);            // "3 questions"
std::string questions_of_theory(std::size_t n);  // "1 question of theory"
std::string answer_questions(std::size_t n);     // "Answer a question"
std::string parts_of_pigment(std::size_t n);     // "1 part pigment"
std::string parts_of_water(std::size_t n);       // "14 parts water"
std::string points_left_out(std::size_t n);      // "2 points lie outside the window, left out"
std::string dots(std::size_t n);                 // "240 dots"
std::string values(std::size_t n);               // "4 values"
std::string about_dots(std::size_t n);           // "about 240 dots"
std::string dots_in_memory(std::size_t n);       // "3 dots are in memory only."; nothing of 0
// "14 of 15 dots of Even dots are saved in /home/me/even-dots.smprec."
std::string saved_where(std::size_t saved, std::size_t dots, const std::string& lesson,
                        const std::string& file);
std::string dots_lost(std::size_t n);  // "3 dots may be lost."
// "3 attempts are in /media/me/STICK, which cannot be reached now."
std::string attempts_out_of_reach(std::size_t n, const std::string& folder);
std::string attempts_unread(std::size_t n, const std::string& folder);  // besides those that are named
// Of work that was left: "3 dots are in memory only, and lost when the program ends. 11 dots are saved."
std::string lost_at_the_end(std::size_t in_memory, std::size_t saved);
std::string attempts_deleted(std::size_t n, const std::string& folder);  // it was removed with them
std::string dots_in_rows(std::size_t n);                                 // "4 dots in rows", "No rows"
std::string days_later(std::size_t n);                                   // "30 days later"
std::string days_on(std::size_t n);                                      // "3 days on"
std::string weeks_on(std::size_t n);                                     // "6 weeks on"
std::string things_to_know(std::size_t n);                               // "One thing to know"
std::string scars_to_hide(std::size_t n);                                // "14, 1–3 dots each"
std::string in_band_in_a_row(std::size_t n);                             // "4 in the band in a row"
std::string outside_the_field(std::size_t n);                            // "▲ 3 outside the field"
std::string presses_came_twice(std::size_t n);
std::string taps_without_duration(std::size_t n);
// "24 of about 60 dots". `placed` is a number, perhaps marked to be drawn in another style.
std::string dots_of_about(std::string_view placed, std::size_t asked);
std::string dots_of_about(std::size_t placed, std::size_t asked, std::size_t outside);

// ---- sentences
std::string dots_saved(std::size_t n);      // "3 dots are saved. You can carry on from the last one."
std::string dots_safe(std::size_t n);       // "14 dots are safe."
std::string answers_safe(std::size_t n);    // "3 answers are safe."
std::string dots_gone_deep(std::size_t n);  // "2 of your dots sat too deep: ..."
std::string healing_takes(std::size_t most_days);
std::string dots_done(std::size_t placed, std::size_t asked);  // "3 of 10 dots."
std::string dots_placed(std::size_t placed, std::size_t asked, std::size_t outside);
std::string questions_right(std::size_t right, std::size_t asked);
std::string not_finished(std::size_t placed, std::size_t asked);
// `session` from 1.
std::string session_not_finished(std::size_t session, std::size_t placed, std::size_t asked);
std::string more_make_it_worth_judging(std::size_t more);
std::string dots_healed(std::size_t kept, std::size_t earlier);
std::string more_for_this_session(std::size_t more, double percent);

// ---- faults, with the number that decided
std::string dots_blown_out(std::size_t n, std::size_t of, double percent, double most_percent);
std::string dots_outside_zone(std::size_t n, std::size_t of, double percent, double most_percent);
std::string dots_forbidden(std::size_t n, double most);
std::string answers_wrong(std::size_t n, std::size_t of, double most);
std::string marks_through_skin(std::size_t n, std::size_t of);
std::string marks_too_shallow(std::size_t n, std::size_t of);
std::string dots_light_on_slack_skin(std::size_t n);
std::string dots_light_out_of_reach(std::size_t n);
std::string dots_too_large_by(std::size_t n, const std::string& needle);
std::string dots_too_small_by(std::size_t n, const std::string& needle);

}  // namespace trainer::words
