# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Makes one storage call of a program fail, using the library in failing_calls.c."""

import errno
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "failing_calls.c"
HALF = -1


@dataclass
class Call:
    """A counted storage call."""

    position: int
    process: int
    kind: str
    path: str
    flags: int
    hit: bool


class Injector:
    """Builds the library once, and prepares the environment of each run."""

    def __init__(self, folder):
        self.library = Path(folder, "failing_calls.so")
        subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", self.library, SOURCE, "-ldl"], check=True)
        self.library.chmod(0o755)

    def plan(self, scratch, path, position=0, error=None, signal=0, calls=None, exact=False):
        """The environment that makes the call at a position fail.

        Position 0 only counts; -1 makes every call fail. `error` is the name of an errno, or HALF to read or
        write only half of the bytes.
        """
        counter, record = Path(scratch, "counter"), Path(scratch, "record")
        counter.write_bytes(bytes(8))
        record.write_bytes(b"")
        counter.chmod(0o666)
        record.chmod(0o666)
        plan = {
            "LD_PRELOAD": str(self.library), "FAULT_PATH": os.path.realpath(path),
            "FAULT_COUNTER": str(counter), "FAULT_RECORD": str(record),
            "FAULT_POSITION": str(position), "FAULT_EXACT": "1" if exact else "0",
            "FAULT_ERROR": str(HALF if error == "HALF" else getattr(errno, error)) if error else "0",
            "FAULT_SIGNAL": str(int(signal)),
        }
        return {**plan, "FAULT_CALLS": ",".join(calls)} if calls else plan

    @staticmethod
    def calls(scratch):
        """The counted calls, in order."""
        found = []
        for line in Path(scratch, "record").read_text("utf8", "replace").splitlines():
            cells = line.split("\t")
            if len(cells) >= 5 and cells[0].isdigit():
                found.append(Call(int(cells[0]), int(cells[1]), cells[2], os.path.normpath(cells[3]),
                                  int(cells[4], 16), len(cells) > 5))
        return sorted(found, key=lambda call: call.position)

    def hit(self, scratch):
        """The call that was made to fail; None if the run did not reach it."""
        return next((call for call in self.calls(scratch) if call.hit), None)
