// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc
import Yams

/// The settings of the configuration file, `$XDG_CONFIG_HOME/pamphlet/config.yaml`.
struct Configuration {
  /// What the file may set.
  enum Setting: String, CaseIterable {
    case index, edits, floor, host, port
  }

  /// The path of the file, whether or not it exists.
  let path: String
  private let home: String
  private var values: [Setting: String] = [:]

  /// Reads the file; without one there are no settings.
  ///
  /// - Throws: `CommandFailure` that names the file, if it is not a list of known settings.
  init(environment: (String) -> String? = Configuration.environment) throws {
    home = environment("HOME") ?? "."
    let folder =
      environment("XDG_CONFIG_HOME").flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.config"
    path = "\(folder)/pamphlet/config.yaml"
    guard let data = FileManager.default.contents(atPath: path) else { return }
    let node: Node?
    do {
      node = try Yams.compose(yaml: String(decoding: data, as: UTF8.self))
    } catch {
      throw CommandFailure("The configuration file \(path) is not YAML: \(error)")
    }
    guard let node else { return }
    guard let mapping = node.mapping else {
      throw CommandFailure(
        "The configuration file \(path) is not a list of settings `name: value`.")
    }
    for (key, value) in mapping {
      guard let setting = key.string.flatMap(Setting.init) else {
        throw CommandFailure(
          "The configuration file \(path) has an unknown setting “\(key.string ?? "?")”.",
          hint: "The settings are \(Setting.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      guard let text = value.scalar?.string, !text.isEmpty else {
        throw invalid(setting, "needs a value")
      }
      values[setting] = text
    }
  }

  /// The text of a setting; `nil` if the file does not have it.
  subscript(setting: Setting) -> String? { values[setting] }

  /// The path that a setting names, with the home folder for `~`; `nil` if the file does not have it.
  func path(_ setting: Setting) -> String? {
    self[setting].map { $0.hasPrefix("~/") ? home + $0.dropFirst(1) : $0 }
  }

  /// The error for a setting with a wrong value.
  func invalid(_ setting: Setting, _ problem: String) -> CommandFailure {
    CommandFailure("The setting `\(setting.rawValue)` in \(path) \(problem).")
  }

  /// The environment of this process.
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
