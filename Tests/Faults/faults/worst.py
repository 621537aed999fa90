# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""The costliest queries that hill climbing finds, and how long a cheap one takes beside them."""

import threading
import time
import urllib.parse

from harness import library
from harness.daemon import Daemon
from harness.results import BROKEN, SURVIVED

ATOMS = (
    "the", "of", "*a*", "*e*", "th*", "s*", "a*", "*tion", "??", "???", "*a?e*", "clock~", "state~2",
    '"the of"', '"of the state"', "the NEAR/100 of", "*e* NEAR/100 *a*", "(the OR of OR and)", "-zzz",
    "-kind:note", "year:1..3000", "author:*a*", "title:*e*", '"*a* *e*"', '"th* of th*"', "section:*",
)
OPTIONS = (
    "", "&limit=100", "&limit=100&offset=1000", "&limit=100&facets=author,decade,language,kind,work",
    "&limit=100&group=work", "&sort=year&limit=100", "&explain=true&limit=100",
)
KNOWN = (
    ("search", '"' + " ".join(["the of and to in"] * 80) + '"', "&limit=100"),
    ("search", "*e* NEAR/100 *a*", ""),
    ("concordance", "*e* *a*", "&limit=100"),
    ("concordance", "the", "&limit=100&offset=1000&context=400&sort=left"),
    ("search", " ".join(["the", "of", "and", "state"] * 120), "&limit=100"),
    ("search", "(" * 1000 + "a" + ")" * 1000, ""),
)
CHEAP = "/v1/search?q=oven&limit=1"
# The deadline of a search and a margin; time limits for a cheap query beside up to eight costly ones, and
# beside more. The short form allows for a debug build on a busy machine.
SLOWEST, WAIT, WAIT_BESIDE_MANY = {False: 2.3, True: 10}, {False: 0.3, True: 3}, 3


def run(session):
    folder = session.folder("worst")
    texts = (6, 60) if session.short else (40, 400)
    library.write_texts(folder / "texts", *texts)
    if not (folder / "index").exists():
        library.must(session.program, "index", "--quiet", "--index", folder / "index", folder / "texts")
    with Daemon(session.program, folder / "index", folder / "log") as daemon:
        path = climb(session, daemon, session.times(5, 120))
        for together in (1, 4) if session.short else (1, 8, 64):
            beside(session, daemon, path, together)
        if not daemon.lives:
            session.results.add("worst", BROKEN, "the daemon", f"it has died: {daemon.tail()}")


def address(query, options, kind="search"):
    return f"/v1/{kind}?q={urllib.parse.quote(query[:3900])}{options}"


def climb(session, daemon, seconds):
    """The URL that takes longest."""
    source, best = session.source("worst"), []

    def attempt(path, query):
        status, taken, _ = daemon.get(path, timeout=60)
        fine = status in (200, 400, 503) and taken <= SLOWEST[session.short]
        session.results.add("worst", SURVIVED if fine else BROKEN, query[:120], f"status {status}, {taken:.2f} s")
        if status == 200:
            best.append((taken, path, query))
            best.sort(reverse=True)
            del best[20:]

    for kind, query, options in KNOWN:
        attempt(address(query, options, kind), query)
    end, tried = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        tried += 1
        if tried % 10 < 7 and len(best) > 4:
            words = source.choice(best[:8])[2].split(" ")
            place = source.randrange(len(words) + 1)
            words = source.choice((words + words, words[:place] + [source.choice(ATOMS)] + words[place:],
                                   words[:place] + words[place + 1:] or words))
        else:
            words = source.choices(ATOMS, k=source.choice((1, 2, 3, 5, 12, 30, 60)))
        query = " ".join(words)[:3000]
        attempt(address(query, source.choice(OPTIONS)), query)
    for taken, path, _ in best[:3]:
        session.results.note(f"worst: {taken * 1000:.0f} ms {urllib.parse.unquote(path)[:150]}")
    return best[0][1]


def beside(session, daemon, path, together):
    """How long a cheap request takes while this many of the worst are running."""
    stop, cheap, worst = threading.Event(), [], []

    def costly():
        worst.append(daemon.get(path, timeout=200)[:2])

    def probe():
        while not stop.is_set():
            cheap.append(daemon.get(CHEAP, timeout=60)[:2])
            time.sleep(0.05)

    costly_ones = [threading.Thread(daemon=True, target=costly) for _ in range(together)]
    probing = threading.Thread(daemon=True, target=probe)
    for thread in costly_ones:
        thread.start()
    time.sleep(0.05)
    probing.start()
    for thread in costly_ones:
        thread.join()
    stop.set()
    probing.join()
    times = sorted(taken for _, taken in cheap)
    median, slowest = times[len(times) // 2], times[-1]
    statuses = {status for status, _ in cheap}
    session.results.note(
        f"worst: beside {together} at once, the slowest of them {max(taken for _, taken in worst):.2f} s, a cheap "
        f"one takes {median * 1000:.0f} ms (median), {slowest * 1000:.0f} ms (slowest of {len(times)})")
    fine = statuses == {200} and slowest <= (WAIT[session.short] if together <= 8 else WAIT_BESIDE_MANY) \
        and {status for status, _ in worst} <= {200, 429, 503}
    session.results.add("worst", SURVIVED if fine else BROKEN, f"a cheap search beside {together}",
                        f"{median:.2f} s (median), {slowest:.2f} s (slowest), statuses {statuses}")
