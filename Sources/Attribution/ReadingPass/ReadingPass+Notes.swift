// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadingPass {
  /// Records which source each note names, so that earlier text can refer to later notes.
  mutating func prescanNotes() {
    for (index, passage) in sources.enumerated() where passage.kind == .note {
      guard let number = passage.note,
        let first = reading.passages[index].references.first(where: {
          $0.source.isNamed && $0.source.note == nil
        })
      else { continue }
      let place = TextReading.place(index, 0)
      let source = NamedSource(
        authors: first.source.names.map { reading.people.fullName($0, at: place) },
        title: first.source.title, container: first.source.container,
        volume: first.source.volume, year: first.source.year)
      resolver.note(
        number,
        is: Resolution(
          source: source, via: [], record: nil, basis: .stated, rules: [.noteReference],
          namesAuthor: true))
    }
  }

  /// Follows a note mark to the references in the note.
  mutating func follow(
    _ note: AttachedNote, _ index: Int, at offset: Int, sentences: [Sentence]
  ) {
    guard let place = passageOfLabel[note.label], rules.contains(.noteReference) else { return }
    let passage = reading.passages[index]
    let token = max(0, passage.token(at: offset) - 1)
    let sentence = sentences.index(at: token) ?? 0
    let covered = cover(index, sentence, named: []).filter { key in
      let quotation = found[key.passage][key.quotation]
      return key.passage != index || quotation.sentence == sentence
        || quotation.speaker != nil
          && quotation.speaker?.key
            == pending.last.flatMap { found[$0.passage][$0.quotation].speaker?.key }
    }
    let speaker = covered.last.flatMap { found[$0.passage][$0.quotation].speaker }
    let hint = speaker.flatMap { speaker in
      speaker.isPerson
        ? speaker.name.map {
          ProseHint(name: $0, key: speaker.key, isStrong: true, range: offset..<offset)
        } : nil
    }
    visitNote(place, hint: hint)
    guard let resolution = resolvedNotes[place]?.first,
      let reference = reading.passages[place].references.first
    else { return }
    tie(covered, to: resolution, reference, in: place, note: note.number)
    pending.removeAll { covered.contains($0) }
  }

  mutating func visitNote(_ index: Int, hint: ProseHint? = nil) {
    guard resolvedNotes[index] == nil else { return }
    var resolutions: [Resolution] = []
    for (number, reference) in reading.passages[index].references.enumerated() {
      let place = TextReading.place(index, reference.range.lowerBound)
      let own =
        reference.rule == .noteReference ? nil : noteHint(index, before: reference.range, place)
      var resolution = resolver.resolve(
        reference, hint: own ?? (number == 0 ? hint : nil), place: place)
      complete(&resolution, note: sources[index].note)
      if let note = sources[index].note, resolutions.isEmpty { resolver.note(note, is: resolution) }
      resolutions.append(resolution)
      note(resolution, of: reference, in: index)
    }
    resolvedNotes[index] = resolutions
  }

  /// The person that a note names before a bracketed reference in it.
  func noteHint(_ index: Int, before range: Range<Int>, _ place: Int) -> ProseHint? {
    let passage = reading.passages[index]
    guard
      let mention = reading.mentions[index].first(where: {
        !$0.isPossessive && passage.spanOfToken[$0.tokens.lowerBound] < 0
          && passage.tokens[$0.tokens.lowerBound].range.lowerBound < range.lowerBound
      })
    else { return nil }
    return ProseHint(
      name: reading.people.fullName(mention.name, at: place), key: mention.key, isStrong: false,
      range: range)
  }

  /// Fills in title and authors from what the catalogue knows about this note.
  func complete(_ resolution: inout Resolution, note: String?) {
    guard let note, rules.contains(.catalogued) else { return }
    func complete(_ source: inout NamedSource) -> Bool {
      guard source.title == nil, !source.authors.isEmpty else { return false }
      let keys = Set(source.authors.map(NameReader.key))
      guard
        let work = known.first(where: {
          $0.note == note && !Set($0.authors.map(NameReader.key)).isDisjoint(with: keys)
        })
      else { return false }
      source.title = work.title
      source.authors = work.authors
      return true
    }
    var changed = complete(&resolution.source)
    for index in resolution.via.indices where complete(&resolution.via[index]) { changed = true }
    if changed {
      resolution.basis = .inferred
      resolution.rules.append(.catalogued)
    }
  }

  /// Collects the quotations inside a note's own text.
  mutating func noteQuotations(_ index: Int) {
    let passage = reading.passages[index]
    guard !passage.spans.isEmpty else { return }
    let sentences = Sentence.sentences(passage)
    pending = []
    speakers.forget()
    let titles = Set(
      passage.references.flatMap { [$0.source.title, $0.source.container] }
        .compactMap { $0?.prefix(20) })
    for span in quotationSpans(index, isBlock: false) {
      let words = passage.string(span.inner)
      if titles.contains(where: { words.hasPrefix($0) }) { continue }
      add(span, index, sentences: sentences)
      let reference = passage.reference(at: span.range.lowerBound)
      if reference < passage.references.count,
        passage.references[reference].range.lowerBound <= span.range.upperBound + 3,
        let resolution = resolvedNotes[index]?[reference], let last = pending.last
      {
        tie(
          [last], to: resolution, passage.references[reference], in: index,
          note: sources[index].note)
      }
    }
    pending = []
  }
}
