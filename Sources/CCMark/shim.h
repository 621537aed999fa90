// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
