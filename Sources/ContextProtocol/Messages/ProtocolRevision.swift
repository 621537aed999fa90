// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A revision of the Model Context Protocol.
///
/// Up to 2025-11-25 a session begins with `initialize`; from 2026-07-28 on every request names its
/// revision itself (specification 2026-07-28, “Versioning and Compatibility”). Both are served.
enum ProtocolRevision: String, Sendable, Hashable, CaseIterable, Comparable {
  case november2024 = "2024-11-05"
  case march2025 = "2025-03-26"
  case june2025 = "2025-06-18"
  case november2025 = "2025-11-25"
  case july2026 = "2026-07-28"

  /// The newest revision that begins with `initialize`.
  static let newestWithHandshake = november2025

  /// Whether a session begins with `initialize`.
  var hasHandshake: Bool { self < .july2026 }

  /// Whether messages may come in an array; only one revision had that.
  var hasBatches: Bool { self == .march2025 }

  /// Whether tools have annotations.
  var hasAnnotations: Bool { self >= .march2025 }

  /// Whether tools have titles and schemas of their results.
  var hasStructuredResults: Bool { self >= .june2025 }

  /// The revision that answers `initialize`: the requested one if it begins so, else the newest one
  /// (specification 2025-11-25, “Lifecycle”).
  static func negotiated(for requested: String) -> ProtocolRevision {
    guard let revision = ProtocolRevision(rawValue: requested), revision.hasHandshake else {
      return newestWithHandshake
    }
    return revision
  }

  static func < (one: ProtocolRevision, other: ProtocolRevision) -> Bool {
    one.rawValue < other.rawValue
  }
}
