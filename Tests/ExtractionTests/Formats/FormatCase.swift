// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import FoundationEssentials
import Testing

@testable import Extraction

/// A file of `cases/FORMAT` and what is extracted from it: `NAME.SUFFIX` and `NAME.expected.txt`.
///
/// With `UPDATE_GOLDEN` in the environment the tests write the expected texts.
struct FormatCase: CustomTestStringConvertible {
  let format: String
  let name: String
  let suffix: String

  var testDescription: String { "\(format)/\(name).\(suffix)" }

  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/cases"

  static let all: [FormatCase] = names(in: folder).flatMap { format in
    names(in: "\(folder)/\(format)").compactMap { file in
      guard !file.hasSuffix(".expected.txt"), let stop = file.lastIndex(of: ".") else { return nil }
      return FormatCase(
        format: format, name: String(file[..<stop]), suffix: String(file[stop...].dropFirst()))
    }
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private var expectedPath: String { "\(Self.folder)/\(format)/\(name).expected.txt" }

  func bytes() throws -> [UInt8] {
    let path = "\(Self.folder)/\(format)/\(name).\(suffix)"
    return Array(try #require(FileManager.default.contents(atPath: path)))
  }

  /// Compares the account of an extracted text with the expected one, or writes that.
  func check(_ text: ExtractedText) throws {
    let account = Self.account(of: text)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try Data(account.utf8).write(to: URL(filePath: expectedPath))
    }
    let expected = try #require(FileManager.default.contents(atPath: expectedPath))
    #expect(account == String(decoding: expected, as: UTF8.self))
  }

  /// What was extracted, a fact or a block on each line.
  private static func account(of text: ExtractedText) -> String {
    var lines: [String] = []
    func fact<Value>(_ name: String, _ fact: Attributed<Value>?) {
      if let fact { lines.append("# \(name)\t\(fact.value)\t\(fact.rule)") }
    }
    fact("title", text.metadata.title)
    fact("subtitle", text.metadata.subtitle)
    for person in text.metadata.people {
      lines.append("# \(person.value.role)\t\(person.value.name)\t\(person.rule)")
    }
    fact("year", text.metadata.year)
    fact("language", text.metadata.language)
    for block in text.blocks {
      let page = block.page.map { text.pages[$0].label.value } ?? "-"
      let words = block.text.split(separator: "\n").joined(separator: " / ")
      lines.append("\(block.kind)\t\(page)\t\(words)")
    }
    for diagnostic in text.diagnostics { lines.append("! \(diagnostic.code)") }
    let ledger = text.ledger
    lines.append(
      "= \(ledger.source) read, \(ledger.text) text, \(ledger.metadata) head, \(ledger.removed) removed"
    )
    for omission in ledger.omissions { lines.append("- \(omission.rule)\t\(omission.count)") }
    return lines.joined(separator: "\n") + "\n"
  }
}

struct FormatCaseTests {
  @Test(arguments: FormatCase.all)
  func `a file of a format is extracted as expected`(item: FormatCase) throws {
    let bytes = try item.bytes()
    let name = "\(item.name).\(item.suffix)"
    let format = try #require(Format.recognize(name: name, bytes: bytes))
    guard format == .passages else {
      return try item.check(format.extract(SourceFile(name: name, bytes: bytes)))
    }
    let reader = try #require(MemberReader(name: name, bytes: bytes))
    let member = try #require(reader.next())
    try item.check(
      TextRecord.extract(member.bytes, name: name, lineNumber: member.line ?? 1).text)
  }
}
