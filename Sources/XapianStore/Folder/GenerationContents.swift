// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The proven contents of a generation at publication, stored in its file `contents`.
///
/// One fact per line, such as `documents 16062`; file sizes are in bytes.
struct GenerationContents: Equatable, Sendable {
  /// The name of the file.
  static let fileName = "contents"
  /// The maximum size of the file, in bytes.
  static let limit = 16_384

  /// The sums over the tables.
  var sums: IndexSums
  /// The size of all tables after their last compaction, in bytes; they grow by changes in place.
  var compactedSize: Int
  /// The sizes of the files in bytes, by name.
  var sizes: [String: Int]

  /// The total size of the files, in bytes.
  var size: Int { sizes.values.reduce(0, +) }

  /// The contents of the file.
  var text: String {
    var lines = IndexSums.names.map { "\($0) \(sums[$0])\n" }
    lines.append("compacted \(compactedSize)\n")
    lines += sizes.sorted { $0.key < $1.key }.map { "size \($0.value) \($0.key)\n" }
    return lines.joined()
  }

  /// Creates the contents of a generation.
  init(sums: IndexSums, compactedSize: Int, sizes: [String: Int]) {
    self.sums = sums
    self.compactedSize = compactedSize
    self.sizes = sizes
  }

  /// Parses the contents of the file; `nil` if they are malformed.
  init?(_ text: String) {
    var sums = IndexSums()
    var compactedSize: Int?
    var sizes: [String: Int] = [:]
    var named: Set<Substring> = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2)
      switch (parts.first, parts.count) {
      case ("size", 3):
        guard let size = Int(parts[1]) else { return nil }
        sizes[String(parts[2])] = size
      case ("compacted", 2): compactedSize = Int(parts[1])
      case (let name?, 2) where IndexSums.names.contains(String(name)):
        guard let value = UInt64(parts[1]) else { return nil }
        sums[String(name)] = value
        named.insert(name)
      default: return nil
      }
    }
    guard let compactedSize, named.count == IndexSums.names.count else { return nil }
    self.init(sums: sums, compactedSize: compactedSize, sizes: sizes)
  }
}
