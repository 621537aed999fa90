// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
#ifndef PAMPHLET_ATTRIBUTION_DATA_H
#define PAMPHLET_ATTRIBUTION_DATA_H

#include <stddef.h>

/// A file of `Index/attribution`, as it was when the program was built.
struct pamphlet_file {
  /// Name without its extension: the tag of a language, or `speakers`.
  const char *name;
  const unsigned char *bytes;
  size_t length;
};

/// The file with a number; null behind the last.
const struct pamphlet_file *pamphlet_attribution_file(size_t number);

#endif
