#include "trainer/words/counts.h"

#include "trainer/words/said.h"
#include "trainer/words/say.h"

namespace trainer::words {

std::string counted(const Counted& message, std::size_t n) {
  return say_count(message.one, message.many, n);
}

std::string questions(std::size_t n) {
  return say_count("{} question", "{} questions", n);
}

std::string questions_of_theory(std::size_t n) {
  return say_count("{} question of theory", "{} questions of theory", n);
}

std::string answer_questions(std::size_t n) {
  return say_count("Answer a question", "Answer {} questions", n);
}

std::string parts_of_pigment(std::size_t n) {
  return say_count("{} part pigment", "{} parts pigment", n);
}

std::string points_left_out(std::size_t n) {
  return say_count("{} point lies outside the window, left out", "{} points lie outside the window, left out",
                   n);
}

std::string dots(std::size_t n) {
  return say_count("{} dot", "{} dots", n);
}

std::string values(std::size_t n) {
  return say_count("{} value", "{} values", n);
}

std::string about_dots(std::size_t n) {
  return say_count("about {} dot", "about {} dots", n);
}

std::string dots_saved(std::size_t n) {
  return say_count("{} dot is saved. You can carry on from it.",
                   "{} dots are saved. You can carry on from the last one.", n);
}

std::string dots_in_memory(std::size_t n) {
  return n == 0 ? std::string() : say_count("{} dot is in memory only.", "{} dots are in memory only.", n);
}

std::string saved_where(std::size_t saved, std::size_t dots, const std::string& lesson,
                        const std::string& file) {
  return say_for("{} of {} dot of \u201c{}\u201d is saved in {}.",
                 "{} of {} dots of \u201c{}\u201d are saved in {}.", dots, saved, dots, lesson, file);
}

std::string dots_lost(std::size_t n) {
  return say_count("{} dot may be lost.", "{} dots may be lost.", n);
}

std::string attempts_out_of_reach(std::size_t n, const std::string& folder) {
  return say_for("{} attempt is in {}, which cannot be reached now.",
                 "{} attempts are in {}, which cannot be reached now.", n, n, folder);
}

std::string attempts_unread(std::size_t n, const std::string& folder) {
  return say_for("{} more record in {} cannot be read; \"smp verify\" says why.",
                 "{} more records in {} cannot be read; \"smp verify\" says why.", n, n, folder);
}

std::string lost_at_the_end(std::size_t in_memory, std::size_t saved) {
  if (in_memory == 0) return say("What was done last is in memory only, and lost when the program ends.");
  const std::string lost =
      say_count("{} dot is in memory only, and lost when the program ends.",
                "{} dots are in memory only, and lost when the program ends.", in_memory);
  return saved == 0 ? lost : together({lost, dots_safe(saved)});
}

std::string attempts_deleted(std::size_t n, const std::string& folder) {
  return say_for("{} attempt was in {}, a folder that is no longer there.",
                 "{} attempts were in {}, a folder that is no longer there.", n, n, folder);
}

std::string dots_in_rows(std::size_t n) {
  return n == 0 ? say("No rows") : say_count("{} dot in rows", "{} dots in rows", n);
}

std::string dots_gone_deep(std::size_t n) {
  return say_count("{} of your dots sat too deep: it has spread and turned blue-grey.",
                   "{} of your dots sat too deep: they have spread and turned blue-grey.", n);
}

std::string parts_of_water(std::size_t n) {
  return say_count("{} part water", "{} parts water", n);
}

std::string days_later(std::size_t n) {
  return say_count("{} day later", "{} days later", n);
}

std::string things_to_know(std::size_t n) {
  return say_count("One thing to know", "{} things to know", n);
}

std::string days_on(std::size_t n) {
  return say_count("{} day on", "{} days on", n);
}

std::string weeks_on(std::size_t n) {
  return say_count("{} week on", "{} weeks on", n);
}

std::string scars_to_hide(std::size_t n) {
  return say_count("{}, 1\u20133 dots", "{}, 1\u20133 dots each", n);
}

std::string in_band_in_a_row(std::size_t n) {
  return say_count("{} in the band", "{} in the band in a row", n);
}

std::string outside_the_field(std::size_t n) {
  return say_count("▲ {} outside the field", "▲ {} outside the field", n);
}

std::string presses_came_twice(std::size_t n) {
  return say_count("{} press came twice", "{} presses came twice", n);
}

std::string taps_without_duration(std::size_t n) {
  return say_count("{} of your taps has no duration", "{} of your taps have no duration", n);
}

std::string dots_of_about(std::string_view placed, std::size_t asked) {
  return say_for("{} of about {} dot", "{} of about {} dots", asked, placed, asked);
}

std::string dots_of_about(std::size_t placed, std::size_t asked, std::size_t outside) {
  if (outside == 0) return dots_of_about(std::to_string(placed), asked);
  return say_for("{} of about {} dot, {} outside", "{} of about {} dots, {} outside", asked, placed, asked,
                 outside);
}

std::string dots_safe(std::size_t n) {
  return say_count("{} dot is safe.", "{} dots are safe.", n);
}

std::string answers_safe(std::size_t n) {
  return say_count("{} answer is safe.", "{} answers are safe.", n);
}

std::string healing_takes(std::size_t most_days) {
  return say_count("healing takes a day", "healing takes 1 to {} days", most_days);
}

std::string dots_done(std::size_t placed, std::size_t asked) {
  return say_for("{} of {} dot.", "{} of {} dots.", asked, placed, asked);
}

std::string dots_placed(std::size_t placed, std::size_t asked, std::size_t outside) {
  if (outside == 0) return say_for("{} of about {} dot.", "{} of about {} dots.", asked, placed, asked);
  return say_for("{} of about {} dot, {} outside.", "{} of about {} dots, {} outside.", asked, placed, asked,
                 outside);
}

std::string questions_right(std::size_t right, std::size_t asked) {
  return say_for("{} of {} question answered rightly.", "{} of {} questions answered rightly.", asked, right,
                 asked);
}

std::string not_finished(std::size_t placed, std::size_t asked) {
  return say_for("Not finished: {} of about {} dot.", "Not finished: {} of about {} dots.", asked, placed,
                 asked);
}

std::string session_not_finished(std::size_t session, std::size_t placed, std::size_t asked) {
  return say_for("Not finished: treatment session {} has {} of about {} dot.",
                 "Not finished: treatment session {} has {} of about {} dots.", asked, session, placed,
                 asked);
}

std::string more_make_it_worth_judging(std::size_t more) {
  return say_count("{} more makes it worth judging.", "{} more make it worth judging.", more);
}

std::string dots_healed(std::size_t kept, std::size_t earlier) {
  return say_for("The skin has healed. {} of {} dot is to be seen.",
                 "The skin has healed. {} of {} dots are to be seen.", earlier, kept, earlier);
}

std::string more_for_this_session(std::size_t more, double percent) {
  return say_count(
      "In this session {} more brings it to {:.0f} % of the final density: set it between what is there.",
      "In this session {} more bring it to {:.0f} % of the final density: set them between what is there.",
      more, percent);
}

std::string dots_blown_out(std::size_t n, std::size_t of, double percent, double most_percent) {
  return say_for("{} of {} dot blew out ({:.1f} %, at most {:.1f} %).",
                 "{} of {} dots blew out ({:.1f} %, at most {:.1f} %).", of, n, of, percent, most_percent);
}

std::string dots_outside_zone(std::size_t n, std::size_t of, double percent, double most_percent) {
  return say_for("{} of {} dot lies outside the field ({:.1f} %, at most {:.1f} %).",
                 "{} of {} dots lie outside the field ({:.1f} %, at most {:.1f} %).", of, n, of, percent,
                 most_percent);
}

std::string dots_forbidden(std::size_t n, double most) {
  return say_count("One dot lies where no needle may go (at most {1:.0f}).",
                   "{} dots lie where no needle may go (at most {:.0f}).", n, most);
}

std::string answers_wrong(std::size_t n, std::size_t of, double most) {
  return say_for("{} of {} question was answered wrongly or left open (at most {:.0f}).",
                 "{} of {} questions were answered wrongly or left open (at most {:.0f}).", of, n, of, most);
}

std::string marks_through_skin(std::size_t n, std::size_t of) {
  return say_for("{} of {} mark went through the skin.", "{} of {} marks went through the skin.", of, n, of);
}

std::string marks_too_shallow(std::size_t n, std::size_t of) {
  return say_for("{} of {} mark is too shallow to relax it.", "{} of {} marks are too shallow to relax it.",
                 of, n, of);
}

std::string dots_light_on_slack_skin(std::size_t n) {
  return say_count("One dot is too light, placed in slack skin.",
                   "{} dots are too light, placed in slack skin.", n);
}

std::string dots_light_out_of_reach(std::size_t n) {
  return say_count("One dot is too light: the needle hung out too little to reach the band.",
                   "{} dots are too light: the needle hung out too little to reach the band.", n);
}

std::string dots_too_large_by(std::size_t n, const std::string& needle) {
  return say_count("One dot is too large: {1} is not this zone's needle.",
                   "{} dots are too large: {} is not this zone's needle.", n, needle);
}

std::string dots_too_small_by(std::size_t n, const std::string& needle) {
  return say_count("One dot is too small: {1} is not this zone's needle.",
                   "{} dots are too small: {} is not this zone's needle.", n, needle);
}

}  // namespace trainer::words
