#include "trainer/app/pencil.h"

#include <doctest/doctest.h>

using engine::core::Mm;
using engine::scalp::Canvas;
using engine::scalp::Pad;
using trainer::app::Pencil;

namespace {

const Canvas kPad(Pad{Mm{60}, Mm{60}, Mm{1.18}});

}  // namespace

TEST_CASE("a drag leaves a point every millimetre") {
  Pencil pencil;
  CHECK_FALSE(pencil.is_line());
  int left = 0;
  for (int um = 0; um <= 10'000; um += 100) left += pencil.add(kPad, {10'000 + um, 20'000}) ? 1 : 0;
  CHECK(left == 11);
  CHECK(pencil.points().size() == 11);
  for (std::size_t i = 1; i < pencil.points().size(); ++i)
    CHECK(engine::scalp::chord(kPad, pencil.points()[i - 1], pencil.points()[i]).value >= 1.0);
}

TEST_CASE("nearer than a millimetre it is the same point, which stays where it was") {
  Pencil pencil;
  CHECK(pencil.add(kPad, {10'000, 20'000}));
  CHECK_FALSE(pencil.add(kPad, {10'990, 20'000}));
  CHECK(pencil.points().back().u_um == 10'000);
  CHECK_FALSE(pencil.is_line());
  CHECK(pencil.add(kPad, {11'000, 20'000}));
  CHECK(pencil.is_line());
}

TEST_CASE("points are taken back one by one, and no more than there are") {
  Pencil pencil;
  pencil.add(kPad, {10'000, 20'000});
  pencil.add(kPad, {15'000, 20'000});
  CHECK(pencil.take_back());
  CHECK(pencil.points().size() == 1);
  CHECK_FALSE(pencil.is_line());
  CHECK(pencil.take_back());
  CHECK_FALSE(pencil.take_back());
  pencil.add(kPad, {15'000, 20'000});
  pencil.clear();
  CHECK(pencil.points().empty());
}
