// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
#include "CReaderData.h"

static const unsigned char en[] = {
#embed "../../Index/reader/en.txt" suffix(,)
  0,
};
static const unsigned char de[] = {
#embed "../../Index/reader/de.txt" suffix(,)
  0,
};
static const unsigned char fr[] = {
#embed "../../Index/reader/fr.txt" suffix(,)
  0,
};
static const unsigned char frame[] = {
#embed "../../Index/reader/frame.css" suffix(,)
  0,
};
static const unsigned char text[] = {
#embed "../../Index/reader/text.css" suffix(,)
  0,
};
static const unsigned char print[] = {
#embed "../../Index/reader/print.css" suffix(,)
  0,
};
static const unsigned char reader[] = {
#embed "../../Index/reader/reader.js" suffix(,)
  0,
};

#define FILE(name) {#name, name, sizeof name - 1}

static const struct pamphlet_reader_file files[] = {
  FILE(en),
  FILE(de),
  FILE(fr),
  FILE(frame),
  FILE(text),
  FILE(print),
  FILE(reader),
};

const struct pamphlet_reader_file *pamphlet_reader_file(size_t number) {
  return number < sizeof files / sizeof *files ? &files[number] : 0;
}
