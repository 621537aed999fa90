# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""The stub or the published generation is lost or damaged; `recover` and `rollback`, also with faults."""

import shutil
import signal
from pathlib import Path

from harness import library
from harness.judge import judge
from harness.results import BROKEN, LOST, SILENT, SURVIVED

from .calls import ERRORS


def run(session):
    program, folder = session.program, session.folder("recovery")
    if program.run("help", "recover").status != 0:
        session.results.skip("recovery", "this program has no command `recover`")
        return
    change = session.operations("change")[0]
    base = folder / "base"  # Two generations: the change and the spare.
    library.copy(session.folder("operations") / "after-change", base)
    for case in (rolled_back, no_stub, wrong_stub, damaged, all_damaged):
        index = folder / "index"
        library.copy(base, index)
        verdict, why = case(program, index, change)
        session.results.add("recovery", verdict, case.__doc__.rstrip("."), why)
    faulty(session, base, change)


def rolled_back(program, index, change):
    """A rollback, followed by another."""
    for wanted in (change.old, change.new):
        ended = program.run("rollback", "--index", index)
        if ended.status != 0 or library.view(program, index) != wanted:
            return BROKEN, f"{ended.how()}: {ended.said}"
    return SURVIVED, ""


def no_stub(program, index, change):
    """The stub is missing."""
    (index / "XAPIANDB").unlink()
    return recovered(program, index, change, change.new)


def wrong_stub(program, index, change):
    """The stub is damaged."""
    (index / "XAPIANDB").write_text("auto generation-0000x\n")
    return recovered(program, index, change, change.new)


def damaged(program, index, change):
    """The published generation is damaged."""
    spoil(library.published(index))
    return recovered(program, index, change, change.old)


def all_damaged(program, index, change):
    """Every generation is damaged."""
    for generation in index.glob("generation-*"):
        spoil(generation)
    before = sorted(index.glob("generation-*/*"))
    ended = program.run("recover", "--index", index)
    if ended.status != 2 or not ended.said:
        return SILENT, f"{ended.how()}: {ended.said}"
    if sorted(index.glob("generation-*/*")) != before:
        return LOST, "recover has deleted something"
    *command, texts = change.command(index)
    again = program.run(*command, "--rebuild", texts, Path(texts).parent / "elsewhere")
    fine = again.status == 0 and library.view(program, index) == change.new
    return (SURVIVED, "") if fine else (BROKEN, f"rebuilding: {again.how()}: {again.said}")


def spoil(generation):
    for path in generation.glob("*.glass"):
        data = path.read_bytes()
        path.write_bytes(bytes(byte ^ 0xFF for byte in data[:4096]) + data[4096:])


def recovered(program, index, change, wanted):
    """Writers and `check` refuse; `recover` restores an intact generation."""
    before = sorted(index.glob("generation-*/*"))
    work = "bee-1902-on-bread"
    for command in (["remove", "--index", index, work], ["check", "--index", index]):
        ended = program.run(*command)
        if ended.status == 0 or ended.crashed or ended.hung:
            return SILENT, f"{command[0]}: {ended.how()}: {ended.said}"
        if "recover" not in ended.err + ended.out.decode():
            return BROKEN, f"{command[0]} does not say how to recover: {ended.said}"
    if sorted(index.glob("generation-*/*")) != before:
        return LOST, "something was deleted"
    ended = program.run("recover", "--index", index)
    if ended.status != 0 or library.view(program, index) != wanted:
        return BROKEN, f"recover: {ended.how()}: {ended.said}; readers see {library.view(program, index)}"
    return SURVIVED, ""


def faulty(session, base, change):
    """Makes each storage call of `rollback` and `recover` fail once, or kill the process."""
    stubless = session.folder("recovery") / "stubless"
    shutil.copytree(base, stubless)
    (stubless / "XAPIANDB").unlink()
    cases = []
    for name, start, old, new in (("rollback", base, change.new, change.old),
                                  ("recover", stubless, library.NONE, change.new)):
        operation = library.Operation(name, (name, "--index", "{}"), start, old, new, 0)
        scratch = session.scratch()
        library.copy(start, scratch / "index")
        plan = session.injector.plan(scratch, scratch / "index")
        session.program.run(name, "--index", scratch / "index", environment=plan)
        positions = range(1, len(session.injector.calls(scratch)) + 1)
        cases += [(operation, position, error) for position in positions for error in (*ERRORS, None)]
    session.each(session.sample("recovery", cases, session.times(8, len(cases))),
                 lambda case: attempt(session, *case))


def attempt(session, operation, position, error):
    scratch = session.scratch()
    index = scratch / "index"
    library.copy(operation.base, index)
    plan = session.injector.plan(scratch, index, position, error, 0 if error else signal.SIGKILL)
    ended = session.program.run(*operation.command(index), environment=plan)
    verdict, why = judge(session.program, operation, index, ended, may_die=error is None, rerun=False)
    session.results.add("recovery", verdict, f"{operation.name}, call {position}: {error or 'SIGKILL'}", why)
