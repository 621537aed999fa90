# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""A disk that fills up, in nine sizes from too small to sufficient."""

import subprocess

from harness import library
from harness.judge import judge
from harness.results import BROKEN, SURVIVED
from harness.session import is_root

from .stub import READERS, answer, command, contents, judge_reader


def run(session):
    if not is_root():
        session.results.skip("disk", "mounting a small disk needs root; `calls` tries ENOSPC without")
        return
    disk = session.work / "disk"
    for operation in session.operations():
        enough = smallest(session, disk, operation)
        for part in range(1, 10) if not session.short else (3, 6, 8):
            attempt(session, disk, operation, max(8, enough * part // 9))
    read_only(session, disk)


def smallest(session, disk, operation):
    """A size in KiB on which the operation succeeds."""
    size = 64
    while size < 1 << 20:
        ended = on_disk(session, disk, operation, size, lambda index, ended: ended)
        if ended and ended.status == 0:
            return size
        size *= 2
    raise RuntimeError(f"{operation.name} does not end well on a disk of 1 GiB")


def on_disk(session, disk, operation, size, then):
    """Runs the operation on a disk of a given size; None if not even the initial index fits."""
    session.mount(disk, size)
    try:
        index = disk / "index"
        try:
            library.copy(operation.base, index)
        except OSError:
            return None
        return then(index, session.program.run(*operation.command(index)))
    finally:
        session.unmount(disk)


def attempt(session, disk, operation, size):
    def judged(index, ended):
        # Reading and the next run need space.
        grow(disk)
        return judge(session.program, operation, index, ended)

    verdict = on_disk(session, disk, operation, size, judged)
    if verdict:
        session.results.add("disk", verdict[0], f"{operation.name} on {size} KiB", verdict[1])


def grow(disk):
    subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)


def read_only(session, disk):
    """On a read-only file system readers and `check` work, and writers refuse."""
    change = session.operations("change")[0]
    right = {name: answer(session, name, change.base) for name in READERS}
    session.mount(disk, 4096)
    try:
        index = disk / "index"
        library.copy(change.base, index)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        for name in READERS:
            verdict = judge_reader(index, session.program.run(*command(name, index)), right[name], contents(index))
            if verdict[0] == SURVIVED and session.program.run(*command(name, index)).status != 0:
                verdict = BROKEN, "it does not work on a file system that cannot be written"
            session.results.add("disk", verdict[0], f"{name}, read only", verdict[1])
        ended = session.program.run(*change.command(index))
        session.results.add("disk", SURVIVED if ended.status == 2 and ended.said else BROKEN, "index, read only",
                            f"{ended.how()}: {ended.said}")
    finally:
        session.unmount(disk)
