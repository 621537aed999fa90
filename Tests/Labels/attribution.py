# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Compares what `pamphlet export --jsonl` says of quotations and references with labels made by hand.

usage: attribution.py LABELS EXPORT [--verbose] [--least MEASURE=NUMBER ...]

A label names a page, a reference as printed and which of its like on the page it is, the beginnings of the
quotations that it covers, their speaker, the author and title of the source, the place, and the work that
the words came through. Recall counts what is right among all labels, precision among what was given.
Names are the same if the family name of one is in the other, titles if one begins with the other.
"""

import collections
import json
import re
import sys


def words(text):
    return re.sub(r"[^\w]+", " ", (text or "").replace("’", "'").lower()).strip()


def bare(name):
    return words(re.sub(r"\(.*?\)", "", name or ""))


def is_same_name(one, other):
    if not one or not other:
        return not one and not other
    a, b = bare(one), bare(other)
    if not a or not b:
        return a == b
    return a in b or b in a or a.split()[-1] in b.split() or b.split()[-1] in a.split()


def title(text):
    text = re.sub(r",?\s*vol\.?\s*\w+$", "", text or "", flags=re.I)
    return re.sub(r"^(the|a|an) ", "", words(text))


def is_same_title(one, other):
    a, b = title(one), title(other)
    return a == b or bool(a and b) and (a.startswith(b) or b.startswith(a))


def places(text):
    text = re.sub(r"(?i)\bvol\.?\s*\w+,?", "", text or "")
    return re.findall(r"\b[ivxlc]+\b|\d+", re.sub(r"\b(pp?)\b\.?", "", text.lower()))


def joined(authors):
    return " and ".join(authors or []) or None


class Measures:
    """Right, wrong and missing answers by measure."""

    def __init__(self, verbose):
        self.counts = collections.defaultdict(collections.Counter)
        self.verbose = verbose

    def add(self, measure, label, right, given, wanted, got):
        outcome = "right" if right else "wrong" if given else "missing"
        self.counts[measure][outcome] += 1
        if not right and self.verbose:
            print(f"{measure}: {outcome}: {label['id']} {label['citation']}: wanted {wanted!r}, got {got!r}")

    def recall(self, measure):
        count = self.counts[measure]
        return count["right"] / max(1, sum(count.values()))

    def table(self):
        print(f"{'':12}{'labels':>8}{'right':>8}{'wrong':>8}{'missing':>9}{'precision':>11}{'recall':>8}")
        for measure, count in self.counts.items():
            given = count["right"] + count["wrong"]
            print(
                f"{measure:12}{sum(count.values()):8}{count['right']:8}{count['wrong']:8}{count['missing']:9}"
                f"{count['right'] / max(1, given):11.3f}{self.recall(measure):8.3f}"
            )


def compare(label, passages, measures):
    found = []
    for passage in passages:
        seen = set()
        for citation in passage["citations"]:
            place = tuple(citation["range"])
            if citation["text"] == label["citation"] and place not in seen:
                seen.add(place)
                found.append(citation)
    is_there = len(found) >= label["occurrence"]
    measures.add("references", label, is_there, False, label["citation"], None)
    if is_there:
        citation = found[label["occurrence"] - 1]
        source, via = citation["source"], citation["via"]
        author = joined(source["authors"])
        measures.add(
            "authors", label, is_same_name(author, label["source_author"]), bool(author),
            label["source_author"], author)
        wanted = label["source_title"]
        right = is_same_title(source["title"], wanted) or wanted and is_same_title(source["container"], wanted)
        measures.add("titles", label, right, bool(source["title"]), wanted, source["title"])
        pages = (via[-1] if via else source)["pages"]
        measures.add("pages", label, places(pages) == places(label["locator"]), bool(pages), label["locator"], pages)
        if label["via"]:
            last = via[-1] if via else {"authors": [], "title": None}
            right = is_same_name(joined(last["authors"]), label["via"]["author"]) and is_same_title(
                last["title"], label["via"]["title"])
            measures.add("via", label, right, bool(via), label["via"], last)
        elif via:
            measures.add("via", label, False, True, None, via[-1])
    speakers = label["speaker"]
    for number, beginning in enumerate(label["quotes"]):
        quotation = next(
            (q for p in passages for q in p["quotations"] if words(q["text"]).startswith(words(beginning))), None)
        measures.add("quotations", label, quotation is not None, False, beginning, None)
        wanted = speakers[number] if isinstance(speakers, list) else speakers
        if quotation is None or wanted is None:
            continue
        got = quotation["speaker"]
        measures.add("speakers", label, got and is_same_name(got, wanted), bool(got), wanted, got)


def main():
    arguments = sys.argv[1:]
    verbose = "--verbose" in arguments
    least = [a for a in arguments if "=" in a]
    labels, export = [a for a in arguments if not a.startswith("--") and "=" not in a][:2]
    passages = collections.defaultdict(list)
    for line in open(export, encoding="utf-8"):
        passage = json.loads(line)
        passages[passage["source"]["file"]].append(passage)
    measures = Measures(verbose)
    for line in open(labels, encoding="utf-8"):
        label = json.loads(line)
        compare(label, passages[label["file"]], measures)
    measures.table()
    failed = False
    for bound in least:
        measure, number = bound.removeprefix("--").split("=")
        if measures.recall(measure) < float(number):
            print(f"attribution: {measure} {measures.recall(measure):.3f} is below {number}", file=sys.stderr)
            failed = True
    sys.exit(1 if failed else 0)


main()
