// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Entries of an archive that are not read, to be named after the others.
struct PassedOver {
  enum Reason: CaseIterable {
    /// Its name begins with a dot, or an operating system added it.
    case hidden
    /// It is an archive itself.
    case archive
  }

  /// Most names in a message.
  private static let mostNames = 8

  private var found: [Reason: (count: Int, names: [String])] = [:]

  mutating func add(_ name: String, _ reason: Reason) {
    found[reason, default: (0, [])].count += 1
    if found[reason, default: (0, [])].names.count < Self.mostNames {
      found[reason, default: (0, [])].names.append(name)
    }
  }

  /// The next message; `nil` after the last.
  mutating func next(in archive: String) -> Diagnostic? {
    for reason in Reason.allCases {
      guard let (count, names) = found.removeValue(forKey: reason) else { continue }
      let more = count > names.count ? ", and \(count - names.count) more" : ""
      let list = names.joined(separator: ", ") + more
      switch reason {
      case .hidden:
        return Diagnostic(
          .note, code: "hidden-file", "Hidden files in an archive are not read: \(list).",
          file: archive)
      case .archive:
        return Diagnostic(
          .note, code: "nested-archive",
          "Archives in an archive are not read: \(list). Unpack them first.", file: archive)
      }
    }
    return nil
  }
}
