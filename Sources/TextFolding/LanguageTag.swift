// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A language by its BCP 47 tag, written in the usual case: `en`, `pt-BR`, `sr-Latn`.
package struct LanguageTag: Sendable, Hashable {
  /// Why a text is not the tag of a language.
  package enum Fault: Error, Hashable {
    /// It does not have the form of a tag (RFC 5646, 2.1).
    case malformed
    /// It begins with a code that no language has.
    case unknown
    /// It begins with a code for which this one is to be used.
    case replaced(by: String)
  }

  /// The tag.
  package let text: String

  private static let short: [Substring: Substring] = {
    var codes: [Substring: Substring] = [:]
    for language in LanguageCodes.short.split(whereSeparator: \.isWhitespace) {
      let forms = language.split(separator: "/")
      for form in forms { codes[form] = forms[0] }
    }
    return codes
  }()
  private static let long = Set(LanguageCodes.long.split(whereSeparator: \.isWhitespace))

  /// Reads a tag.
  package init(_ text: String) throws(Fault) {
    let parts = text.replacing("_", with: "-").split(
      separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first?.lowercased(), text.utf8.count <= 35,
      parts.allSatisfy({ part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
      }), first.allSatisfy(\.isLetter), (2...3).contains(first.count)
    else { throw .malformed }
    if let usual = Self.short[first[...]] {
      if usual != first {
        throw .replaced(
          by: ([String(usual)] + parts.dropFirst().map(String.init)).joined(separator: "-"))
      }
    } else if !Self.long.contains(first[...]) {
      throw .unknown
    }
    // The case of subtags has no meaning, but a usual form (RFC 5646, 2.1.1).
    var hasExtension = false
    let rest = parts.dropFirst().map { part in
      defer { hasExtension = hasExtension || part.utf8.count == 1 }
      if hasExtension { return part.lowercased() }
      switch part.utf8.count {
      case 2: return part.uppercased()
      case 4: return part.first.map { $0.uppercased() + part.dropFirst().lowercased() } ?? ""
      default: return part.lowercased()
      }
    }
    self.text = ([first] + rest).joined(separator: "-")
  }
}
