// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
//
// Sums over documents that are additive when databases are merged, regardless of document ids.

#ifndef CX_SUMS_HPP
#define CX_SUMS_HPP

#include "CXapian.h"

#include <xapian.h>

#include <string>

namespace cx {

/// Adds the contents of a document; a document from a database is read completely.
void add(cx_sums &sums, const Xapian::Document &document);

/// Adds `count` occurrences of a word in the spelling dictionary.
void add_spelling(cx_sums &sums, const std::string &word, uint64_t count);

/// Adds a metadata entry.
void add_metadata(cx_sums &sums, const std::string &key, const std::string &value);

/// Subtracts `part` from `sums`.
void subtract(cx_sums &sums, const cx_sums &part);

}  // namespace cx

#endif
