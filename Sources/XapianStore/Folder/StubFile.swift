// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXXHash

/// What the stub file says: which generation is the index, and which was before it.
///
/// ```
/// # Pamphlet index 1f8a09c26e4c5f3b
/// # before generation-000011
/// auto generation-000012
/// ```
///
/// Xapian passes over lines that begin with `#`, so any of its tools opens the folder. The number in
/// the first line is the hash of the lines below it (XXH3, 64 bits): a stub that has been changed
/// by hand or by a failing disk is not taken for one of ours.
struct StubFile: Equatable, Sendable {
  /// The published generation; `nil` before the first publication.
  var generation: Int?
  /// The generation that was published before; kept as a spare.
  var previous: Int?

  /// The longest stub, in bytes.
  static let limit = 512

  private static let title = "# Pamphlet index "
  private static let before = "# before "
  private static let auto = "auto "

  /// The text of the file.
  var text: String {
    var lines = ""
    if let previous { lines += "\(Self.before)\(GenerationName.name(previous))\n" }
    lines += generation.map { "\(Self.auto)\(GenerationName.name($0))\n" } ?? "# not yet\n"
    return "\(Self.title)\(Self.hash(lines))\n\(lines)"
  }

  /// Creates the stub of a generation.
  init(generation: Int?, previous: Int? = nil) {
    self.generation = generation
    self.previous = previous
  }

  /// Reads a stub; `nil` if it is not one of ours, or damaged.
  init?(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.popLast() == "" else { return nil }
    if lines.count == 1 {
      // As it was before the hash.
      guard let number = Self.number(lines[0], after: Self.auto) else { return nil }
      generation = number
      return
    }
    guard let first = lines.first, first.hasPrefix(Self.title),
      first.dropFirst(Self.title.count) == Self.hash(text.dropFirst(first.count + 1))
    else { return nil }
    for line in lines.dropFirst() {
      if let number = Self.number(line, after: Self.before) {
        previous = number
      } else if let number = Self.number(line, after: Self.auto) {
        generation = number
      }
    }
  }

  private static func number(_ line: Substring, after word: String) -> Int? {
    line.hasPrefix(word) ? GenerationName.number(line.dropFirst(word.count)) : nil
  }

  private static func hash(_ text: some StringProtocol) -> String {
    var text = String(text)
    return text.withUTF8 { XXH3_64bits($0.baseAddress, $0.count).hexadecimal }
  }
}

/// The names of the folders of generations: `generation-000012`.
enum GenerationName {
  private static let prefix = "generation-"
  /// The highest number of a generation.
  static let most = 999_999_999

  /// The name of a generation.
  static func name(_ number: Int) -> String {
    let digits = String(number)
    return prefix + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// The number in a name; `nil` unless it is written as `name` writes it.
  static func number(_ text: some StringProtocol) -> Int? {
    guard text.hasPrefix(prefix), let number = Int(text.dropFirst(prefix.count)),
      (1...most).contains(number), name(number) == text
    else { return nil }
    return number
  }
}
