// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import FoundationEssentials
import Testing

@testable import Extraction

/// The seeds and the finds of `Scripts/fuzz`, read without it.
struct FuzzFixtureTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fuzzing"

  private static let files: [String] = ["seeds", "crashes"].flatMap { kind in
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kind)")) ?? []
    return folders.flatMap { format in
      let path = "\(folder)/\(kind)/\(format)"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return names.map { "\(kind)/\(format)/\($0)" }
    }
  }

  @Test(arguments: files.filter { Format(named: format(of: $0)) != nil })
  func `what fuzzing began from and found is read, and accounted for`(name: String) throws {
    let data = try #require(FileManager.default.contents(atPath: "\(Self.folder)/\(name)"))
    let format = try #require(Format(named: Self.format(of: name)))
    let described: [Format] = [.pdf, .epub, .docx, .odt, .passages]
    guard !described.contains(format) else { return }
    let text = format.extract(SourceFile(name: name, bytes: Array(data)))
    #expect(text.ledger.isBalanced)
  }

  private static func format(of name: String) -> String {
    name.split(separator: "/").dropFirst().first.map(String.init) ?? ""
  }

  @Test func `there are such files`() { #expect(Self.files.count >= 8) }
}
