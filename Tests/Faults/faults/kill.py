# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Kills writers before a storage call, usually one of publication, or at random moments."""

import signal
import time

from .calls import count
from harness import library
from harness.judge import judge
from harness.program import kill

OPERATIONS = ("first", "change", "remove", "rebuild")


def run(session):
    source = session.source("kill")
    operations = session.operations()
    lengths = {operation.name: len(count(session, operation)) for operation in operations}
    cases = []
    for number in range(session.times(16, 200)):
        operation = operations[number % len(operations)]
        # Half of the moments are in the last third, during publication.
        share = source.uniform(2 / 3, 1.02) if number % 8 < 4 else source.uniform(0, 1)
        if number % 16 < 8:
            cases.append((operation, "call", max(1, round(share * lengths[operation.name]))))
        elif number % 16 < 14:
            cases.append((operation, "moment", share * operation.seconds * 1.1))
        else:
            cases.append((operation, "term", share * operation.seconds))
    session.each(cases, lambda case: attempt(session, *case))


def attempt(session, operation, kind, when):
    scratch = session.scratch()
    index = scratch / "index"
    library.copy(operation.base, index)
    if kind == "call":
        # The signal goes to the whole group: the writer and its children die at once.
        plan = session.injector.plan(scratch, index, when, signal=signal.SIGKILL)
        ended = session.program.run(*operation.command(index), environment=plan)
        case = f"{operation.name}, SIGKILL at storage call {when}"
    else:
        number = signal.SIGTERM if kind == "term" else signal.SIGKILL
        process = session.program.start(*operation.command(index))
        time.sleep(when)
        kill(process, number)
        ended = session.program.finish(process)
        case = f"{operation.name}, {number.name} after {when * 1000:.0f} ms"
    verdict, why = judge(session.program, operation, index, ended, may_die=True,
                         may_stop=kind == "term")
    session.results.add("kill", verdict, case, why)
