// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXXHash
import Glibc
import IndexSchema

/// The checksums of a generation's files, in the format of `xxh128sum` (XXH3, 128 bits), which can
/// also verify them: `xxh128sum -c checksums`.
///
/// Verifying them does not need libxapian, which may crash on damaged tables.
struct Checksums: Equatable, Sendable {
  /// The name of the checksum file.
  static let fileName = "checksums"
  /// The maximum size of the checksum file, in bytes.
  private static let limit = 16_384

  /// The checksums by file name.
  var byName: [String: String]

  /// The contents of the checksum file.
  var text: String {
    byName.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
  }

  /// Computes the checksums of files in a folder.
  static func compute(_ names: [String], in folder: String) throws(IndexError) -> Checksums {
    var byName: [String: String] = [:]
    for name in names { byName[name] = try hash("\(folder)/\(name)") }
    return Checksums(byName: byName)
  }

  /// Reads the checksums of a generation.
  ///
  /// - Throws: `.corrupt` if they are missing or malformed, `.storage` if they cannot be read.
  static func read(in folder: String) throws(IndexError) -> Checksums {
    guard let text = try FileCalls.read("\(folder)/\(fileName)", limit: limit) else {
      throw IndexError(.corrupt, "The file \(folder)/\(fileName) is missing.")
    }
    var byName: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let hash = line.prefix(32)
      guard hash.utf8.count == 32, hash.allSatisfy(\.isHexDigit),
        line.dropFirst(32).hasPrefix("  "), line.utf8.count > 34
      else { throw IndexError(.corrupt, "The file \(folder)/\(fileName) is damaged.") }
      byName[String(line.dropFirst(34))] = String(hash)
    }
    return Checksums(byName: byName)
  }

  /// What is damaged or missing in a generation; empty if it is undamaged.
  ///
  /// - Complexity: Reads every byte of the generation once.
  static func damage(in folder: String) throws(IndexError) -> [String] {
    let expected: Checksums
    do throws(IndexError) {
      expected = try read(in: folder)
    } catch  where error.code == .corrupt {
      return [error.message]
    }
    var damage: [String] = []
    for name in GenerationFolder.files(GenerationFolder.needed, missingFrom: expected) {
      damage.append("The file \(folder)/\(Self.fileName) does not list \(name).")
    }
    for (name, hash) in expected.byName.sorted(by: { $0.key < $1.key }) {
      let file = "\(folder)/\(name)"
      if try FileCalls.status(file) == nil {
        damage.append("The file \(file) is missing.")
      } else if try Self.hash(file) != hash {
        damage.append("The file \(file) has changed since it was written: its checksum differs.")
      }
    }
    return damage
  }

  /// The checksum of a file.
  private static func hash(_ file: String) throws(IndexError) -> String {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw FileCalls.failure("open \(file)") }
    defer { close(descriptor) }
    guard let state = XXH3_createState() else {
      throw IndexError(.outOfMemory, "Not enough memory to compute the checksum of \(file).")
    }
    defer { XXH3_freeState(state) }
    XXH3_128bits_reset(state)
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = Glibc.read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileCalls.failure("read \(file)") }
      if count == 0 { break }
      XXH3_128bits_update(state, block, count)
    }
    let hash = XXH3_128bits_digest(state)
    return hash.high64.hexadecimal + hash.low64.hexadecimal
  }
}

extension UInt64 {
  /// The number as 16 hexadecimal digits, as in checksum files.
  package var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
