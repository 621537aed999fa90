// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// The bytes of a file, with context from its name and its folder.
package struct SourceFile: Sendable {
  /// Path shown to users: relative to the folder that was indexed.
  package var name: String
  package var bytes: [UInt8]
  /// Facts gathered from the other files in its folder.
  package var folder: FolderFacts
  package var options: ReadingOptions

  package init(
    name: String, bytes: [UInt8], folder: FolderFacts = FolderFacts(),
    options: ReadingOptions = ReadingOptions()
  ) {
    self.name = name
    self.bytes = bytes
    self.folder = folder
    self.options = options
  }
}

/// Options for reading files.
package struct ReadingOptions: Sendable, Hashable {
  /// Languages for text recognition in scans, in tesseract's notation (`eng+fra`).
  ///
  /// If `nil`, scans are not recognised.
  package var recognition: String?

  package init(recognition: String? = nil) { self.recognition = recognition }
}

/// Facts about a file that follow from its neighbours in the folder.
package struct FolderFacts: Sendable, Hashable {
  /// Name of the website, as it recurs at the end of page titles.
  package var siteName: String?
  /// Title of the folder's index page (`index.html`), without the name of the site.
  package var collection: String?
  /// URLs from which files were fetched, keyed by file name.
  package var addresses: [String: String]
  /// What is stated of scans in files of their own, by the names with which their files begin.
  package var scans: [String: Metadata] = [:]

  package init(
    siteName: String? = nil, collection: String? = nil, addresses: [String: String] = [:]
  ) {
    self.siteName = siteName
    self.collection = collection
    self.addresses = addresses
  }
}
