// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
#include <libxml/xmlversion.h>
// Without ICU's headers, which Swift has too: only the converters, unused here, would need them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
