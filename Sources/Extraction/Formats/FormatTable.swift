// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What is printed of formats, and what other modules ask of all of them.
package enum FormatTable {
  /// The suffixes of all files that are read, packed ones included, without dots.
  package static var suffixes: Set<String> {
    Set(Format.all.flatMap(\.suffixes) + Packing.suffixes)
  }

  /// The media types of all files that are read, each with the suffix that its files get.
  package static var mediaTypes: [String: String] {
    var types: [String: String] = [:]
    for format in Format.all { types.merge(format.mediaTypes) { first, _ in first } }
    for packing in Packing.all {
      for type in packing.mediaTypes { types[type] = packing.suffixes[0] }
    }
    return types
  }

  /// The usual suffix of each format, with dots, in one line.
  package static var usualSuffixes: String {
    // Formats of XML have one suffix.
    Format.all.map { ".\($0.suffixes[0])" }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      .joined(separator: " ")
  }

  /// The table of the README.
  package static var markdown: String {
    let lines = rows.map { row in
      let suffixes = row.suffixes.map { "`.\($0)`" }.joined(separator: " ")
      return "| \(row.title) | \(suffixes) | \(row.text) |"
    }
    return (["| format | files | read besides the words |", "| --- | --- | --- |"] + lines)
      .joined(separator: "\n") + "\n"
  }

  /// The formats for a terminal, and those that are known and not read.
  package static var text: String {
    let unread = UnreadFormat.all.map { ($0.title, $0.suffixes, $0.hint) }
    return lines(rows) + "\nNot read:\n\n" + lines(unread)
  }

  private typealias Row = (title: String, suffixes: [String], text: String)

  private static var rows: [Row] {
    Format.all.map { ($0.title, $0.suffixes, $0.alsoRead) } + [
      ("packed", Packing.suffixes, "the texts in them")
    ]
  }

  private static func lines(_ rows: [Row]) -> String {
    rows.map { row in
      "\(row.title): \(row.suffixes.map { ".\($0)" }.joined(separator: " "))\n    \(row.text)\n"
    }.joined()
  }
}
