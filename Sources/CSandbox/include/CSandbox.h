// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
// Takes from the running process what reading foreign bytes does not need. What is taken is gone for
// good, for the programs that it starts as well.
#pragma once

#ifdef __cplusplus
#define CS_API extern "C" __attribute__((visibility("default")))
#else
#define CS_API
#endif

/// What holds from now on; 0 if the kernel has none of it.
enum cs_protection {
  /// System calls are filtered (seccomp).
  CS_SECCOMP = 1,
  /// Files and TCP are out of reach (Landlock).
  CS_LANDLOCK = 2,
};

/// For a process that reads its input and writes its answer: no network, no file to be written, no new
/// process or thread; of files it sees programs, fonts and their configuration alone.
CS_API int cs_confine_reader(void);

/// For a process that starts such readers: no network, no file to be written but /dev/null, and no
/// system call that is for debuggers and administrators.
CS_API int cs_confine_worker(void);
