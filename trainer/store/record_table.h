// The tables of a record file and how frames are put in and taken out. Private to the store.
//
// `chunk` holds the frames. `closing` holds one row while the file is properly closed: how many frames
// there are and their chain head, so that frames lost from the end are noticed, which the chain cannot. It
// also says how far the work has come, where that was told.
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "trainer/store/database.h"
#include "trainer/store/frame.h"
#include "trainer/store/record_decoder.h"
#include "trainer/store/standing.h"

namespace trainer::store {

// SQLITE_OK or a failure; to be called within a transaction of an empty file.
[[nodiscard]] int make_tables(Database& database);
[[nodiscard]] int put_frames(Database& database, std::uint64_t first_seq, std::span<const Bytes> frames);
[[nodiscard]] int put_closing(Database& database, const Chain& chain,
                              const std::optional<Standing>& standing);
// As the closing row has it; nothing when there is no row or none in it.
std::optional<Standing> standing_in(Database& database);
[[nodiscard]] int drop_closing(Database& database);

// What a file holds, as far as it can be read.
struct Scan {
  RecordDecoder decoder;
  std::string damage;         // empty: none
  bool closed = false;        // a closing row that fits
  bool never_closed = false;  // no closing row
};

// Whose file it is, and of which format, before anything else of it is believed. `damage` is set when it only
// opens with tolerance.
engine::core::Result<void> check_owner(Database& database, const std::string& path, std::string& damage);

// Error: not a record, in use, another format, geometry or scorer.
engine::core::Result<Scan> scan(Database& database, const std::string& path);

// The sentence for a failed SQLite call on this file.
engine::core::Error sqlite_error(const Database& database, int code, const std::string& path);

}  // namespace trainer::store
