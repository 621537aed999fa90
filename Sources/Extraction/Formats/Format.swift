// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A format of texts: how its files are recognised, and how they are read.
///
/// A new format is a folder beside this file with an extension that declares one value, a line in
/// `Format.all`, and a case in `Tests/ExtractionTests/Formats/cases`.
package struct Format: Sendable {
  /// How the bytes of a file become a text.
  enum Reader: Sendable {
    /// The bytes are text: they are decoded first, in the encoding that they may declare.
    ///
    /// The last argument of `read` is what is stated of the work outside the file.
    case text(
      encoding: @Sendable ([UInt8]) -> String?,
      read: @Sendable (String, SourceFile, Metadata) -> ExtractedText)
    /// The bytes are read as they are.
    case bytes(read: @Sendable (SourceFile) -> ExtractedText)
    /// The file holds several texts, which `MemberReader` takes apart.
    case members
  }

  /// The name under which works store it; never changes.
  package let name: String
  /// What people call it.
  package let title: String
  /// The suffixes of its files in lower case, without dots; the usual one first.
  package let suffixes: [String]
  /// The media types under which the web sends it, each with the suffix that its files get.
  package let mediaTypes: [String: String]
  /// What its files begin with; `nil` if nothing tells it but the suffix.
  let signature: Signature?
  /// The version of the reader; raise it with every change that alters what is extracted, so that
  /// unchanged files are read again.
  package let version: Int
  /// What is read besides the words, for people; Markdown.
  package let alsoRead: String
  let reader: Reader

  init(
    _ name: String, title: String, suffixes: [String], mediaTypes: [String: String] = [:],
    signature: Signature? = nil, version: Int, alsoRead: String, reader: Reader
  ) {
    self.name = name
    self.title = title
    self.suffixes = suffixes
    self.mediaTypes = mediaTypes
    self.signature = signature
    self.version = version
    self.alsoRead = alsoRead
    self.reader = reader
  }
}

extension Format: Hashable {
  package static func == (one: Format, other: Format) -> Bool { one.name == other.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Format {
  /// Reads a file: never fails, never stops early; what is wrong is said in `diagnostics`.
  package func extract(_ file: SourceFile) -> ExtractedText {
    guard !file.bytes.isEmpty else {
      return ExtractedText(
        diagnostics: [Diagnostic(.error, code: "empty-file", "The file is empty.")])
    }
    switch reader {
    case .bytes(let read):
      var text = read(file)
      Turns.mark(&text)
      return text
    case .text(let encoding, let read):
      let decoded = DecodedText(file.bytes, declared: encoding(file.bytes))
      var text = read(decoded.text, file, Metadata())
      text.diagnostics = decoded.diagnostics + text.diagnostics
      Turns.mark(&text)
      return text
    case .members: return ExtractedText()
    }
  }

  /// Reads text that is decoded already; as plain text if the format is not one of text.
  ///
  /// - Parameter stated: What is stated of the work elsewhere; it goes before what the text says.
  func extract(_ text: String, file: SourceFile, stating stated: Metadata) -> ExtractedText {
    var extracted =
      if case .text(_, let read) = reader {
        read(text, file, stated)
      } else {
        PlainText.extract(text, file: file, stating: stated)
      }
    if self != .text { extracted.metadata.state(stated) }
    Turns.mark(&extracted)
    return extracted
  }
}
