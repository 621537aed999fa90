// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts the storage calls that a process and its children make below one folder, and makes one of
// them fail. Loaded before libc (LD_PRELOAD), it needs neither root nor permission to trace.
//
//   FAULT_PATH      the folder; with FAULT_EXACT=1, only this file itself
//   FAULT_CALLS     kinds of calls to count, separated by commas; all by default
//   FAULT_COUNTER   an 8-byte file with the count, shared by all processes
//   FAULT_POSITION  the call that fails; 0 for none, -1 for every call
//   FAULT_ERROR     the errno to fail with; 0 to send a signal instead; -1 to read or write only half
//                   of the bytes
//   FAULT_SIGNAL    the signal sent to the process group before the call is made
//   FAULT_SKIP_SYNC=1 reports success for syncs without doing them, to measure their cost
//   FAULT_RECORD    a file for one line per counted call: position, pid, kind, path, flags

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *folder, *calls, *record;
static size_t folder_length;
static int exact, error_number, signal_number, skip_sync;
static long fail_at;
static atomic_long *counter;
static _Thread_local int halved;

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("FAULT_COUNTER");
  folder = getenv("FAULT_PATH");
  if (!folder || !name) return;
  int file = (int)syscall(SYS_openat, AT_FDCWD, name, O_RDWR | O_CLOEXEC);
  if (file < 0) return;
  void *memory = mmap(NULL, sizeof(long), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  syscall(SYS_close, file);
  if (memory == MAP_FAILED) return;
  const char *text;
  exact = (text = getenv("FAULT_EXACT")) != NULL && *text == '1';
  fail_at = (text = getenv("FAULT_POSITION")) != NULL ? atol(text) : 0;
  error_number = (text = getenv("FAULT_ERROR")) != NULL ? atoi(text) : 0;
  signal_number = (text = getenv("FAULT_SIGNAL")) != NULL ? atoi(text) : 0;
  skip_sync = getenv("FAULT_SKIP_SYNC") != NULL;
  calls = getenv("FAULT_CALLS");
  record = getenv("FAULT_RECORD");
  folder_length = strlen(folder);
  counter = memory;
}

static int concerns(const char *path) {
  if (strncmp(path, folder, folder_length) != 0) return 0;
  const char *rest = path + folder_length;
  if (exact) return *rest == 0;
  return *rest == 0 || *rest == '/' || strncmp(rest, " (deleted)", 10) == 0;
}

static int is_counted(const char *kind) {
  if (!calls) return 1;
  size_t length = strlen(kind);
  for (const char *at = calls; (at = strstr(at, kind)) != NULL; at += length)
    if ((at == calls || at[-1] == ',') && (at[length] == 0 || at[length] == ',')) return 1;
  return 0;
}

// The path of a descriptor, or of a name relative to one.
static void resolve(int descriptor, const char *name, char path[PATH_MAX]) {
  size_t length = 0;
  path[0] = 0;
  if (!name || *name != '/') {
    char link[64];
    if (descriptor == AT_FDCWD) strcpy(link, "/proc/self/cwd");
    else snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t count = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
    length = count < 0 ? 0 : (size_t)count;
    path[length] = 0;
    if (!name || !*name) return;
    if (length + 1 < PATH_MAX) path[length++] = '/';
  }
  snprintf(path + length, PATH_MAX - length, "%s", name);
}

// Counts a call. Returns whether it must fail; if so, errno is set.
static int fails(const char *kind, int descriptor, const char *name, long flags) {
  halved = 0;
  if (!counter || (!name && descriptor < 0)) return 0;
  int before = errno;
  char path[PATH_MAX];
  resolve(descriptor, name, path);
  if (!concerns(path) || !is_counted(kind)) {
    errno = before;
    return 0;
  }
  long position = atomic_fetch_add(counter, 1) + 1;
  int hit = fail_at != 0 && (fail_at == -1 || position == fail_at);
  if (record) {
    char line[PATH_MAX + 128];
    int length = snprintf(line, sizeof line, "%ld\t%d\t%s\t%s\t%lx%s\n", position, (int)getpid(),
                          kind, path, flags, hit ? "\tHIT" : "");
    int file = (int)syscall(SYS_openat, AT_FDCWD, record, O_WRONLY | O_APPEND | O_CLOEXEC);
    if (file >= 0) {
      syscall(SYS_write, file, line, (size_t)length);
      syscall(SYS_close, file);
    }
  }
  if (hit && signal_number) syscall(SYS_kill, 0, signal_number);
  halved = hit && error_number < 0;
  errno = hit && error_number > 0 ? error_number : before;
  return hit && error_number > 0;
}

#define DEFINE(result, function, parameters, arguments, kind, descriptor, path, flags, failed) \
  result function parameters {                                                                 \
    static result(*real) parameters;                                                           \
    if (!real) *(void **)&real = dlsym(RTLD_NEXT, #function);                                  \
    return fails(kind, descriptor, path, flags) ? (failed) : real arguments;                   \
  }

// A call that transfers `count` bytes.
#define DEFINE_MOVE(function, parameters, arguments, kind, descriptor)  \
  ssize_t function parameters {                                         \
    static ssize_t(*real) parameters;                                   \
    if (!real) *(void **)&real = dlsym(RTLD_NEXT, #function);           \
    if (fails(kind, descriptor, NULL, 0)) return -1;                    \
    if (halved) count -= count / 2;                                     \
    return real arguments;                                              \
  }

#define MODE(last)                             \
  mode_t mode = 0;                             \
  if (flags & (O_CREAT | __O_TMPFILE)) {       \
    va_list list;                              \
    va_start(list, last);                      \
    mode = va_arg(list, mode_t);               \
    va_end(list);                              \
  }

int open(const char *path, int flags, ...) {
  MODE(flags)
  return fails("open", AT_FDCWD, path, flags)
           ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
int openat(int folder_descriptor, const char *path, int flags, ...) {
  MODE(flags)
  return fails("open", folder_descriptor, path, flags)
           ? -1 : (int)syscall(SYS_openat, folder_descriptor, path, flags, mode);
}
int open64(const char *, int, ...) __attribute__((alias("open")));
int openat64(int, const char *, int, ...) __attribute__((alias("openat")));
int __open_2(const char *path, int flags) { return open(path, flags); }
int __open64_2(const char *path, int flags) { return open(path, flags); }
int __openat_2(int at, const char *path, int flags) { return openat(at, path, flags); }
int __openat64_2(int at, const char *path, int flags) { return openat(at, path, flags); }
DEFINE(FILE *, fopen, (const char *path, const char *mode), (path, mode), "open", AT_FDCWD, path, 0, NULL)
DEFINE(FILE *, fopen64, (const char *path, const char *mode), (path, mode), "open", AT_FDCWD, path, 0, NULL)
DEFINE(DIR *, opendir, (const char *path), (path), "open", AT_FDCWD, path, O_DIRECTORY, NULL)

DEFINE_MOVE(read, (int file, void *to, size_t count), (file, to, count), "read", file)
DEFINE_MOVE(pread, (int file, void *to, size_t count, off_t at), (file, to, count, at), "read", file)
DEFINE_MOVE(pread64, (int file, void *to, size_t count, off64_t at), (file, to, count, at), "read", file)
DEFINE_MOVE(readv, (int file, const struct iovec *to, int count), (file, to, count), "read", file)
DEFINE_MOVE(__read_chk, (int file, void *to, size_t count, size_t size), (file, to, count, size), "read", file)
DEFINE_MOVE(__pread_chk, (int file, void *to, size_t count, off_t at, size_t size), (file, to, count, at, size), "read", file)
DEFINE_MOVE(__pread64_chk, (int file, void *to, size_t count, off64_t at, size_t size), (file, to, count, at, size), "read", file)

DEFINE_MOVE(write, (int file, const void *from, size_t count), (file, from, count), "write", file)
DEFINE_MOVE(pwrite, (int file, const void *from, size_t count, off_t at), (file, from, count, at), "write", file)
DEFINE_MOVE(pwrite64, (int file, const void *from, size_t count, off64_t at), (file, from, count, at), "write", file)
DEFINE_MOVE(writev, (int file, const struct iovec *from, int count), (file, from, count), "write", file)
DEFINE_MOVE(copy_file_range, (int from, off64_t *at, int to, off64_t *there, size_t count, unsigned flags), (from, at, to, there, count, flags), "write", to)
DEFINE_MOVE(sendfile, (int to, int from, off_t *at, size_t count), (to, from, at, count), "write", to)
DEFINE_MOVE(sendfile64, (int to, int from, off64_t *at, size_t count), (to, from, at, count), "write", to)

static int sync_by(int call, int file) {
  if (fails("sync", file, NULL, 0)) return -1;
  return skip_sync ? 0 : (int)syscall(call, file);
}
int fsync(int file) { return sync_by(SYS_fsync, file); }
int fdatasync(int file) { return sync_by(SYS_fdatasync, file); }
int syncfs(int file) { return sync_by(SYS_syncfs, file); }

DEFINE(int, rename, (const char *from, const char *to), (from, to), "rename", AT_FDCWD, to, 0, -1)
DEFINE(int, renameat, (int from_at, const char *from, int to_at, const char *to), (from_at, from, to_at, to), "rename", to_at, to, 0, -1)
DEFINE(int, renameat2, (int from_at, const char *from, int to_at, const char *to, unsigned flags), (from_at, from, to_at, to, flags), "rename", to_at, to, 0, -1)
DEFINE(int, link, (const char *from, const char *to), (from, to), "link", AT_FDCWD, to, 0, -1)
DEFINE(int, linkat, (int from_at, const char *from, int to_at, const char *to, int flags), (from_at, from, to_at, to, flags), "link", to_at, to, 0, -1)
DEFINE(int, unlink, (const char *path), (path), "unlink", AT_FDCWD, path, 0, -1)
DEFINE(int, unlinkat, (int at, const char *path, int flags), (at, path, flags), "unlink", at, path, 0, -1)
DEFINE(int, rmdir, (const char *path), (path), "unlink", AT_FDCWD, path, 0, -1)
DEFINE(int, ftruncate, (int file, off_t size), (file, size), "truncate", file, NULL, 0, -1)
DEFINE(int, ftruncate64, (int file, off64_t size), (file, size), "truncate", file, NULL, 0, -1)
DEFINE(int, mkdir, (const char *path, mode_t mode), (path, mode), "mkdir", AT_FDCWD, path, 0, -1)
DEFINE(int, mkdirat, (int at, const char *path, mode_t mode), (at, path, mode), "mkdir", at, path, 0, -1)

DEFINE(int, stat, (const char *path, struct stat *to), (path, to), "stat", AT_FDCWD, path, 0, -1)
DEFINE(int, stat64, (const char *path, struct stat64 *to), (path, to), "stat", AT_FDCWD, path, 0, -1)
DEFINE(int, lstat, (const char *path, struct stat *to), (path, to), "stat", AT_FDCWD, path, 0, -1)
DEFINE(int, lstat64, (const char *path, struct stat64 *to), (path, to), "stat", AT_FDCWD, path, 0, -1)
DEFINE(int, fstat, (int file, struct stat *to), (file, to), "stat", file, NULL, 0, -1)
DEFINE(int, fstat64, (int file, struct stat64 *to), (file, to), "stat", file, NULL, 0, -1)
DEFINE(int, fstatat, (int at, const char *path, struct stat *to, int flags), (at, path, to, flags), "stat", at, path, 0, -1)
DEFINE(int, fstatat64, (int at, const char *path, struct stat64 *to, int flags), (at, path, to, flags), "stat", at, path, 0, -1)
DEFINE(int, statx, (int at, const char *path, int flags, unsigned mask, struct statx *to), (at, path, flags, mask, to), "stat", at, path, 0, -1)
DEFINE(int, access, (const char *path, int mode), (path, mode), "stat", AT_FDCWD, path, 0, -1)
DEFINE(int, chmod, (const char *path, mode_t mode), (path, mode), "chmod", AT_FDCWD, path, 0, -1)
DEFINE(int, fchmod, (int file, mode_t mode), (file, mode), "chmod", file, NULL, 0, -1)
DEFINE(void *, mmap, (void *at, size_t size, int protection, int flags, int file, off_t from), (at, size, protection, flags, file, from), "map", file, NULL, 0, MAP_FAILED)
