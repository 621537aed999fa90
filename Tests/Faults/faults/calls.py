# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Makes each storage call of indexing fail once: open, read, write, sync, rename and so on."""

from harness import library, strace
from harness.judge import judge
from harness.results import BROKEN, SURVIVED

ERRORS = ("EIO", "ENOSPC", "EMFILE", "EACCES")


def run(session):
    if session.engine == "strace":
        strace.run(session)
        return
    cases = []
    for operation in session.operations():
        calls = count(session, operation)
        session.results.note(f"calls: {operation.name} makes {len(calls)} storage calls")
        cases += [(operation, call.position, error) for call in calls for error in errors(call)]
        if not session.short and strace.can_trace():
            compare(session, operation, calls)
    session.each(session.sample("calls", cases, session.times(24, len(cases))),
                 lambda case: attempt(session, *case))


def errors(call):
    """How a call can fail; reads and writes can also stop halfway."""
    return (*ERRORS, "HALF") if call.kind in ("read", "write") else ERRORS


def count(session, operation, with_parent=False):
    """The storage calls of an operation without a fault, below the index or its parent folder."""
    scratch = session.scratch()
    index = scratch / "index"
    library.copy(operation.base, index)
    plan = session.injector.plan(scratch, scratch if with_parent else index)
    session.program.run(*operation.command(index), environment=plan)
    return session.injector.calls(scratch)


def attempt(session, operation, position, error):
    scratch = session.scratch()
    index = scratch / "index"
    library.copy(operation.base, index)
    plan = session.injector.plan(scratch, index, position, error)
    ended = session.program.run(*operation.command(index), environment=plan)
    hit = session.injector.hit(scratch)
    if hit is None:
        return
    place = hit.path.replace(str(scratch) + "/", "")
    must_fail = hit.kind == "sync" and not is_repeated(session.injector.calls(scratch), hit)
    verdict, why = judge(session.program, operation, index, ended, must_fail=must_fail)
    session.results.add("calls", verdict, f"{operation.name}, call {position}: {hit.kind} {place} {error}", why)


def is_repeated(calls, failed):
    """Whether a file was synced again later; if so, what is read back after that is on the disk."""
    name = failed.path.rpartition("/")[2]
    return any(call.kind == "sync" and call.position > failed.position
               and call.path.rpartition("/")[2] == name for call in calls)


def compare(session, operation, calls):
    """Checks with strace that no storage call bypasses the library."""
    scratch = session.scratch()
    index = scratch / "index"
    library.copy(operation.base, index)
    seen = strace.calls(session, scratch, index, operation)
    known = {(call.kind, call.path) for call in calls}
    missed = sorted({call for call in seen if not any(
        kind == call[0] and library_path(path) == library_path(call[1]) for kind, path in known)})
    if missed:
        session.results.add("calls", BROKEN, operation.name, f"not intercepted: {missed[:5]}")
    else:
        session.results.add("calls", SURVIVED, operation.name)


def library_path(path):
    """A path relative to its scratch folder."""
    return path.partition("/index")[2].removesuffix(" (deleted)")
