// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
import FoundationEssentials

extension CatalogueEntry {
  /// An edit of a work of the index, dated now; it states nothing yet.
  package init(editOf work: Work) {
    self.init(
      origin: .edit,
      text: TextName(
        work: work.id, file: work.path, member: work.member, contentHash: work.contentHash))
    date = Date.now.formatted(.iso8601)
  }
}

extension EditsFile {
  /// The edits that name a work, the latest last.
  package func entries(naming work: Work) throws(CatalogueFault) -> [CatalogueEntry] {
    Catalogue(edits: try entries()).entries(
      naming: PlacedText(work), fileExists: { FileManager.default.fileExists(atPath: $0) })
  }
}
