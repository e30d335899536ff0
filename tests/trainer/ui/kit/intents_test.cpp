#include "trainer/ui/kit/intents.h"

#include <doctest/doctest.h>

#include <string>

using namespace trainer::ui;

namespace {

struct Go {
  int where = 0;
};
struct Say {
  std::string what;
};
using Both = IntentsOf<Go, Say>;

}  // namespace

TEST_CASE("what the controls say is kept in its order, commands and own requests alike") {
  Both intents;
  CHECK(intents.empty());
  intents.say(Command::Undo);
  intents.say(Go{3});
  intents.say(Both::One{Say{"ready"}});
  CHECK(intents.size() == 3);
  CHECK(std::get<Command>(intents[0]) == Command::Undo);
  CHECK(std::get<Go>(intents[1]).where == 3);
  CHECK(std::get<Say>(intents.back()).what == "ready");
}

TEST_CASE("parts that screens share know commands alone") {
  Both intents;
  Intents& shared = intents;
  shared.say(Command::OpenHelp);
  REQUIRE(intents.size() == 1);
  CHECK(std::get<Command>(intents.back()) == Command::OpenHelp);
}

TEST_CASE("every kind is visited by its own function") {
  Both intents;
  intents.say(Go{2});
  intents.say(Say{"x"});
  intents.say(Command::Back);
  std::string heard;
  for (const auto& one : intents)
    std::visit(Each{[&](Command) { heard += 'c'; },
                    [&](const Go& go) { heard += static_cast<char>('0' + go.where); },
                    [&](const Say& say) { heard += say.what; }},
               one);
  CHECK(heard == "2xc");
}
