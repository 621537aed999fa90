// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import PassageSearch
import SearchAPI

/// The filters of a search; of one field any may match, of several fields each must.
struct FilterOptions: ParsableArguments {
  @Option(help: .parameter("title")) var title: [String] = []
  @Option(help: .parameter("section")) var section: [String] = []
  @Option(help: .parameter("author")) var author: [String] = []
  @Option(help: .parameter("speaker")) var speaker: [String] = []
  @Option(help: .parameter("cites")) var cites: [String] = []
  @Option(help: .parameter("year")) var year: [String] = []
  @Option(help: .parameter("decade")) var decade: [String] = []
  @Option(help: .parameter("work")) var work: [String] = []
  @Option(help: .parameter("collection")) var collection: [String] = []
  @Option(help: .parameter("language")) var language: [String] = []
  @Option(help: .parameter("kind")) var kind: [String] = []
  @Option(help: .parameter("page")) var page: [String] = []

  /// The filters, as parameters of the API.
  var parameters: Parameters {
    let named: [(String, [String])] = [
      ("title", title), ("section", section), ("author", author), ("speaker", speaker),
      ("cites", cites), ("year", year), ("decade", decade), ("work", work),
      ("collection", collection), ("language", language), ("kind", kind), ("page", page),
    ]
    return named.flatMap { name, values in values.map { (name, $0) } }
  }
}

extension ArgumentHelp {
  /// The help of the option that stands for a parameter of a search: its sentence and its values.
  static func parameter(_ name: String) -> ArgumentHelp {
    let parameter = SearchRequest.table[name]
    var help = parameter.about
    if let bounds = parameter.bounds {
      help.removeLast()
      help += ", from \(bounds.lowerBound) to \(bounds.upperBound)."
    }
    return ArgumentHelp(help, valueName: parameter.isFilter ? "value" : nil)
  }
}
