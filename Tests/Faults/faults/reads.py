# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Makes each storage call of a reader fail once: the answer is correct, or there is a message."""

import json

from harness.results import SURVIVED

from .calls import errors
from .stub import contents, judge_reader

COMMANDS = {
    "search for a phrase": ["search", "--json", '"of the"'],
    "search for words nearly so": ["search", "--json", "strke~ ownr"],
    "concordance": ["search", "--kwic", "oven"],
    "show": ["show", "bee-1902-on-bread/p1"],
    "works": ["works"],
    "export": ["export"],
    "stats": ["stats"],
    "check": ["check"],
}


def run(session):
    index = session.operations("change")[0].base  # Readers change nothing, so one index serves all.
    cases = []
    for name, words in COMMANDS.items():
        scratch = session.scratch()
        command = [words[0], "--index", index, *words[1:]]
        right = answer(session.program.run(*command, environment=session.injector.plan(scratch, index)))
        cases += [(name, index, command, right, call.position, error)
                  for call in session.injector.calls(scratch) for error in errors(call)]
    session.results.note(f"reads: {len(cases)} cases")
    session.each(session.sample("reads", cases, session.times(24, len(cases))),
                 lambda case: attempt(session, *case))


def answer(ended):
    """The answer without the parts that differ between equal answers."""
    try:
        members = json.loads(ended.out)
        members.pop("took_ms", None)
        return json.dumps(members).encode()
    except (ValueError, AttributeError):
        return ended.out


def attempt(session, name, index, command, right, position, error):
    scratch = session.scratch()
    ended = session.program.run(*command, environment=session.injector.plan(scratch, index, position, error))
    hit = session.injector.hit(scratch)
    if hit is None:
        return
    ended.out = answer(ended)
    verdict, why = judge_reader(index, ended, right, contents(index))
    # `check` may also report an unreadable file as damage.
    if name == "check" and ended.status in (1, 2) and (ended.out or ended.err):
        verdict = SURVIVED
    place = hit.path.replace(str(index) + "/", "")
    session.results.add("reads", verdict, f"{name}, call {position}: {hit.kind} {place} {error}", why)
