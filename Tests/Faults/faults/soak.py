# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Publishes every second under load: the daemon answers, and memory and handles do not grow."""

import random
import shutil
import statistics
import threading
import time

from harness import library
from harness.daemon import Daemon
from harness.results import BROKEN, SURVIVED

QUERIES = ("state", '"of the"', "ba* clock", "strike~", "the NEAR/5 oven", "the of", "author:b*")
CLIENTS = 6
# Growth allowed between the first and the last third of the run.
MOST_GROWTH, MOST_HANDLES = 64 << 10, 16


def run(session):
    seconds = session.times(8, 600)
    folder = session.folder("soak")
    library.write_texts(folder / "texts", 6, 60)
    library.must(session.program, "index", "--quiet", "--index", folder / "index", folder / "texts")
    with Daemon(session.program, folder / "index", folder / "log") as daemon:
        stop, times, measures = time.monotonic() + seconds, [], []
        clients = [threading.Thread(daemon=True, target=ask, args=(session, daemon, stop, times, number))
                   for number in range(CLIENTS)]
        for client in clients:
            client.start()
        published = publish(session, folder, daemon, stop, measures)
        for client in clients:
            client.join()
        judge(session, daemon, seconds, published, times, measures)
    shutil.rmtree(folder)


def ask(session, daemon, stop, times, number):
    source, connection = random.Random(number), daemon.connect()
    while time.monotonic() < stop:
        status, taken, _ = daemon.search(source.choice(QUERIES), limit=20, facets="work",
                                         connection=connection)
        times.append(taken)
        session.results.add("soak", SURVIVED if status == 200 else BROKEN, "a search", f"status {status}")


def publish(session, folder, daemon, stop, measures):
    text, number, last = sorted((folder / "texts").iterdir())[0], 0, 0
    while time.monotonic() < stop:
        began, number = time.monotonic(), number + 1
        with open(text, "a", encoding="utf8") as file:
            file.write(f"\nParagraph {number} of the state was added by hand.\n")
        options = ["--rebuild"] if number % 10 == 0 else []
        ended = session.program.run("index", "--quiet", *options, "--index", folder / "index", folder / "texts")
        session.results.add("soak", SURVIVED if ended.status == 0 else BROKEN, "a publication",
                            f"{ended.how()}: {ended.said}")
        measures.append(daemon.measures())
        if time.monotonic() - last > 30:
            last = time.monotonic()
            session.results.note(f"soak: {number} publications, {measures[-1][0] >> 10} MiB, {measures[-1][1]} handles")
        time.sleep(max(0, 1 - (time.monotonic() - began)))
    return number


def judge(session, daemon, seconds, published, times, measures):
    times.sort()
    third = max(1, len(measures) // 3)
    memory = [statistics.median(m[0] for m in part) for part in (measures[:third], measures[-third:])]
    handles = [statistics.median(m[1] for m in part) for part in (measures[:third], measures[-third:])]
    session.results.note(
        f"soak: {seconds} s, {published} publications, {len(times)} searches, median "
        f"{times[len(times) // 2] * 1000:.0f} ms, slowest {times[-1] * 1000:.0f} ms; memory {memory[0] / 1024:.0f} "
        f"to {memory[1] / 1024:.0f} MiB, handles {handles[0]:.0f} to {handles[1]:.0f}")
    grown = memory[1] - memory[0] > MOST_GROWTH or handles[1] - handles[0] > MOST_HANDLES
    session.results.add("soak", BROKEN if grown and seconds > 60 else SURVIVED, "memory and handles",
                        f"from {memory[0]} to {memory[1]} KiB, {handles[0]} to {handles[1]} handles")
    if not daemon.lives:
        session.results.add("soak", BROKEN, "the daemon", f"it has died: {daemon.tail()}")
