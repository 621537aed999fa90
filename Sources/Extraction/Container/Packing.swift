// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A compression or an archive that texts come packed in.
package struct Packing: Sendable {
  /// The suffixes of its files in lower case, without dots; the usual one first.
  package let suffixes: [String]
  /// The media types under which the web sends it.
  package let mediaTypes: [String]
  /// What its files begin with.
  let signature: [UInt8]

  /// The suffixes of all.
  package static let suffixes = all.flatMap(\.suffixes)

  /// All that are unpacked.
  package static let all: [Packing] = [
    Packing(
      suffixes: ["zip"], mediaTypes: ["application/zip"], signature: [0x50, 0x4B, 3, 4]),
    Packing(
      suffixes: ["gz", "tgz"], mediaTypes: ["application/gzip", "application/x-gzip"],
      signature: [0x1F, 0x8B]),
    Packing(
      suffixes: ["zst"], mediaTypes: ["application/zstd"], signature: [0x28, 0xB5, 0x2F, 0xFD]),
    Packing(
      suffixes: ["xz", "txz"], mediaTypes: ["application/x-xz"],
      signature: [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
    Packing(suffixes: ["bz2"], mediaTypes: ["application/x-bzip2"], signature: Array("BZh".utf8)),
    Packing(suffixes: ["lz4"], mediaTypes: [], signature: [0x04, 0x22, 0x4D, 0x18]),
    Packing(
      suffixes: ["7z"], mediaTypes: ["application/x-7z-compressed"],
      signature: [0x37, 0x7A, 0xBC, 0xAF]),
  ]
}
