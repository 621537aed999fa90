// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser

/// The address and port on which the daemon listens.
struct AddressOption: ParsableArguments {
  /// The ports that can be bound; 0 lets the system choose.
  private static let ports = 0...65_535

  @Option(
    help: """
      Address to listen on. Default: PAMPHLET_HOST, then `host` in the configuration file, then \
      127.0.0.1.
      """)
  var host: String?
  @Option(
    help: """
      Port to listen on; 0 chooses a free one. Default: PAMPHLET_PORT, then `port` in the \
      configuration file, then 8017.
      """)
  var port: Int?

  func validate() throws {
    if let port, !Self.ports.contains(port) {
      throw ValidationError("--port must be from 0 to 65535.")
    }
    if let host, !Self.isHost(host) {
      throw ValidationError("--host must be an address or a name.")
    }
  }

  /// The address on which to listen.
  func resolved() throws -> (host: String, port: Int) {
    try Self.resolve(host: host, port: port, environment: Configuration.environment)
  }

  /// The address by option, environment, configuration file or default, in this order.
  ///
  /// - Throws: `CommandFailure` that names the variable or the file with a wrong value.
  static func resolve(
    host: String?, port: Int?, environment: (String) -> String?
  ) throws -> (host: String, port: Int) {
    let configuration = try Configuration(environment: environment)
    if let host = configuration[.host], !isHost(host) {
      throw configuration.invalid(.host, "must be an address or a name")
    }
    let configuredPort = try configuration[.port].map { text in
      guard let port = Self.port(text) else {
        throw configuration.invalid(.port, "must be a number from 0 to 65535")
      }
      return port
    }
    let namedHost = environment("PAMPHLET_HOST").flatMap { $0.isEmpty ? nil : $0 }
    if let namedHost, !Self.isHost(namedHost) {
      throw CommandFailure("PAMPHLET_HOST must be an address or a name.")
    }
    let namedPort = try environment("PAMPHLET_PORT").flatMap { $0.isEmpty ? nil : $0 }.map { text in
      guard let port = Self.port(text) else {
        throw CommandFailure("PAMPHLET_PORT must be a number from 0 to 65535.")
      }
      return port
    }
    return (
      host ?? namedHost ?? configuration[.host] ?? "127.0.0.1",
      port ?? namedPort ?? configuredPort ?? 8017
    )
  }

  private static func port(_ text: String) -> Int? {
    Int(text).flatMap { ports.contains($0) ? $0 : nil }
  }

  /// Whether a text can be an address or the name of a host.
  private static func isHost(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 253
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2F && $0 != 0x40 }
  }
}
