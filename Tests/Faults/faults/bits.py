# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Flips bits, zeroes pages and truncates files, in every file of an index.

Survived: every answer is unchanged. Said: an answer is missing or wrong, and `check` names the damage.
Silent: an answer differs and `check` finds nothing. A writer may refuse a damaged index or repair it,
but must not publish the damage as a sound index.
"""

from pathlib import Path

from harness import library
from harness.results import BROKEN, SAID, SILENT, SURVIVED

COMMANDS = (("export",), ("works",), ("stats",))


def run(session):
    folder = session.folder("large")
    library.write_texts(folder / "texts", 3 if session.short else 8, 60)
    base = folder / "base"
    if not base.exists():
        library.must(session.program, "index", "--quiet", "--index", base, folder / "texts")
    changed = folder / "changed"
    library.write_texts(changed, 1, 61)
    right = answers(session.program, base)[0]
    after = folder / "after"
    library.copy(base, after)
    library.must(session.program, "index", "--quiet", "--index", after, changed)
    published = library.published(base)
    files = [path for path in base.rglob("*") if path.is_file() and path.stat().st_size
             and path.name not in ("lock", "flintlock")
             and (path.parent in (base, published))]
    source = session.source("bits")
    cases = []
    for number in range(session.times(16, 500)):
        # Large files in proportion to their size, and each small file as often as a large one.
        file = source.choice(files) if number % 2 else \
            source.choices(files, [path.stat().st_size for path in files])[0]
        kind = source.choice(("bit", "bit", "bit", "page", "cut"))
        place = source.randrange(file.stat().st_size)
        cases.append((number, file.relative_to(base), kind, place, source.randrange(8)))
    session.each(cases, lambda case: attempt(
        session, base, right, changed, lambda: answers(session.program, after)[0], *case))


def answers(program, index):
    """All answers, and the commands that crashed or hung."""
    found, broken, said = [], [], []
    for command in COMMANDS:
        ended = program.run(*command, "--index", index, timeout=30)
        found.append(ended.out if ended.status in (0, 1) else None)
        record(command[0], ended, broken, said)
    for query in library.QUERIES:
        text, ended = library.answer(program, index, query, timeout=30)
        found.append(text if ended.status in (0, 1) else None)
        record(f"search {query}", ended, broken, said)
    return found, broken, said


def record(name, ended, broken, said):
    if ended.hung or ended.crashed:
        broken.append(f"{name}: {ended.how()}")
    elif ended.status == 2:
        (said if ended.said or ended.out else broken).append(f"{name}: {ended.said}")


def damage(file, kind, place, bit):
    data = bytearray(file.read_bytes())
    if kind == "bit":
        data[place] ^= 1 << bit
    elif kind == "page":
        start = place // 8192 * 8192
        data[start:start + 8192] = bytes(len(data[start:start + 8192]))
    else:
        del data[place:]
    file.write_bytes(data)


def attempt(session, base, right, changed, right_after, number, file, kind, place, bit):
    index = session.scratch() / "index"
    library.copy(base, index)
    before = Path(index, file).read_bytes()
    damage(index / file, kind, place, bit)
    if Path(index, file).read_bytes() == before:
        return
    case = f"{file}, {kind} {place}" + (f".{bit}" if kind == "bit" else "")
    verdict, why = judge(session.program, index, right)
    if verdict in (SURVIVED, SAID) and number % 5 == 0:
        verdict, why = judge_writer(session.program, index, changed, right_after) or (verdict, why)
    session.results.add("bits", verdict, case, why)


def judge(program, index, right):
    found, broken, said = answers(program, index)
    check = program.run("check", "--index", index, timeout=60)
    record("check", check, broken, said)
    if broken:
        return BROKEN, "; ".join(broken[:3])
    if check.status == 0:
        wrong = [number for number, (got, want) in enumerate(zip(found, right)) if got != want]
        return (SILENT, f"check says sound, answers {wrong} differ") if wrong else (SURVIVED, "")
    return (SURVIVED, "") if found == right and not said else (SAID, "")


def judge_writer(program, index, changed, right_after):
    """What is wrong after a run on a damaged index; None if nothing is."""
    ended = program.run("index", "--quiet", "--index", index, changed, timeout=60)
    if ended.hung or ended.crashed:
        return BROKEN, f"index: {ended.how()}"
    if ended.status == 2:
        return None if ended.said else (BROKEN, "index: exit 2 without a message")
    if program.run("check", "--index", index, timeout=60).status == 0 \
            and answers(program, index)[0] != right_after():
        return SILENT, "a change was published with the damage, and check says sound"
    return None
