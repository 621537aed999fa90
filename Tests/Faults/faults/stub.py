# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Stub, lock and folder cannot be opened or read, for every command: nothing may be deleted."""

import signal
import time

from harness import library
from harness.results import BROKEN, LOST, SILENT, SURVIVED
from harness.program import kill

ERRORS = ("EIO", "EACCES", "EMFILE", "ENFILE", "ENOMEM", "ESTALE", "ELOOP", "EPERM", "EINTR", "ENOTDIR")
PLACES = {"stub": "XAPIANDB", "lock": "lock", "folder": ""}
READERS = ("search", "stats", "check", "works", "export")


def run(session):
    operations = session.operations("change", "remove", "rebuild")
    base = operations[0].base
    readers = [(name, answer(session, name, base)) for name in READERS]
    cases = [(what, place, error, position) for what in [*operations, *readers, ("serve", None)]
             for place in PLACES for error in ERRORS for position in (1, 2, -1)]
    session.each(session.sample("stub", cases, session.times(40, len(cases))),
                 lambda case: attempt(session, base, *case))


def attempt(session, base, what, place, error, position):
    scratch = session.scratch()
    index = scratch / "index"
    library.copy(base, index)
    before = contents(index)
    plan = session.injector.plan(scratch, index / PLACES[place], position, error, exact=True,
                                 calls=("open", "read", "stat"))
    if isinstance(what, library.Operation):
        name, ended = what.name, session.program.run(*what.command(index), environment=plan)
        verdict = judge_writer(session, what, index, ended, before)
    elif what[0] == "serve":
        name, verdict = "serve", serve(session, index, plan, before)
    else:
        name, ended = what[0], session.program.run(*command(what[0], index), environment=plan)
        verdict = judge_reader(index, ended, what[1], before)
    if session.injector.hit(scratch):
        which = {1: "first", 2: "second", -1: "every"}[position]
        session.results.add("stub", verdict[0], f"{name}, {which} open or read of the {place} {error}",
                            verdict[1])


def contents(index):
    """The names in an index; the contents of `lock` may change."""
    return {path.relative_to(index) for path in index.rglob("*")}


def command(name, index):
    return {"search": ["search", "--index", index, "oven"]}.get(name, [name, "--index", index])


def answer(session, name, index):
    return session.program.run(*command(name, index)).out


def judge_writer(session, operation, index, ended, before):
    seen = library.view(session.program, index)
    if seen not in (operation.old, operation.new):
        return LOST, f"{ended.how()}; readers see {seen}"
    if ended.hung or ended.crashed:
        return BROKEN, ended.how()
    if ended.status == 0:
        return (SURVIVED, "") if seen == operation.new else (SILENT, "exit 0 without the change")
    return refused(index, ended, before if seen == operation.old else set())


def judge_reader(index, ended, right, before):
    if ended.hung or ended.crashed:
        return BROKEN, ended.how()
    if ended.status in (0, 1):
        return (SURVIVED, "") if ended.out == right else (SILENT, f"{ended.how()}: another answer")
    return refused(index, ended, before)


def refused(index, ended, before):
    """A refusal has a true message and deletes nothing."""
    gone = before - contents(index)
    if gone:
        return LOST, f"{ended.how()}: {sorted(map(str, gone))[:3]} deleted"
    if "There is no index" in ended.err:
        return SILENT, f"{ended.how()}: it says that there is no index"
    told = ended.said or ended.out  # `check` prints the faults it finds.
    return (SURVIVED, "") if ended.status == 2 and told else (BROKEN, f"{ended.how()}: {ended.said}")


def serve(session, index, plan, before):
    """The daemon says why it does not start, or starts and answers later."""
    process = session.program.start("serve", "--index", index, "--port", "0", "--log-level", "error",
                                    environment=plan)
    time.sleep(1)
    running = process.poll() is None
    kill(process, signal.SIGTERM)
    ended = session.program.finish(process, timeout=30)
    if ended.hung or (ended.crashed and not (running and ended.status == -signal.SIGTERM)):
        return BROKEN, ended.how()
    return refused(index, ended, before) if not running else (SURVIVED, "")
