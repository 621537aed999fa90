# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Kills and stops the daemon under load, kills its workers, and damages, removes or replaces its index."""

import os
import shutil
import signal
import threading
import time
from collections import Counter

from harness import daemon as service
from harness import library
from harness.results import BROKEN, SAID, SILENT, SURVIVED

QUERIES = ("oven", '"of the"', "clock* -kind:note", "author:bee bread")


def run(session):
    operations = session.operations("change")
    base, changed = operations[0].base, session.folder("operations") / "after-change"
    ways = (killed, ended, worker_killed, damaged, removed, replaced)
    for number in range(session.times(len(ways), 5 * len(ways))):
        way = ways[number % len(ways)]
        index = session.scratch() / "index"
        library.copy(base, index)
        with service.Daemon(session.program, index, session.scratch() / "log") as daemon:
            verdict, why = way(session, daemon, index, changed, session.source(f"daemon {number}"))
        session.results.add("daemon", verdict, way.__doc__.rstrip("."), why)


def ask(daemon):
    """The answers to all queries: status, and for 200 the total and the passages."""
    found = []
    for query in QUERIES:
        status, _, value = daemon.search(query)
        shown = [passage["text"] for passage in value["passages"]] if status == 200 else None
        found.append((status, shown))
    return found


def load(daemon, clients, stop, answers):
    def client():
        while not stop.is_set():
            answers.append(daemon.search("the* oven~ OR clock", limit=50)[0])
    threads = [threading.Thread(daemon=True, target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    return threads


def killed(session, daemon, index, _changed, source):
    """SIGKILL under load."""
    stop, right = threading.Event(), ask(daemon)
    threads = load(daemon, 4, stop, [])
    time.sleep(source.uniform(0.1, 0.5))
    daemon.end(signal.SIGKILL)
    stop.set()
    for thread in threads:
        thread.join()
    if session.program.run("check", "--index", index).status != 0:
        return BROKEN, "the index is not sound afterwards"
    with service.Daemon(session.program, index, session.scratch() / "log") as again:
        return (SURVIVED, "") if ask(again) == right else (SILENT, "another answer afterwards")


def ended(_session, daemon, _index, _changed, _source):
    """SIGTERM under load."""
    answers, threads = [], []
    # All requests are in flight before the signal is sent.
    for _ in range(20):
        connection = daemon.connect()
        connection.request("GET", "/v1/concordance?limit=100&q=the*")
        threads.append(threading.Thread(daemon=True, target=lambda c=connection: answers.append(finish(c))))
    for thread in threads:
        thread.start()
    time.sleep(0.2)
    end = daemon.end()
    for thread in threads:
        thread.join()
    counts = Counter(answers)
    if end.status != 0 or set(counts) - {200, 503}:
        return BROKEN, f"{end.how()}; answers {dict(counts)}"
    return SURVIVED, ""


def finish(connection):
    try:
        answer = connection.getresponse()
        answer.read()
        return answer.status
    except Exception as error:  # pylint: disable=broad-except
        return repr(error)
    finally:
        connection.close()


def worker_killed(_session, daemon, _index, _changed, _source):
    """SIGKILL for every child of the daemon."""
    right = ask(daemon)
    for _ in range(5):
        for child in service.children(daemon.process.pid):
            try:
                os.kill(child, signal.SIGKILL)
            except OSError:
                pass
        for got, want in zip(ask(daemon), right):
            if got[0] not in (200, 503):
                return BROKEN, f"status {got[0]}"
            if got[0] == 200 and got != want:
                return SILENT, "another answer after a worker was killed"
    return settle(daemon, right)


def settle(daemon, right, seconds=30):
    """Waits until the answers are correct again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and daemon.lives:
        if ask(daemon) == right:
            return SURVIVED, ""
        time.sleep(0.3)
    if not daemon.lives:
        return BROKEN, f"it has died: {daemon.tail()}"
    statuses = [status for status, _ in ask(daemon)]
    if set(statuses) == {200}:
        return SILENT, f"other answers than it should give, still after {seconds} s"
    return BROKEN, f"it does not recover: {statuses}; {daemon.tail()}"


def damaged(session, daemon, index, _changed, source):
    """The index is damaged while it is being served."""
    right = ask(daemon)
    copy = session.scratch() / "whole"
    library.copy(index, copy)
    tables = [path for path in library.published(index).glob("*.glass") if path.stat().st_size]
    for path in source.sample(tables, 3):
        data = bytearray(path.read_bytes())
        for _ in range(64):
            data[source.randrange(len(data))] ^= 0xFF
        path.write_bytes(data)
    verdict = SAID, ""
    # Modified files are checked soon; until then the daemon only has to stay alive.
    began = time.monotonic()
    while time.monotonic() - began < 14:
        late = time.monotonic() - began > 12
        for got, want in zip(ask(daemon), right):
            if not daemon.lives:
                return BROKEN, f"it has died: {daemon.tail()}"
            if got[0] == 200 and got != want and late:
                verdict = SILENT, "another answer from a damaged index"
            elif got[0] not in (200, 500, 503):
                return BROKEN, f"status {got[0]}: {daemon.tail()}"
        time.sleep(0.5)
    if verdict[0] == SILENT:
        return verdict
    library.copy(copy, index)
    end = settle(daemon, right)
    return verdict if end[0] == SURVIVED else (end[0], f"after the repair: {end[1]}")


def removed(session, daemon, index, _changed, _source):
    """The index is removed and restored."""
    right = ask(daemon)
    aside = session.scratch() / "aside"
    library.clear(aside)
    os.rename(index, aside)
    time.sleep(1)
    for got, want in zip(ask(daemon), right):
        if got[0] == 200 and got != want:
            return SILENT, "another answer from an index that is gone"
        if got[0] not in (200, 404, 503):
            return BROKEN, f"status {got[0]}: {daemon.tail()}"
    os.rename(aside, index)
    return settle(daemon, right)


def replaced(session, daemon, index, changed, _source):
    """The index is replaced by another one."""
    with service.Daemon(session.program, changed, session.scratch() / "log") as other:
        right = ask(other)
    shutil.rmtree(index)
    shutil.copytree(changed, index)
    return settle(daemon, right)
