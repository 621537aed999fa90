// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Hummingbird
import Logging
import PassageIndex
import NIOCore
import ServiceLifecycle
import UnixSignals

/// Serves an index until the process is told to end; then lets open requests finish.
///
/// - Throws: If the address cannot be bound. An index that is not there yet is no error: `/readyz`
///   says so until there is one.
package func serve(_ configuration: ServiceConfiguration) async throws {
  var logger = Logger(label: "pamphletd")
  logger.logLevel = configuration.logLevel
  let application = Application(
    responder: ServiceResponder(
      pool: SearcherPool(path: configuration.index, size: configuration.readers)
    ),
    server: .http1(configuration: .init(idleTimeout: .seconds(30))),
    configuration: .init(
      address: .hostname(configuration.host, port: configuration.port),
      serverName: "pamphletd"
    ),
    onServerRunning: { [logger] channel in
      let address = channel.localAddress.map { "\($0.ipAddress ?? ""):\($0.port ?? 0)" } ?? ""
      logger.notice(
        "serving",
        metadata: ["address": "\(address)", "index": "\(configuration.index)"]
      )
    },
    logger: logger
  )
  try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
}
