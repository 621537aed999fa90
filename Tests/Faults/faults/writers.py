# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Two writers at once: one waits or is refused; a stopped one keeps its lock and continues later."""

import signal
import time

from harness import library
from harness.judge import judge
from harness.program import kill
from harness.results import BROKEN


def run(session):
    operations = session.operations()
    cases = [(operation, way) for operation in operations for way in ("refused", "waits", "stopped")]
    cases *= -(-session.times(len(cases), 4 * len(cases)) // len(cases))
    session.each(cases, lambda case: attempt(session, *case))


def attempt(session, operation, way):
    index = session.scratch() / "index"
    library.copy(operation.base, index)
    verdict, why = stopped(session, operation, index) if way == "stopped" else \
        both(session, operation, index, way == "waits")
    session.results.add("writers", verdict, f"{operation.name}, the second {way}" if way != "stopped"
                        else f"{operation.name}, the first is stopped", why)


def both(session, operation, index, waits):
    command = operation.command(index)
    processes = [session.program.start(*command, *(["--wait"] if waits else [])) for _ in range(2)]
    ended = [session.program.finish(process) for process in processes]
    # The second process to remove a work finds it gone.
    fine = (0, 1) if operation.name == "remove" else (0,)
    good = sum(each.status in fine for each in ended)
    refused = sum(is_refusal(each) for each in ended)
    if good + refused != 2 or good == 0 or (waits and good != 2):
        return BROKEN, "; ".join(f"{each.how()}: {each.said}" for each in ended)
    return judge(session.program, operation, index, ended[0] if ended[0].status == 0 else ended[1])


def is_refusal(ended):
    return ended.status == 2 and "Another process" in ended.err


def stopped(session, operation, index):
    """A writer is stopped midway; a second is refused, and a third waits until the first continues."""
    scratch = session.scratch()
    plan = session.injector.plan(scratch, index, 40, signal=signal.SIGSTOP)
    first = session.program.start(*operation.command(index), environment=plan)
    try:
        if not until(lambda: session.injector.hit(scratch) is not None):
            return BROKEN, "it did not come to its 40th storage call"
        second = session.program.run(*operation.command(index), timeout=20)
        if not is_refusal(second):
            return BROKEN, f"the second while the first is stopped: {second.how()}: {second.said}"
        third = session.program.start(*operation.command(index), "--wait")
        time.sleep(0.3)
        waiting = third.poll() is None
    finally:
        kill(first, signal.SIGCONT)
    ended = session.program.finish(first)
    last = session.program.finish(third)
    if ended.status != 0 or not waiting or last.status not in (0, 1):
        return BROKEN, f"{ended.how()}: {ended.said}; {last.how()}: {last.said}; waited: {waiting}"
    return judge(session.program, operation, index, ended)


def until(holds, seconds=10):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.02)
    return False
