// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The bytes of one file, with what its name and its neighbours tell.
package struct SourceFile: Sendable {
  /// The file, as people see it: relative to the folder that was indexed.
  package var name: String
  /// The bytes.
  package var bytes: [UInt8]
  /// What the other files of its folder tell.
  package var folder: FolderFacts
  /// How it is to be read.
  package var options: ReadingOptions

  /// Creates a source.
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

/// How files are to be read.
package struct ReadingOptions: Sendable, Hashable {
  /// The languages, as tesseract names them (`eng+fra`), in which scans are recognised; `nil` if they
  /// are not.
  package var recognition: String?

  /// Creates options.
  package init(recognition: String? = nil) { self.recognition = recognition }
}

/// What the files of a folder have in common, and so tell about each of them.
package struct FolderFacts: Sendable, Hashable {
  /// The name of the site, as it recurs behind the titles of the folder's pages.
  package var siteName: String?
  /// The title of the page that opens the folder (`index.html`), without the site's name.
  package var collection: String?
  /// The addresses from which its files were fetched, by their names.
  package var addresses: [String: String]

  /// Creates facts.
  package init(
    siteName: String? = nil, collection: String? = nil, addresses: [String: String] = [:]
  ) {
    self.siteName = siteName
    self.collection = collection
    self.addresses = addresses
  }
}
