// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// What a watch has to say.
package enum WatchNews: Sendable {
  /// The first run over all files is over.
  case started(IngestionSummary)
  /// A change is in the index.
  case changed(IngestionChange)
  /// Something about a text.
  case diagnostic(Diagnostic)
  /// Another process writes to the index, which is waited for; said once.
  case waiting(String)
  /// Changes cannot be taken in now; said once for each cause.
  case problem(String)
}
