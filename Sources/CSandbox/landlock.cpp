// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "landlock.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

// Rights of later Landlock versions, which the headers of stable Debian do not define yet.
constexpr uint64_t kTruncate = uint64_t{1} << 14;
constexpr uint64_t kDevice = uint64_t{1} << 15;
constexpr uint64_t kAllTCP = 3;
constexpr uint64_t kAllScopes = 3;

constexpr uint64_t kReading =
    LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE;
// All thirteen rights of the first version.
constexpr uint64_t kFirst = (uint64_t{1} << 13) - 1;

// The kernel's structure in its latest form; older kernels are passed a shorter one.
struct Attributes {
  uint64_t files;
  uint64_t network;
  uint64_t scopes;
};

class Fence {
 public:
  // Restricts all rights that this kernel knows, except those in `kept`.
  explicit Fence(uint64_t kept) {
    long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return;
    uint64_t all = kFirst;
    if (version >= 2) all |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3) all |= kTruncate;
    if (version >= 5) all |= kDevice;
    handled_ = all & ~kept;
    Attributes attributes{handled_, version >= 4 ? kAllTCP : 0, version >= 6 ? kAllScopes : 0};
    size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    rules_ = static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, size, 0));
  }

  Fence(const Fence &) = delete;
  Fence &operator=(const Fence &) = delete;

  ~Fence() {
    if (rules_ >= 0) close(rules_);
  }

  // Grants rights to a file, or below a folder; missing paths are ignored.
  void allow(const std::string &path, uint64_t rights) {
    int place = open(path.c_str(), O_PATH | O_CLOEXEC);
    if (place < 0) return;
    landlock_path_beneath_attr rule{rights & handled_, place};
    syscall(SYS_landlock_add_rule, rules_, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(place);
  }

  bool install() {
    return rules_ >= 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           syscall(SYS_landlock_restrict_self, rules_, 0) == 0;
  }

 private:
  int rules_ = -1;
  uint64_t handled_ = 0;
};

}  // namespace

bool fence_reader() {
  Fence fence(0);
  for (const char *path : {"/usr", "/lib", "/lib64", "/etc/fonts", "/opt", "/var/cache/fontconfig",
                           "/var/lib/ghostscript", "/var/lib/defoma"}) {
    fence.allow(path, kReading);
  }
  fence.allow("/etc/ld.so.cache", LANDLOCK_ACCESS_FS_READ_FILE);
  if (const char *home = getenv("HOME")) {
    for (const char *path : {"/.fonts", "/.local/share/fonts", "/.config/fontconfig",
                             "/.cache/fontconfig", "/.fonts.conf"}) {
      fence.allow(std::string(home) + path,
                  std::string(path) == "/.fonts.conf" ? LANDLOCK_ACCESS_FS_READ_FILE : kReading);
    }
  }
  return fence.install();
}

bool fence_worker() {
  Fence fence(kReading);
  fence.allow("/dev/null", LANDLOCK_ACCESS_FS_WRITE_FILE | kTruncate);
  return fence.install();
}
