// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Leaves of all files those that hold programs, fonts and their configuration, to be read.
bool fence_reader();

// Leaves all files to be read, and /dev/null to be written.
bool fence_worker();
