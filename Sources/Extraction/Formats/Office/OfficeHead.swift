// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// What a file says of its document: Dublin Core in `docProps/core.xml` and `meta.xml`.
///
/// Programs fill it in by themselves, with the first line of the document and the name of the
/// account, and nobody reads it; so what the text prints goes before it. The dates are those of the
/// file.
struct OfficeProperties {
  var title: String?
  var creator: String?
  var language: String?
}

/// Completes the metadata of a document from its title, the styles of its first lines, and what the
/// file says of it.
enum OfficeHead {
  /// What a line of the head is, by its style.
  enum Part {
    case title, subtitle, author, date

    init?(_ role: OfficeParagraph.Role) {
      switch role {
      case .title: self = .title
      case .subtitle: self = .subtitle
      case .author: self = .author
      case .date: self = .date
      default: return nil
      }
    }
  }

  /// A line of the head.
  struct Line {
    var part: Part
    /// Index of its block.
    var block: Int
  }

  /// Number of blocks to examine.
  private static let depth = 12
  private static let styleRule = "paragraph-style"
  private static let propertyRule = "document-properties"

  static func complete(
    _ text: inout ExtractedText, _ lines: [Line], _ properties: OfficeProperties, file: SourceFile
  ) {
    read(lines, &text)
    if text.metadata.title == nil { readTitle(properties.title, &text, file) }
    let creators = people(properties.creator)
    let head = text.blocks.prefix(depth)
    let printed = creators.filter { person in head.contains { names(person, $0.text) } }
    if text.metadata.people.isEmpty {
      text.metadata.people = printed.map {
        Attributed($0, .stated, rule: propertyRule, evidence: properties.creator)
      }
    }
    if let language = properties.language?.trimmed.lowercased(), isLanguage(language) {
      text.metadata.language = Attributed(
        language, .stated, rule: propertyRule, evidence: properties.language)
    }
    Gutenberg.strip(&text)
    TextHead.apply(to: &text)
    if text.metadata.people.isEmpty {
      text.metadata.people = creators.map {
        Attributed($0, .inferred, rule: propertyRule, evidence: properties.creator)
      }
    }
  }

  // MARK: Styles

  private static func read(_ lines: [Line], _ text: inout ExtractedText) {
    var taken: [Int] = []
    for line in lines where line.block < min(depth, text.blocks.count) {
      let block = text.blocks[line.block]
      func fact(_ value: String) -> Attributed<String> {
        Attributed(value, .stated, rule: styleRule, evidence: block.text, line: block.line)
      }
      guard block.noteMarks.isEmpty else { continue }
      switch line.part {
      case .title where text.metadata.title == nil: text.metadata.title = fact(block.text)
      case .subtitle where text.metadata.title != nil && text.metadata.subtitle == nil:
        text.metadata.subtitle = fact(block.text)
        taken.append(line.block)
      case .author:
        let people = Byline.people(in: block.text) ?? people(block.text)
        guard !people.isEmpty else { continue }
        text.metadata.people += people.map {
          Attributed($0, .stated, rule: styleRule, evidence: block.text, line: block.line)
        }
        taken.append(line.block)
      case .date where text.metadata.year == nil && Dates.year(ofDateLine: block.text) != nil:
        text.metadata.setDate(block.text, rule: styleRule, line: block.line)
        taken.append(line.block)
      default: continue
      }
    }
    for index in taken.reversed() {
      let count = Ledger.count(text.blocks.remove(at: index).text)
      text.ledger.text -= count
      text.ledger.metadata += count
    }
  }

  // MARK: Properties

  private static func readTitle(
    _ title: String?, _ text: inout ExtractedText, _ file: SourceFile
  ) {
    guard let title = title?.split(whereSeparator: \.isWhitespace).joined(separator: " "),
      isTitle(title, file)
    else { return }
    let folded = title.lettersAndDigits
    let head = text.blocks.prefix(depth)
    if let line = head.firstIndex(where: { $0.kind != .note && $0.text.lettersAndDigits == folded })
    {
      text.metadata.title = Attributed(title, .stated, rule: propertyRule, evidence: title)
      if !text.blocks[line].isItem { text.blocks[line].kind = .heading(level: 1) }
    } else if !beginsWithTitle(text.blocks) {
      text.metadata.title = Attributed(title, .inferred, rule: propertyRule, evidence: title)
    }
  }

  /// Whether a title is one of the document rather than of a template or the file.
  private static func isTitle(_ title: String, _ file: SourceFile) -> Bool {
    let stem = file.name.split(separator: "/").last?.split(separator: ".").first?.lowercased()
    return !JunkTitles.isJunk(title) && title.lowercased() != stem && !title.contains("/")
  }

  /// Whether the first heading is the only one of its level, as the title is.
  private static func beginsWithTitle(_ blocks: [Block]) -> Bool {
    var levels: [Int] = []
    for block in blocks { if case .heading(let level) = block.kind { levels.append(level) } }
    guard let first = levels.first, let place = blocks.firstIndex(where: \.isHeading), place < 3
    else { return false }
    return levels.allSatisfy { $0 >= first } && levels.count { $0 == first } == 1
  }

  /// The people in the name of an author; none if it is the name of an account or a program.
  private static func people(_ printed: String?) -> [Person] {
    guard let printed, printed.utf8.count < 200, !printed.contains("@") else { return [] }
    let people = Person.people(parsing: printed)
    guard people.allSatisfy({ Byline.isName($0.name) && !isAccount($0.name) }) else { return [] }
    return people
  }

  /// Whether a name is that of an account, which has one word, or of a program that writes files.
  private static func isAccount(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }
    return words.count < 2 || words.contains { accounts.contains($0) }
      || name.lowercased().hasPrefix("mac book")
  }

  private static let accounts: Set<Substring> = [
    "user", "users", "office", "microsoft", "windows", "admin", "administrator", "owner",
    "unknown", "author", "apache", "poi", "python", "docx", "libreoffice", "openoffice", "google",
    "pc", "computer", "laptop", "home", "default", "guest", "student", "benutzer", "usuario",
    "utilisateur", "utente", "gebruiker", "pandoc", "calibre", "acer", "asus", "dell", "hp",
    "lenovo", "toshiba", "samsung", "customer",
  ]

  private static func names(_ person: Person, _ line: String) -> Bool {
    line.lettersAndDigits == person.name.lettersAndDigits
      || Byline.people(in: line)?.contains {
        $0.name.lettersAndDigits == person.name.lettersAndDigits
      } ?? false
  }

  /// Whether a text is a language tag (BCP 47).
  private static func isLanguage(_ tag: String) -> Bool {
    guard let first = tag.split(separator: "-").first, (2...3).contains(first.count) else {
      return false
    }
    return tag.utf8.count <= 20
      && tag.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 == 0x2D || $0 &- 0x30 < 10 }
      && tag != "und" && tag != "zxx"
  }
}

extension Block {
  fileprivate var isHeading: Bool { if case .heading = kind { true } else { false } }
}
