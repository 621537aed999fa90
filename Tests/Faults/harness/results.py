# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""The outcome of each try, and a table of all of them."""

import threading

SURVIVED = "survived"  # what readers see is correct, and what the program said is true
SAID = "said"  # an answer is missing or wrong, and the program says that the index is damaged
SILENT = "silent"  # an answer is wrong, or a change is missing, and nothing says so
LOST = "lost"  # the index is neither the old one nor the new one
BROKEN = "broken"  # any other broken promise: a crash, a hang, a missing message

VERDICTS = (SURVIVED, SAID, SILENT, LOST, BROKEN)
FAILURES = (SILENT, LOST, BROKEN)
# Maximum number of failures printed per fault; the rest are only counted.
MOST_PRINTED = 40
HEADINGS = ("survived", "wrong but said", "wrong and silent", "lost", "otherwise broken")


class Results:
    """Counts verdicts by fault; thread-safe."""

    def __init__(self, out):
        self._counts = {}
        self._skipped = {}
        self._lock = threading.Lock()
        self._out = out
        self._closed = False

    def add(self, fault, verdict, case, why=""):
        """Counts one try, and prints it if it failed."""
        with self._lock:
            if self._closed:
                return
            row = self._counts.setdefault(fault, dict.fromkeys(VERDICTS, 0))
            row[verdict] += 1
            if verdict in FAILURES and sum(row[v] for v in FAILURES) <= MOST_PRINTED:
                print(f"{verdict.upper()} {fault}: {case}: {why}", file=self._out, flush=True)

    def close(self):
        """Ends counting: later results belong to an aborted run."""
        with self._lock:
            self._closed = True

    def skip(self, fault, why):
        with self._lock:
            self._skipped[fault] = why
            print(f"{fault}: skipped: {why}", file=self._out, flush=True)

    def note(self, text):
        with self._lock:
            print(text, file=self._out, flush=True)

    def row(self, fault):
        return self._counts.get(fault, dict.fromkeys(VERDICTS, 0))

    @property
    def failed(self):
        return sum(row[v] for row in self._counts.values() for v in FAILURES)

    @property
    def passed(self):
        return sum(row[v] for row in self._counts.values() for v in (SURVIVED, SAID))

    def table(self):
        lines = ["| fault | tries | " + " | ".join(HEADINGS) + " |", "| --- |" + " ---: |" * 6]
        for fault, row in self._counts.items():
            cells = [sum(row.values()), *(row[verdict] for verdict in VERDICTS)]
            lines.append(f"| {fault} | " + " | ".join(map(str, cells)) + " |")
        lines += [f"| {fault} | skipped: {why} | | | | | |" for fault, why in self._skipped.items()]
        return "\n".join(lines)
