# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Measures the cost of verification, checksums and syncs when publishing the texts in a folder."""

import shutil
import statistics
from pathlib import Path

from . import library
from .program import Program

ROUNDS = 3


def table(session, texts, before=None):
    """Seconds for each command: normally, without syncs, and with another program if one is given."""
    folder = session.folder("cost")
    shutil.copytree(texts, folder / "texts")
    ways = {"as it is": (session.program, {}), "without syncs": (session.program, {"FAULT_SKIP_SYNC": "1"})}
    if before:
        ways["the program before"] = (Program(before, session.work / "home"), {})
    seconds, size = {}, {}
    for _ in range(ROUNDS):  # Interleaved, so that other load on the machine affects all alike.
        for way, (program, added) in ways.items():
            index = folder / "index"
            library.clear(index)
            environment = {**session.injector.plan(folder, index), **added} if added else {}
            environment.pop("FAULT_RECORD", None)
            for name, command in commands(index, folder / "texts"):
                if name == "small change":
                    touch(folder / "texts")
                ended = program.run(*command, timeout=3600, environment=environment)
                if ended.status in (0, 1):
                    seconds.setdefault((name, way), []).append(ended.seconds)
                size[way] = sum(path.stat().st_size for path in index.rglob("*") if path.is_file())
    return rendered(ways, seconds, size)


def commands(index, texts):
    yield "first index", ("index", "--quiet", "--index", index, texts)
    yield "small change", ("index", "--quiet", "--index", index, texts)
    yield "rollback", ("rollback", "--index", index)
    yield "check", ("check", "--index", index)


def touch(texts):
    """Appends a line to the first text in a format that allows it."""
    file = next(path for path in sorted(Path(texts).rglob("*")) if path.suffix in (".txt", ".html", ".md", ".muse"))
    with open(file, "a", encoding="utf8") as end:
        end.write("\n\nOne line more.\n")


def rendered(ways, seconds, size):
    names = list(dict.fromkeys(name for name, _ in seconds))
    lines = ["| seconds | " + " | ".join(ways) + " |", "| --- |" + " ---: |" * len(ways)]
    for name in names:
        cells = [f"{statistics.median(seconds[name, way]):.2f}" if (name, way) in seconds else "–" for way in ways]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    lines.append("| MB on the disk, with the spare | " + " | ".join(f"{size[way] / 1e6:.1f}" for way in ways) + " |")
    return "\n".join(lines)
