# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""A daemon on a free port."""

import signal
import socket
import subprocess
import time
from pathlib import Path

from .corpus import environment
from .site import Site


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


class Daemon:
    """`pamphletd` on a free port of this machine, as a context manager."""

    def __init__(self, bin_folder, index, folder, *options, waits=True):
        self.port = free_port()
        self.log = Path(folder) / f"daemon-{self.port}.log"
        self.waits = waits
        command = [
            str(Path(bin_folder) / "pamphletd"), "--index", str(index), "--port", str(self.port),
            "--log-level", "warning", *options]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(command, env=environment(folder), stdout=log, stderr=log)
        self.address = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        path = "/readyz" if self.waits else "/healthz"
        end = time.monotonic() + 30
        while time.monotonic() < end and self.process.poll() is None:
            try:
                if Site(self.address).get(path).status == 200:
                    return self
            except OSError:
                pass
            time.sleep(0.05)
        self.__exit__()
        raise RuntimeError(f"the daemon does not answer: {self.log.read_text('utf8', 'replace')[-600:]}")

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
