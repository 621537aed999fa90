// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What stands before the root element of an XML document (XML 1.0, 2.8), read as far as its name.
struct XMLProlog {
  /// Name of the root element without its prefix; `nil` if the bytes do not begin as XML does.
  private(set) var root: String?

  private var rest: ArraySlice<UInt8>

  /// - Parameter head: The first bytes, in an encoding that contains ASCII or in UTF-16.
  init(_ head: ArraySlice<UInt8>) {
    rest = head.contains(0) ? head.filter { $0 != 0 }[...] : head
    for mark: [UInt8] in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
    where rest.starts(with: mark) {
      rest = rest.dropFirst(mark.count)
    }
    while root == nil {
      rest = rest.drop { $0 <= 0x20 }
      if rest.starts(with: "<?".utf8) {
        guard pass("?>") else { return }
      } else if rest.starts(with: "<!--".utf8) {
        guard pass("-->") else { return }
      } else if rest.starts(with: "<!DOCTYPE".utf8) || rest.starts(with: "<!doctype".utf8) {
        rest = rest.dropFirst("<!DOCTYPE".utf8.count).drop { $0 <= 0x20 }
        root = name()
        return
      } else if rest.first == 0x3C {
        rest = rest.dropFirst()
        root = name()
        return
      } else {
        return
      }
    }
  }

  private mutating func pass(_ end: String) -> Bool {
    guard let found = rest.firstRange(of: Array(end.utf8)) else { return false }
    rest = rest[found.upperBound...]
    return true
  }

  private func name() -> String? {
    let bytes = rest.prefix { $0 > 0x20 && ![0x3E, 0x2F, 0x5B, 0x3C].contains($0) }.prefix(64)
    let name = String(decoding: bytes, as: UTF8.self).split(separator: ":").last
    return name.map(String.init)
  }
}
