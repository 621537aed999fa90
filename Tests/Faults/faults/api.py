# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Requests that schemathesis makes of the daemon's own description: Scripts/conformance."""

import os
import re
import subprocess
from pathlib import Path

from harness.results import BROKEN, SURVIVED

SCRIPT = Path(__file__).parent.parent.parent.parent / "Scripts" / "conformance"


def run(session):
    folder = Path(session.program.path).parent
    if session.short:
        session.results.skip("api", "Scripts/test runs Scripts/conformance by itself")
        return
    if not (folder / "pamphletd").exists():
        session.results.skip("api", f"there is no pamphletd in {folder}")
        return
    ended = subprocess.run([SCRIPT], env={**os.environ, "PAMPHLET_BIN": str(folder)}, capture_output=True,
                           text=True, timeout=1800, check=False)
    made = re.search(r"(\d+) generated", ended.stdout)
    if "skipped" in ended.stderr:
        session.results.skip("api", ended.stderr.strip()[-100:])
        return
    session.results.note(f"api: {made[1] if made else 'an unknown number of'} requests")
    session.results.add("api", SURVIVED if ended.returncode == 0 else BROKEN, "Scripts/conformance", ended.stdout[-800:])
