// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Matches notes with their remaining marks in the text, and removes the marks from it.
struct BodyMarks {
  private struct Place {
    var block: Int
    var candidate: NoteMarkSearch.Candidate
  }

  /// The blocks without the marks.
  private(set) var blocks: [Block]
  /// Number of code points removed.
  private(set) var removed = 0
  /// Block indices of notes for which no mark was found.
  private(set) var untied: [Int] = []

  init(_ blocks: [Block], isPaged: Bool) {
    self.blocks = blocks
    let notes = blocks.indices.filter { blocks[$0].kind == .note }
    guard !notes.isEmpty else { return }
    var found: [Int: [(NoteMarkSearch.Candidate, Attributed<String>)]] = [:]
    var tied: Set<Int> = []
    if isPaged {
      let places = placesByPage()
      for (page, notes) in Dictionary(grouping: notes, by: { blocks[$0].page ?? -1 }) {
        let candidates = places[page] ?? []
        let marks = NoteMarkSearch.assign(
          candidates.map(\.candidate),
          to: notes.map {
            (blocks[$0].number?.value ?? "", blocks[$0].number?.evidence ?? "")
          }
        )
        for (note, mark) in zip(notes, marks) {
          guard let mark, let number = blocks[note].number else { continue }
          tied.insert(note)
          found[candidates[mark].block, default: []].append((candidates[mark].candidate, number))
        }
      }
    }
    // Each mark belongs to one note only.
    var used = Set(
      found.flatMap { block, marks in marks.map { [block, $0.0.range.lowerBound] } })
    for (note, place) in nearestBefore(notes.filter { !tied.contains($0) }) {
      guard used.insert([place.block, place.candidate.range.lowerBound]).inserted,
        let number = blocks[note].number
      else { continue }
      tied.insert(note)
      found[place.block, default: []].append((place.candidate, number))
    }
    untied = notes.filter { !tied.contains($0) }
    for (block, marks) in found { take(marks, from: block) }
  }

  /// Candidate marks of each page, in order.
  private func placesByPage() -> [Int: [Place]] {
    let pages = Set(blocks.filter { $0.kind == .note }.compactMap(\.page))
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

  /// For each note, the last preceding mark with its number, in brackets or as superscript.
  private func nearestBefore(_ notes: [Int]) -> [(note: Int, place: Place)] {
    guard !notes.isEmpty else { return [] }
    let wanted = Set(notes)
    let numbers = Set(notes.compactMap { blocks[$0].number?.value })
    var last: [String: Place] = [:]
    var found: [(note: Int, place: Place)] = []
    for (index, block) in blocks.enumerated() {
      if block.kind == .note {
        guard wanted.contains(index), let number = block.number?.value else { continue }
        if let place = last.removeValue(forKey: number) { found.append((index, place)) }
      } else {
        for candidate in NoteMarkSearch.candidates(in: block.text)
        where candidate.strength == 5 && numbers.contains(candidate.sign) {
          last[candidate.sign] = Place(block: index, candidate: candidate)
        }
      }
    }
    return found
  }

  /// Removes marks from a block's text and adjusts all offsets after them.
  private mutating func take(
    _ marks: [(NoteMarkSearch.Candidate, Attributed<String>)],
    from index: Int
  ) {
    let marks = marks.sorted { $0.0.range.lowerBound < $1.0.range.lowerBound }
    let old = Array(blocks[index].text.unicodeScalars)
    var new = String.UnicodeScalarView()
    var position = 0
    var shifts: [(from: Int, by: Int)] = []
    var total = 0
    for (candidate, number) in marks {
      new.append(contentsOf: old[position..<candidate.range.lowerBound])
      var printed = String.UnicodeScalarView()
      printed.append(contentsOf: old[candidate.range])
      let offset = candidate.range.lowerBound - total
      let basis: Basis =
        candidate.sign == number.value && number.basis == .stated ? .stated : .inferred
      blocks[index].noteMarks.append(
        NoteMark(
          offset: offset,
          number: number.value,
          printed: String(printed),
          basis: basis
        )
      )
      blocks[index].repairs.append(
        Repair(range: offset..<offset, printed: String(printed), rule: "note-mark")
      )
      removed += Ledger.count(String(printed))
      total += candidate.range.count
      position = candidate.range.upperBound
      shifts.append((candidate.range.upperBound, total))
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
