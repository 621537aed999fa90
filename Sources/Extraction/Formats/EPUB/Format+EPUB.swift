// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// EPUB 2 and 3.
  package static let epub = Format(
    "epub", title: "EPUB 2 and 3", suffixes: ["epub"],
    mediaTypes: ["application/epub+zip": "epub"],
    signature: .archive(.book), version: 5,
    alsoRead:
      "package, spine, notes across files, page lists; not its title page and imprint",
    reader: .bytes { EPUBText.extract($0) })
}
