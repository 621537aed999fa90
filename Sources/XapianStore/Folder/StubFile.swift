// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXXHash

/// The contents of the stub file: the published generation and the previous one.
///
/// ```
/// # Pamphlet index 1f8a09c26e4c5f3b
/// # before generation-000011
/// auto generation-000012
/// ```
///
/// Xapian ignores lines that begin with `#`, so any of its tools can open the folder. The number in
/// the first line is the hash of the lines below it (XXH3, 64 bits), so that a stub changed by hand
/// or by a failing disk is not accepted as ours.
struct StubFile: Equatable, Sendable {
  /// The published generation; `nil` before the first publication.
  var generation: Int?
  /// The previously published generation, kept as a spare.
  var previous: Int?

  /// The maximum size of a stub, in bytes.
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

  /// Creates the stub for a generation.
  init(generation: Int?, previous: Int? = nil) {
    self.generation = generation
    self.previous = previous
  }

  /// Parses a stub; `nil` if it is damaged or not ours.
  init?(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.popLast() == "" else { return nil }
    if lines.count == 1 {
      // The format before the hash was introduced.
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

/// The folder names of generations: `generation-000012`.
enum GenerationName {
  private static let prefix = "generation-"
  /// The maximum number of a generation.
  static let most = 999_999_999

  /// The name of a generation.
  static func name(_ number: Int) -> String {
    let digits = String(number)
    return prefix + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// The number in a name; `nil` unless it has exactly the form that `name` produces.
  static func number(_ text: some StringProtocol) -> Int? {
    guard text.hasPrefix(prefix), let number = Int(text.dropFirst(prefix.count)),
      (1...most).contains(number), name(number) == text
    else { return nil }
    return number
  }
}
