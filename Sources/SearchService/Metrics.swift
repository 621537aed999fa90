// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Synchronization

/// Request counters in Prometheus' format.
final class Metrics: Sendable {
  private struct Key: Hashable {
    var route: String
    var status: Int
  }

  /// Events counted in addition to requests.
  enum Event: String, CaseIterable {
    case cut = "pamphlet_deadline_cuts_total"
    case workerStarted = "pamphlet_workers_started_total"
    case workerEnded = "pamphlet_workers_ended_total"
    case killed = "pamphlet_workers_killed_total"
    case replaced = "pamphlet_workers_replaced_total"
    case connectionClosed = "pamphlet_connections_shed_total"

    /// Help text for Prometheus.
    var help: String {
      switch self {
      case .cut: "Answers cut short by the deadline."
      case .workerStarted: "Worker processes started."
      case .workerEnded: "Worker processes ended, for any reason."
      case .killed: "Worker processes killed because they did not answer in time."
      case .replaced: "Worker processes replaced because they had grown too large."
      case .connectionClosed: "Connections closed to make room for others."
      }
    }
  }

  private struct Wait {
    var count = 0
    var seconds = 0.0
  }

  /// Values sampled when metrics are requested.
  struct Gauges {
    var generation: Int?
    var queueLengths: [(lane: String, length: Int)] = []
    var connections = 0
  }

  private struct State {
    var events: [Event: Int] = [:]
    var waits: [String: Wait] = [:]
    var requests: [Key: Int] = [:]
    var buckets = [Int](repeating: 0, count: Metrics.bounds.count + 1)
    var seconds = 0.0
    var inFlight = 0
  }

  /// Upper bounds of the latency histogram, in seconds.
  private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

  private let state = Mutex(State())

  /// Records the arrival of a request.
  func began() { state.withLock { $0.inFlight += 1 } }

  func count(_ event: Event) { state.withLock { $0.events[event, default: 0] += 1 } }

  /// Records how long a question waited in a lane.
  func waited(in lane: String, seconds: Double) {
    state.withLock { state in
      state.waits[lane, default: Wait()].count += 1
      state.waits[lane, default: Wait()].seconds += seconds
    }
  }

  /// Records that a request was answered.
  func finished(route: String, status: Int, seconds: Double) {
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    state.withLock { state in
      state.inFlight -= 1
      state.requests[Key(route: route, status: status), default: 0] += 1
      state.buckets[bucket] += 1
      state.seconds += seconds
    }
  }

  /// All metrics in Prometheus' text exposition format, version 0.0.4.
  func text(_ gauges: Gauges) -> String {
    let state = state.withLock { $0 }
    var lines = [
      "# HELP pamphlet_requests_total Requests answered.", "# TYPE pamphlet_requests_total counter",
    ]
    for (key, count) in state.requests.sorted(by: {
      ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status)
    }) {
      lines.append(
        "pamphlet_requests_total{route=\"\(key.route)\",status=\"\(key.status)\"} \(count)"
      )
    }
    lines += [
      "# HELP pamphlet_request_seconds Time to answer a request.",
      "# TYPE pamphlet_request_seconds histogram",
    ]
    var total = 0
    for (bound, count) in zip(Self.bounds, state.buckets) {
      total += count
      lines.append("pamphlet_request_seconds_bucket{le=\"\(bound)\"} \(total)")
    }
    total += state.buckets[Self.bounds.count]
    lines += [
      "pamphlet_request_seconds_bucket{le=\"+Inf\"} \(total)",
      "pamphlet_request_seconds_sum \(state.seconds)", "pamphlet_request_seconds_count \(total)",
      "# HELP pamphlet_requests_in_flight Requests being answered.",
      "# TYPE pamphlet_requests_in_flight gauge", "pamphlet_requests_in_flight \(state.inFlight)",
    ]
    for event in Event.allCases {
      lines += [
        "# HELP \(event.rawValue) \(event.help)", "# TYPE \(event.rawValue) counter",
        "\(event.rawValue) \(state.events[event] ?? 0)",
      ]
    }
    let alive = (state.events[.workerStarted] ?? 0) - (state.events[.workerEnded] ?? 0)
    lines += [
      "# HELP pamphlet_workers Worker processes.", "# TYPE pamphlet_workers gauge",
      "pamphlet_workers \(alive)",
      "# HELP pamphlet_connections Open connections.", "# TYPE pamphlet_connections gauge",
      "pamphlet_connections \(gauges.connections)",
      "# HELP pamphlet_queue_length Questions waiting, by lane.",
      "# TYPE pamphlet_queue_length gauge",
    ]
    lines += gauges.queueLengths.map { "pamphlet_queue_length{lane=\"\($0.lane)\"} \($0.length)" }
    lines += [
      "# HELP pamphlet_queue_wait_seconds Time questions waited, by lane.",
      "# TYPE pamphlet_queue_wait_seconds summary",
    ]
    for (lane, wait) in state.waits.sorted(by: { $0.key < $1.key }) {
      lines += [
        "pamphlet_queue_wait_seconds_sum{lane=\"\(lane)\"} \(wait.seconds)",
        "pamphlet_queue_wait_seconds_count{lane=\"\(lane)\"} \(wait.count)",
      ]
    }
    if let generation = gauges.generation {
      lines += [
        "# HELP pamphlet_index_generation Published generation of the index.",
        "# TYPE pamphlet_index_generation gauge", "pamphlet_index_generation \(generation)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
