// The header of a record as bytes and back. Decoding is total: any bytes give either values within the stated
// ranges or an Error.
#pragma once

#include <optional>

#include "engine/core/result.h"
#include "trainer/store/bytes.h"
#include "trainer/store/record_header.h"

namespace trainer::store {

Bytes encode_header(const RecordHeader& header);
engine::core::Result<RecordHeader> decode_header(ByteView payload);
// A text that is too long, or nothing.
std::optional<engine::core::Error> range_fault(const RecordHeader& header);

}  // namespace trainer::store
