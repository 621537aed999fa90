// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding

extension Storable {
  /// The stored form.
  var stored: [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// Reads a value from its stored form.
  init(stored bytes: UnsafeRawBufferPointer) throws(IndexError) {
    self = try readStored(bytes) { (reader) throws(DamagedBytes) in try Self(from: &reader) }
  }
}

/// Reads a stored passage or work, or only how it begins.
func readStored<Value>(
  _ bytes: UnsafeRawBufferPointer,
  _ read: (inout ByteReader) throws(DamagedBytes) -> Value
) throws(IndexError) -> Value {
  var reader = ByteReader(bytes)
  do {
    return try read(&reader)
  } catch {
    throw IndexError(
      .corrupt,
      "A stored passage or work is damaged.",
      hint: "Build the index again with `pamphlet index --rebuild PATH...`."
    )
  }
}
