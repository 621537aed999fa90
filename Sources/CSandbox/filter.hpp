// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Only the system calls that reading needs; all others fail with EPERM.
bool filter_reader();

// All system calls but those that reach the network, other processes or the kernel.
bool filter_worker();
