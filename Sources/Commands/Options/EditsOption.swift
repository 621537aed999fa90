// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Cataloguing

/// The file in which the user's edits are kept.
struct EditsOption: ParsableArguments {
  @Option(
    name: .customLong("edits"),
    help: ArgumentHelp(
      """
      File of your edits (YAML). Default: PAMPHLET_EDITS, then `edits` in the configuration file, then \
      $XDG_DATA_HOME/pamphlet/edits.yaml.
      """,
      valueName: "file"
    ),
    completion: .file()
  )
  var path: String?

  /// The file by option, environment, configuration file or default, in this order.
  func file() throws -> EditsFile {
    EditsFile(path: try Self.resolve(option: path, environment: Configuration.environment))
  }

  /// The path of the file.
  static func resolve(option: String?, environment: (String) -> String?) throws -> String {
    if let option { return option }
    if let named = environment("PAMPHLET_EDITS"), !named.isEmpty { return named }
    if let named = try Configuration(environment: environment).path(.edits) { return named }
    return DataFolder.user(environment: environment) + "/edits.yaml"
  }

  /// The edits.
  ///
  /// - Throws: `CommandFailure`, which names the file and the line that is wrong.
  func entries() throws -> [CatalogueEntry] {
    let file = try file()
    do throws(CatalogueFault) {
      return try file.entries()
    } catch {
      throw CommandFailure(
        error.description, hint: "Nothing was changed. Correct that line, or move the file away.")
    }
  }
}
