# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""What readers want to do, one file each: `WANTED` says it, `STEPS` is the most clicks and keys that it may take."""

import importlib

from ..task import Task

NAMES = [
    "find_and_cite", "read_around_a_hit", "quotations_of_a_person", "browse", "narrow", "compare", "keep",
    "link_to_words", "help_and_api", "on_a_phone", "by_keyboard",
]


def run(session):
    """Does each task without scripts and with them."""
    for name in session.options.task or NAMES:
        task = importlib.import_module(f"{__name__}.{name}")
        for scripts in getattr(task, "SCRIPTS", (False, True)):
            one(session, task, scripts)


def one(session, task, scripts):
    faults, reader = [], None
    try:
        reader = Task(session.browser, session.site.address, scripts, getattr(task, "SIZE", None))
        task.run(reader)
        if reader.steps > task.STEPS:
            faults.append(f"{reader.steps} clicks and keys; at most {task.STEPS} are allowed")
    except Exception as error:  # pylint: disable=broad-except
        faults.append(f"{error} (after {reader.steps if reader else 0} steps)")
    done = f"{reader.clicks} clicks, {reader.keys} keys, {reader.letters} letters" if reader else ""
    if reader:
        reader.close()
    session.report.add(f"task: {task.WANTED}, scripts {'on' if scripts else 'off'}", faults, done)
