// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#ifndef CX_QUERY_PROGRAM_HPP
#define CX_QUERY_PROGRAM_HPP

#include "CXapian.h"
#include "deadline.hpp"

#include <xapian.h>

namespace cx {

/// Builds the query of a search's program such that the deadline ends it.
Xapian::Query make_query(
    const cx_search &search, const Xapian::Database &database, Deadline &deadline);

}  // namespace cx

#endif
