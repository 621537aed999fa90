// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
// Calls of Linux that the headers show to GNU sources only.
#pragma once

int memfd_create(const char *name, unsigned int flags);
int pipe2(int descriptors[2], int flags);
