// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// What a document's properties say of the work (RTF 1.9.1, “Information Group”).
///
/// Programs fill them in: the title is often a file name or the first line, and the author whoever
/// typed the text. Dates are those of the file.
struct RTFInformation {
  private static let rule = "rtf-information"

  private var title: String?
  private var author: String?

  init(_ facts: [String: String], file: SourceFile) {
    let stem = file.name.split(separator: "/").last?.split(separator: ".").first?.lowercased()
    title = facts["title"].map(\.trimmed).flatMap { title in
      JunkTitles.isJunk(title) || title.lowercased() == stem ? nil : title
    }
    author = facts["author"].map(\.trimmed).flatMap { Self.isName($0) ? $0 : nil }
  }

  /// Completes the head of a text: what the text itself prints goes before its properties.
  ///
  /// - Parameter names: Lines below the title that are names.
  func apply(to text: inout ExtractedText, names: [String] = []) {
    let confirmed = names.first { $0.lettersAndDigits == author?.lettersAndDigits }
    if let name = confirmed ?? names.first {
      text.metadata.people = Person.people(parsing: name).map {
        Attributed($0, .stated, rule: "name-line", evidence: name)
      }
    }
    if let title, isPrinted(title, in: text) {
      text.metadata.title = Attributed(title, .stated, rule: Self.rule, evidence: title)
    }
    TextHead.apply(to: &text)
    if text.metadata.title == nil, let title {
      text.metadata.title = Attributed(title, .inferred, rule: Self.rule, evidence: title)
    }
    guard let author, !text.metadata.people.contains(where: { $0.value.role == .author }) else {
      return
    }
    text.metadata.people += Person.people(parsing: author).map {
      Attributed($0, .inferred, rule: Self.rule, evidence: author)
    }
  }

  /// Whether one of the first blocks is the title.
  private func isPrinted(_ title: String, in text: ExtractedText) -> Bool {
    text.blocks.prefix(8).contains { $0.text.lettersAndDigits == title.lettersAndDigits }
  }

  private static func isName(_ author: String) -> Bool {
    let lower = author.lowercased()
    let words = lower.split { !$0.isLetter }.map(String.init)
    return author.utf8.count <= 120 && words.count >= 2 && Byline.isName(author)
      && !words.contains(where: accounts.contains)
  }

  /// Words in the names of accounts and programs.
  private static let accounts: Set<String> = [
    "user", "admin", "administrator", "owner", "microsoft", "office", "word", "windows", "default",
    "unknown", "author", "pc", "laptop", "computer", "benutzer", "usuario", "utilisateur", "home",
    "staff", "test", "installed", "registered", "customer", "preferred", "valued",
  ]
}
