// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Logging

/// How the daemon runs.
package struct ServiceConfiguration: Sendable {
  /// Who is given the metrics.
  package enum MetricsAudience: String, Sendable, CaseIterable {
    /// Clients on this machine.
    case local
    /// Everybody.
    case all
    /// Nobody.
    case none

    func allows(_ client: Client) -> Bool { self == .all || self == .local && client.isLocal }
  }

  /// The folder of the index.
  package var index: String
  /// The address to bind; only this machine unless told.
  package var host: String
  /// The port.
  package var port: Int
  /// How many cheap questions are answered at once.
  package var readers: Int
  /// How long a search may take.
  package var deadline = Duration.seconds(2)
  /// How many connections may be open; fewer if the system gives fewer handles.
  package var connections = 1_024
  /// The names by which others reach the daemon.
  package var publicNames: [String] = []
  /// The proxies that are believed when they say for whom they ask.
  package var trustedProxies: [AddressRange] = []
  /// Who is given the metrics.
  package var metrics = MetricsAudience.local
  /// How often the files of the index are compared with their checksums; `nil` for never.
  package var scrub: Duration? = .seconds(3_600)
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
  /// How many questions may wait in the fast lane.
  static let waiting = 512
  /// How many may wait in the slow lane.
  static let waitingCostly = 64
  /// How long a question may wait.
  static let patience = Duration.seconds(10)
  /// How many works are compared for one that is spelled nearly as one that does not exist.
  static let worksCompared = 1_000
}
