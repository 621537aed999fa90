# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Produces faults and verifies that the index and the daemon survive them."""

import argparse
import importlib
import os
import signal
import sys
import time
import traceback

from harness import cost
from harness.results import BROKEN, Results
from harness.session import Session

FAULTS = {
    "calls": "each storage call of a writer fails once, with each of four errors",
    "reads": "each storage call of a reader fails once",
    "order": "what is published was synced before, in the order data, folder, stub, folder",
    "stub": "stub, lock and folder cannot be opened or read, for every command",
    "permissions": "the same through missing permissions, as an unprivileged user",
    "kill": "writers are killed, mostly while publishing",
    "recovery": "a stub or a generation is lost or damaged; recover and rollback, also with faults",
    "bits": "bits are flipped, pages zeroed, files truncated",
    "disk": "the disk fills up, in nine sizes",
    "handles": "file handles run out",
    "memory": "memory runs out",
    "threads": "no thread or process can be created",
    "writers": "two writers at once, one of them stopped",
    "readers": "readers search while writers publish",
    "daemon": "the daemon is killed or stopped under load, its index damaged, removed, replaced",
    "soak": "publishing every second under load; memory and handles",
    "worst": "the costliest queries that can be found, with a cheap one beside them",
    "clients": "thousands of idle clients, and clients that send or read slowly",
    "http": "odd and hostile HTTP requests, foreign Host headers",
    "api": "requests generated from the API description (Scripts/conformance)",
    "texts": "texts that are slow, kill their readers, or contain terminal commands",
    "old": "old, future and foreign indexes, folders and names that are not ours",
    "config": "random configuration files, catalogues and command lines",
}


def arguments():
    parser = argparse.ArgumentParser(
        prog="Scripts/faults", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="faults:\n" + "\n".join(f"  {name:12} {what}" for name, what in FAULTS.items()) + """

PAMPHLET_BIN=DIR is a folder with the programs; without it they are built (debug with --short).
Some faults (disk, threads) need root and are otherwise skipped, as the table shows.
Exit status: 0 if every promise was kept, 1 if one was not.""")
    parser.add_argument("--pamphlet", default="pamphlet", help=argparse.SUPPRESS)
    parser.add_argument("--short", action="store_true", help="a sample of each fault, in three minutes")
    parser.add_argument("--only", action="append", choices=FAULTS, metavar="NAME",
                        help="only this fault; may be repeated")
    parser.add_argument("--times", type=int, metavar="N",
                        help="number of tries per fault (soak, readers, worst: seconds)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="seed for random numbers (default 1)")
    parser.add_argument("--jobs", type=int, default=min(4, os.cpu_count() or 1), metavar="N",
                        help="number of tries at once (default: number of cores, at most 4)")
    parser.add_argument("--engine", choices=("preload", "strace"), default="preload",
                        help="how calls are made to fail (default preload)")
    parser.add_argument("--cost", metavar="FOLDER", help="measure the cost of verification and syncs for the texts in a "
                        "folder; PAMPHLET_BEFORE is a program to compare with")
    return parser.parse_args()


def stop(number, _frame):
    raise SystemExit(128 + number)


def main():
    options = arguments()
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, stop)
    results = Results(sys.stdout)
    session = Session(options.pamphlet, results, options.short, options.times, options.seed, options.jobs)
    session.engine = options.engine
    try:
        if options.cost:
            print(cost.table(session, options.cost, os.environ.get("PAMPHLET_BEFORE")))
            return
        for name in options.only or FAULTS:
            began = time.monotonic()
            try:
                importlib.import_module(f"faults.{name}").run(session)
            except Exception:  # pylint: disable=broad-except
                results.add(name, BROKEN, "the run itself", traceback.format_exc())
            row = results.row(name)
            results.note(f"{name}: {sum(row.values())} tries in {time.monotonic() - began:.0f} s")
    finally:
        session.close()
    print()
    print(results.table())
    print(f"faults: {results.passed} passed, {results.failed} failed")
    sys.exit(1 if results.failed else 0)


main()
