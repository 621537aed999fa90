# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""One run of the fault tests: its working folder, extent and results."""

import os
import random
import shutil
import subprocess
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import library
from .injection import Injector
from .program import Program, end_all


class Session:
    """The context passed to every fault."""

    def __init__(self, program, results, short, times, seed, jobs):
        self.work = Path(os.path.realpath(tempfile.mkdtemp(prefix="pamphlet-faults-")))
        self.work.chmod(0o711)
        self.results = results
        self.short = short
        self.seed = seed
        self.jobs = jobs
        self.program = Program(program, self.work / "home")
        self._times = times
        self._local = threading.local()
        self._injector = None
        self._operations = None
        self._mounts = []
        self._lock = threading.Lock()
        (self.work / "home").mkdir(mode=0o755)

    def close(self):
        """Kills all processes and removes everything the run created."""
        self.results.close()
        end_all()
        for mount in self._mounts:
            subprocess.run(["umount", "-l", mount], check=False)
        library.clear(self.work)

    def times(self, short, long):
        """Number of tries: as requested, or else depending on the form of the run."""
        return self._times or (short if self.short else long)

    def source(self, name):
        """Random numbers that depend only on the seed and the fault."""
        return random.Random(f"{self.seed} {name}")

    @property
    def injector(self):
        with self._lock:
            if self._injector is None:
                self._injector = Injector(self.work)
            return self._injector

    def operations(self, *names):
        """The writers' commands with these names, or all of them."""
        with self._lock:
            if self._operations is None:
                self._operations = list(library.operations(self.program, self.folder("operations")))
        return [operation for operation in self._operations if not names or operation.name in names]

    def folder(self, name):
        """A folder for one fault."""
        path = self.work / name
        path.mkdir(exist_ok=True)
        return path

    def scratch(self):
        """A folder for the calling thread."""
        if not hasattr(self._local, "path"):
            self._local.path = Path(tempfile.mkdtemp(prefix="thread-", dir=self.work))
            self._local.path.chmod(0o711)
        return self._local.path

    def each(self, cases, function):
        """Calls a function for every case, several at a time."""
        with ThreadPoolExecutor(self.jobs) as pool:
            try:
                for _ in pool.map(function, cases):
                    pass
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                end_all()
                raise

    def sample(self, name, cases, count):
        """An evenly spread sample of the cases."""
        cases = list(cases)
        if len(cases) <= count:
            return cases
        offset = self.source(name).random()
        return [cases[int((k + offset) * len(cases) / count)] for k in range(count)]

    def mount(self, path, kibibytes):
        """Mounts a file system of a given size; needs root. Returns whether it succeeded."""
        path.mkdir(exist_ok=True)
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", path],
                              capture_output=True, check=False)
        if made.returncode == 0:
            self._mounts.append(path)
        return made.returncode == 0

    def unmount(self, path):
        subprocess.run(["umount", "-l", path], check=False)
        self._mounts.remove(path)


def is_root():
    return os.geteuid() == 0


def has(command):
    return shutil.which(command) is not None
