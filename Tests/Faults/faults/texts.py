# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Hostile texts: slow ones, ones that kill their readers, and names and words with terminal commands."""

import os
import shutil
import signal
import time

from harness import daemon as processes
from harness import library
from harness.program import kill
from harness.results import BROKEN, LOST, SURVIVED

CONTROLS = (b"\x1b", b"\x9b", "\u202e".encode(), "\u2066".encode(), b"\r", b"\x07", b"\0")
# A text that no machine can read in a second.
SLOW = "On Length\n\nAnn Bee\n\n1901\n\n" + "It was said that “nobody owned the mill” (Fell, p. 4). " * 300_000


def run(session):
    ways = (slow, readers_die, ended, odd_names, controls)
    for number in range(session.times(len(ways), 4 * len(ways))):
        way = ways[number % len(ways)]
        scratch = session.scratch()
        for name in ("index", "texts"):
            library.clear(scratch / name)
        shutil.copytree(library.TEXTS, scratch / "texts")
        verdict, why = way(session, scratch, session.source(f"texts {number}"))
        session.results.add("texts", verdict, way.__doc__.rstrip("."), why)


def sound(session, index, works):
    """Whether the index contains this many works and `check` finds nothing."""
    listed = session.program.run("works", "--jsonl", "--index", index).out.splitlines()
    check = session.program.run("check", "--index", index)
    if len(listed) != works:
        return LOST, f"{len(listed)} works, not {works}"
    return (SURVIVED, "") if check.status == 0 else (BROKEN, f"check: {check.how()}: {check.said}")


def slow(session, scratch, _source):
    """A text that exceeds its time limit."""
    (scratch / "texts" / "slow.txt").write_text(SLOW, "utf8")
    ended = session.program.run("index", "--time-limit", "1", "--index", scratch / "index",
                                scratch / "texts", timeout=40)
    if ended.status != 1 or "slow.txt" not in ended.err:
        return BROKEN, f"{ended.how()} after {ended.seconds:.0f} s: {ended.said}"
    return sound(session, scratch / "index", 6)


def readers_die(session, scratch, source):
    """The processes that read texts are killed."""
    library.write_texts(scratch / "texts", 6, 200)
    process = session.program.start("index", "--quiet", "--index", scratch / "index", scratch / "texts")
    for _ in range(4):
        time.sleep(source.uniform(0.05, 0.4))
        for child in processes.children(process.pid):
            try:
                os.kill(child, signal.SIGKILL)
            except OSError:
                pass
    ended = session.program.finish(process, timeout=60)
    if ended.status not in (0, 1):
        return BROKEN, f"{ended.how()}: {ended.said}"
    again = session.program.run("index", "--quiet", "--index", scratch / "index", scratch / "texts")
    if again.status != 0:
        return BROKEN, f"the next run: {again.how()}: {again.said}"
    return sound(session, scratch / "index", 12)


def ended(session, scratch, source):
    """SIGTERM while a slow text is being read."""
    (scratch / "texts" / "a-slow.txt").write_text(SLOW, "utf8")
    process = session.program.start("index", "--quiet", "--index", scratch / "index", scratch / "texts")
    time.sleep(source.uniform(0.3, 0.9))
    began = time.monotonic()
    kill(process, signal.SIGTERM)
    end = session.program.finish(process, timeout=20)
    if end.hung or end.status == 0:
        return BROKEN, f"{end.how()} {time.monotonic() - began:.1f} s after the signal"
    seen = library.view(session.program, scratch / "index")
    return (SURVIVED, "") if not seen.startswith(("export", "search")) else (LOST, seen)


def odd_names(session, scratch, _source):
    """File names with terminal commands, line breaks and invalid UTF-8."""
    folder = os.fsencode(scratch / "texts")
    for name in (b"escape-\x1b[31m.txt", b"line\nbreak.txt", b"latin-\xe9.txt", b"turned-\xe2\x80\xae.txt"):
        with open(folder + b"/" + name, "w", encoding="utf8") as file:
            file.write("On Names\n\nAnn Bee\n\n1901\n\nA name is a name.\n")
    report = scratch / "report"
    ended = session.program.run("index", "--diagnostics", report, "--index", scratch / "index", scratch / "texts")
    if ended.status not in (0, 1):
        return BROKEN, f"{ended.how()}: {ended.said}"
    return harmless(session, scratch / "index", ended.err.encode() + report.read_bytes().replace(b"\r", b""))


def controls(session, scratch, _source):
    """Titles and words with terminal commands and bidirectional marks."""
    (scratch / "texts" / "evil.md").write_text(
        "---\ntitle: \"On \\e[2J Clocks \\u202e\"\nauthor: \"Ann \\e]0;x\\a Bee\"\ndate: 1901\n---\n\n"
        "# A heading \u202e \x1b[31m\n\nAn oven \x1b[2J of the \u2066 state \x9b31m.\n", "utf8")
    ended = session.program.run("index", "--index", scratch / "index", scratch / "texts")
    if ended.status not in (0, 1):
        return BROKEN, f"{ended.how()}: {ended.said}"
    return harmless(session, scratch / "index", ended.err.encode())


def harmless(session, index, printed):
    """Whether output for people is free of control characters from texts."""
    for command in (["works"], ["search", "oven"], ["search", "oven", "--kwic"], ["works", "cited"], ["stats"]):
        ended = session.program.run(*command, "--index", index)
        if ended.status not in (0, 1):
            return BROKEN, f"{command}: {ended.how()}: {ended.said}"
        printed += ended.out + ended.err.encode()
    left = [control for control in CONTROLS if control in text_of(printed, control)]
    return (SURVIVED, "") if not left else (BROKEN, f"printed as they are: {left}")


def text_of(printed, control):
    """The text to search: a byte above 127 counts only if it is not part of UTF-8."""
    return printed if control[0] < 0x80 or len(control) > 1 else \
        printed.decode("utf8", "ignore").encode("latin1", "ignore")
