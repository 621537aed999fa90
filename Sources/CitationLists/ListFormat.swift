// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Citation

/// A format of files with kept passages: a value in the table `all`.
package struct ListFormat: Sendable {
  /// Name in parameters: `docx`.
  package let name: String
  /// Name for people: `Word document`.
  package let title: String
  package let mediaType: String
  private let write: @Sendable (CitationList, CitationStyle) -> [UInt8]

  /// Name of the file to save: `pamphlet-kept.docx`.
  package var fileName: String { "pamphlet-kept.\(suffix)" }
  private let suffix: String

  /// The formats, in the order in which they are offered.
  package static let all = [
    Self("md", "Markdown", "text/markdown; charset=utf-8") { list, style in
      Array(MarkdownDocument(list, style: style).text.utf8)
    },
    Self(
      "docx", "Word document",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ) { list, style in WordDocument(list, style: style).bytes },
    Self("ris", "RIS", "application/x-research-info-systems; charset=utf-8", records: .ris),
    Self("bib", "BibTeX", "application/x-bibtex; charset=utf-8", records: .bibtex),
    // Citation Style Language, registration of its media type with IANA.
    Self(
      "csl", "CSL-JSON", "application/vnd.citationstyles.csl+json", suffix: "json",
      records: .cslJSON),
  ]

  /// The format with this name; `nil` if there is none.
  package init?(named name: String) {
    guard let format = Self.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  private init(
    _ name: String, _ title: String, _ mediaType: String, suffix: String? = nil,
    write: @escaping @Sendable (CitationList, CitationStyle) -> [UInt8]
  ) {
    self.name = name
    self.title = title
    self.mediaType = mediaType
    self.suffix = suffix ?? name
    self.write = write
  }

  private init(
    _ name: String, _ title: String, _ mediaType: String, suffix: String? = nil,
    records style: CitationStyle
  ) {
    self.init(name, title, mediaType, suffix: suffix) { list, _ in
      Array(((list.records.text(style: style) ?? "") + "\n").utf8)
    }
  }

  /// The list as a file; the same list gives the same bytes.
  ///
  /// - Parameter style: The style of footnotes; Chicago instead of records for programs, and of no
  ///   consequence for a file of such records.
  package func bytes(of list: CitationList, style: CitationStyle = .chicago) -> [UInt8] {
    write(list, style.isForPrograms ? .chicago : style)
  }
}
