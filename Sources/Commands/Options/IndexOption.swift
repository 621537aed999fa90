// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import PassageSearch

/// The index that a command reads or writes.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      """
      Folder of the index. Default: PAMPHLET_INDEX, then `index` in the configuration file, then \
      $XDG_DATA_HOME/pamphlet/index.
      """,
      valueName: "dir"
    ),
    completion: .directory
  )
  var path: String?

  /// The folder of the index.
  func resolved() throws -> String {
    try Self.resolve(option: path, environment: Configuration.environment)
  }

  /// The folder by option, environment, configuration file or default, in this order.
  static func resolve(
    option: String?,
    environment: (String) -> String?
  ) throws -> String {
    if let option { return option }
    if let named = environment("PAMPHLET_INDEX"), !named.isEmpty { return named }
    if let named = try Configuration(environment: environment).path(.index) { return named }
    return DataFolder.user(environment: environment) + "/index"
  }

  /// Opens the index for reading.
  func searcher() throws -> Searcher { try Searcher(path: try resolved()) }
}
