# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Memory runs out: a process may die of it, but the index is the old one or the new one."""

from harness import library
from harness.judge import judge

MEBIBYTES = (128, 192, 256, 320, 384, 448, 512, 640, 768, 1024, 1536, 2048)


def run(session):
    operations = session.operations()
    cases = [(operation, limit) for operation in operations for limit in MEBIBYTES]
    session.each(session.sample("memory", cases, session.times(6, len(cases))),
                 lambda case: attempt(session, *case))


def attempt(session, operation, limit):
    index = session.scratch() / "index"
    library.copy(operation.base, index)
    ended = session.program.run(*operation.command(index), limits=f"-v {limit << 10}")
    verdict, why = judge(session.program, operation, index, ended, may_die=True)
    session.results.add("memory", verdict, f"{operation.name} with {limit} MiB", why)
