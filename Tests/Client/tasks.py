# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Does by a client that was generated from /openapi.json what the pages let people do."""

import sys

from pamphlet_client import Client
from pamphlet_client.api.default import (
    chapter, cite, concordance, contents, kept, passage, passages, people, person, search, suggest, work,
    work_passages, works,
)
from pamphlet_client.models import CiteStyle, KeptFormat

client = Client(base_url=sys.argv[1])
done = 0


def check(what, holds):
    global done
    if not holds:
        sys.exit(f"client: {what}")
    done += 1


found = search.sync(client=client, q='"shop committee"', limit=3)
hit = found.passages[0]
owner, label = hit.id.split("/")
check("a hit says whose words it has", hit.quotations[0].speaker == "Ilse Brandt" and hit.citation)
reference = cite.sync(work=owner, label=label, client=client, style=CiteStyle.APA, quotation=1)
check("a quotation is cited through the work that has it", "Pask" in reference.citation)
narrowed = search.sync(client=client, q="committee", author=["Halloran"], facets="author,year")
check("results are narrowed and counted", 0 < narrowed.total.value < 20 and narrowed.facets.additional_properties)
divided = contents.sync(work=owner, client=client)
check("a work has contents", len(divided.headings) > 5)
read = chapter.sync(work=owner, chapter=divided.chapters[0].label, client=client)
check("a chapter is read", len(read.passages) > 10)
quoted = person.sync(name="Ilse Brandt", client=client)
check("a person is quoted by several works", len(quoted.works) > 3 and quoted.quotations[0].citation)
check("a person is found by a part of the name", people.sync(client=client, q="pask").total == 1)
check("works are listed", len(works.sync(client=client).works) > 10)
check("a work has facts", work.sync(work=owner, client=client).title == "The River Trades")
check("passages are read in order", work_passages.sync(work=owner, client=client, limit=5).next_)
check("a passage is read", passage.sync(work=owner, label=label, client=client).text)
check("a passage that is missing is named", passages.sync(client=client, id=["x/p1"]).missing == ["x/p1"])
taken = kept.sync_detailed(client=client, id=[hit.id], format_=KeptFormat.DOCX).content
check("kept passages are taken away", taken[:2] == b"PK")
check("words are completed", "shop committee" in suggest.sync(client=client, q="shop com").suggestions)
check("a concordance is made", concordance.sync(client=client, q="committee").total > 10)
print(f"client: {done} tasks done by a client generated from /openapi.json")
