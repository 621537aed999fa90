// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
// Linux functions that the headers declare only for GNU sources.
#pragma once

#include <stddef.h>

void *memmem(
    const void *text, size_t text_size, const void *wanted, size_t wanted_size);
int memfd_create(const char *name, unsigned int flags);
int pipe2(int descriptors[2], int flags);
long copy_file_range(
    int from, long *from_offset, int to, long *to_offset, size_t size, unsigned int flags);
int posix_spawn_file_actions_addclosefrom_np(void *actions, int from);
