// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import PassageIndex

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
      json.name("id")
      json.string(passage.id)
      json.name("kind")
      json.string(passage.kind.rawValue)
      json.name("score")
      if let hit { json.number(hit.score) } else { json.null() }
      json.name("text")
      json.string(passage.text)
      json.name("highlights")
      json.array(hit?.highlights ?? []) { $0.range($1) }
      json.name("snippet")
      json.array(hit?.snippet ?? []) { json, part in
        json.object { json in
          json.name("text")
          json.string(part.text)
          json.name("match")
          json.bool(part.match)
        }
      }
      json.name("source")
      json.source(of: passage, in: work)
      json.name("notes")
      json.array(passage.notes) { json, note in
        json.object { json in
          json.name("number")
          json.string(note.number)
          json.name("offset")
          json.number(note.offset)
          json.name("text")
          json.string(note.text)
          json.name("id")
          json.string("\(passage.work)/\(note.label)")
          json.name("printed")
          json.string(note.printed)
          json.name("basis")
          json.string(note.basis.rawValue)
        }
      }
      json.name("quotations")
      json.array(passage.quotations) { $0.quotation($1) }
      json.name("citations")
      json.array(passage.references) { $0.reference($1) }
      json.name("citation")
      json.string(citation(of: passage, in: work, style: .chicago))
      if let place { json.place(place) }
      if let hit, request?.groupByWork == true {
        json.name("others")
        json.number(hit.others)
      }
      if let match = hit?.quotation { json.match(match) }
      if let hit, request?.explains == true { json.explanation(hit.explanation) }
    }
  }

  private mutating func match(_ match: QuotationMatch) {
    name("match")
    object { json in
      json.name("similarity")
      json.number(match.similarity)
      json.name("range")
      json.range(match.range)
      json.name("differences")
      json.array(match.differences) { json, difference in
        json.object { json in
          json.name("asked")
          json.string(difference.asked)
          json.name("found")
          json.string(difference.found)
          json.name("position")
          json.range(difference.position)
          json.name("range")
          json.range(difference.range)
        }
      }
    }
  }

  private mutating func explanation(_ parts: [ScorePart]) {
    name("explanation")
    array(parts) { json, part in
      json.object { json in
        json.name("part")
        json.string(part.part)
        json.name("weight")
        json.number(part.weight)
      }
    }
  }

  private mutating func source(of passage: Passage, in work: Work) {
    let metadata = work.metadata
    object { json in
      json.name("work")
      json.string(work.id)
      json.name("title")
      json.string(metadata.title?.value)
      json.name("subtitle")
      json.string(metadata.subtitle?.value)
      json.name("authors")
      json.array(work.authorNames) { $0.string($1) }
      json.name("people")
      json.people(metadata.people)
      json.name("year")
      json.number(metadata.year?.value)
      json.name("edition_year")
      json.number(metadata.editionYear?.value)
      json.name("language")
      json.string(passage.language ?? metadata.language?.value)
      json.name("collection")
      json.string(metadata.collection?.value)
      json.name("publisher")
      json.string(metadata.publisher?.value)
      json.name("place")
      json.string(metadata.place?.value)
      json.name("section")
      json.array(passage.section) { $0.string($1) }
      json.name("pages")
      json.pages(passage.pages)
      json.name("paragraph")
      json.number(passage.paragraph)
      json.name("note")
      json.string(passage.note)
      json.name("belongs_to")
      json.string(passage.belongsTo.map { "\(work.id)/\($0)" })
      json.name("file")
      json.string(work.file)
      json.name("url")
      json.string(work.address(of: passage))
      json.name("rights")
      json.string(metadata.rights?.value)
    }
  }

  /// Those who made a work, with their roles.
  mutating func people(_ people: [Attributed<Person>]) {
    array(people) { json, person in
      json.object { json in
        json.name("name")
        json.string(person.value.name)
        json.name("family")
        json.string(person.value.family)
        json.name("given")
        json.string(person.value.given)
        json.name("real_name")
        json.string(person.value.realName)
        json.name("role")
        json.string(person.value.role.rawValue)
        json.name("basis")
        json.string(person.basis.rawValue)
      }
    }
  }

  private mutating func pages(_ pages: PageRange?) {
    guard let pages else { return null() }
    object { json in
      json.name("first")
      json.string(pages.first)
      json.name("last")
      json.string(pages.last)
      json.name("inferred")
      json.bool(pages.isInferred)
    }
  }

  private mutating func quotation(_ quotation: Quotation) {
    object { json in
      json.name("range")
      json.range(quotation.range)
      json.name("text")
      json.string(quotation.text)
      json.name("speaker")
      json.string(quotation.speaker)
      json.name("printed_speaker")
      json.string(quotation.printedSpeaker)
      json.name("source")
      if let source = quotation.source { json.namedSource(source) } else { json.null() }
      json.name("via")
      json.array(quotation.via) { $0.namedSource($1) }
      json.name("note")
      json.string(quotation.note)
      json.name("basis")
      json.string(quotation.basis.rawValue)
      json.evidence(quotation.evidence)
    }
  }

  private mutating func evidence(_ evidence: [Evidence]) {
    name("evidence")
    array(evidence) { json, evidence in
      json.object { json in
        json.name("rule")
        json.string(evidence.rule)
        json.name("range")
        json.range(evidence.range)
        if let passage = evidence.passage {
          json.name("passage")
          json.string(passage)
        }
      }
    }
  }

  private mutating func reference(_ reference: Reference) {
    object { json in
      json.name("range")
      json.range(reference.range)
      json.name("text")
      json.string(reference.text)
      json.name("source")
      json.namedSource(reference.source)
      json.name("via")
      json.array(reference.via) { $0.namedSource($1) }
      json.name("basis")
      json.string(reference.basis.rawValue)
      json.evidence(reference.evidence)
      json.name("conflict")
      json.string(reference.conflict)
    }
  }

  private mutating func namedSource(_ source: NamedSource) {
    object { json in
      json.name("authors")
      json.array(source.authors) { $0.string($1) }
      json.name("title")
      json.string(source.title)
      json.name("container")
      json.string(source.container)
      json.name("editors")
      json.array(source.editors) { $0.string($1) }
      json.name("volume")
      json.string(source.volume)
      json.name("issue")
      json.string(source.issue)
      json.name("pages")
      json.string(source.pages)
      json.name("division")
      json.string(source.division)
      json.name("year")
      json.number(source.year)
      json.name("work")
      json.string(source.work)
    }
  }
}
