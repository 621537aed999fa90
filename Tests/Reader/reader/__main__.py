# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Reads, searches, compares and cites in a real browser, and checks every kind of page."""

import argparse
import contextlib
import importlib
import sys
import tempfile

from . import browser, corpus, screenshots, tasks
from .checks import CHECKS
from .checks.pages import PARTS
from .daemon import Daemon
from .report import Report
from .session import Session


def arguments():
    parser = argparse.ArgumentParser(
        prog="Scripts/reader", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="checks:\n" + "\n".join(f"  {name:12} {what}" for name, what in CHECKS.items())
        + "\n  tasks        what readers want to do, within a number of clicks"
        + "\n\nnames for --only too are the parts of the check pages:\n  " + ", ".join(PARTS)
        + "\nand single tasks:\n  " + ", ".join(tasks.NAMES[:7]) + ",\n  " + ", ".join(tasks.NAMES[7:])
        + "\n\nPAMPHLET_BIN=DIR is a folder with the programs (default: the debug build)."
        + "\nExit status: 0 if every check passed, 1 if one did not.")
    parser.add_argument("--bin", help=argparse.SUPPRESS)
    parser.add_argument("--only", action="append", metavar="NAME", default=[],
                        choices=[*CHECKS, "tasks", *tasks.NAMES, *PARTS],
                        help="only this check; may be repeated")
    parser.add_argument("--index", metavar="DIR", help="the pages of this index instead of our own texts (no tasks)")
    parser.add_argument("--address", metavar="URL", help="the pages of a daemon that runs (no tasks)")
    parser.add_argument("--screenshots", metavar="DIR",
                        help="only write every kind of page as PNG: light and dark, 1280 and 375 pixels wide")
    options = parser.parse_args()
    options.task = [name for name in options.only if name in tasks.NAMES]
    options.part = [name for name in options.only if name in PARTS]
    return options


def main():
    options = arguments()
    report = Report()
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="pamphlet-reader-"))
        address = options.address
        if not address:
            index = options.index or corpus.build(options.bin, folder)
            address = stack.enter_context(Daemon(options.bin, index, folder)).address
        window = stack.enter_context(browser.Browser())
        session = Session(options, address, folder, window, report)
        run(session)
        if options.screenshots:
            screenshots.write(session, options.screenshots)
            if not options.only:
                return 0
    return 0 if report.close() else 1


def run(session):
    options, report = session.options, session.report
    chosen = set(options.only)
    if options.screenshots and not chosen:
        return
    for name in CHECKS:
        if not chosen or name in chosen or (name == "pages" and options.part):
            attempt(report, name, lambda: importlib.import_module(f"{__package__}.checks.{name}").run(session))
    if session.is_own and (not chosen or "tasks" in chosen or options.task):
        attempt(report, "tasks", lambda: tasks.run(session))


def attempt(report, name, check):
    """Runs a check; one that cannot be made to the end has failed."""
    try:
        check()
    except Exception as error:  # pylint: disable=broad-except
        report.add(name, [f"{type(error).__name__}: {error}"])


sys.exit(main())
