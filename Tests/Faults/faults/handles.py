# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""File handles run out: a writer fails as a whole, and a reader never reports a missing index."""

from harness import library
from harness.judge import judge
from .stub import READERS, answer, command, contents, judge_reader

LIMITS = (12, 14, 16, 18, 20, 24, 28, 32, 40, 48, 64, 96, 128)
# Limit at which merging many parts runs out of handles.
MANY = tuple(range(16, 144))


def run(session):
    operations = session.operations()
    base = next(operation.base for operation in operations if operation.base)
    readers = [(name, answer(session, name, base)) for name in READERS]
    cases = [(what, limit) for what in [*operations, *readers] for limit in LIMITS]
    cases = session.sample("handles", cases, session.times(18, len(cases)))
    large = many_parts(session)
    cases += [(large, limit) for limit in session.sample("many parts", MANY, session.times(2, len(MANY)))]
    session.each(cases, lambda case: attempt(session, base, *case))


def many_parts(session):
    """A first index of so many passages that many databases are merged, with a handle for each table.

    Uses one thread, because the order of equally good passages is the order in which they were merged.
    """
    folder = session.folder("handles")
    library.write_texts(folder / "texts", 6 if session.short else 12, 250)
    arguments = ("index", "--quiet", "--jobs", "1", "--index", "{}", str(folder / "texts"))
    return library.operation(session.program, folder, "many parts", None, arguments)


def attempt(session, base, what, limit):
    index = session.scratch() / "index"
    limits = f"-n {limit}"
    if isinstance(what, library.Operation):
        library.copy(what.base, index)
        ended = session.program.run(*what.command(index), limits=limits)
        name, verdict = what.name, judge(session.program, what, index, ended)
    else:
        library.copy(base, index)
        ended = session.program.run(*command(what[0], index), limits=limits)
        name, verdict = what[0], judge_reader(index, ended, what[1], contents(index))
    session.results.add("handles", verdict[0], f"{name} with {limit} handles", verdict[1])
