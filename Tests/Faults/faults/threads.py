# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""No thread or process can be created: a command fails or does its work, but never hangs."""

import shutil

from harness import library
from harness.judge import judge
from harness.session import is_root

from .stub import READERS, answer, command, contents, judge_reader

# A user that owns no other processes.
USER = 64871
LIMITS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24)


def run(session):
    if not is_root():
        session.results.skip("threads", "a limit of processes needs root and a user of its own")
        return
    operations = session.operations()
    for path in session.work.rglob("*"):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
    if session.program.run("--version", user=USER).status != 0:
        session.results.skip("threads", f"user {USER} may not run the program where it lies")
        return
    for operation in operations[1:3] if session.short else operations:
        for limit in session.sample("threads", LIMITS, session.times(2, len(LIMITS))):
            attempt(session, operation, limit)
    # `check` allows the process that reads the tables two minutes, which is too long for the short form.
    for name in [name for name in READERS if name != "check" or not session.short]:
        for limit in session.sample(name, LIMITS[:4], session.times(1, 4)):
            read(session, name, limit)


def attempt(session, operation, limit):
    scratch = session.scratch()
    index = scratch / "index"
    library.copy(operation.base, index)
    shutil.chown(scratch, USER, USER)
    for path in [index, *index.rglob("*")] if index.exists() else []:
        shutil.chown(path, USER, USER)
    words = [part if part != "1" else "4" for part in operation.command(index)]
    ended = session.program.run(*words, user=USER, limits=f"-u {limit}", timeout=30)
    verdict, why = judge(session.program, operation, index, ended, may_die=False)
    session.results.add("threads", verdict, f"{operation.name} with {limit} processes and threads", why)


def read(session, name, limit):
    base = session.operations("change")[0].base
    right = answer(session, name, base)
    index = session.scratch() / "index"
    library.copy(base, index)
    shutil.chown(session.scratch(), USER, USER)
    for path in [index, *index.rglob("*")]:
        shutil.chown(path, USER, USER)
    ended = session.program.run(*command(name, index), user=USER, limits=f"-u {limit}", timeout=150)
    verdict, why = judge_reader(index, ended, right, contents(index))
    session.results.add("threads", verdict, f"{name} with {limit} processes and threads", why)
