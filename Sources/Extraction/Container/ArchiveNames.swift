// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// The names of the files in an archive, found by the URLs that refer to them.
///
/// References in a book are relative URLs (EPUB 3.3, 4.2.5; RFC 3986): `%20` is a space. Names that
/// differ in the case of letters or in the composition of accents are the same file where only one
/// is meant, since file systems on which books are made do not tell them apart.
struct ArchiveNames {
  private var exact: Set<[UInt8]> = []
  /// Names in the archive by their composed forms, which `String` compares.
  private var composed: [String: String] = [:]
  /// Names by their lower-case forms; `nil` for those that several share.
  private var folded: [String: String?] = [:]

  init(_ names: [String] = []) {
    for name in names {
      exact.insert(Array(name.utf8))
      composed[name] = composed[name] ?? name
      let lower = name.lowercased()
      folded[lower] = .some(folded[lower] == nil ? name : nil)
    }
  }

  /// Whether the archive has a file with exactly this name.
  func contains(_ name: String) -> Bool { exact.contains(Array(name.utf8)) }

  /// The name of the file that a URL refers to, and the fragment in it, if any.
  ///
  /// If the archive has no such file, the name is the one that the URL spells.
  func resolve(_ address: String, in folder: String) -> (name: String, fragment: String?) {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].prefix { $0 != "?" }
    let fragment = parts.count > 1 && !parts[1].isEmpty ? Percent.decoded(parts[1]) : nil
    let spelled = Self.path(String(path), in: folder)
    let decoded = Self.path(Percent.decoded(path), in: folder)
    return (name(decoded) ?? name(spelled) ?? decoded, fragment)
  }

  private func name(_ path: String) -> String? {
    if exact.contains(Array(path.utf8)) { return path }
    return composed[path] ?? (folded[path.lowercased()] ?? nil)
  }

  /// Resolves dot segments; `..` cannot lead out of the archive.
  private static func path(_ address: String, in folder: String) -> String {
    let isAbsolute = address.hasPrefix("/")
    var parts = isAbsolute ? [] : folder.split(separator: "/").map(String.init)
    for part in address.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  /// The folder of a file, with a `/` at its end; empty for the root.
  static func folder(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
  }
}

/// Percent encoding in URLs (RFC 3986, 2.1).
enum Percent {
  /// The text with percent encoding removed; the same text if it is not valid.
  static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(0x25) else { return String(text) }
    return String(validating: PercentEncoding.bytes(of: text), as: UTF8.self) ?? String(text)
  }
}
