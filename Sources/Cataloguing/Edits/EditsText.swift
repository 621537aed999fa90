// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The text of a file of edits: a catalogue to whose works entries are added at the end, and from which
/// they are taken back.
///
/// Lines that are not of the entry concerned stay as they are, with comments and order; whoever changed
/// the file by hand keeps what they wrote.
struct EditsText: Sendable, Equatable {
  /// What a new file begins with.
  private static let beginning = """
    # Facts that you stated of your texts with `pamphlet edit`, the latest last: a later entry goes
    # before an earlier one, and all go before the catalogue and the files.
    #
    # The form is that of the catalogue. You may change this file by hand, and add comments: the
    # program adds entries at the end and takes back single entries, and leaves all else as it is.

    works:

    """

  /// The text.
  private(set) var text: String
  /// Its entries, the latest last.
  private(set) var entries: [CatalogueEntry]

  /// Reads a text.
  ///
  /// - Throws: `CatalogueFault`, which names the line.
  init(_ text: String) throws(CatalogueFault) {
    // Swift takes CR LF for one character that is not a line feed.
    self.text = text.replacing("\r\n", with: "\n")
    entries = try Catalogue.edits(yaml: self.text)
  }

  private var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Adds an entry.
  mutating func add(_ entry: CatalogueEntry) throws(CatalogueFault) {
    var lines = lines
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    var start = lines.map { "\($0)\n" }.joined()
    var indentation = "  "
    if let last = entries.last {
      indentation = String(lines[try firstLine(of: last)].prefix { $0 == " " })
    } else if let index = lines.firstIndex(where: { $0.hasPrefix("works:") }) {
      // Whatever stands for an empty list.
      lines[index] = "works:"
      start = lines.map { "\($0)\n" }.joined()
    } else {
      start += (start.isEmpty ? "" : "\n") + Self.beginning
    }
    try replace(
      by: start + (entries.isEmpty ? "" : "\n") + entry.yaml(indentation: indentation),
      expecting: entries + [entry],
      else: "Its list of works does not stand at its end, or not each on lines of its own")
  }

  /// Takes entries back.
  mutating func remove(_ removed: [CatalogueEntry]) throws(CatalogueFault) {
    var lines: [Substring?] = lines
    for entry in removed {
      let first = try firstLine(of: entry)
      let next = entries.first { $0.line > entry.line }
      var end =
        try next.map { (next) throws(CatalogueFault) in try firstLine(of: next) } ?? lines.count
      // What stands before the next entry belongs to that.
      while end > first + 1, lines[end - 1].map(Self.isEmptyOrComment) ?? true { end -= 1 }
      guard first < end else { continue }
      for line in first..<end { lines[line] = nil }
    }
    let numbers = Set(removed.map(\.line))
    try replace(
      by: lines.compactMap(\.self).joined(separator: "\n"),
      expecting: entries.filter { !numbers.contains($0.line) },
      else: "Its entries do not stand on lines of their own")
  }

  /// Index of the line with the hyphen of an entry.
  private func firstLine(of entry: CatalogueEntry) throws(CatalogueFault) -> Int {
    let lines = lines
    var index = min(entry.line - 1, lines.count - 1)
    while index >= 0, lines[index].first(where: { $0 != " " }) != "-" { index -= 1 }
    guard index >= 0 else {
      throw CatalogueFault(
        description: "Line \(entry.line): expected an entry on lines of its own.")
    }
    return index
  }

  private static func isEmptyOrComment(_ line: Substring) -> Bool {
    line.first { $0 != " " && $0 != "\t" && $0 != "\r" }.map { $0 == "#" } ?? true
  }

  /// Takes a text in place of the present one if it has the expected entries.
  private mutating func replace(
    by text: String, expecting expected: [CatalogueEntry], else problem: String
  ) throws(CatalogueFault) {
    guard let changed = try? EditsText(text),
      changed.entries.map(\.withoutLine) == expected.map(\.withoutLine)
    else { throw CatalogueFault(description: "\(problem); change it by hand.") }
    self = changed
  }
}

extension CatalogueEntry {
  /// The entry wherever it stands.
  fileprivate var withoutLine: CatalogueEntry {
    var entry = self
    entry.line = 0
    return entry
  }
}
