// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import PassageSearch
import SearchAPI
import Testing

@testable import Commands

/// The options of `pamphlet search` and the parameters of the API.
struct SearchOptionsTests {
  /// Options that are not about what is searched but where, how long and how it is printed.
  private static let ofCommand: Set = [
    "index", "deadline", "json", "jsonl", "kwic", "help", "version",
  ]

  @Test func `each parameter has its option, and each option its parameter`() throws {
    let table = try #require(CommandTable(SearchCommand.self))
    let options = Set(table.options.flatMap(\.longNames)).subtracting(Self.ofCommand)
    let parameters = SearchRequest.table.descriptions
    // The revision of the page before is for those who turn pages.
    #expect(parameters.filter { $0.option == nil }.map(\.name) == ["revision"])
    #expect(options.union(["query"]) == Set(parameters.compactMap(\.option)))
  }

  @Test func `help says what the table says, bounds included`() {
    let help = SearchCommand.helpMessage(columns: 400)
    for parameter in SearchRequest.table.descriptions where parameter.option != nil {
      guard parameter.name != "sort" else {
        #expect(parameter.choices.allSatisfy { help.contains($0) })
        continue
      }
      #expect(help.contains(parameter.about.dropLast()), "\(parameter.name)")
      if let bounds = parameter.bounds {
        #expect(help.contains("from \(bounds.lowerBound) to \(bounds.upperBound)."))
      }
    }
  }
}
