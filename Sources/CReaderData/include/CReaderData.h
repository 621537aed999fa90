// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
#ifndef PAMPHLET_READER_DATA_H
#define PAMPHLET_READER_DATA_H

#include <stddef.h>

/// A file of `Index/reader`, as it was when the program was built.
struct pamphlet_reader_file {
  /// Name without its extension: the tag of a language, `frame`, `text`, `print` or `reader`.
  const char *name;
  const unsigned char *bytes;
  size_t length;
};

/// The file with a number; null behind the last.
const struct pamphlet_reader_file *pamphlet_reader_file(size_t number);

#endif
