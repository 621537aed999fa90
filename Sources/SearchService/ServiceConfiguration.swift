// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Logging

/// Configuration of the daemon.
package struct ServiceConfiguration: Sendable {
  /// The clients that may read the metrics.
  package enum MetricsAudience: String, Sendable, CaseIterable {
    /// Clients on this machine.
    case local
    /// All clients.
    case all
    /// No clients.
    case none

    func allows(_ client: Client) -> Bool { self == .all || self == .local && client.isLocal }
  }

  /// Folder of the index.
  package var index: String
  /// Address to listen on; by default reachable from this machine only.
  package var host: String
  /// TCP port to listen on.
  package var port: Int
  /// Number of cheap questions answered at once.
  package var readers: Int
  /// Time limit for a search.
  package var deadline = Duration.seconds(2)
  /// Maximum number of open connections; lower if the system allows fewer file handles.
  package var connections = 1_024
  /// Host names under which clients reach the daemon.
  package var publicNames: [String] = []
  /// Proxies whose statements about the original client are trusted.
  package var trustedProxies: [AddressRange] = []
  package var metrics = MetricsAudience.local
  /// How often the index is compared with its checksums; `nil` for never.
  package var scrub: Duration? = .seconds(3_600)
  /// File of edits that pages may add to; `nil` if facts cannot be put right on pages.
  package var edits: String?
  /// Origins whose pages may read the API (`https://reader.example`), or `*`.
  package var allowedOrigins: [String] = []
  /// Log level; queries are never logged above `debug`.
  package var logLevel: Logger.Level

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

extension ServiceConfiguration {
  /// Whether an address is one at which only this machine can be reached.
  package static func isLoopback(_ host: String) -> Bool {
    host.lowercased() == "localhost" || IPAddress(host)?.isLoopback == true
  }

  /// Whether a text is an origin (RFC 6454, 6.2), or `*` for all.
  package static func isOrigin(_ text: String) -> Bool { CrossOrigin.isOrigin(text) }
}

/// Limits on what a single request may use.
enum ServiceLimits {
  /// Maximum length of path and query, in bytes.
  static let target = 65_536
  /// Maximum size of a body in bytes; only forms are read.
  static let body = 65_536
  /// Maximum number of questions waiting in the fast lane.
  static let waiting = 512
  /// Maximum number of questions waiting in the slow lane.
  static let waitingCostly = 64
  /// Maximum waiting time of a question.
  static let patience = Duration.seconds(10)
  /// How many works are compared for one that is spelled nearly as one that does not exist.
  static let worksCompared = 1_000
}
