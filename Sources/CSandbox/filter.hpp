// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Allows only the system calls needed for reading; all others fail with EPERM.
bool filter_reader();

// Denies system calls that reach the network, other processes or the kernel; allows all others.
bool filter_worker();
