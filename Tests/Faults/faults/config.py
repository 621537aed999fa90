# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Random configuration files, catalogues and command lines: an answer or a message, never a crash."""

import os
from pathlib import Path

from harness import library
from harness.results import BROKEN, SURVIVED

CATALOGUE = Path(__file__).parent.parent.parent.parent / "Index" / "catalogue.yaml"
CONFIGURATION = "index: {}\n"
# Constructs that have tripped up YAML parsers.
HOSTILE = (
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbfindex: x", b": : [", b"index: [", b"- a\n- b\n", b"index: {a: b}\n",
    b"index: 1\n", b"index: true\n", b"index:\n", b"index: null\n", b"index: ~\n", b"index: .nan\n", b"index: 0x10\n",
    b"index: !!binary aGVsbG8=\n", b"index: !!python/object:os.system x\n", b"? [a]\n: b\n", b"index: &a [*a]\n",
    b"index: *a\n", b"a: &a [x]\nindex: *a\n", b"index: a\nindex: b\n", b"%YAML 9.9\n---\nindex: x\n", b"--- a\n--- b\n",
    b"index: \"\\ud800\"\n", b"index: \"\\x00\"\n", b"\tindex: x\n", b"index: |\n" + b"  a\n" * 100_000,
    b"[" * 100_000, b"{a: " * 100_000, b"- " * 100_000, b"a" * 5_000_000, b"? " * 50_000, b"!" * 50_000, b"&a " * 50_000,
    b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
        b"%c: &%c [%s]\n" % (n, n, b",".join([b"*%c" % (n - 1)] * 9)) for n in range(ord("b"), ord("l"))),
)
NUMBERS = ("-1", "0", "1", "999999999999999999999", "1e9", "0x7f", "٣", "", " ", "nan", "-0", "1.5", "+3")
ODD = ("", " ", "-", "--", "---", "\x1b[31m", "\u202e", "a" * 100_000, "*", "/", "/dev/null", "/proc/self/mem", "..",
       "~", "%s%n", "$(id)", "\n", "é", "日本", "\ud800")
COMMANDS = ("search", "show", "cite", "works", "explain", "export", "remove", "check", "stats", "schema", "query",
            "rules", "index", "recover", "rollback", "help", "")
OPTIONS = ("--limit", "--offset", "--jobs", "--year", "--decade", "--author", "--title", "--kind", "--sort", "--facets",
           "--like", "--page", "--context", "--style", "--quotation", "--json", "--jsonl", "--kwic", "--explain", "--help",
           "--version", "--quiet", "--catalogue", "--diagnostics", "--without", "--group-by-work", "--unknown")


def run(session):
    folder = session.folder("config")
    base = folder / "base"
    library.must(session.program, "index", "--quiet", "--index", base, library.TEXTS)
    source = session.source("config")
    valid = CATALOGUE.read_bytes()
    cases = [("configuration", data) for data in HOSTILE] + [("catalogue", data) for data in HOSTILE]
    for number in range(session.times(15, 600)):
        cases.append((("configuration", mutated(source, CONFIGURATION.format(base).encode())),
                      ("catalogue", mutated(source, valid)),
                      ("command line", line(source)))[number % 3])
    if session.short:
        cases = session.sample("config", cases, 24)
    session.each(cases, lambda case: attempt(session, base, *case))


def mutated(source, data):
    """A file with bytes changed, removed, duplicated or moved."""
    data = bytearray(data)
    for _ in range(source.choice((1, 2, 5, 20))):
        start, length = source.randrange(len(data) + 1), source.choice((1, 1, 3, 20))
        piece = data[start:start + length]
        kind = source.randrange(4)
        if kind == 0:
            data[start:start + length] = source.randbytes(length)
        elif kind == 1:
            del data[start:start + length]
        else:
            place = source.randrange(len(data) + 1)
            data[place:place] = piece * (1 if kind == 2 else 50)
    return bytes(data)


def line(source):
    """A random command line."""
    words = [source.choice(COMMANDS)]
    for _ in range(source.randrange(6)):
        words.append(source.choice((source.choice(OPTIONS), source.choice(NUMBERS), source.choice(ODD),
                                    source.choice(("oven", "bee-1902-on-bread/p1", "bread", '"', "((", "year:")))))
    return words


def attempt(session, base, kind, value):
    scratch = session.scratch()
    limits = {"timeout": 30, "limits": "-v 4194304", "folder": scratch}
    if kind == "command line":
        case, ended = " ".join(value)[:100], command_line(session, base, scratch, value, limits)
    elif kind == "configuration":
        home = scratch / "config" / "pamphlet"
        home.mkdir(parents=True, exist_ok=True)
        (home / "config.yaml").write_bytes(value)
        case, ended = f"{kind} {value[:40]!r}", session.program.run(
            "search", "oven", environment={"XDG_CONFIG_HOME": str(scratch / "config")}, **limits)
    else:
        index, file = scratch / "index", scratch / "file.yaml"
        library.clear(index)
        file.write_bytes(value)
        case, ended = f"{kind} {value[:40]!r}", session.program.run(
            "index", "--quiet", "--index", index, "--catalogue", file, library.TEXTS, **limits)
    if ended.hung or ended.crashed:
        session.results.add("config", BROKEN, case, f"{ended.how()}: {ended.said}")
    elif ended.status == 2 and not (ended.said or ended.out):
        session.results.add("config", BROKEN, case, "exit 2 without a message")
    else:
        session.results.add("config", SURVIVED, case)


def command_line(session, base, scratch, words, limits):
    index = scratch / "index"
    library.copy(base, index)
    own = [] if words[0] in ("help", "schema", "query", "rules", "") else ["--index", str(index)]
    # Nothing outside the folder is indexed.
    given = [word for word in words[1:] if words[0] != "index" or word not in ("/", "..", "~", "*")]
    texts = [str(library.TEXTS / "bread.txt")] if words[0] == "index" else []
    arguments = [os.fsdecode(word.encode("utf8", "surrogatepass").replace(b"\0", b"")) for word in given]
    return session.program.run(*([words[0]] if words[0] else []), *own, *arguments, *texts, **limits)
