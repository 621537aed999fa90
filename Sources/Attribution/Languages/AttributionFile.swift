// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CAttributionData

/// A file of `Index/attribution`, which the program carries within it.
struct AttributionFile {
  /// Name without its extension: the tag of a language, or `speakers` for the weights.
  var name: String
  var text: String

  /// The file with a name; `nil` if there is none.
  static func named(_ name: String) -> AttributionFile? { all.first { $0.name == name } }

  /// All of the files.
  static var all: [AttributionFile] {
    var files: [AttributionFile] = []
    while let file = pamphlet_attribution_file(files.count)?.pointee {
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.length)
      files.append(
        AttributionFile(
          name: String(cString: file.name), text: String(decoding: bytes, as: UTF8.self)))
    }
    return files
  }
}
