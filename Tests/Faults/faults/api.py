# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Requests that schemathesis generates from the daemon's API description (Scripts/conformance)."""

import os
import re
from pathlib import Path

from harness.program import Program
from harness.results import BROKEN, SURVIVED

SCRIPT = Path(__file__).parent.parent.parent.parent / "Scripts" / "conformance"


def run(session):
    folder = Path(session.program.path).parent
    if session.short:
        return  # Scripts/test runs it separately.
    if not (folder / "pamphletd").exists():
        session.results.skip("api", f"there is no pamphletd in {folder}")
        return
    script = Program(SCRIPT, session.work / "home")
    script.environment = {**os.environ, "PAMPHLET_BIN": str(folder)}
    ended = script.run(timeout=1800)
    said = ended.out.decode("utf8", "replace")
    made = re.search(r"(\d+) generated", said)
    if "skipped" in ended.err:
        session.results.skip("api", ended.err.strip()[-100:])
        return
    session.results.note(f"api: {made[1] if made else 'an unknown number of'} requests")
    session.results.add("api", SURVIVED if ended.status == 0 else BROKEN, "Scripts/conformance", said[-800:])
