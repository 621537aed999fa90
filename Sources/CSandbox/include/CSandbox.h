// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
// Drops privileges that reading untrusted input does not need. The restrictions are permanent and
// inherited by child processes.
#pragma once

#ifdef __cplusplus
#define CS_API extern "C" __attribute__((visibility("default")))
#else
#define CS_API
#endif

/// Protections in force; 0 if the kernel supports none of them.
enum cs_protection {
  /// System calls are filtered (seccomp).
  CS_SECCOMP = 1,
  /// Access to files and TCP is restricted (Landlock).
  CS_LANDLOCK = 2,
};

/// Confines a process that only reads its input and writes its answer: no network, no writing to
/// files, no new processes or threads. It can read programs, fonts and font configuration only.
CS_API int cs_confine_reader(void);

/// Confines a process that starts such readers: no network, no writing to files except /dev/null,
/// and no system calls meant for debuggers and administrators.
CS_API int cs_confine_worker(void);
