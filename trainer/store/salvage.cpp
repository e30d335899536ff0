#include "trainer/store/salvage.h"

#include <filesystem>

#include "trainer/store/files.h"

namespace trainer::store {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

Result<Record> good_part(const std::string& path) {
  auto record = read_record(path, ReadMode::Salvage);
  if (!record) return record;
  if (!record->salvaged) return fail(Error{.message = "is not damaged", .file = path});
  if (record->finished) return fail(Error{.message = "is finished; nothing can be added", .file = path});
  return record;
}

Result<std::string> mend(const std::string& path) {
  const auto good = good_part(path);
  if (!good) return fail(good.error());
  auto header = good->header;
  header.branch = Branch{good->head, good->valid_frames - 1};
  const auto stem = std::filesystem::path(path).replace_extension().string() + "-mended";
  const std::string mended = free_name(stem, kRecordEnding);
  if (auto written = write_record(mended, header, {good->lesson_bytes, good->equipment_bytes}, good->events);
      !written)
    return fail(written.error());
  return mended;
}

}  // namespace trainer::store
