// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What an attribution was made with, besides the text; a text is attributed again if it changes.
package struct AttributionSettings: Sendable, Hashable {
  /// Probability below which a speaker is not named, from 0 to 1.
  package var floor: Double
  /// Names of the rules that are not applied, in order.
  package let disabledRules: [String]

  package init(floor: Double, without disabledRules: some Sequence<String> = []) {
    self.floor = floor
    self.disabledRules = disabledRules.sorted()
  }
}
