// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
//
// Sums over documents that add up when databases are merged, whatever becomes of document ids.

#ifndef CX_SUMS_HPP
#define CX_SUMS_HPP

#include "CXapian.h"

#include <xapian.h>

#include <string>

namespace cx {

/// Adds what a document holds; one of a database is read whole.
void add(cx_sums &sums, const Xapian::Document &document);

/// Adds `count` occurrences of a word to those of the spelling dictionary.
void add_spelling(cx_sums &sums, const std::string &word, uint64_t count);

/// Adds an entry of the metadata.
void add_metadata(cx_sums &sums, const std::string &key, const std::string &value);

/// Takes `part` out of `sums`.
void subtract(cx_sums &sums, const cx_sums &part);

}  // namespace cx

#endif
