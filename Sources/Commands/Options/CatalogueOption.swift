// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Cataloguing
import FoundationEssentials

/// The catalogue of works that a command uses.
struct CatalogueOption: ParsableArguments {
  @Option(
    name: .customLong("catalogue"),
    help: ArgumentHelp(
      "Catalogue of works (YAML). Default: PAMPHLET_CATALOGUE, then the one installed with the program.",
      valueName: "file"
    ),
    completion: .file()
  )
  var path: String?

  /// Reads the catalogue; empty if there is none.
  ///
  /// - Throws: `CommandFailure`, which names the file, if it cannot be read.
  func catalogue() throws -> Catalogue {
    let named = path ?? Configuration.environment("PAMPHLET_CATALOGUE")
    guard let file = named ?? DataFolder.path(of: "catalogue.yaml") else { return Catalogue() }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw CommandFailure("The catalogue \(file) cannot be read.")
    }
    do throws(CatalogueFault) {
      return try Catalogue(yaml: String(decoding: data, as: UTF8.self))
    } catch {
      throw CommandFailure("The catalogue \(file) is not valid. \(error.description)")
    }
  }
}
