// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "CSandbox.h"

#include "filter.hpp"
#include "landlock.hpp"

// Landlock first, because the filter denies the Landlock system calls.

int cs_confine_reader(void) {
  int held = fence_reader() ? CS_LANDLOCK : 0;
  return held | (filter_reader() ? CS_SECCOMP : 0);
}

int cs_confine_worker(void) {
  int held = fence_worker() ? CS_LANDLOCK : 0;
  return held | (filter_worker() ? CS_SECCOMP : 0);
}
