// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import FoundationEssentials
import Glibc
import PassageSearch
import Yams

/// Which index a command works on.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      "The folder of the index; else PAMPHLET_INDEX, else the configuration file, else $XDG_DATA_HOME/pamphlet/index.",
      valueName: "dir"
    ),
    completion: .directory
  )
  var path: String?

  /// The folder.
  func resolved() throws -> String {
    try Self.resolve(option: path) { name in getenv(name).map { String(cString: $0) } }
  }

  /// The folder by option, environment, configuration file or custom, in this order.
  static func resolve(
    option: String?,
    environment: (String) -> String?
  ) throws -> String {
    if let option { return option }
    if let named = environment("PAMPHLET_INDEX"), !named.isEmpty { return named }
    if let named = try Configuration.read(environment: environment)["index"] { return named }
    return DataFolder.user(environment: environment) + "/index"
  }

  /// Opens the index for reading.
  func searcher() throws -> Searcher { try Searcher(path: try resolved()) }
}

/// The configuration file: `$XDG_CONFIG_HOME/pamphlet/config.yaml`.
enum Configuration {
  private static let keys: Set<String> = ["index", "host", "port"]

  /// Its settings.
  ///
  /// - Throws: `CommandFailure` that names the file, if it cannot be understood.
  static func read(environment: (String) -> String?) throws -> [String: String] {
    let home = environment("HOME") ?? "."
    let folder =
      environment("XDG_CONFIG_HOME").flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.config"
    let path = "\(folder)/pamphlet/config.yaml"
    guard let data = FileManager.default.contents(atPath: path) else { return [:] }
    let text = String(decoding: data, as: UTF8.self)
    var settings: [String: String] = [:]
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw CommandFailure("The configuration file \(path) is no YAML: \(error)")
    }
    guard let node else { return [:] }
    guard let mapping = node.mapping else {
      throw CommandFailure("The configuration file \(path) is no list of settings, `name: value`.")
    }
    for (key, value) in mapping {
      guard let name = key.string, keys.contains(name), let value = value.scalar?.string else {
        throw CommandFailure(
          "The configuration file \(path) has a setting “\(key.string ?? "?")” that is not known.",
          hint: "The settings are \(keys.sorted().joined(separator: ", "))."
        )
      }
      settings[name] = value.hasPrefix("~/") ? home + value.dropFirst(1) : value
    }
    return settings
  }
}
