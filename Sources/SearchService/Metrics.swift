// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Synchronization

/// Counts requests, for Prometheus.
final class Metrics: Sendable {
  private struct Key: Hashable {
    var route: String
    var status: Int
  }

  private struct State {
    var requests: [Key: Int] = [:]
    var buckets = [Int](repeating: 0, count: Metrics.bounds.count + 1)
    var seconds = 0.0
    var inFlight = 0
  }

  /// The upper bounds of the histogram, in seconds.
  private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

  private let state = Mutex(State())

  /// A request has come in.
  ///
  /// - Returns: How many are being answered, this one among them.
  func began() -> Int {
    state.withLock { state in
      state.inFlight += 1
      return state.inFlight
    }
  }

  /// A request has been answered.
  func finished(route: String, status: Int, seconds: Double) {
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    state.withLock { state in
      state.inFlight -= 1
      state.requests[Key(route: route, status: status), default: 0] += 1
      state.buckets[bucket] += 1
      state.seconds += seconds
    }
  }

  /// The counters in Prometheus' text exposition format, version 0.0.4.
  func text(revision: String?) -> String {
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
    if let revision {
      lines += [
        "# HELP pamphlet_index_info The revision of the index.",
        "# TYPE pamphlet_index_info gauge", "pamphlet_index_info{revision=\"\(revision)\"} 1",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
