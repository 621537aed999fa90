// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
#include "CAttributionData.h"

static const unsigned char de[] = {
#embed "../../Index/attribution/de.txt" suffix(,)
  0,
};
static const unsigned char en[] = {
#embed "../../Index/attribution/en.txt" suffix(,)
  0,
};
static const unsigned char es[] = {
#embed "../../Index/attribution/es.txt" suffix(,)
  0,
};
static const unsigned char fr[] = {
#embed "../../Index/attribution/fr.txt" suffix(,)
  0,
};
static const unsigned char it[] = {
#embed "../../Index/attribution/it.txt" suffix(,)
  0,
};
static const unsigned char nl[] = {
#embed "../../Index/attribution/nl.txt" suffix(,)
  0,
};
static const unsigned char pt[] = {
#embed "../../Index/attribution/pt.txt" suffix(,)
  0,
};
static const unsigned char ru[] = {
#embed "../../Index/attribution/ru.txt" suffix(,)
  0,
};
static const unsigned char speakers[] = {
#embed "../../Index/attribution/speakers.txt" suffix(,)
  0,
};

#define FILE(name) {#name, name, sizeof name - 1}

static const struct pamphlet_file files[] = {
  FILE(de),
  FILE(en),
  FILE(es),
  FILE(fr),
  FILE(it),
  FILE(nl),
  FILE(pt),
  FILE(ru),
  FILE(speakers),
};

const struct pamphlet_file *pamphlet_attribution_file(size_t number) {
  return number < sizeof files / sizeof *files ? &files[number] : 0;
}
