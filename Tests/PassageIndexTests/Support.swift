// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TestSupport

@testable import PassageIndex

/// An index that holds one passage.
func indexOfOnePassage(_ text: String = "All power to the soviets.") throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try Sample.index([Sample.work("one", texts: [text])], at: folder.path)
  return folder
}
