# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the program under test, each time in its own process group and with a time limit."""

import os
import signal
import subprocess
import threading
import time
from dataclasses import dataclass

_started = set()
_lock = threading.Lock()
_closed = False


def end_all():
    """Kills all remaining process groups and prevents new ones."""
    global _closed
    with _lock:
        _closed = True
        groups = list(_started)
    for group in groups:
        try:
            os.killpg(group, signal.SIGKILL)
        except OSError:
            pass


@dataclass
class Ended:
    """How a command ended; `status` is negative for a signal, None if it had to be killed."""

    status: int | None
    out: bytes
    err: str
    seconds: float

    @property
    def hung(self):
        return self.status is None

    @property
    def crashed(self):
        """Whether it ended by a signal or with a status that no command uses."""
        return self.status is not None and (self.status < 0 or self.status > 2)

    @property
    def said(self):
        """First line of the message."""
        return self.err.strip().split("\n")[0][:200]

    def how(self):
        if self.hung:
            return "hung"
        return f"signal {-self.status}" if self.status < 0 else f"exit {self.status}"


class Program:
    """The command line under test, isolated from the user's environment."""

    def __init__(self, path, home):
        self.path = os.path.realpath(path)
        kept = {key: os.environ[key] for key in ("PATH", "LANG", "LD_LIBRARY_PATH") if key in os.environ}
        self.environment = {
            **kept, "HOME": str(home), "XDG_CONFIG_HOME": f"{home}/config",
            "XDG_DATA_HOME": f"{home}/data", "NO_COLOR": "1", "SWIFT_BACKTRACE": "enable=no",
        }

    def start(self, *arguments, environment=None, limits="", user=None, under=(),
              out=subprocess.PIPE, err=subprocess.PIPE, folder=None):
        """Starts a command.

        `limits` are arguments of `ulimit`, separated by commas; `user` is a user id; `under` is a command
        that starts the program.
        """
        command = [*under, self.path, *map(str, arguments)]
        if limits:
            settings = "; ".join(f"ulimit {limit}" for limit in limits.split(","))
            command = ["bash", "-c", f'{settings}; exec "$@"', "bash", *command]
        if user is not None:
            command = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *command]
        with _lock:
            if _closed:
                raise RuntimeError("the run has been ended")
            process = subprocess.Popen(
                command, env={**self.environment, **(environment or {})}, stdin=subprocess.DEVNULL,
                stdout=out, stderr=err, start_new_session=True, cwd=folder,
            )
            _started.add(process.pid)
        return process

    def finish(self, process, timeout=60, began=None):
        """Waits for a command and everything it started."""
        began = began or time.monotonic()
        try:
            out, err = process.communicate(timeout=timeout)
            status = process.returncode
        except subprocess.TimeoutExpired:
            kill(process)
            out, err = process.communicate()
            status = None
        kill(process)
        with _lock:
            _started.discard(process.pid)
        return Ended(status, out or b"", (err or b"").decode("utf8", "replace"),
                     time.monotonic() - began)

    def run(self, *arguments, timeout=60, **options):
        began = time.monotonic()
        return self.finish(self.start(*arguments, **options), timeout, began)


def kill(process, number=signal.SIGKILL):
    """Sends a signal to a process and everything it started."""
    try:
        os.killpg(process.pid, number)
    except OSError:
        pass
