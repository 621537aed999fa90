# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Texts, the indexes built from them, and what readers see in an index."""

import hashlib
import json
import os
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

TEXTS = Path(__file__).parent.parent / "texts"
QUERIES = ('"of the"', "bak* -kind:note", "the NEAR/5 clock", "strike~ owner", "author:bee")
NONE = "no index"


def answer(program, index, query, **options):
    """An answer as text that is the same for equal indexes, and how the command ended."""
    ended = program.run("search", "--index", index, "--json", "--limit", "30", "--", query, **options)
    try:
        members = json.loads(ended.out)
        members.pop("took_ms", None)
        members.pop("revision", None)
        return json.dumps(members, sort_keys=True), ended
    except ValueError:
        return ended.how(), ended


def view(program, index):
    """What readers see: a digest of every passage and some answers, `NONE`, or an error."""
    ended = program.run("export", "--index", index)
    if ended.status == 2 and ended.said and not has_stub(index):
        return NONE
    if ended.status != 0:
        return f"export: {ended.how()}: {ended.said}"
    digest = hashlib.sha256(ended.out)
    for query in QUERIES[:2]:
        text, ended = answer(program, index, query)
        if ended.status not in (0, 1):
            return f"search: {ended.how()}: {ended.said}"
        digest.update(text.encode())
    return digest.hexdigest()[:16]


def has_stub(index):
    """Whether a folder claims to be an index; the stub of an unpublished one names no generation."""
    try:
        return "auto " in Path(index, "XAPIANDB").read_text("utf8", "replace")
    except FileNotFoundError:
        return False


def lines(program, index):
    """The passages that readers see, in any order."""
    return set(program.run("export", "--index", index).out.splitlines())


def copy(source, target):
    """Copies an index to a path; only clears the path if there is no source."""
    clear(target)
    if source is not None:
        shutil.copytree(source, target, symlinks=True)


def clear(path):
    if os.path.islink(path) or os.path.isfile(path):
        os.unlink(path)
    elif os.path.isdir(path):
        for folder, _, _ in os.walk(path):
            if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
                os.chmod(folder, 0o700)
        shutil.rmtree(path)


def published(index):
    """The folder of the published generation."""
    return Path(index) / Path(index, "XAPIANDB").read_text().split()[-1]


@dataclass
class Operation:
    """A writer's command with the initial state and the views before and after it."""

    name: str
    arguments: tuple  # "{}" stands for the index
    base: Path | None
    old: str
    new: str
    seconds: float
    passages: set = frozenset()  # before and after

    def command(self, index):
        return [str(index) if part == "{}" else part for part in self.arguments]


def operations(program, folder):
    """The commands exposed to faults: a first index, a small change, a rebuild and a removal.

    The index also contains a text from a folder that the commands do not name; once lost, it stays lost.
    """
    folder = Path(folder)
    base, now, elsewhere = folder / "base", folder / "texts", folder / "elsewhere"
    shutil.copytree(TEXTS, now)
    elsewhere.mkdir()
    shutil.move(now / "strike.txt", elsewhere)
    must(program, "index", "--quiet", "--jobs", "1", "--index", base, now, elsewhere)
    with open(now / "bread.txt", "a", encoding="utf8") as file:
        file.write("\nThe oven of the guild has been ours since then.\n")
    work = must(program, "works", "--jsonl", "--index", base).split(b"\n")[0]
    removed = json.loads(work)["id"]
    index = ("index", "--quiet", "--jobs", "1", "--index", "{}")
    commands = {
        "first": (None, (*index, str(now))),
        "change": (base, (*index, str(now))),
        "rebuild": (base, (*index, "--rebuild", str(now))),
        "remove": (base, ("remove", "--index", "{}", removed)),
    }
    for name, (start, arguments) in commands.items():
        yield operation(program, folder, name, start, arguments)


def operation(program, folder, name, base, arguments):
    """A command with what readers see before and after it."""
    target = folder / f"after-{name}"
    copy(base, target)
    old, before = (view(program, target), lines(program, target)) if base else (NONE, set())
    found = Operation(name, arguments, base, old, "", 0)
    ended = program.run(*found.command(target), timeout=300)
    if ended.status != 0:
        raise RuntimeError(f"{name} fails without a fault: {ended.how()}: {ended.err}")
    found.new, found.seconds = view(program, target), ended.seconds
    found.passages = before | lines(program, target)
    return found


def must(program, *arguments):
    """The output of a command that must not fail."""
    ended = program.run(*arguments, timeout=300)
    if ended.status != 0:
        raise RuntimeError(f"{arguments} fails without a fault: {ended.how()}: {ended.err}")
    return ended.out


def write_texts(folder, texts, paragraphs, seed=7):
    """Writes larger texts with a word distribution similar to that of a language."""
    source = random.Random(seed)
    words = [w for path in sorted(TEXTS.iterdir()) for w in path.read_text("utf8").lower().split()
             if w.isalpha()]
    words += ["".join(source.choice("bdfklmnprst") + source.choice("aeiou") for _ in range(3))
              for _ in range(3000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    os.makedirs(folder, exist_ok=True)
    for number in range(texts):
        lines = [f"Volume {number + 1}", f"{source.choice(('Ann Bee', 'Carl Dorn', 'Eva Fell'))}", f"{1850 + number}"]
        for _ in range(paragraphs):
            sentences = (" ".join(source.choices(words, weights, k=source.randint(6, 20)))
                         for _ in range(source.randint(2, 6)))
            lines.append(" ".join(text.capitalize() + "." for text in sentences))
        Path(folder, f"volume-{number + 1:03}.txt").write_text("\n\n".join(lines) + "\n", "utf8")
