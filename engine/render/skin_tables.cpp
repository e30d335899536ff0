#include "engine/render/skin_tables.h"

#include <future>

#include "engine/render/relief.h"
#include "engine/render/scatter.h"

namespace engine::render {
namespace {

const std::shared_future<SkinTables>& coming() {
  static const std::shared_future<SkinTables> tables = std::async(std::launch::async, [] {
    return SkinTables{make_relief_tile(), make_scatter_table()};
  });
  return tables;
}

}  // namespace

void begin_skin_tables() {
  coming();
}

const SkinTables& skin_tables() {
  return coming().get();
}

}  // namespace engine::render
