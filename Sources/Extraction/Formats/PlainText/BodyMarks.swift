// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Notes

/// Matches notes with their marks in the text, and removes the marks from it.
///
/// Notes at the feet of pages are matched page by page. All others are matched by `NoteTies`, with
/// whatever may be a mark taken for one; what remains untied is text. A matched pair has a key.
struct BodyMarks {
  private struct Place: Hashable {
    var block: Int
    var candidate: NoteMarkSearch.Candidate
  }

  private struct Found {
    var candidate: NoteMarkSearch.Candidate
    var number: String
    var basis: Basis
    var key: Int
  }

  /// The blocks without the marks.
  private(set) var blocks: [Block]
  /// Number of code points removed.
  private(set) var removed = 0
  /// Block indices of notes for which no mark was found.
  private(set) var untied: [Int] = []

  private var found: [Int: [Found]] = [:]
  private var used: Set<Place> = []

  init(_ blocks: [Block], isPaged: Bool) {
    self.blocks = blocks
    let notes = blocks.indices.filter { blocks[$0].kind == .note }
    guard !notes.isEmpty else { return }
    if isPaged { tiePages(notes) }
    tieScopes(notes.filter { self.blocks[$0].noteKey == nil })
    untied = notes.filter { self.blocks[$0].noteKey == nil }
    for (block, marks) in found { take(marks, from: block) }
  }

  private mutating func tie(_ place: Place, to note: Int, _ basis: Basis) {
    guard let number = blocks[note].number else { return }
    used.insert(place)
    blocks[note].noteKey = note
    found[place.block, default: []].append(
      Found(candidate: place.candidate, number: number.value, basis: basis, key: note))
  }

  // MARK: Pages

  private mutating func tiePages(_ notes: [Int]) {
    let places = placesByPage(notes)
    for (page, notes) in Dictionary(grouping: notes, by: { blocks[$0].page ?? -1 }) {
      let candidates = places[page] ?? []
      let marks = NoteMarkSearch.assign(
        candidates.map(\.candidate),
        to: notes.map { (blocks[$0].number?.value ?? "", blocks[$0].number?.evidence ?? "") })
      for (note, mark) in zip(notes, marks) {
        guard let mark, let number = blocks[note].number else { continue }
        let isSame = candidates[mark].candidate.sign == number.value
        tie(candidates[mark], to: note, isSame && number.basis == .stated ? .stated : .inferred)
      }
    }
  }

  /// Candidate marks of each page, in order.
  private func placesByPage(_ notes: [Int]) -> [Int: [Place]] {
    let pages = Set(notes.compactMap { blocks[$0].page })
    var places: [Int: [Place]] = [:]
    for (index, block) in blocks.enumerated() where block.kind != .note {
      let own = [block.page].compactMap(\.self) + block.pageBreaks.map(\.page)
      guard own.contains(where: pages.contains) else { continue }
      for candidate in NoteMarkSearch.candidates(in: block.text) {
        let page =
          block.pageBreaks.last { $0.offset <= candidate.range.lowerBound }?.page ?? block.page
        if let page, pages.contains(page) {
          places[page, default: []].append(Place(block: index, candidate: candidate))
        }
      }
    }
    return places
  }

  // MARK: Scopes

  /// Ties notes by their scopes.
  private mutating func tieScopes(_ notes: [Int]) {
    guard !notes.isEmpty else { return }
    let labels = Set(notes.compactMap { blocks[$0].number?.value })
    var places: [Place] = []
    for (index, block) in blocks.enumerated() where block.kind != .note {
      let emphasis = Emphasis(block.text)
      for candidate in NoteMarkSearch.candidates(in: block.text)
      where labels.contains(candidate.sign) && !emphasis.closes(at: candidate.range.lowerBound) {
        let place = Place(block: index, candidate: candidate)
        if !used.contains(place) { places.append(place) }
      }
    }
    let forms = usualForms(places)
    var provisional = blocks.map { block in
      var block = block
      if block.noteKey != nil { block.number = nil }
      return block
    }
    var placesOfBlock: [Int: [Place]] = [:]
    for place in places
    where forms[NoteLabel(place.candidate.sign).series] == place.candidate.form {
      placesOfBlock[place.block, default: []].append(place)
      provisional[place.block].noteMarks.append(
        NoteMark(
          offset: place.candidate.range.lowerBound, number: place.candidate.sign,
          printed: place.candidate.sign, basis: .stated))
    }
    let ties = NoteTies(provisional)
    for (block, places) in placesOfBlock {
      for (place, tied) in zip(places, ties.noteOfMark[block]) {
        guard let tied else { continue }
        // A figure within the text is a mark once; others with its number are just figures.
        if place.candidate.form == .figure, blocks[tied.note].noteKey != nil { continue }
        tie(place, to: tied.note, tied.basis)
      }
    }
  }

  /// The form in which most numbers of each series are marked.
  private func usualForms(_ places: [Place]) -> [NoteLabel.Series: NoteMarkSearch.Form] {
    var signs: [NoteLabel.Series: [NoteMarkSearch.Form: Set<String>]] = [:]
    for place in places {
      let sign = place.candidate.sign
      signs[NoteLabel(sign).series, default: [:]][place.candidate.form, default: []].insert(sign)
    }
    let order: [NoteMarkSearch.Form] = [
      .brackets, .braces, .superscript, .parentheses, .figure, .sign,
    ]
    return signs.compactMapValues { forms in
      order.filter { forms[$0] != nil }.max { (forms[$0]?.count ?? 0) < (forms[$1]?.count ?? 0) }
    }
  }

  /// Removes marks from a block's text and adjusts all offsets after them.
  private mutating func take(_ marks: [Found], from index: Int) {
    let marks = marks.sorted { $0.candidate.range.lowerBound < $1.candidate.range.lowerBound }
    let old = Array(blocks[index].text.unicodeScalars)
    var new = String.UnicodeScalarView()
    var position = 0
    var shifts: [(from: Int, by: Int)] = []
    var total = 0
    for mark in marks {
      let range = mark.candidate.range
      // A space before the mark goes with it.
      let hasSpace = range.lowerBound > position && old[range.lowerBound - 1] == " "
      let start = range.lowerBound - (hasSpace ? 1 : 0)
      new.append(contentsOf: old[position..<start])
      let printed = String(String.UnicodeScalarView(old[range]))
      let offset = start - total
      blocks[index].noteMarks.append(
        NoteMark(
          offset: offset, number: mark.number, printed: printed, basis: mark.basis,
          noteKey: mark.key))
      blocks[index].repairs.append(
        Repair(range: offset..<offset, printed: printed, rule: "note-mark"))
      removed += Ledger.count(printed)
      total += range.count + (hasSpace ? 1 : 0)
      position = range.upperBound
      shifts.append((range.upperBound, total))
    }
    new.append(contentsOf: old[position...])
    blocks[index].text = String(new)
    func moved(_ offset: Int) -> Int { offset - (shifts.last { $0.from <= offset }?.by ?? 0) }
    for place in blocks[index].pageBreaks.indices {
      blocks[index].pageBreaks[place].offset = moved(blocks[index].pageBreaks[place].offset)
    }
    for place in blocks[index].repairs.indices
    where blocks[index].repairs[place].rule != "note-mark" {
      let range = blocks[index].repairs[place].range
      blocks[index].repairs[place].range =
        moved(range.lowerBound)..<max(moved(range.lowerBound), moved(range.upperBound))
    }
    blocks[index].repairs.sort { $0.range.lowerBound < $1.range.lowerBound }
  }
}
