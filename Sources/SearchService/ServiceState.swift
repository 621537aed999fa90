// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import PassageSearch
import XapianStore

/// State shared by all requests.
struct ServiceState: Sendable {
  let configuration: ServiceConfiguration
  let metrics: Metrics
  let lanes: Lanes
  let connections: ConnectionTable
  let hosts: HostRule
  let crossOrigin: CrossOrigin
  /// What facts are put right with; `nil` if they cannot be on pages.
  let editor: FactEditor?

  /// Creates the service for a configuration.
  ///
  /// - Parameter answerer: Creates an answerer for the fast or the slow lane.
  init(
    _ configuration: ServiceConfiguration, metrics: Metrics = Metrics(),
    answerer: (_ isFast: Bool) -> any Answerer
  ) throws(IndexError) {
    self.configuration = configuration
    self.metrics = metrics
    lanes = try Lanes(
      readers: configuration.readers, deadline: configuration.deadline, metrics: metrics,
      answerer: answerer)
    connections = ConnectionTable(bound: configuration.connections, metrics: metrics)
    hosts = HostRule(bound: configuration.host, publicNames: configuration.publicNames)
    crossOrigin = CrossOrigin(configuration.allowedOrigins)
    editor = try configuration.edits.map { (file) throws(IndexError) in try FactEditor(file: file) }
  }

  /// Current values for the metrics.
  var gauges: Metrics.Gauges {
    let generation = try? LocalStore.publishedGeneration(at: configuration.index)
    return Metrics.Gauges(
      generation: generation ?? nil,
      queueLengths: [lanes.fast, lanes.slow].map { ($0.name, $0.queueLength) },
      connections: connections.count)
  }
}
