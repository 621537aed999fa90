// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Denies all access to files except reading programs, fonts and font configuration.
bool fence_reader();

// Allows reading all files, but writing only to /dev/null.
bool fence_worker();
