// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What a form of this process carries, so that no other site can send one in a reader's name.
///
/// There are no cookies and no accounts, so a request carries nothing that a browser adds by
/// itself: all that has to be shown is that the form came from a page of this process. 256 bits from the
/// system's source of randomness show that to whoever has read such a page; a keyed hash for each
/// work would show no more. Pages of other sites cannot read ours: pages are never shared across
/// origins, a foreign `Host` is refused, and no page can be framed. `FormOrigin` refuses their
/// requests besides. After a restart a form has to be loaded again.
struct FormToken: Sendable {
  /// The token in hexadecimal digits.
  let text: String

  /// Makes a token from the system's randomness (getrandom(2)).
  init() {
    var source = SystemRandomNumberGenerator()
    text = (0..<4).map { _ in
      let digits = String(source.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Whether a text is the token; takes the same time wherever they differ.
  func matches(_ other: String) -> Bool {
    let (own, given) = (Array(text.utf8), Array(other.utf8))
    guard own.count == given.count else { return false }
    return zip(own, given).reduce(0) { $0 | $1.0 ^ $1.1 } == 0
  }
}
