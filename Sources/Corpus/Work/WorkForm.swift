// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What kind of publication a work is, which decides how its title is printed in references.
package enum WorkForm: String, Sendable, Hashable, CaseIterable {
  case book, pamphlet, article, chapter, thesis, document

  /// Whether its title is printed in italics, as that of something published by itself
  /// (Chicago Manual of Style, 18th edition, 8.174).
  package var standsAlone: Bool {
    switch self {
    case .book, .pamphlet, .thesis: true
    case .article, .chapter, .document: false
    }
  }
}
