# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""A daemon under test, and requests to it."""

import http.client
import json
import os
import signal
import socket
import time
import urllib.parse
from pathlib import Path

from .program import kill


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


class Daemon:
    """`pamphlet serve` on a free loopback port, as a context manager."""

    def __init__(self, program, index, log, *options, limits="", environment=None):
        self.program = program
        self.log = Path(log)
        self.port = free_port()
        self.began = time.monotonic()
        with open(log, "ab") as file:
            self.process = program.start(
                "serve", "--index", index, "--port", self.port, "--log-level", "warning", *options,
                limits=limits, environment=environment, err=file, out=file)

    def __enter__(self):
        self.wait()
        return self

    def __exit__(self, *_):
        self.end()

    def wait(self, seconds=20):
        """Waits until the daemon answers; raises an error if it does not."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            if self.get("/healthz", timeout=2)[0] == 200:
                return
            time.sleep(0.05)
        raise RuntimeError(f"the daemon does not answer: {self.tail()}")

    def end(self, number=signal.SIGTERM, timeout=40):
        """Stops the daemon and returns how it ended."""
        if self.process.poll() is None:
            os.kill(self.process.pid, number)
        return self.program.finish(self.process, timeout)

    def kill(self):
        kill(self.process)

    @property
    def lives(self):
        return self.process.poll() is None

    def tail(self):
        return self.log.read_text("utf8", "replace")[-400:].replace("\n", " ")

    def get(self, path, timeout=30, headers=None, connection=None):
        """Status (0 if there was no answer), seconds and body of an answer."""
        began = time.monotonic()
        own = connection is None
        connection = connection or self.connect(timeout)
        try:
            connection.request("GET", path, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, time.monotonic() - began, answer.read()
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            return 0, time.monotonic() - began, repr(error).encode()
        finally:
            if own:
                connection.close()

    def connect(self, timeout=30):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def search(self, query, timeout=30, connection=None, **parameters):
        """Status, seconds and the parsed answer; None if it is not JSON."""
        path = "/v1/search?" + urllib.parse.urlencode({"q": query, **parameters})
        status, seconds, body = self.get(path, timeout, connection=connection)
        try:
            return status, seconds, json.loads(body)
        except ValueError:
            return status, seconds, None

    def total(self, query):
        """Number of passages found; None if there was no answer."""
        status, _, found = self.search(query)
        return found["total"]["value"] if status == 200 and found else None

    def measures(self):
        """Resident memory in KiB, including children, and the number of open handles."""
        pids = [self.process.pid, *children(self.process.pid)]
        return sum(map(resident, pids)), handles(self.process.pid)


def children(pid):
    found = []
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            for child in Path(f"/proc/{pid}/task/{task}/children").read_text().split():
                found += [int(child), *children(int(child))]
    except OSError:
        pass
    return found


def resident(pid):
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def handles(pid):
    try:
        return len(os.listdir(f"/proc/{pid}/fd"))
    except OSError:
        return 0
