// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The bytes of one file, with what its name and its neighbours tell.
package struct SourceFile: Sendable {
  /// The file, as people see it: relative to the folder that was indexed.
  package var name: String
  /// The bytes.
  package var bytes: [UInt8]
  /// What the other files of its folder tell.
  package var folder: FolderFacts

  /// Creates a source.
  package init(name: String, bytes: [UInt8], folder: FolderFacts = FolderFacts()) {
    self.name = name
    self.bytes = bytes
    self.folder = folder
  }
}

/// What the files of a folder have in common, and so tell about each of them.
package struct FolderFacts: Sendable, Hashable {
  /// The name of the site, as it recurs behind the titles of the folder's pages.
  package var siteName: String?
  /// The title of the page that opens the folder (`index.html`), without the site's name.
  package var collection: String?

  /// Creates facts.
  package init(siteName: String? = nil, collection: String? = nil) {
    self.siteName = siteName
    self.collection = collection
  }
}
