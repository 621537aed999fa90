// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes

/// Lets pages of other origins read the API (Fetch Standard, 3.3: CORS protocol), but never pages or
/// forms.
struct CrossOrigin: Sendable {
  /// How long browsers may remember the answer to a preflight request, in seconds.
  private static let maxAge = "86400"

  private let origins: Set<String>
  private let allowsAll: Bool

  /// Creates the rule; without origins nothing is allowed, and nothing is said.
  init(_ origins: [String]) {
    self.origins = Set(origins.map { $0.lowercased() })
    allowsAll = origins.contains("*")
  }

  /// Whether an address may be read by pages of other origins.
  func covers(_ path: [String]) -> Bool {
    guard !origins.isEmpty, let first = path.first else { return false }
    return first == "v1" || first == "opds" || path == ["openapi.json"]
  }

  /// The answer to a preflight request.
  func preflight() -> Answer {
    var answer = Answer(status: .noContent)
    answer.add(.accessControlAllowMethods, "GET, HEAD")
    answer.add(.accessControlAllowHeaders, "If-None-Match")
    answer.add(.accessControlMaxAge, Self.maxAge)
    return answer
  }

  /// Adds to an answer which origin may read it.
  func permit(_ answer: inout Answer, to origin: String?) {
    let permitted =
      allowsAll ? "*" : origin.flatMap { origins.contains($0.lowercased()) ? $0 : nil }
    if let permitted {
      answer.add(.accessControlAllowOrigin, permitted)
      answer.add(.accessControlExposeHeaders, "ETag, Retry-After")
    }
    // Also without the field, since the answer would differ with it (RFC 9110, 12.5.5).
    let others = answer.fields.last { $0.name == .vary }.map { "\($0.value), " } ?? ""
    answer.fields.removeAll { $0.name == .vary }
    answer.add(.vary, others + "Origin")
  }

  /// Whether a text is an origin (RFC 6454, 6.2) or `*`.
  static func isOrigin(_ text: String) -> Bool {
    text == "*"
      || text.wholeMatch(
        of: /https?:\/\/(?:[A-Za-z0-9._\-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?/)
        != nil
  }
}
