// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "filter.hpp"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <initializer_list>
#include <vector>

namespace {

#if defined(__x86_64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned kArchitecture = 0;
#endif

constexpr unsigned kAllow = SECCOMP_RET_ALLOW;
constexpr unsigned kRefuse = SECCOMP_RET_ERRNO | EPERM;
// Set in the numbers of x32 system calls.
constexpr unsigned kForeignBit = 0x40000000;

// A BPF program that decides system calls by number and arguments.
class Filter {
 public:
  Filter() {
    load(offsetof(seccomp_data, arch));
    returns_unless_equal(kArchitecture, kRefuse);
    load(offsetof(seccomp_data, nr));
    // Higher numbers belong to the x32 interface.
    add(BPF_JMP | BPF_JGE | BPF_K, kForeignBit, 0, 1);
    add(BPF_RET | BPF_K, kRefuse);
  }

  // Decides calls by number alone.
  void decide(std::initializer_list<int> calls, unsigned action) {
    for (int call : calls) {
      add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 1);
      add(BPF_RET | BPF_K, action);
    }
  }

  // Allows a call if an argument has none of these bits set.
  void allow_without_bits(int call, int argument, unsigned bits) {
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 4);
    load(low_word(argument));
    add(BPF_JMP | BPF_JSET | BPF_K, bits, 1, 0);
    add(BPF_RET | BPF_K, kAllow);
    add(BPF_RET | BPF_K, kRefuse);
  }

  // Allows a call if an argument equals the value given in two halves.
  void allow_with(int call, int argument, unsigned low, unsigned high) {
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 6);
    load(low_word(argument));
    add(BPF_JMP | BPF_JEQ | BPF_K, low, 0, 3);
    load(low_word(argument) + 4);
    add(BPF_JMP | BPF_JEQ | BPF_K, high, 0, 1);
    add(BPF_RET | BPF_K, kAllow);
    add(BPF_RET | BPF_K, kRefuse);
  }

  // Activates the filter; `otherwise` applies to calls not decided so far.
  bool install(unsigned otherwise) {
    add(BPF_RET | BPF_K, otherwise);
    if (kArchitecture == 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
    sock_fprog program{static_cast<unsigned short>(code_.size()), code_.data()};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
  }

 private:
  static unsigned low_word(int argument) {
    return static_cast<unsigned>(offsetof(seccomp_data, args) + 8 * argument);
  }

  void load(size_t offset) { add(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset)); }

  void returns_unless_equal(unsigned value, unsigned action) {
    add(BPF_JMP | BPF_JEQ | BPF_K, value, 1, 0);
    add(BPF_RET | BPF_K, action);
  }

  void add(int operation, unsigned value, int if_true = 0, int if_false = 0) {
    code_.push_back({static_cast<unsigned short>(operation), static_cast<unsigned char>(if_true),
                     static_cast<unsigned char>(if_false), value});
  }

  std::vector<sock_filter> code_;
};

constexpr unsigned kWriting = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;

}  // namespace

bool filter_reader() {
  Filter filter;
  filter.decide(
      {
#if defined(__x86_64__)
          SYS_access, SYS_stat, SYS_lstat, SYS_readlink, SYS_time, SYS_getdents,
#endif
          SYS_read, SYS_pread64, SYS_readv, SYS_write, SYS_writev, SYS_close, SYS_lseek, SYS_fstat,
          SYS_newfstatat, SYS_statx, SYS_statfs, SYS_fstatfs, SYS_faccessat, SYS_faccessat2,
          SYS_readlinkat, SYS_getdents64, SYS_getcwd, SYS_fcntl, SYS_mmap, SYS_munmap, SYS_mremap,
          SYS_mprotect, SYS_madvise, SYS_brk, SYS_futex, SYS_set_robust_list, SYS_rseq,
          SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack, SYS_getrandom,
          SYS_clock_gettime, SYS_clock_getres, SYS_gettimeofday, SYS_clock_nanosleep, SYS_nanosleep,
          SYS_sched_yield, SYS_sched_getaffinity, SYS_getpid, SYS_getppid, SYS_gettid, SYS_getuid,
          SYS_geteuid, SYS_getgid, SYS_getegid, SYS_uname, SYS_sysinfo, SYS_getrusage, SYS_exit,
          SYS_exit_group},
      kAllow);
  // Allows reading limits but not setting them.
  filter.allow_with(SYS_prlimit64, 2, 0, 0);
  // abort() sends a signal to its own process.
  filter.allow_with(SYS_tgkill, 0, static_cast<unsigned>(getpid()), 0);
#if defined(__x86_64__)
  filter.allow_without_bits(SYS_open, 1, kWriting);
#endif
  filter.allow_without_bits(SYS_openat, 2, kWriting);
  return filter.install(kRefuse);
}

bool filter_worker() {
  Filter filter;
  filter.decide(
      {SYS_socket, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4, SYS_ptrace,
       SYS_process_vm_readv, SYS_process_vm_writev, SYS_bpf, SYS_perf_event_open, SYS_userfaultfd,
       SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register, SYS_keyctl, SYS_add_key,
       SYS_request_key, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_setns, SYS_unshare,
       SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_reboot, SYS_swapon,
       SYS_swapoff, SYS_open_by_handle_at, SYS_settimeofday, SYS_clock_settime, SYS_sethostname,
       SYS_acct, SYS_quotactl, SYS_syslog},
      kRefuse);
  return filter.install(kAllow);
}
