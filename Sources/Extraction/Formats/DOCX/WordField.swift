// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A field: an instruction, which is not text, and its result, which is (ISO/IEC 29500-1, 17.16).
struct WordField {
  private(set) var instruction = ""
  /// Whether the result has begun.
  var hasResult = false

  private static let longest = 256

  init(_ instruction: String = "", hasResult: Bool = false) {
    self.instruction = instruction
    self.hasResult = hasResult
  }

  mutating func add(_ text: String) {
    if instruction.utf8.count < Self.longest { instruction += text }
  }

  /// The rule by which words in it are left out; `nil` if they are read.
  var omission: String? { hasResult ? isContents ? "contents" : nil : "field-code" }

  /// Whether its result is a table of contents.
  var isContents: Bool { Self.contents.contains(name) }

  private var name: String {
    instruction.split(whereSeparator: \.isWhitespace).first.map { $0.uppercased() } ?? ""
  }

  /// Tables of contents, of figures and of authorities (17.16.5.68 and 17.16.5.67).
  private static let contents: Set<String> = ["TOC", "TOA"]
}
