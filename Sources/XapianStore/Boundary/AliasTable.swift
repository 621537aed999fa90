// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian

/// Values that a facet counts as others, in memory that the boundary can read.
///
/// Not `Sendable`: it belongs to a snapshot, as the other handles do.
final class AliasTable {
  private let texts: UnsafeMutableBufferPointer<UInt8>
  private let aliases: UnsafeMutableBufferPointer<cx_alias>

  /// Copies pairs of a value and the one as which it is counted; of equal values the first counts.
  init(_ pairs: [(form: String, name: String)]) {
    let sorted = Dictionary(pairs.map { ($0.form, $0.name) }) { first, _ in first }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let bytes = sorted.flatMap { [Array($0.key.utf8), Array($0.value.utf8)] }
    texts = .allocate(capacity: bytes.reduce(0) { $0 + $1.count })
    aliases = .allocate(capacity: sorted.count)
    _ = texts.initialize(from: bytes.joined())
    var start = 0
    func taken(_ count: Int) -> cx_bytes {
      defer { start += count }
      return cx_bytes(
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(texts)[start..<start + count]))
    }
    for index in sorted.indices {
      let value = taken(bytes[2 * index].count)
      aliases.initializeElement(
        at: index, to: cx_alias(value: value, counted_as: taken(bytes[2 * index + 1].count)))
    }
  }

  deinit {
    texts.deallocate()
    aliases.deallocate()
  }

  /// The first pair; `nil` if there is none.
  var start: UnsafePointer<cx_alias>? { UnsafePointer(aliases.baseAddress) }
  /// The number of pairs.
  var count: Int { aliases.count }
}
