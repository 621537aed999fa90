// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CAttributionData

/// A file of `Index/attribution`, which the program carries within it.
enum AttributionFile {
  /// The text of a file by its name without the extension, the tag of a language or `speakers`; `nil`
  /// if there is none.
  static func text(_ name: String) -> String? {
    var number = 0
    while let file = pamphlet_attribution_file(number)?.pointee {
      if String(cString: file.name) == name {
        let bytes = UnsafeBufferPointer(start: file.bytes, count: file.length)
        return String(decoding: bytes, as: UTF8.self)
      }
      number += 1
    }
    return nil
  }
}
