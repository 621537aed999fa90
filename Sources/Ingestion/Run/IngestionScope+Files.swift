// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import XapianStore

extension IngestionScope {
  /// The files that a run looks at, in the order in which they were found.
  func files(
    of discovery: Discovery, _ writer: IndexWriter, _ identification: Identification
  ) -> [FoundFile] {
    var paths = files
    if includesStatements {
      for work in writer.works.values
      where identification.editorial(of: work).hash != work.editorialHash {
        paths.insert(work.path)
      }
    }
    return discovery.files.filter { paths.contains($0.path) }
  }

  /// All files in the folders of some, from which facts about these are gathered.
  func neighbours(of files: [FoundFile], in discovery: Discovery) -> [FoundFile] {
    let folders = Set(files.map(\.folder))
    return discovery.files.filter { folders.contains($0.folder) }
  }
}
