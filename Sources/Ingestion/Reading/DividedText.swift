// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
import Extraction
import Passages

/// A text that was read and divided, but not attributed: what attribution is trained and measured on.
package struct DividedText {
  package let metadata: Metadata
  package let passages: [Passage]

  /// Reads a file in this process; `nil` if it is not readable or not a text.
  package init?(path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let file = FoundFile(path: path, name: name, size: FileBytes.size(path) ?? 0)
    guard case .success(let bytes) = FileBytes.read(file) else { return nil }
    let request = ReadingRequest(
      name: name, content: .file(bytes), line: 1, folder: FolderFacts(), options: ReadingOptions())
    guard let reading = Reading(request, report: { _ in }), !reading.text.blocks.isEmpty else {
      return nil
    }
    metadata = reading.text.metadata
    passages = Segmentation(reading.text, work: name).passages
  }
}
