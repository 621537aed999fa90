// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ReaderPages

/// The entity tag of an answer: the same for the same question and revision.
///
/// It is weak (RFC 9110, 8.8.1), because the reported duration of a search varies.
func entityTag(revision: String, question: String, asker: Asker, isPage: Bool) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
  var parts = [question, asker.host, asker.isSecure ? "s" : ""]
  // Pages also depend on the words and styles of this program.
  if isPage {
    parts += [
      asker.languages ?? "", asker.mayEdit ? "e" : "", asker.wantsPage ? "p" : "",
      Asset.style.address, Asset.script.address,
    ]
  }
  for byte in parts.joined(separator: "\n").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return "W/\"\(revision)-\(String(hash, radix: 36))\""
}

/// The condition `If-None-Match` of a request (RFC 9110, 13.1.2).
struct IfNoneMatch {
  /// Whether it matches any answer: `*`.
  let isAny: Bool
  private let tags: [Substring]

  /// Parses a condition; `nil` if the request has none.
  init(_ field: String?) {
    let names = (field ?? "").split(separator: ",").map(\.trimmed)
    isAny = names == ["*"]
    tags = names.map(Self.opaque)
  }

  /// Whether it contains a tag, by weak comparison.
  func names(_ tag: String) -> Bool { tags.contains(Self.opaque(tag[...])) }

  private static func opaque(_ tag: Substring) -> Substring {
    tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
  }
}
