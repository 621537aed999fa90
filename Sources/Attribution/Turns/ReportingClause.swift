// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A verb of saying with its subject between words spoken: `, dit-il,` or `—dijo Tomás Rueda—`.
///
/// French sets it between commas, or lets a question or exclamation mark open it; the *Ortografía de
/// la lengua española*, and the practice of Italian, Portuguese, Russian and Polish printers, between
/// dashes. Behind a full stop the words go on in French, elsewhere only behind another dash.
struct ReportingClause {
  /// Where the words before it end, in code points.
  var speechEnd: Int
  /// Tokens of the clause.
  var tokens: Range<Int>
  /// Tokens of the name of the speaker; `nil` for pronouns and descriptions.
  var name: Range<Int>?
  /// Token where the words go on; `nil` if they do not.
  var resumption: Int?
}
