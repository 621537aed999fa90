// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension TextReading {
  /// Finds the references of all passages.
  mutating func learnReferences(_ brackets: [[ReferenceFinder.Bracket]]) {
    let names = NameReader(words: words)
    var parser = ReferenceParser(names: names, people: people.keys)
    if rules.contains(.bibliography) { learnAuthors(parser) }
    parser = ReferenceParser(
      names: names, people: people.keys, citesByDate: citesByDate(brackets, names))
    var authors: [String] = []
    for index in passages.indices {
      if rules.contains(.bracket) {
        passages[index].references = ReferenceFinder(passage: passages[index], parser: parser)
          .references(brackets[index]).filter { rules.contains($0.rule) }
      }
      if let line = sources[index].quotations.first(where: { Turns.rule($0) == .sourceLine }) {
        passages[index].addSource(inLine: line, parser: parser)
      }
      let notes = NoteReferences(passage: passages[index], parser: parser)
      if sources[index].kind == .note, rules.contains(.noteReference) {
        passages[index].takeWhole(notes.references())
      } else if sources[index].kind != .note, rules.contains(.bibliography) {
        let bibliography = Bibliography(passage: passages[index], parser: parser)
        if isOfSources[index] {
          let entries = bibliography.entries(after: &authors)
          passages[index].takeWhole(entries)
        } else if let entry = bibliography.loneEntry() {
          passages[index].takeWhole([entry])
        }
      }
    }
  }

  /// The authors of the bibliography are people, by whose names and years the text may cite.
  private mutating func learnAuthors(_ parser: ReferenceParser) {
    for index in passages.indices
    where sources[index].kind != .note && isOfSources[index] {
      for name in Bibliography(passage: passages[index], parser: parser).authors() {
        people.add(key: NameReader.key(name))
      }
    }
  }

  /// Whether at least two brackets hold an author, a year and pages.
  private func citesByDate(
    _ brackets: [[ReferenceFinder.Bracket]], _ names: NameReader
  ) -> Bool {
    var count = 0
    for index in passages.indices {
      for bracket in brackets[index] where bracket.tokens.count >= 4 && bracket.tokens.count <= 16 {
        let inner = passages[index].tokens[bracket.tokens]
        if let source = AuthorDate.read(inner, passages[index].text, names: names),
          !source.pages.isEmpty
        {
          count += 1
          if count == 2 { return true }
        }
      }
    }
    return false
  }
}

extension ReadPassage {
  /// Adds references to whole sentences; brackets within them are parts of them.
  mutating func takeWhole(_ found: [ParsedReference]) {
    guard !found.isEmpty else { return }
    var next = 0
    let others = references.filter { reference in
      while next < found.count, found[next].range.upperBound <= reference.range.lowerBound {
        next += 1
      }
      return next == found.count || !found[next].range.overlaps(reference.range)
    }
    references = (found + others).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
