# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Loads what `pamphlet cite` exports with the parsers that others use, and compares what they read.

usage: load.py PAMPHLET INDEX
"""

import codecs
import json
import subprocess
import sys
import warnings

import latexcodec  # registers the codec  # noqa: F401
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

program, index = sys.argv[1:]
warnings.simplefilter("error")


def pamphlet(*arguments):
    return subprocess.run(
        [program, *arguments, "--index", index], check=True, capture_output=True, text=True
    ).stdout


def one_line(text):
    return " ".join(text.split())


def from_tex(text):
    # Signs of TeX that the codec does not know; braces are left out.
    for command, sign in [
        (r"\textbraceleft{}", ""), (r"\textbraceright{}", ""),
        (r"\textasciicircum{}", "^"), (r"\$", "$"),
    ]:
        text = text.replace(command, sign)
    return codecs.decode(text, "ulatex").replace("{", "").replace("}", "")


def bibtex(text):
    """The titles, family names and years that pybtex reads; it refuses what BibTeX would."""
    read = []
    for entry in parse_string(text, "bibtex").entries.values():
        title = from_tex(entry.fields.get("title", ""))
        subtitle = from_tex(entry.fields.get("subtitle", ""))
        names = [
            from_tex(" ".join(person.prelast_names + person.last_names + person.lineage_names))
            for person in entry.persons.get("author", [])
        ]
        read.append((title, subtitle, names, entry.fields.get("year")))
    return read


def ris(text):
    """The same by rispy."""
    return [
        (
            record.get("title", ""),
            [name.split(",")[0] for name in record.get("authors", [])],
            record.get("year"),
        )
        for record in rispy.loads(text)
    ]


def csl(text):
    """The same by citeproc-py, which also sets each item."""
    items = json.loads(text)
    with warnings.catch_warnings():
        # It says so of variables that a style may want and an item does not have.
        warnings.simplefilter("ignore")
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        assert len(bibliography.bibliography()) == len(items), text
    return items


def family(name):
    parts = [name.get("non-dropping-particle"), name.get("family", name.get("literal"))]
    return " ".join(part for part in parts if part)


def compare(*arguments):
    items = csl(pamphlet("cite", *arguments, "--style", "csl-json"))
    records = ris(pamphlet("cite", *arguments, "--style", "ris"))
    entries = bibtex(pamphlet("cite", *arguments, "--style", "bibtex"))
    assert len(items) == len(records) == len(entries), arguments
    for item, record, entry in zip(items, records, entries):
        names = [family(name) for name in item.get("author", [])]
        issued = item.get("issued")
        year = str(issued["date-parts"][0][0]) if issued else None
        title = one_line(item.get("title", ""))
        assert record == (title, names, year), (item, record)
        suffixes = [name.get("suffix") for name in item.get("author", [])]
        full = [" ".join(filter(None, pair)) for pair in zip(names, suffixes)]
        # Braces are taken away on both sides: TeX's own cannot be told from the title's.
        whole = f"{entry[0]}: {entry[1]}" if entry[1] else entry[0]
        title = title.replace("{", "").replace("}", "")
        assert (whole, entry[2], entry[3]) == (title, full, year), (item, entry)
    return len(items)


read = 0
for line in pamphlet("export").splitlines():
    passage = json.loads(line)
    read += compare(passage["id"])
    for number in range(1, len(passage["quotations"]) + 1):
        read += compare(passage["id"], "--quotation", str(number))
assert read > 0
print(f"exports: {read} references loaded as BibTeX, RIS and CSL-JSON")
