// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Logging

/// How the daemon runs.
package struct ServiceConfiguration: Sendable {
  /// The folder of the index.
  package var index: String
  /// The address to bind; only this machine unless told.
  package var host: String
  /// The port.
  package var port: Int
  /// How many searches run at once.
  package var readers: Int
  /// What is logged; a query is never logged above `debug`.
  package var logLevel: Logger.Level

  /// Creates a configuration.
  package init(
    index: String,
    host: String = "127.0.0.1",
    port: Int = 8017,
    readers: Int = 2,
    logLevel: Logger.Level = .info
  ) {
    self.index = index
    self.host = host
    self.port = port
    self.readers = readers
    self.logLevel = logLevel
  }
}

/// The bounds of what one request may take.
enum ServiceLimits {
  /// The longest path and query, in bytes.
  static let target = 65_536
  /// The largest body; none is read.
  static let body = 65_536
  /// How many requests may wait for a reader.
  static let waiting = 512
  /// How many ids one request may name.
  static let ids = 100
  /// The longest id, in code points.
  static let id = 240
}
