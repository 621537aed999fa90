// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser

/// How probable a speaker must be to be named.
struct FloorOption: ParsableArguments {
  private static let demand =
    "must be a number from 0 (name every speaker) to 1 (only those that are certain), such as 0.9"

  @Option(
    name: .customLong("floor"),
    help: ArgumentHelp(
      """
      Name a speaker only if the name is right with this probability, from 0 to 1. Texts that were \
      read with another floor are read again. Default: PAMPHLET_FLOOR, then `floor` in the \
      configuration file, then that of the index, then 0.75.
      """,
      valueName: "probability"))
  var floor: Double?

  func validate() throws {
    if let floor, !Self.isProbability(floor) { throw ValidationError("--floor \(Self.demand).") }
  }

  /// The floor by option, environment or configuration file, in this order; `nil` without any.
  func resolved() throws -> Double? {
    try Self.resolve(option: floor, environment: Configuration.environment)
  }

  /// The floor, with another environment.
  ///
  /// - Throws: `CommandFailure` that names the variable or the file with a wrong value.
  static func resolve(option: Double?, environment: (String) -> String?) throws -> Double? {
    if let option { return option }
    if let text = environment("PAMPHLET_FLOOR"), !text.isEmpty {
      guard let floor = probability(text) else { throw CommandFailure("PAMPHLET_FLOOR \(demand).") }
      return floor
    }
    let configuration = try Configuration(environment: environment)
    return try configuration[.floor].map { text in
      guard let floor = probability(text) else { throw configuration.invalid(.floor, demand) }
      return floor
    }
  }

  private static func probability(_ text: String) -> Double? {
    Double(text).flatMap { isProbability($0) ? $0 : nil }
  }

  private static func isProbability(_ number: Double) -> Bool { (0...1).contains(number) }
}
