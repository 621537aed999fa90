// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Extraction
import FoundationEssentials
import TestSupport
import Testing

/// Files of the repository.
enum Repository {
  static let path = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  static func text(_ name: String) throws -> String {
    let data = try #require(FileManager.default.contents(atPath: "\(path)/\(name)"))
    return String(decoding: data, as: UTF8.self)
  }
}

/// A command of a `console` block and the output that the page shows.
struct ConsoleExample {
  var command: String
  var output: [Substring]

  /// The examples of a page in Markdown.
  static func all(in page: String) -> [ConsoleExample] {
    var examples: [ConsoleExample] = []
    var isInside = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        examples.append(ConsoleExample(command: String(line.dropFirst(2)), output: []))
      } else if isInside, !examples.isEmpty {
        examples[examples.count - 1].output.append(line)
      }
    }
    return examples
  }

  /// Whether lines are the output; a line `…` stands for any number of lines.
  func matches(_ lines: [Substring]) -> Bool { Self.matches(output[...], lines[...]) }

  private static func matches(
    _ expected: ArraySlice<Substring>, _ lines: ArraySlice<Substring>
  )
    -> Bool
  {
    guard let first = expected.first else { return lines.isEmpty }
    if first == "…" {
      return (lines.startIndex...lines.endIndex).contains {
        matches(expected.dropFirst(), lines[$0...])
      }
    }
    return lines.first == first && matches(expected.dropFirst(), lines.dropFirst())
  }
}

struct ReadmeTests {
  private static let faq = "/usr/share/doc/anarchism/html"

  @Test func `the table of formats is the program's`() throws {
    #expect(try Repository.text("README.md").contains(FormatTable.markdown))
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: faq), "needs the package anarchism"),
    .timeLimit(.minutes(15)))
  func `the examples print what the page shows`() throws {
    let folder = try TemporaryFolder()
    let program = BuiltProgram(folder: folder)
    #expect(program.run("exec $pamphlet index --quiet --index built '\(Self.faq)'").status == 0)
    let examples = ConsoleExample.all(in: try Repository.text("README.md"))
    #expect(examples.count >= 3)
    for example in examples {
      let outcome = program.run(
        "export PAMPHLET_INDEX=built; pamphlet() { \"$pamphlet\" \"$@\"; }; \(example.command)")
      #expect(outcome.status == 0)
      let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(example.matches(Array(lines)), "\(example.command)\n\(outcome.output)")
    }
  }

  @Test func `a line of dots stands for any lines`() {
    let example = ConsoleExample(command: "x", output: ["a", "…", "c"])
    #expect(example.matches(["a", "b", "b", "c"]) && example.matches(["a", "c"]))
    #expect(!example.matches(["a", "c", "d"]) && !example.matches(["b", "c"]))
  }
}
