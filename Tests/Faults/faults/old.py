# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Old, future and foreign indexes, and other people's files in the folder: refused, named, left alone."""

import os
import shutil
import subprocess
from pathlib import Path

from harness import library
from harness.results import BROKEN, LOST, SURVIVED

ROOT = Path(__file__).parent.parent
COMMANDS = ("search", "stats", "check", "export", "index", "rebuild", "remove", "recover", "rollback")
NUMBERS = ("-1", "0", "7", "999999999", "9223372036854775807", "9223372036854775808", "1" * 60, "+1", "0x10", "1e3")


def run(session):
    folder = session.folder("old")
    operations = session.operations("change")
    base, texts = operations[0].base, operations[0].arguments[-1]
    tool = build(folder)
    cases = [*versions(tool, base), *foreign(tool, base), *ours_and_theirs(base)]
    tries = [(name, make, command) for name, make in cases for command in COMMANDS]
    session.each(session.sample("old", tries, session.times(30, len(tries))),
                 lambda case: attempt(session, texts, *case))
    upgrade(session, texts)


def build(folder):
    tool = folder / "foreign"
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "xapian-core"], capture_output=True,
                           text=True, check=True).stdout.split()
    subprocess.run(["g++", "-O0", "-o", tool, ROOT / "foreign.cpp", *flags], check=True)
    return tool


def versions(tool, base):
    """Indexes of other versions, according to their metadata."""
    for value in ("0", "1", "4", "99", "-3", "9" * 30, "", "x"):
        def make(index, value=value):
            library.copy(base, index)
            subprocess.run([tool, "set", library.published(index), "pamphlet.schema", value], check=True)
        yield f"schema version “{value[:12]}”", make


def foreign(tool, base):
    """Folders that do not contain a Pamphlet index."""
    def database(index):
        subprocess.run([tool, "make", index], check=True)

    def stub_of_another(index):
        index.mkdir()
        subprocess.run([tool, "make", index / "database"], check=True)
        (index / "XAPIANDB").write_text("auto database\n")

    def notes(index):
        index.mkdir()
        (index / "notes.txt").write_text("mine")

    def generation_of_another(index):
        index.mkdir()
        (index / "generation-7").mkdir()
        (index / "generation-7" / "letter.txt").write_text("mine")

    def no_stub(index):
        library.copy(base, index)
        (index / "XAPIANDB").unlink()

    def building(index):
        index.mkdir()
        (index / "building").mkdir()
        (index / "building" / "plan.txt").write_text("mine")

    for make in (database, stub_of_another, notes, generation_of_another, no_stub, building):
        yield make.__name__.replace("_", " "), make
    for text in ("", "\n", "auto ../../etc\n", "auto /etc\n", "remote localhost:1\n", "x" * 1_000_000,
                 *(f"auto generation-{number}\n" for number in NUMBERS)):
        def stub(index, text=text):
            library.copy(base, index)
            (index / "XAPIANDB").write_text(text)
        yield f"a stub with “{text[:24].strip()}”", stub


def ours_and_theirs(base):
    """Pamphlet indexes next to files that are not ours."""
    def with_link(name, to_folder):
        def make(index):
            library.copy(base, index)
            precious = Path(f"{index}-precious")
            library.clear(precious)
            precious.mkdir()
            (precious / "letter.txt").write_text("mine")
            library.clear(index / name)
            os.symlink(precious if to_folder else precious / "letter.txt", index / name)
        return make

    def with_folder(name):
        def make(index):
            library.copy(base, index)
            library.clear(index / name)
            (index / name).mkdir()
            (index / name / "letter.txt").write_text("mine")
        return make

    for name, to_folder in (("lock", False), ("XAPIANDB", False), ("XAPIANDB.new", False), ("building", True),
                            ("generation-000000", True), ("generation-7", True)):
        yield f"{name} is a link", with_link(name, to_folder)
    for name in ("lock", "building", "generation-000000", "generation-7", "generation-" + "9" * 30):
        yield f"{name} is a folder of somebody else", with_folder(name)

    def fifo(index):
        library.copy(base, index)
        (index / "lock").unlink()
        os.mkfifo(index / "lock")
    yield "lock is a FIFO", fifo


def commands(index, texts):
    work = "bee-1902-on-bread"
    return {
        "search": ["search", "--index", index, "oven"],
        "index": ["index", "--quiet", "--index", index, texts],
        "rebuild": ["index", "--quiet", "--rebuild", "--index", index, texts],
        "remove": ["remove", "--index", index, work],
    }


def precious(index):
    """Everything that is not ours: files with the marker word, and whatever is outside the index."""
    found = {}
    for root in (index, Path(f"{index}-precious")):
        for path in root.rglob("*") if root.exists() else []:
            if path.name in ("letter.txt", "notes.txt", "plan.txt") and not path.is_symlink():
                found[str(path)] = path.read_bytes()
    return found


def generations(index):
    """The intact generations that a reader or `recover` could use."""
    return {path.name for path in index.glob("generation-*") if (path / "iamglass").exists()}


def attempt(session, texts, name, make, command):
    index = session.scratch() / "index"
    library.clear(Path(f"{index}-precious"))
    library.clear(index)
    make(index)
    before, whole = precious(index), generations(index)
    ended = session.program.run(*commands(index, texts).get(command, [command, "--index", index]), timeout=60)
    case = f"{command}: {name}"
    gone = [path for path, data in before.items() if precious(index).get(path) != data]
    if gone:
        session.results.add("old", LOST, case, f"{ended.how()}: {gone[0]} was changed or deleted")
    elif ended.status != 0 and whole - generations(index):
        session.results.add("old", LOST, case, f"{ended.how()}: {whole - generations(index)} deleted")
    elif ended.hung or ended.crashed:
        session.results.add("old", BROKEN, case, ended.how())
    elif ended.status == 2 and not ended.said and not ended.out:
        session.results.add("old", BROKEN, case, "exit 2 without a message")
    else:
        session.results.add("old", SURVIVED, case)


def upgrade(session, texts):
    """An index of an earlier version: either readable, or refused until it is rebuilt."""
    for archive in sorted((ROOT / "indexes").glob("*.tar.gz")):
        index = session.scratch() / "index"
        library.clear(index)
        subprocess.run(["tar", "-xzf", archive, "-C", session.scratch()], check=True)
        shutil.move(session.scratch() / archive.name.removesuffix(".tar.gz"), index)
        for command in ("search", "index", "check", "rebuild", "search"):
            ended = session.program.run(*commands(index, texts).get(command, [command, "--index", index]))
            bad = ended.hung or ended.crashed or (ended.status == 2 and not (ended.said or ended.out)) \
                or (command == "rebuild" and ended.status != 0)
            session.results.add("old", BROKEN if bad else SURVIVED, f"{command}: {archive.name}",
                                f"{ended.how()}: {ended.said}")
        if session.program.run("check", "--index", index).status != 0:
            session.results.add("old", BROKEN, archive.name, "not sound after it was built again")
