#include "trainer/app/reader.h"

#include <atomic>

#include "tests/trainer/app/work.h"
#include "trainer/app/lookup.h"

using namespace rooms;

TEST_CASE("what is read is taken once it is there, and one disk keeps no other back") {
  std::promise<void> answer;
  app::Reader reader;
  auto slow = reader.read([answered = answer.get_future().share()] {
    answered.wait();
    return 1;
  });
  auto quick = reader.read([] { return 2; });
  CHECK(quick.get() == 2);
  CHECK_FALSE(app::taken(slow));
  CHECK_FALSE(reader.at_rest());
  answer.set_value();
  reader.wait();
  CHECK(reader.at_rest());
  CHECK(app::taken(slow) == 1);
  CHECK_FALSE(app::taken(slow));
}

TEST_CASE("whoever goes away does not wait for what he asked for") {
  Disk disk;
  app::Reader reader({}, [&] { disk.pass(); });
  disk.let(false);
  {
    auto nobodys = reader.read([] { return 1; });
  }
  CHECK_FALSE(reader.at_rest());
  disk.let(true);
  reader.wait();
}

TEST_CASE("one look at a time, and what was asked for meanwhile is looked at after it") {
  Disk disk;
  app::Reader reader({}, [&] { disk.pass(); });
  std::atomic<int> looks = 0, at_once = 0, most = 0;
  app::Lookup<int> lookup(reader, [&] {
    most = std::max(most.load(), ++at_once);
    --at_once;
    return ++looks;
  });
  CHECK_FALSE(lookup.found());
  disk.let(false);
  for (int i = 0; i < 5; ++i) lookup.ask();
  lookup.follow();
  CHECK_FALSE(lookup.found());
  disk.let(true);
  lookup.wait();
  CHECK(lookup.found() == 2);
  CHECK(lookup.version() == 2);
  CHECK(most == 1);
}
