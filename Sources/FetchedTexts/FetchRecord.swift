// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A text that was fetched from the web, with what is needed to fetch it again only if it changed.
package struct FetchRecord: Codable, Sendable, Hashable {
  /// The address that was requested.
  package var url: String
  /// The address that sent it, after redirections.
  package var final: String
  /// The name of its file in the folder.
  package var file: String
  /// The media type that the host sent; `nil` if it sent none.
  package var type: String?
  /// The entity tag of this version; `nil` if the host sent none.
  package var etag: String?
  /// The `Last-Modified` header of this version; `nil` if the host sent none.
  package var lastModified: String?
  /// The size in bytes.
  package var size: Int
  /// The hash of the bytes (XXH3, 128 bits, hexadecimal).
  package var hash: String
  /// The time of fetching, in seconds since 1970.
  package var time: Int

  /// Creates a record.
  package init(
    url: String, final: String, file: String, type: String?, etag: String?, lastModified: String?,
    size: Int, hash: String, time: Int
  ) {
    self.url = url
    self.final = final
    self.file = file
    self.type = type
    self.etag = etag
    self.lastModified = lastModified
    self.size = size
    self.hash = hash
    self.time = time
  }
}
