// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Corpus
import IndexSchema
import XapianStore

/// Gives works of the index other facts, from what is stored of them: their files are not read, so that
/// nothing is lost of a scan whose text was recognised or of a file that is gone.
struct Relabelling: Sendable {
  let writer: IndexWriter

  /// A work and its passages with other facts and, if need be, another id.
  ///
  /// Whose words a text quotes may depend on who wrote it, so that this is found out again.
  func relabelled(_ old: Work, as identity: Identity) throws(IndexError) -> IndexedText {
    var work = old
    work.id = identity.id
    work.metadata = identity.editorial.metadata
    work.wordCount = 0
    identity.describe(&work)
    var passages = try writer.passages(ofWork: old.id)
    for index in passages.indices { passages[index].work = work.id }
    // Imported passages keep what they came with.
    guard let settings = work.attribution else {
      return IndexedText(work: work, passages: passages, diagnostics: [])
    }
    for index in passages.indices {
      passages[index].quotations = []
      passages[index].references = []
    }
    let attribution = Attribution(settings, known: identity.editorial.knownCitations)
    let diagnostics = attribution.attribute(&passages, of: work.metadata)
    return IndexedText(work: work, passages: passages, diagnostics: diagnostics)
  }
}
