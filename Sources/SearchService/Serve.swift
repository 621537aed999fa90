// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// Serves an index until the process receives SIGTERM or SIGINT, then finishes open requests.
///
/// - Parameter worker: Program that answers questions from the index.
/// - Throws: If the address cannot be bound. A missing index is not an error; `/readyz` reports it
///   until there is one.
package func serve(_ configuration: ServiceConfiguration, worker: WorkerProgram) async throws {
  var logger = Logger(label: "pamphletd")
  logger.logLevel = configuration.logLevel
  var configuration = configuration
  configuration.connections = HandleLimit.connections(
    wanted: configuration.connections, handles: HandleLimit.raise(),
    workers: 2 * configuration.readers)
  let metrics = Metrics()
  var watch: IndexWatch?
  if let interval = configuration.scrub {
    watch = try IndexWatch(index: configuration.index, interval: interval, logger: logger)
  }
  let service = try ServiceState(configuration, metrics: metrics) {
    [configuration, logger, watch] isFast in
    WorkerAnswerer(
      worker, index: configuration.index, isFast: isFast, deadline: configuration.deadline,
      watch: watch, metrics: metrics, logger: logger)
  }
  let connections = service.connections
  var application = Application(
    responder: ServiceResponder(service),
    server: .http1(
      configuration: .init(
        additionalChannelHandlers: [ConnectionHandler(connections)], idleTimeout: .seconds(30))),
    configuration: .init(
      address: .hostname(configuration.host, port: configuration.port),
      serverName: "pamphletd",
      backlog: 1_024,
      availableConnectionsDelegate: AcceptanceLimit(
        bound: connections.bound + HandleLimit.overlap)
    ),
    onServerRunning: { [configuration, logger] channel in
      let address = channel.localAddress.map { "\($0.ipAddress ?? ""):\($0.port ?? 0)" } ?? ""
      logger.notice(
        "serving",
        metadata: ["address": "\(address)", "index": "\(configuration.index)"]
      )
    },
    logger: logger
  )
  if let watch { application.addServices(watch) }
  try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
}
