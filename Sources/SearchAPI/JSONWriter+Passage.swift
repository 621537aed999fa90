// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import PassageSearch
import Citation

extension JSONWriter {
  /// A passage; what only a search knows of it is null or empty without one.
  ///
  /// What was searched for beside words comes last, where it was: `others` if grouped by work,
  /// `match` of a quotation, `explanation`.
  mutating func passage(
    _ passage: Passage, of work: Work, hit: Hit? = nil, in request: SearchRequest? = nil,
    place: TextPlace? = nil
  ) {
    object { json in
      json.member("id", passage.id)
      json.member("kind", passage.kind.rawValue)
      json.name("score")
      if let hit { json.number(hit.score) } else { json.null() }
      json.member("text", passage.text)
      json.name("highlights")
      json.array(hit?.highlights ?? []) { $0.range($1) }
      json.name("snippet")
      json.array(hit?.snippet ?? []) { json, part in
        json.object { json in
          json.member("text", part.text)
          json.member("match", part.match)
        }
      }
      json.name("source")
      json.source(of: passage, in: work)
      json.name("notes")
      json.array(passage.notes) { json, note in
        json.object { json in
          json.member("number", note.number)
          json.member("offset", note.offset)
          json.member("text", note.text)
          json.member("id", "\(passage.work)/\(note.label)")
          json.member("printed", note.printed)
          json.member("basis", note.basis.rawValue)
        }
      }
      json.name("quotations")
      json.array(passage.quotations) { $0.quotation($1) }
      json.name("citations")
      json.array(passage.references) { $0.reference($1) }
      json.member("citation", citation(of: passage, in: work, style: .chicago))
      if let place { json.place(place) }
      if let hit, request?.groupByWork == true {
        json.member("others", hit.others)
      }
      if let match = hit?.quotation { json.match(match) }
      if let hit, request?.explains == true { json.explanation(hit.explanation) }
    }
  }

  private mutating func match(_ match: QuotationMatch) {
    name("match")
    object { json in
      json.member("similarity", match.similarity)
      json.member("range", match.range)
      json.name("differences")
      json.array(match.differences) { json, difference in
        json.object { json in
          json.member("asked", difference.asked)
          json.member("found", difference.found)
          json.member("position", difference.position)
          json.member("range", difference.range)
        }
      }
    }
  }

  private mutating func explanation(_ parts: [ScorePart]) {
    name("explanation")
    array(parts) { json, part in
      json.object { json in
        json.member("part", part.part)
        json.member("weight", part.weight)
      }
    }
  }

  private mutating func source(of passage: Passage, in work: Work) {
    let metadata = work.metadata
    object { json in
      json.member("work", work.id)
      json.member("title", metadata.title?.value)
      json.member("subtitle", metadata.subtitle?.value)
      json.member("authors", work.authorNames)
      json.name("people")
      json.people(metadata.people)
      json.member("year", metadata.year?.value)
      json.member("edition_year", metadata.editionYear?.value)
      json.member("language", passage.language ?? metadata.language?.value)
      json.member("collection", metadata.collection?.value)
      json.member("publisher", metadata.publisher?.value)
      json.member("place", metadata.place?.value)
      json.member("section", passage.section)
      json.name("pages")
      json.pages(passage.pages)
      json.member("paragraph", passage.paragraph)
      json.member("note", passage.note)
      json.member("belongs_to", passage.belongsTo.map { "\(work.id)/\($0)" })
      json.member("file", work.file)
      json.member("url", work.address(of: passage))
      json.member("rights", metadata.rights?.value)
    }
  }

  /// Those who made a work, with their roles.
  mutating func people(_ people: [Attributed<Person>]) {
    array(people) { json, person in
      json.object { json in
        json.member("name", person.value.name)
        json.member("family", person.value.family)
        json.member("given", person.value.given)
        json.member("real_name", person.value.realName)
        json.member("role", person.value.role.rawValue)
        json.member("basis", person.basis.rawValue)
      }
    }
  }

  private mutating func pages(_ pages: PageRange?) {
    guard let pages else { return null() }
    object { json in
      json.member("first", pages.first)
      json.member("last", pages.last)
      json.member("inferred", pages.isInferred)
    }
  }

  private mutating func quotation(_ quotation: Quotation) {
    object { json in
      json.member("range", quotation.range)
      json.member("text", quotation.text)
      json.member("speaker", quotation.speaker)
      json.member("printed_speaker", quotation.printedSpeaker)
      json.name("source")
      if let source = quotation.source { json.namedSource(source) } else { json.null() }
      json.name("via")
      json.array(quotation.via) { $0.namedSource($1) }
      json.member("note", quotation.note)
      json.member("basis", quotation.basis.rawValue)
      json.evidence(quotation.evidence)
    }
  }

  private mutating func evidence(_ evidence: [Evidence]) {
    name("evidence")
    array(evidence) { json, evidence in
      json.object { json in
        json.member("rule", evidence.rule)
        json.member("range", evidence.range)
        if let passage = evidence.passage {
          json.member("passage", passage)
        }
      }
    }
  }

  private mutating func reference(_ reference: Reference) {
    object { json in
      json.member("range", reference.range)
      json.member("text", reference.text)
      json.name("source")
      json.namedSource(reference.source)
      json.name("via")
      json.array(reference.via) { $0.namedSource($1) }
      json.member("basis", reference.basis.rawValue)
      json.evidence(reference.evidence)
      json.member("conflict", reference.conflict)
    }
  }

  private mutating func namedSource(_ source: NamedSource) {
    object { json in
      json.member("authors", source.authors)
      json.member("title", source.title)
      json.member("container", source.container)
      json.member("editors", source.editors)
      json.member("volume", source.volume)
      json.member("issue", source.issue)
      json.member("pages", source.pages)
      json.member("division", source.division)
      json.member("year", source.year)
      json.member("work", source.work)
    }
  }
}
