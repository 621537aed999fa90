// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Fetches texts that each have several addresses: the first that has a text wins.
///
/// All first addresses are tried, then the second addresses of the texts that are missing, and so on,
/// so that a host that does not answer holds up nothing but its own texts.
///
/// - Parameters:
///   - texts: The addresses of each text, in the order in which they are tried.
///   - onOutcome: Told of every address that was tried, as soon as its outcome is known.
/// - Returns: For each text the address that was tried last and its outcome, in the order given;
///   `nil` for a text without addresses.
package func fetch(
  alternatives texts: [[String]], _ options: FetchOptions,
  onOutcome: @escaping @Sendable (String, FetchOutcome) -> Void = { _, _ in }
) async -> [(url: String, outcome: FetchOutcome)?] {
  var results = [(url: String, outcome: FetchOutcome)?](repeating: nil, count: texts.count)
  for round in 0..<(texts.map(\.count).max() ?? 0) {
    let missing = texts.indices.filter {
      texts[$0].count > round && results[$0]?.outcome.isStored != true
    }
    let outcomes = await fetch(missing.map { texts[$0][round] }, options, onOutcome: onOutcome)
    for (index, result) in zip(missing, outcomes) { results[index] = result }
  }
  return results
}

extension FetchOutcome {
  /// Whether the text is in the folder.
  package var isStored: Bool {
    switch self {
    case .fetched, .unchanged: true
    case .failed: false
    }
  }
}
