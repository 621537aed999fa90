// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import Indexing
import XapianStore

extension IndexWriter {
  /// Adds a text to a batch, which is written whenever it is full.
  ///
  /// - Returns: The work with its number of words.
  @discardableResult
  func write(_ text: IndexedText, into batch: inout PassageBatch) throws(IndexError) -> Work {
    var work = text.work
    var details = WorkDetails(of: work)
    for passage in text.passages {
      details.add(passage)
      work.wordCount += batch.add(passage, of: work)
      if batch.isFull { try flush(&batch) }
    }
    batch.add(work, details: details)
    return work
  }

  private func flush(_ batch: inout PassageBatch) throws(IndexError) {
    let full = batch
    batch = PassageBatch(vocabulary: vocabulary)
    try write(full)
  }
}
