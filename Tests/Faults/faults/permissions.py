# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""A user without permission to read or write parts of an index gets an error, and deletes nothing."""

import os
import shutil

from harness import library
from harness.results import BROKEN, LOST, SURVIVED
from harness.session import is_root
from .stub import contents, judge_reader, judge_writer

NOBODY = 65534
# Permissions to revoke: name, path, mode.
REFUSALS = (
    ("the stub cannot be read", "XAPIANDB", 0o000),
    ("the lock cannot be opened", "lock", 0o000),
    ("the lock cannot be written", "lock", 0o444),
    ("the generation cannot be entered", None, 0o000),
    ("the generation cannot be written", None, 0o555),
    ("the folder cannot be entered", "", 0o000),
    ("the folder cannot be listed", "", 0o311),
    ("the folder cannot be written", "", 0o555),
)


def run(session):
    user = NOBODY if is_root() else None
    operations = session.operations("change", "remove", "rebuild")
    base = operations[0].base
    if user and not readable(session, user):
        session.results.skip("permissions", "user 65534 may not run the program where it lies")
        return
    readers = [(name, session.program.run(name, "--index", base).out)
               for name in ("stats", "check", "export", "works")]
    cases = [(what, *refusal) for what in [*operations, *readers] for refusal in REFUSALS]
    for case in session.sample("permissions", cases, session.times(20, len(cases))):
        attempt(session, base, user, *case)


def readable(session, user):
    for path in session.work.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    return session.program.run("--version", user=user).status == 0


def attempt(session, base, user, what, name, place, mode):
    index = session.scratch() / "index"
    library.copy(base, index)
    if user:
        for path in [index, *index.rglob("*")]:
            shutil.chown(path, user, user)
    before = contents(index)
    target = library.published(index) if place is None else index / place
    old = target.stat().st_mode & 0o777
    target.chmod(mode)
    if isinstance(what, library.Operation):
        command = what.name
        ended = session.program.run(*what.command(index), user=user)
        target.chmod(old)
        verdict = judge_writer(session, what, index, ended, before)
    else:
        command = what[0]
        ended = session.program.run(command, "--index", index, user=user)
        target.chmod(old)
        verdict = judge_reader(index, ended, what[1], before)
    if verdict[0] == SURVIVED and ended.status == 2 and not any(
            word in ended.err for word in (str(index), "ermission")):
        verdict = BROKEN, f"the message names neither the place nor the cause: {ended.said}"
    if before - contents(index) and verdict[0] == SURVIVED and ended.status != 0:
        verdict = LOST, "something was deleted"
    session.results.add("permissions", verdict[0], f"{command}: {name}", verdict[1])
