# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Judges a writer that met a fault: by what readers see, what it said, and the next run."""

from . import results
from .library import NONE, lines, view


def judge(program, operation, index, ended, may_die=False, may_stop=False, must_fail=False,
          rerun=True):
    """The verdict on a writer's run.

    `may_die`: the fault may kill the process. `may_stop`: the writer was asked to stop, and publishes
    the texts it has finished. `must_fail`: success would be untrue, whatever is in the index. `rerun`:
    the same command without the fault must produce the new index.
    """
    seen = view(program, index)
    stopped = may_stop and ended.status != 0 and lines(program, index) <= operation.passages
    if seen not in (operation.old, operation.new) and not stopped:
        return results.LOST, f"{ended.how()} ({ended.said}); readers see {seen}"
    if ended.hung:
        return results.BROKEN, "it hung"
    if ended.crashed and not may_die:
        return results.BROKEN, f"{ended.how()}: {ended.said}"
    if ended.status == 0 and seen != operation.new:
        return results.SILENT, "exit 0, but readers see the index as it was"
    if ended.status == 0 and must_fail:
        return results.SILENT, "exit 0, though what it wrote may not be on the disk"
    if ended.status == 2 and not ended.said and not may_stop:
        return results.BROKEN, "exit 2 without a message"
    if seen != NONE:
        check = program.run("check", "--index", index)
        if check.status != 0:
            return results.BROKEN, f"check afterwards: {check.how()}: {check.said}"
    if rerun and not (operation.name == "remove" and seen == operation.new):
        again = program.run(*operation.command(index))
        if again.status != 0 or view(program, index) != operation.new:
            return results.BROKEN, f"the next run: {again.how()}: {again.said}"
    return results.SURVIVED, ""
