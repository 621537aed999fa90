// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#ifndef CX_DATABASE_HPP
#define CX_DATABASE_HPP

#include <xapian.h>

struct cx_database {
  Xapian::Database database;
};

#endif
