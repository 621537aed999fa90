// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CReaderData

extension Wording {
  /// The words in English, which stand in for those that another language lacks.
  package static let english = Wording("en", file: ReaderFile.text("en"))

  /// All languages of the pages, English first.
  package static let all =
    [english]
    + ReaderFile.names.filter { $0.utf8.count == 2 && $0 != "en" }.map {
      Wording($0, file: ReaderFile.text($0), fallback: english)
    }

  /// The words in a language, by its tag; `nil` if there is no file for it.
  package static func named(_ tag: String) -> Wording? {
    let base = tag.prefix { $0 != "-" }.lowercased()
    return all.first { $0.language == base }
  }

  /// The words for a reader's preferences (RFC 9110, 12.5.4); English if none is known.
  ///
  /// - Parameter header: The value of `Accept-Language`.
  package static func accepted(_ header: String?) -> Wording {
    var best: (wording: Wording, quality: Double)?
    for part in (header ?? "").split(separator: ",").prefix(32) {
      let fields = part.split(separator: ";")
      guard let tag = fields.first?.filter({ $0 != " " }), !tag.isEmpty else { continue }
      var quality = 1.0
      for field in fields.dropFirst() {
        let text = field.filter { $0 != " " }
        if text.hasPrefix("q=") { quality = Double(text.dropFirst(2)) ?? 0 }
      }
      guard quality > 0, let wording = named(String(tag)) else { continue }
      if quality > best?.quality ?? 0 { best = (wording, quality) }
    }
    return best?.wording ?? english
  }
}

/// The files of the pages that are built into the program.
enum ReaderFile {
  /// Their names without the suffix.
  static let names: [String] = {
    var names: [String] = []
    while let file = pamphlet_reader_file(names.count) {
      names.append(String(cString: file.pointee.name))
    }
    return names
  }()

  /// The text of a file; empty if there is none with this name.
  static func text(_ name: String) -> String {
    guard let number = names.firstIndex(of: name), let file = pamphlet_reader_file(number) else {
      return ""
    }
    let bytes = UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.length)
    return String(decoding: bytes, as: UTF8.self)
  }
}
