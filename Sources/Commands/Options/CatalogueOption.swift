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

  /// The path of the catalogue; `nil` if there is none.
  var file: String? {
    path ?? Configuration.environment("PAMPHLET_CATALOGUE") ?? DataFolder.path(of: "catalogue.yaml")
  }

  /// Reads the catalogue; empty if there is none.
  ///
  /// - Throws: `CommandFailure`, which names the file, if it cannot be read.
  func catalogue() throws -> Catalogue {
    guard let file else { return Catalogue() }
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
