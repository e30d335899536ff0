#include "engine/gl/handle.h"

#include <doctest/doctest.h>

#include <type_traits>

namespace {

int living = 0;
GLuint next_name = 1;

struct Counted {
  static GLuint create() {
    ++living;
    return next_name++;
  }
  static void destroy(GLuint) { --living; }
};
using Handle = engine::gl::Handle<Counted>;

}  // namespace

static_assert(!std::is_copy_constructible_v<Handle>);
static_assert(std::is_nothrow_move_constructible_v<Handle>);

TEST_CASE("a handle frees its name once, also after moves") {
  living = 0;
  {
    Handle a = Handle::create();
    const GLuint name = a.name();
    Handle b = std::move(a);
    CHECK(b.name() == name);
    CHECK(living == 1);
    b = Handle::create();
    CHECK(living == 1);
    Handle& self = b;
    b = std::move(self);
    CHECK(living == 1);
    CHECK(static_cast<bool>(b));
  }
  CHECK(living == 0);
}
