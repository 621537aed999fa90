# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""A power cut preserves only what was synced: everything a publication needs must be, in time.

The storage calls of a run are recorded. When the stub is renamed, these must have been synced: the files
of the generation after their last write, their folder after the last file was created in it, the index
folder after the generation was placed there, and the new stub. The index folder must be synced once more
before the program exits.
"""

import os

from .calls import count
from harness.results import SILENT, SURVIVED

WRITING = os.O_WRONLY | os.O_RDWR
# Files that a publication does not need on disk.
NEEDLESS = ("/lock", "/building", "/flintlock")


def run(session):
    for operation in session.operations():
        faults = unsynced(count(session, operation, with_parent=True), session.scratch() / "index")
        session.results.add("order", SILENT if faults else SURVIVED, operation.name,
                            "; ".join(faults[:4]))


def unsynced(calls, index):
    """Everything that was not on disk when it had to be."""
    index = str(index)
    dirty, faults, renamed = {}, [], None
    for call in calls:
        path = call.path.removesuffix(" (deleted)")
        folder = os.path.dirname(path)
        if call.kind in ("write", "truncate"):
            dirty[path] = "written"
        elif call.kind == "open" and call.flags & os.O_CREAT and call.flags & WRITING:
            # The new stub has this name only until it is renamed, and the lock need not survive.
            if not (folder == index and os.path.basename(path).startswith(("XAPIANDB", "lock"))):
                dirty[folder] = "a file was made in it"
        elif call.kind in ("mkdir", "link") and not path.endswith("/building"):
            dirty[folder] = "a name was made in it"
        elif call.kind == "sync":
            dirty.pop(path, None)
            renamed = None if path == renamed else renamed
        elif call.kind == "rename":
            if path.endswith("/XAPIANDB"):
                needed = {place: why for place, why in dirty.items()
                          if not any(part in place for part in NEEDLESS)}
                faults += [f"{named(place, index)} ({why}) was not synced before "
                           "the stub was renamed" for place, why in needed.items()]
            dirty[folder] = "a name was made in it"
            if path.endswith(("/XAPIANDB", "/iamglass")) and "/building" not in path:
                renamed = folder
    if renamed:
        faults.append(f"{named(renamed, index)} was not synced after the rename in it")
    return faults


def named(place, index):
    return {index: "the index folder", os.path.dirname(index): "the folder above it"}.get(
        place, os.path.relpath(place, index))
