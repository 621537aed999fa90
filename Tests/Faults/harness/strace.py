# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""An alternative engine for injecting failures: strace, which also sees calls that bypass libc."""

import re
import subprocess
from pathlib import Path

from . import library
from .judge import judge

KINDS = {
    "open": "open", "openat": "open", "read": "read", "pread64": "read", "write": "write",
    "pwrite64": "write", "copy_file_range": "write", "sendfile": "write", "fsync": "sync",
    "fdatasync": "sync", "rename": "rename", "renameat": "rename", "renameat2": "rename",
    "unlink": "unlink", "unlinkat": "unlink", "rmdir": "unlink", "ftruncate": "truncate",
    "mkdir": "mkdir", "mkdirat": "mkdir",
}
ERRORS = ("EIO", "ENOSPC", "EMFILE", "EACCES")
LINE = re.compile(r"^(\d+) +(\w+)\((.*)")


def traced(session, scratch, operation, index, *options):
    """Runs an operation under strace; returns how it ended and the lines of the log."""
    log = Path(scratch, "strace")
    ended = session.program.run(
        *operation.command(index), timeout=120,
        under=("strace", "-f", "-y", "-qq", "-o", str(log), *options))
    return ended, log.read_text("utf8", "replace").splitlines()


def calls(session, scratch, index, operation):
    """Kind and path of every storage call below the index."""
    _, lines = traced(session, scratch, operation, index, "-e", "trace=" + ",".join(KINDS))
    found = []
    for line in lines:
        match = LINE.match(line)
        # libc opens folders itself to list them.
        if not match or "O_DIRECTORY" in line:
            continue
        paths = re.findall(r'["<](' + re.escape(str(index)) + r'[^">]*)[">]', match[3])
        if paths:
            kind = KINDS[match[2]]
            found.append((kind, paths[-1 if kind == "rename" or match[2] == "copy_file_range" else 0]))
    return found


def positions(session, scratch, index, operation):
    """For each system call, which of a thread's calls concern the index."""
    _, lines = traced(session, scratch, operation, index, "-e", "trace=" + ",".join(KINDS))
    counts, found = {}, set()
    for line in lines:
        match = LINE.match(line)
        if match:
            key = match[1], match[2]
            counts[key] = counts.get(key, 0) + 1
            if str(index) in match[3]:
                found.add((match[2], counts[key]))
    return sorted(found)


def run(session):
    """The fault `calls` with strace, which counts the calls of each thread separately."""
    cases = []
    for operation in session.operations():
        scratch = session.scratch()
        index = scratch / "index"
        library.copy(operation.base, index)
        cases += [(operation, call, number, error) for error in ERRORS
                  for call, number in positions(session, scratch, index, operation)]
    session.each(session.sample("calls", cases, session.times(24, len(cases))),
                 lambda case: attempt(session, *case))


def attempt(session, operation, call, number, error):
    scratch = session.scratch()
    index = scratch / "index"
    library.copy(operation.base, index)
    ended, lines = traced(session, scratch, operation, index, "-e", f"trace={call}",
                          "-e", f"inject={call}:error={error}:when={number}")
    hits = [line for line in lines if "INJECTED" in line]
    if not any(str(index) in line for line in hits) or any(str(index) not in line for line in hits):
        return
    verdict, why = judge(session.program, operation, index, ended, must_fail=KINDS[call] == "sync")
    session.results.add("calls", verdict, f"{operation.name}, {call} {number} {error}", why)


def can_trace():
    """Whether the system allows one process to trace another."""
    try:
        return subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True,
                              check=False).returncode == 0
    except FileNotFoundError:
        return False
