# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Clients that are idle, send slowly or never read; others must still be answered."""

import resource
import socket
import time

from harness import library
from harness.daemon import Daemon
from harness.results import BROKEN, SILENT, SURVIVED

HOST = b"Host: 127.0.0.1\r\n"
QUERY = '"of the"'
# How long a client that sends nothing, or too little, may keep a connection, in seconds.
PATIENCE = 90


def run(session):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    operations = session.operations("change")
    for count in (400,) if session.short else (1, 10, 100, 1000, 10_000):
        idle(session, operations[0], min(count, hard - 200))
    for _ in range(1 if session.short else session.times(1, 6)):
        starved(session, operations[0])
    slow(session, operations[0])
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def connections(daemon, count, first=b""):
    found = []
    for _ in range(count):
        try:
            sock = socket.create_connection(("127.0.0.1", daemon.port), timeout=2)
            sock.sendall(first)
            found.append(sock)
        except OSError:
            break
    return found


def close(sockets):
    for sock in sockets:
        sock.close()


def served(session, daemon, case, right, may_refuse):
    """Whether another client gets its answer, or an error that there are too many."""
    status, taken, found = daemon.search(QUERY, timeout=3 if session.short else 10)
    total = found["total"]["value"] if status == 200 else None
    if status == 200:
        fine = total == right
        session.results.add("clients", SURVIVED if fine else SILENT, case, f"{total} passages, not {right}")
    else:
        # A connection that is closed immediately, or not accepted, counts as a refusal.
        refused = may_refuse and status in (0, 503)
        told = "no index" in str(found).lower()
        session.results.add("clients", SURVIVED if refused and not told else BROKEN, case,
                            f"status {status} after {taken:.1f} s: {found}" + ("" if daemon.lives else f"; it has died: {daemon.tail()}"))
    return status, taken


def idle(session, operation, count):
    """Connections that send nothing."""
    scratch = session.scratch()
    library.copy(operation.base, scratch / "index")
    with Daemon(session.program, scratch / "index", scratch / "log", limits="-n 256" if session.short else "") as daemon:
        right = daemon.total(QUERY)
        before = daemon.measures()
        sockets = connections(daemon, count)
        time.sleep(0.5)
        status, taken = served(session, daemon, f"beside {count} idle connections", right, count >= 200)
        during = daemon.measures()
        session.results.note(
            f"clients: {len(sockets)} idle connections, another client gets {status or 'no answer'} after {taken * 1000:.0f} ms; "
            f"memory {before[0] >> 10} to {during[0] >> 10} MiB, handles {before[1]} to {during[1]}")
        close(sockets)
        time.sleep(1)
        served(session, daemon, f"after {count} idle connections", right, False)


def starved(session, operation):
    """Connections use up all handles while a new generation is published."""
    scratch = session.scratch()
    library.copy(operation.base, scratch / "index")
    with Daemon(session.program, scratch / "index", scratch / "log", limits="-n 128") as daemon:
        right = daemon.total(QUERY)
        for free in (0, 2, 5) if session.short else (0, 1, 2, 3, 5, 8):
            kept = daemon.connect(10)
            daemon.search(QUERY, connection=kept)
            sockets = connections(daemon, max(0, 128 - daemon.measures()[1] - free))
            time.sleep(0.2)
            session.program.run("index", "--quiet", "--rebuild", "--index", scratch / "index",
                                operation.arguments[-1])
            for _ in range(3):
                served(session, daemon, f"a publication with {free} handles left", right, True)
                status, _, found = daemon.search(QUERY, connection=kept)
                total = found["total"]["value"] if status == 200 else right
                session.results.add("clients", SURVIVED if total == right and "no index" not in str(found).lower()
                                    else SILENT, f"with {free} handles left", f"{status}: {found}"[:200])
            close(sockets)
            kept.close()
            time.sleep(0.3)
            served(session, daemon, f"after a publication with {free} handles left", right, False)


def slow(session, operation):
    """Requests sent header by header or byte by byte, and answers that are not read."""
    scratch, many = session.scratch(), 10 if session.short else 50
    library.copy(operation.base, scratch / "index")
    with Daemon(session.program, scratch / "index", scratch / "log") as daemon:
        right = daemon.total(QUERY)
        kinds = {
            "a header that does not end": connections(daemon, many, b"GET /healthz HTTP/1.1\r\n" + HOST + b"X-A: "),
            "a body that does not end": connections(
                daemon, many, b"POST /v1/search HTTP/1.1\r\n" + HOST + b"Content-Length: 60000\r\n\r\n"),
            "an answer that is not read": unread(daemon, many),
            "silence": connections(daemon, many),
        }
        closed, began = {}, time.monotonic()
        while time.monotonic() - began < (3 if session.short else PATIENCE) and len(closed) < len(kinds) - 1:
            for kind, sockets in kinds.items():
                if kind not in closed and dribble(sockets, kind):
                    closed[kind] = time.monotonic() - began
            served(session, daemon, "beside slow clients", right, False)
            time.sleep(0.5)
        for kind, sockets in kinds.items():
            if not session.short and kind != "an answer that is not read":
                session.results.add("clients", SURVIVED if kind in closed else BROKEN, kind,
                                    f"the connection is open after {PATIENCE} s")
            close(sockets)
        for kind, seconds in closed.items():
            session.results.note(f"clients: {kind}: closed after {seconds:.0f} s")


def unread(daemon, count):
    sockets = []
    for _ in range(count):
        sock = socket.socket()
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        sock.connect(("127.0.0.1", daemon.port))
        sock.sendall((b"GET /v1/search?q=the&limit=100 HTTP/1.1\r\n" + HOST + b"\r\n") * 20)
        sockets.append(sock)
    return sockets


def dribble(sockets, kind):
    """Sends one more byte on each; returns whether the server closed the first."""
    if kind == "an answer that is not read":
        return False
    if kind != "silence":
        for sock in sockets:
            try:
                sock.setblocking(False)
                sock.send(b"x")
            except OSError:
                pass
    try:
        sockets[0].setblocking(False)
        while True:
            if sockets[0].recv(4096) == b"":
                return True
    except BlockingIOError:
        return False
    except OSError:
        return True
