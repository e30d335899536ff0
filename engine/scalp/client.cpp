#include "engine/scalp/client.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/scalp/hair.h"
#include "engine/scalp/head_surface.h"

namespace engine::scalp {

namespace {

core::Error unknown(const char* what, const std::string& found, const std::vector<std::string>& known) {
  return {.message = fmt::format("no such {}: \"{}\"; expected one of {}", what, found, fmt::join(known, ", ")), .file = {}, .line = {}, .column = {}, .field = what};
}

}  // namespace

core::Result<Canvas> make_head_canvas(const Client& client) {
  const auto shape = head_shape(client.head_shape);
  if (!shape) return core::fail(unknown("head_shape", client.head_shape, head_shape_names()));
  const auto classes = loss_class_names();
  if (std::find(classes.begin(), classes.end(), client.loss_class) == classes.end())
    return core::fail(unknown("loss_class", client.loss_class, classes));
  return Canvas(std::make_shared<const HeadSurface>(*shape));
}

}  // namespace engine::scalp
