// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension Resolver {
  /// Resolves `see note (4)`; if a name contradicts the note, the name wins and both are reported.
  mutating func crossReference(
    _ note: String, _ parsed: ParsedSource, _ place: Int
  ) -> Resolution? {
    guard rules.contains(.seeNote) else { return nil }
    let keys = Set(parsed.names.map(NameReader.key))
    let target = notes[note]
    func authors(_ resolution: Resolution) -> Set<String> {
      Set(resolution.book.authors.map(NameReader.key))
        .union(resolution.source.authors.map(NameReader.key))
    }
    if let target, keys.isEmpty || !authors(target).isDisjoint(with: keys) {
      var resolution = target
      resolution.source = carried(target.book, parsed)
      resolution.via = []
      resolution.basis = keys.isEmpty ? .inferred : .stated
      resolution.rules = [.seeNote]
      return resolution
    }
    guard !keys.isEmpty else { return nil }
    var named = parsed
    named.note = nil
    var resolution = authorOnly(named, place: place)
    resolution.rules.append(.seeNote)
    resolution.basis = .inferred
    // The nearest by number, and of two the first: not whichever a dictionary has first.
    let meant = notes.filter { !authors($0.value).isDisjoint(with: keys) }.keys
      .min { (Self.distance($0, note), $0) < (Self.distance($1, note), $1) }
    // A note that is about something else contradicts nothing, and who is named beside it need not
    // be an author at all: `Pepys was there (see note 3)`.
    guard meant != nil else {
      resolution.rules.removeAll { $0 == .seeNote }
      return resolution.record == nil ? nil : resolution
    }
    let name = parsed.names.joined(separator: ", ")
    let printed =
      target.map { resolution in
        "note \(note) is “\((resolution.book.authors + [resolution.book.title ?? ""]).filter { !$0.isEmpty }.joined(separator: ", "))”"
      } ?? "note \(note) names no source"
    resolution.conflict =
      "It points to note \(note) and names \(name): \(printed)"
      + (meant.map { ", \(name) is of note \($0)" } ?? "") + "; the name was followed."
    return resolution
  }

  /// How far apart the numbers of two notes are; the greatest distance where one is not a number.
  private static func distance(_ one: String, _ other: String) -> Int {
    guard let first = Int(one), let second = Int(other) else { return .max }
    return abs(first - second)
  }
}
