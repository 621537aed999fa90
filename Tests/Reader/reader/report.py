# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""What was checked, one line for each check, and what was found."""

import sys
import time


class Report:
    """Prints each check as it ends and counts them."""

    # Most faults that are printed of one check.
    SHOWN = 6

    def __init__(self, out=sys.stdout):
        self.out = out
        self.passed = 0
        self.failed = 0
        self.skipped = 0
        self._last = time.monotonic()

    def add(self, name, faults, note=""):
        """Adds a check; `faults` are sentences, none if the check passed."""
        faults = list(faults)
        now = time.monotonic()
        seconds, self._last = now - self._last, now
        if faults:
            self.failed += 1
        else:
            self.passed += 1
        note = f" ({note})" if note else ""
        self.line(f"{'FAILED' if faults else 'ok':6} {name}{note}  [{seconds:.1f} s]")
        for fault in faults[:self.SHOWN]:
            self.line(f"       - {str(fault).strip()[:600]}")
        if len(faults) > self.SHOWN:
            self.line(f"       - and {len(faults) - self.SHOWN} more")

    def skip(self, name, reason):
        """Says that a check could not be made."""
        self.skipped += 1
        self.line(f"skip   {name}: {reason}")

    def line(self, text):
        print(text, file=self.out, flush=True)

    def close(self):
        """Prints the last line; says whether every check passed."""
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        self.line(f"reader: {self.passed} checks passed, {self.failed} failed{skipped}")
        return self.failed == 0
