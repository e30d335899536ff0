// F01: a program that is killed while it records loses nothing that it had acknowledged.
// SMP_KILL_ROUNDS sets how many kills (default 40).
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "drawn_events.h"
#include "engine/core/moment.h"
#include "trainer/store/record_writer.h"

using engine::core::AttemptTime;

using namespace trainer::store;
using namespace store_test;

namespace {

AttemptEvent event_number(std::uint64_t i) {
  const AttemptTime t_us{static_cast<std::int64_t>(i) * 60'000};
  return moved(t_us, static_cast<std::int32_t>(i % 60'000), static_cast<std::int32_t>(i / 60'000),
               i % 2 == 0);
}

// In the child: append as fast as it goes, tell every new acknowledged count. Never returns.
[[noreturn]] void practise(const std::string& path, int pipe) {
  auto continued = RecordWriter::continue_from(path);
  if (!continued) ::_exit(3);
  std::uint64_t number = continued->record.events.size();
  std::uint64_t told = number;
  if (::write(pipe, &told, sizeof told) != sizeof told) ::_exit(5);
  while (true) {
    for (int i = 0; i < 8; ++i)
      if (!continued->writer->append(event_number(number++))) ::_exit(4);
    const std::uint64_t acknowledged = continued->writer->acknowledged();
    if (acknowledged != told && ::write(pipe, &acknowledged, sizeof acknowledged) != sizeof acknowledged)
      ::_exit(5);
    told = acknowledged;
    std::this_thread::sleep_for(std::chrono::microseconds(200));
  }
}

struct Killed {
  std::uint64_t acknowledged = 0;  // with those of earlier rounds
  bool some_new = false;
  int status = 0;
};

// The time runs from the moment the record is open, or else from the start of the program.
Killed kill_after(const std::string& path, std::chrono::microseconds time, bool once_open) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(ends[0]);
    practise(path, ends[1]);
  }
  ::close(ends[1]);
  Killed killed;
  std::uint64_t value = 0;
  if (once_open) REQUIRE(::read(ends[0], &killed.acknowledged, sizeof value) == sizeof value);
  const std::uint64_t before = killed.acknowledged;
  std::this_thread::sleep_for(time);
  ::kill(child, SIGKILL);
  while (::read(ends[0], &value, sizeof value) == sizeof value) killed.acknowledged = value;
  killed.some_new = killed.acknowledged > before;
  ::close(ends[0]);
  ::waitpid(child, &killed.status, 0);
  return killed;
}

int rounds() {
  const char* wanted = std::getenv("SMP_KILL_ROUNDS");
  return wanted ? std::atoi(wanted) : 40;
}

}  // namespace

TEST_CASE("no acknowledged dot is lost when the program is killed") {
  const Folder folder;
  const auto lesson = lesson_bytes(4000);
  Draws draws(static_cast<std::uint64_t>(::getpid()));
  int with_acknowledged = 0, unclosed = 0;
  std::uint64_t recovered_beyond = 0;
  for (int round = 0; round < rounds(); ++round) {
    const std::string path = folder / ("round" + std::to_string(round % 10) + ".smprec");
    // The first ten rounds start records, later ones go on in them: a crash after a crash.
    if (round < 10) REQUIRE(write_record(path, header_of(lesson), lesson, {}));
    const auto killed =
        kill_after(path, std::chrono::microseconds(draws.within(2'000, 60'000)), round % 4 != 0);
    REQUIRE(WIFSIGNALED(killed.status));
    with_acknowledged += killed.some_new;

    const auto looked = read_record(path, ReadMode::Strict);  // changes nothing
    REQUIRE_MESSAGE(looked.has_value(), (looked ? "" : describe(looked.error())));
    unclosed += looked->unclosed;
    auto continued = RecordWriter::continue_from(path);
    REQUIRE(continued.has_value());
    const auto& events = continued->record.events;
    REQUIRE(events == looked->events);
    REQUIRE(events.size() >= killed.acknowledged);
    if (killed.acknowledged > 0) recovered_beyond += events.size() - killed.acknowledged;
    for (std::size_t i = 0; i < events.size(); ++i) REQUIRE(events[i] == event_number(i));
    REQUIRE(continued->writer->finish());
    REQUIRE(verify_record(path).value().intact);
  }
  MESSAGE(rounds() << " kills, " << with_acknowledged << " after an acknowledgement, " << unclosed
                   << " left unclosed, " << recovered_beyond << " events recovered beyond the acknowledged");
  CHECK(with_acknowledged * 4 > rounds());
}
